"""The docx body set on pages as LibreOffice sets it, for preview, print and PDF."""
