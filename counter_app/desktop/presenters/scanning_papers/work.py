"""What the page does behind the window: read the dossier, open a kept file, keep pages."""

from __future__ import annotations

from collections.abc import Sequence

from counter_app.desktop.desk import Desk
from counter_app.desktop.presenters.scanning_papers.at_hand import Read
from counter_app.desktop.presenters.scanning_papers.tray import TrayPage
from counter_app.domain.acts.kinds import Kind
from counter_app.papers.scanned.assembling import assembled
from counter_app.papers.scanned.page import Page, PdfPage, PdfSource
from counter_app.papers.scanned.rendering import picture
from counter_app.services.dossiers.detail import detail
from counter_app.services.dossiers.scanning import (
    PaperFile,
    SealedFiles,
    attach,
    files_of,
    open_file,
    remove,
)
from counter_app.services.officers.permits import writable


def read(desk: Desk, files: SealedFiles, uid: str) -> Read:
    """Return the dossier, its kept files, and whether this officer may scan."""
    dossier = detail(desk.workplace, uid).dossier
    may = writable(desk.workplace, desk.session, {Kind.PAPER_SCANNED})
    return Read(dossier, files_of(desk.workplace, files, uid), bool(may))


def pages_of(
    desk: Desk, files: SealedFiles, file: PaperFile, size: tuple[int, int]
) -> list[TrayPage]:
    """Return the pages of a kept file, drawn into `size`; the look at it is recorded."""
    pdf = open_file(desk.workplace, files, desk.session, file.dossier, file.name)
    source = PdfSource(file.paper, pdf, file.pages)
    pages = (PdfPage(source, number) for number in range(file.pages))
    return [TrayPage(page, picture(page, *size)) for page in pages]


def keep(
    desk: Desk, files: SealedFiles, uid: str, paper: str, pages: Sequence[Page], source: str
) -> PaperFile:
    """Make one PDF of the pages and keep it."""
    pdf = assembled(pages, paper)
    return attach(desk.workplace, files, desk.session, uid, paper, pdf, len(pages), source)


def take_off(desk: Desk, files: SealedFiles, file: PaperFile, reason: str) -> None:
    """Take a kept file off its dossier."""
    remove(desk.workplace, files, desk.session, file.dossier, file.name, reason)
