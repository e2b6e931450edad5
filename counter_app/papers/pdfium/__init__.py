"""Finished PDFs, handled by PDFium: shown, cut into strips for a printer, shifted on the sheet."""
