"""Papers that were scanned at the counter (số hóa): the bytes lie beside the journal, sealed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PaperScanned:
    """A paper of the checklist was scanned or attached as a PDF.

    `sha256` is of the file's bytes before they are sealed, `size` counts them; `paper` is the
    paper's name on the receipt, or what the officer called it.
    """

    paper: str
    sha256: str
    size: int
    pages: int
    source: str = ""  # "scanner", "file"


@dataclass(frozen=True, slots=True)
class ScanRemoved:
    """A scanned file was taken off a paper, with the reason.

    Its bytes are erased when it shows no other paper of the dossier.
    """

    sha256: str
    paper: str
    reason: str
