"""The page's state, made of what is at hand, of the scanner and of what is going on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from counter_app.desktop.presenters.scanning_papers import shown
from counter_app.desktop.presenters.scanning_papers.at_hand import AtHand
from counter_app.desktop.presenters.scanning_papers.page_state import Acts, ScanPageState, Thumb
from counter_app.desktop.presenters.scanning_papers.scan_line import ScanLine
from counter_app.desktop.presenters.scanning_papers.scanner_choice import ScannerChoice
from counter_app.desktop.presenters.scanning_papers.shown import OTHER
from counter_app.desktop.widgets.basics.hint import Hint
from counter_app.desktop.widgets.lists.picker_row import PickerRow
from counter_app.i18n import tr
from counter_app.papers.pdfium.preview import PageImage


@dataclass(frozen=True, slots=True)
class GoingOn:
    """What happens now: words of a job, a failure in two parts, the big picture."""

    busy: str
    problem: tuple[str, str]
    big: PageImage | None
    today: date


def title_of(hand: AtHand) -> str:
    """Return the words of the window's title."""
    code = hand.read.dossier.shown_code if hand.read else ""
    return tr("Số hóa giấy tờ {code}").format(code=code).strip()


def paper_name(hand: AtHand) -> str:
    """Return the paper's name as it is shown."""
    return tr(OTHER) if hand.paper == OTHER else hand.paper


def state_of(
    hand: AtHand, scanner: ScannerChoice, line: ScanLine, going_on: GoingOn
) -> ScanPageState:
    """Return the whole page."""
    pages = hand.pages
    acts = _acts(hand, is_busy=line.is_busy or bool(going_on.busy))
    proceed, icon, keys = _proceed(hand)
    return ScanPageState(
        title=title_of(hand),
        rows=_rows(hand),
        current=hand.row,
        paper=paper_name(hand),
        kept=tuple(shown.kept_row(each, going_on.today) for each in hand.kept),
        kept_current=hand.kept_row,
        viewing=hand.viewed is not None,
        thumbs=tuple(
            Thumb(each.image, each.page.turn, str(place))
            for place, each in enumerate(pages.pages, start=1)
        ),
        chosen=pages.chosen,
        pages_words=_pages_words(hand),
        big=going_on.big if pages.pages else None,
        empty=_empty(hand, scanner),
        scanners=scanner.scanners(),
        feeds=scanner.feeds(),
        inks=scanner.inks(),
        busy=_busy(scanner, line, going_on.busy),
        share=line.share if line.is_busy else None,
        problem=going_on.problem,
        proceed=proceed,
        proceed_icon=icon,
        proceed_keys=keys,
        acts=acts,
        hints=_hints(hand, line),
        tool_hints=_tool_hints(acts),
    )


def _rows(hand: AtHand) -> tuple[PickerRow, ...]:
    if hand.read is None:
        return ()
    dossier = hand.read.dossier
    return tuple(
        shown.row_of(place, paper, dossier, hand.kept_of(paper), hand.trays.get(paper))
        for place, paper in enumerate(hand.papers)
    )


def _acts(hand: AtHand, *, is_busy: bool) -> Acts:
    tray, viewing = hand.tray, hand.viewed is not None
    may = hand.may and not is_busy and bool(hand.paper)
    own = may and not viewing and bool(tray.pages)
    quiet = not is_busy and not tray.pages and bool(hand.kept)
    return Acts(
        scan=may,
        add=may,
        turn=own,
        earlier=own and tray.chosen > 0,
        later=own and tray.chosen < len(tray.pages) - 1,
        drop=own,
        view=quiet,
        remove=may and quiet,
        save=own,
    )


def _proceed(hand: AtHand) -> tuple[str, str, str]:
    if hand.viewed is not None:
        return tr("Xem xong"), "check", "Enter"
    if hand.tray.pages:
        return tr("Lưu"), "check", "Enter"
    return tr("Quét"), "scan", "Enter"


def _pages_words(hand: AtHand) -> str:
    pages = hand.pages
    if not pages.pages:
        return ""
    count = tr("Trang {page} trên {pages}").format(page=pages.chosen + 1, pages=len(pages.pages))
    return f"{count} · {tr('đã lưu') if hand.viewed is not None else tr('chưa lưu')}"


def _empty(hand: AtHand, scanner: ScannerChoice) -> str:
    if hand.read is None:
        return tr("Đang mở hồ sơ…")
    if not hand.may:
        return tr("Vai trò của cán bộ chỉ xem được tệp đã lưu.")
    if hand.kept:
        return tr("Giấy tờ này đã có tệp. Enter quét thêm một tệp nữa.")
    if scanner.is_ready:
        return tr("Đặt giấy vào máy scan rồi nhấn Enter, hoặc thả tệp PDF, ảnh vào đây.")
    return tr("Thả tệp PDF, ảnh vào đây hoặc nhấn Ctrl+O để chọn tệp.")


def _busy(scanner: ScannerChoice, line: ScanLine, words: str) -> str:
    if line.is_busy:
        return tr("Đang quét trang {page}").format(page=line.page)
    return words or (tr("Đang tìm máy scan…") if scanner.is_looking else "")


def _hints(hand: AtHand, line: ScanLine) -> tuple[Hint, ...]:
    if line.is_busy:
        return (Hint("Esc", tr("dừng quét")),)
    hints = [Hint("Up Down", tr("chọn giấy tờ"))]
    if len(hand.pages.pages) > 1:
        hints.append(Hint("Left Right", tr("chọn trang")))
    if hand.pages.pages:
        hints.append(Hint("Ctrl+=", tr("xem gần")))
    hints.append(Hint("Esc", tr("quay lại")))
    return tuple(hints)


def _tool_hints(acts: Acts) -> tuple[Hint, ...]:
    hints = []
    if acts.turn:
        hints.append(Hint("Ctrl+Left", tr("hoặc"), joined=True))
        hints.append(Hint("Ctrl+Right", tr("xoay")))
    if acts.earlier or acts.later:
        hints.append(Hint("Ctrl+Shift+Left", tr("hoặc"), joined=True))
        hints.append(Hint("Ctrl+Shift+Right", tr("đổi chỗ")))
    if acts.drop or acts.remove:
        hints.append(Hint("Delete", tr("bỏ trang") if acts.drop else tr("gỡ tệp")))
    if acts.view:
        hints.append(Hint("Shift+F9", tr("xem tệp")))
    return tuple(hints)
