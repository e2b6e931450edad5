"""Rows and words of the page: the checklist with what there is of each paper, the kept files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from counter_app.desktop.presenters.scanning_papers.tray import Tray
from counter_app.desktop.widgets.lists.picker_row import PickerRow
from counter_app.domain.dates import shown_date, vietnam_time
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.i18n import several, tr
from counter_app.services.dossiers.scanning import FROM_SCANNER, FileState, KeptFile
from counter_app.wording.parts import joined

OTHER = "Giấy tờ khác"
"""Under this name go papers that the checklist doesn't know."""

_STATES = {
    FileState.WAITING: "chờ tải lên",
    FileState.SENT: "đã tải lên",
    FileState.CLEARED: "đã tải lên, không giữ trên máy này",
}
_DIGITS = 9


def papers_of(dossier: Dossier, kept: Sequence[KeptFile]) -> tuple[str, ...]:
    """Return the papers of the checklist, then others that something was kept for."""
    listed = [paper.name for paper in dossier.received.papers]
    other = [each.file.paper for each in kept]
    return tuple(dict.fromkeys([*listed, *other, OTHER]))


def row_of(
    place: int, paper: str, dossier: Dossier, kept: Sequence[KeptFile], tray: Tray | None
) -> PickerRow:
    """Return one row of the checklist; `kept` are the files of this paper."""
    name = tr(OTHER) if paper == OTHER else paper
    keys = str(place + 1) if place < _DIGITS else ""
    return PickerRow(name, meta=_state(paper, dossier, kept, tray), keys=keys)


def kept_row(file: KeptFile, today: date) -> PickerRow:
    """Return one kept file."""
    pages = pages_words(file.file.pages)
    at = vietnam_time(file.file.added_at)
    day = "" if at.date() == today else shown_date(at.date())
    how = tr("Quét lúc {at}") if file.file.source == FROM_SCANNER else tr("Đính kèm lúc {at}")
    when = how.format(at=f"{at:%H:%M} {day}".strip())
    return PickerRow(f"{pages}, {size_words(file.file.size)}", meta=f"{when} · {_sent(file)}")


def pages_words(count: int) -> str:
    """Return "3 trang"."""
    return several("{n} trang", count).format(n=count)


def size_words(size: int) -> str:
    """Return "84 KB" or "1,2 MB"."""
    if size < 1_000_000:
        return f"{max(1, round(size / 1000))} KB"
    return f"{size / 1_000_000:.1f} MB".replace(".", ",")


def unsaved_words(trays: Mapping[str, Tray]) -> str:
    """Return how many pages of how many papers weren't kept."""
    pages = sum(len(tray.pages) for tray in trays.values())
    return several("{n} trang chưa lưu", pages).format(n=pages)


def _state(paper: str, dossier: Dossier, kept: Sequence[KeptFile], tray: Tray | None) -> str:
    unsaved = len(tray.pages) if tray is not None else 0
    waiting = several("{n} trang chưa lưu", unsaved).format(n=unsaved) if unsaved else ""
    if kept:
        pages = pages_words(sum(each.file.pages for each in kept))
        size = size_words(sum(each.file.size for each in kept))
        away = [each for each in kept if not each.is_here and each.file.state != FileState.CLEARED]
        unsent = [each for each in kept if each.file.state is FileState.WAITING]
        state = _sent((away or unsent or kept)[0])
        return joined(waiting, pages, size, state)
    if waiting:
        return waiting
    if any(each.name == paper and each.missing for each in dossier.received.papers):
        return tr("Công dân chưa nộp")
    return "" if paper == OTHER else tr("Chưa số hóa")


def _sent(file: KeptFile) -> str:
    """Return how far the file is on its way to the province, or that it can't go."""
    kept = file.file
    if not file.is_here and kept.state is FileState.WAITING:
        return tr("thiếu tệp trên máy này")
    if not file.is_here and kept.state is FileState.SENT:
        return tr("đã tải lên, thiếu tệp trên máy này")
    if kept.state is FileState.WAITING and kept.problem:
        return tr("chưa tải lên được, sẽ thử lại")
    if kept.state is FileState.WAITING and kept.uploaded:
        return tr("đã tải lên {percent}%").format(percent=100 * kept.uploaded // kept.size)
    return tr(_STATES[kept.state])
