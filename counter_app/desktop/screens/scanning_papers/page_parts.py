"""The parts of the page and where they lie; what they show comes whole."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from counter_app.desktop.presenters.scanning_papers.page_state import ScanPageState
from counter_app.desktop.screens.scanning_papers.big_page import BigPage
from counter_app.desktop.screens.scanning_papers.choice_button import ChoiceButton
from counter_app.desktop.screens.scanning_papers.page_strip import PageStrip
from counter_app.desktop.screens.scanning_papers.paper_rows import PaperRows, PlainRows
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import BOLD, Type
from counter_app.desktop.widgets.basics.hint import Hint
from counter_app.desktop.widgets.basics.hint_line import HintLine
from counter_app.desktop.widgets.basics.line import Line
from counter_app.desktop.widgets.basics.meter import Meter
from counter_app.desktop.widgets.cards.card import Card
from counter_app.desktop.widgets.cards.empty_state import EmptyState
from counter_app.desktop.widgets.cards.step_card import LARGE
from counter_app.desktop.widgets.cards.warn_box import WarnBox
from counter_app.desktop.widgets.controls.primary_button import PrimaryButton, flush
from counter_app.desktop.widgets.controls.quiet_button import QuietButton
from counter_app.desktop.widgets.grounds.flow import Flow
from counter_app.i18n import tr

_MARGIN, _GAP = 16, 12
_ROWS, _PROCEED, _ALL_ROOM = 392, 180, 1000


class PageParts:
    """Made by the page, laid out in it."""

    def __init__(self, look: Look, page: QWidget) -> None:
        self._look, self._page = look, page
        self.title = Line(look, "", Type.PAGE, digits=True)
        self.back = QuietButton(look, "", "arrow-left", "Esc")
        self.back.setAccessibleName(tr("Quay lại"))
        self.rows = PaperRows(look)
        self.rows.setAccessibleName(tr("Giấy tờ của hồ sơ"))
        self.paper = Line(look, "", Type.NAME, weight=BOLD, wrap=True)
        self.kept = PlainRows(look, max_rows=2)
        self.kept.setAccessibleName(tr("Tệp đã lưu"))
        self.view = QuietButton(look, tr("Xem"), "eye")
        self.remove = QuietButton(look, tr("Gỡ tệp"), "x")
        self.strip = PageStrip(look)
        self.big = BigPage(look)
        self.place = Line(look, "", Type.BODY, Tone.TEXT_2)
        self.left = QuietButton(look, tr("Xoay trái"), "undo")
        self.right = QuietButton(look, tr("Xoay phải"), "refresh")
        self.earlier = QuietButton(look, tr("Lên trước"), "arrow-up")
        self.later = QuietButton(look, tr("Xuống sau"), "arrow-down")
        self.drop = QuietButton(look, tr("Bỏ trang"), "x")
        self.again = QuietButton(look, tr("Quét thêm"), "scan")
        self._tools = {
            self.left: "Ctrl+Left",
            self.right: "Ctrl+Right",
            self.earlier: "Ctrl+Shift+Left",
            self.later: "Ctrl+Shift+Right",
            self.drop: "Delete",
            self.again: "F6",
        }
        self.empty = EmptyState(look, "scan", "")
        self.meter = Meter(look)
        self.busy = Line(look, "", Type.BODY, Tone.TEXT_2, digits=True)
        self.problem = WarnBox(look, error=True)
        self.scanners = ChoiceButton(look, "scan", tr("Máy scan"))
        self.feeds = ChoiceButton(look, "inbox", tr("Lấy giấy từ"))
        self.inks = ChoiceButton(look, "paper", tr("Màu của bản quét"))
        self.add = QuietButton(look, tr("Chọn tệp"), "folder", "Ctrl+O")
        self.proceed = PrimaryButton(look, tr("Quét"), "scan", "Enter", big=True)
        self.hints = HintLine(look)
        self._hints: tuple[tuple[Hint, ...], tuple[Hint, ...]] = ((), ())
        self._tool_column = QVBoxLayout()
        self._left = QWidget()
        self._pages = QWidget()
        self._files = QWidget()
        self._lay_out()

    def present(self, state: ScanPageState, ratio: float) -> bool:
        """Show a state; return whether the keys were on something that can't have them now."""
        focused = QApplication.focusWidget()  # Qt takes the keys off what gets disabled
        self.title.set_text(state.title)
        self.rows.set_rows(state.rows)
        if state.rows and self.rows.current() != state.current:
            self.rows.set_current(state.current)
        self.paper.set_text(state.paper)
        self.kept.set_rows(state.kept)
        if state.kept and self.kept.current() != state.kept_current:
            self.kept.set_current(state.kept_current)
        self._files.setVisible(bool(state.kept))
        self.strip.set_thumbs(state.thumbs, state.chosen)
        self.big.set_page(state.big, ratio)
        self.place.set_text(state.pages_words)
        self._pages.setVisible(bool(state.thumbs))
        self.empty.setVisible(not state.thumbs)
        self.empty.set("scan", state.empty)
        self._show_work(state)
        self._show_acts(state)
        self._hints = (state.hints, state.tool_hints)
        self._show_hints()
        if focused is self._page:
            return self.proceed.isEnabled()
        if focused is None or not self._page.isAncestorOf(focused):
            return False
        return not (focused.isVisibleTo(self._page) and focused.isEnabled())

    def _show_work(self, state: ScanPageState) -> None:
        self.busy.set_text(state.busy)
        self.busy.setVisible(bool(state.busy))
        self.meter.setVisible(state.share is not None)
        self.meter.set_value(state.share or 0.0)
        self.problem.set(*state.problem)
        self.problem.setVisible(bool(state.problem[0]))
        # What is more urgent gets the room.
        self.place.setVisible(not state.problem[0])
        self._tool_column.setSpacing(2 if state.problem[0] else 8)
        self.scanners.set_choices(state.scanners)
        self.feeds.set_choices(state.feeds)
        self.inks.set_choices(state.inks)

    def _show_acts(self, state: ScanPageState) -> None:
        acts = state.acts
        for button, can in (
            (self.left, acts.turn),
            (self.right, acts.turn),
            (self.earlier, acts.earlier),
            (self.later, acts.later),
            (self.drop, acts.drop),
            (self.view, acts.view),
            (self.remove, acts.remove),
            (self.add, acts.add),
            (self.again, acts.scan),
        ):
            button.setEnabled(can)
        is_own = bool(state.thumbs) and not state.viewing
        for button in self._tools:
            button.setVisible(is_own)
        self.proceed.setText(state.proceed)
        self.proceed.set_icon(state.proceed_icon)
        self.proceed.setEnabled(acts.scan or acts.save or state.viewing)

    def _show_hints(self) -> None:
        # At a large scale the tools have no room for their keys.
        own, tools = self._hints
        self.hints.set_hints((*tools, *own) if self._look.scale >= LARGE else own)

    def _lay_out(self) -> None:
        look = self._look
        head = QHBoxLayout()
        head.setSpacing(_GAP)
        head.addWidget(self.back)
        head.addWidget(self.title, 1)
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(_GAP)
        left.addWidget(self.rows, 1)
        options = Flow(8, 8)
        for choice in (self.scanners, self.feeds, self.inks):
            options.addWidget(choice)
        left.addLayout(options)
        right = Card(look)
        right.body.setSpacing(8)
        right.body.addWidget(self.paper)
        right.body.addWidget(self._files)
        right.body.addWidget(self.empty)
        right.body.addWidget(self._pages, _ALL_ROOM)
        right.body.addWidget(self.problem)
        right.body.addStretch(1)
        right.body.addLayout(self._work())
        right.body.addLayout(self._foot())
        self._lay_out_files()
        self._lay_out_pages()
        middle = QHBoxLayout()
        middle.setSpacing(_GAP)
        middle.addWidget(self._left)
        middle.addWidget(right, 1)
        outer = QVBoxLayout(self._page)
        outer.setContentsMargins(_MARGIN, 14, _MARGIN, 10)
        outer.setSpacing(10)
        outer.addLayout(head)
        outer.addLayout(middle, 1)
        outer.addWidget(self.hints)
        look.changed.connect(self._restyle)
        self._restyle()

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(_GAP)
        row.addWidget(self.add)
        row.addStretch(1)
        row.addLayout(flush(self.proceed))
        return row

    def _work(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(_GAP)
        row.addWidget(self.busy)
        row.addWidget(self.meter, 1)
        return row

    def _lay_out_files(self) -> None:
        row = QHBoxLayout(self._files)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.kept, 1)
        row.addWidget(self.view)
        row.addWidget(self.remove)

    def _lay_out_pages(self) -> None:
        row = QHBoxLayout(self._pages)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.strip)
        row.addWidget(self.big, 1)
        tools = self._tool_column
        tools.setSpacing(8)
        tools.addWidget(self.place)
        for button in self._tools:
            tools.addWidget(button)
        tools.addStretch(1)
        row.addLayout(tools)

    def _restyle(self) -> None:
        look = self._look
        self._left.setFixedWidth(min(look.px(_ROWS), 430))
        self.proceed.setMinimumWidth(look.px(_PROCEED))
        is_large = look.scale >= LARGE
        self._show_hints()
        for button, keys in self._tools.items():
            button.set_keys("" if is_large else keys)
        for button, keys in ((self.view, "Shift+F9"), (self.remove, "Delete")):
            button.set_keys("" if is_large else keys)
