"""The WordprocessingML every part is written with: elements, styles, tables, drawings, sections, the package."""
