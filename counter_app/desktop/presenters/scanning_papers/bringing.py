"""Files that an officer chose or dropped, as pages for a tray."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from counter_app.desktop.presenters.scanning_papers.tray import TrayPage
from counter_app.domain.errors.scanning import AttachError, TooManyPagesError
from counter_app.papers.scanned.attaching import pages_of_file
from counter_app.papers.scanned.limits import MOST_PAGES
from counter_app.papers.scanned.rendering import picture
from counter_app.services.dossiers.scanning import read_file


@dataclass(frozen=True, slots=True)
class Brought:
    """The pages of all good files, and why the first of the others can't be taken."""

    pages: tuple[TrayPage, ...] = ()
    error: AttachError | None = None


def brought(paths: Sequence[Path], room: int, size: tuple[int, int]) -> Brought:
    """Read, check and draw files, not for the window's thread. At most `room` pages fit."""
    pages: list[TrayPage] = []
    first: AttachError | None = None
    for path in paths:
        try:
            found = pages_of_file(path.name, read_file(path))
            together = MOST_PAGES - room + len(pages) + len(found)
            if together > MOST_PAGES:
                raise TooManyPagesError(name=path.name, pages=together, most=MOST_PAGES)
            pages += [TrayPage(page, picture(page, *size)) for page in found]
        except AttachError as error:
            first = first or error
    return Brought(tuple(pages), first)
