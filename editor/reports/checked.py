"""One file with all that the rules find in it, and where in the source each finding stands."""

from dataclasses import dataclass

from editor.importing.result import Imported
from editor.mended import LINE, mended_findings
from editor.model.document import Document, metadata_block
from templates.analysis import Analysis, analyse
from validators.diagnostic import Diagnostic, TextRange
from validators.engine import Validator
from validators.fixes import fix_all
from validators.switches import DEFAULTS, Switches


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """One file with its findings; `imported` knows the source lines of a file that is no .nigao."""

    name: str
    document: Document
    imported: Imported | None
    analysis: Analysis
    diagnostics: tuple[Diagnostic, ...]
    ignored: tuple[Diagnostic, ...] = ()  # what the document says to let stand
    switches: Switches = DEFAULTS

    @classmethod
    def check(
        cls, name: str, document: Document, imported: Imported | None, switches: Switches = DEFAULTS
    ) -> "CheckedFile":
        """Return the file with all that the rules find in it, some of them switched off or on."""
        analysis, validator = analyse(document), Validator(switches=switches)
        mended = (one for one in mended_findings(imported) if one.code not in switches.off)
        found = (*validator.run(analysis), *mended)
        return cls(name, document, imported, analysis, found, validator.ignored, switches)

    def fixed(self) -> tuple["CheckedFile", int]:
        """Return the file after all safe fixes, checked again, and how many findings that settled."""
        transaction = fix_all(self.document, Validator(switches=self.switches))
        if transaction is None:
            return self, 0
        after = CheckedFile.check(self.name, transaction.apply(self.document), self.imported, self.switches)
        return after, len(self.diagnostics) - len(after.diagnostics)

    def why_ignored(self, found: Diagnostic) -> str:
        """Return the reason somebody gave for letting a finding stand, empty without one."""
        where = found.range
        words = self.text(where.block_id)[where.start : where.end] if where else ""
        key = (found.code, where.block_id if where else "", words or found.message)
        entries = self.document.metadata.ignored
        return next((one.reason for one in entries if (one.code, one.block_id, one.text) == key), "")

    def text(self, block_id: str) -> str:
        """Return the text of a block or of the metadata text "meta:<key>", as the source prints it."""
        if self.imported is not None and block_id.startswith(LINE):
            return self.imported.source.get(int(block_id.removeprefix(LINE)), "")
        if self.imported is not None and block_id in self.imported.printed:
            return self.imported.printed[block_id]
        if block_id.startswith("meta:"):
            return metadata_block(self.document.metadata, block_id.removeprefix("meta:")).text
        return self.document.blocks[self.document.index(block_id)].text

    def place(self, where: TextRange) -> tuple[int | None, int | None, int | None]:
        """Return line, start and end in the source: the line's text for imported files, the block for a .nigao."""
        if where.block_id.startswith(LINE):
            whole = where.start == where.end
            return int(where.block_id.removeprefix(LINE)), *((None, None) if whole else (where.start, where.end))
        if self.imported is not None:
            return self.imported.locate(where.block_id, where.start, where.end)
        if where.block_id.startswith("meta:"):
            return None, where.start, where.end
        return self.document.index(where.block_id) + 1, where.start, where.end

    def section(self, where: TextRange | None) -> list[str]:
        """Return the headings above a place, from level 1 down."""
        if where is None or where.block_id.startswith(("meta:", LINE)):
            return []
        return [section.title for section in self.analysis.section_path(where.block_id)]
