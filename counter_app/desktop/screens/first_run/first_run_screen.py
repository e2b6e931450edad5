"""The wizard of the first run: steps at the left, one card, the filled button at its foot."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFileDialog,
    QHBoxLayout,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)

from counter_app.desktop.presenters.first_run import state as shown
from counter_app.desktop.presenters.first_run.first_run import FirstRun
from counter_app.desktop.presenters.first_run.state import FirstRunState, FirstRunView, Step
from counter_app.desktop.screens.first_run.move_block import MoveBlock
from counter_app.desktop.screens.first_run.recovery_block import RecoveryBlock
from counter_app.desktop.screens.first_run.steps_list import StepsList
from counter_app.desktop.screens.login.clock_column import inset, show_only
from counter_app.desktop.screens.scanner_check.scanner_check import ScannerCheckScreen
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import Type
from counter_app.desktop.widgets.bars.back_hint import BackHint
from counter_app.desktop.widgets.basics.icon_line import IconLine
from counter_app.desktop.widgets.basics.line import Line
from counter_app.desktop.widgets.cards.card import Card
from counter_app.desktop.widgets.controls.check_row import CheckRow
from counter_app.desktop.widgets.controls.field import Field
from counter_app.desktop.widgets.controls.primary_button import RESERVED, PrimaryButton
from counter_app.desktop.widgets.controls.quiet_button import QuietButton
from counter_app.i18n import tr

NARROW, WIDE = 560, 1040
"""Width of the card for a form, and for an embedded page, in pixels at 100 %."""

_STEPS = 184
_TOP, _MARGIN, _GAP = 48, 16, 32
_CARD_AT = 1
_ALL = 1_000
"""Stretch of the card while a page is embedded: it takes the height, a form only what it needs."""


class FirstRunScreen(QWidget):
    """Fills the window. `pages` make the embedded pages when their step comes first."""

    def __init__(
        self,
        look: Look,
        make: Callable[[FirstRunView], FirstRun],
        pages: Mapping[Step, Callable[[], QWidget]],
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._pages = dict(pages)
        self._made: dict[Step, QWidget] = {}
        self._steps = StepsList(look)
        self._title = Line(look, "", Type.PAGE, wrap=True)
        self._words = Line(look, "", Type.BODY, Tone.TEXT_2, wrap=True)
        self._server = Field(look, tr("Địa chỉ máy chủ"), placeholder="https://motcua.tinh.gov.vn")
        self._ca_file = Field(look, tr("Tệp chứng thư của tỉnh (không bắt buộc)"))
        self._choose = QuietButton(look, tr("Chọn tệp…"), "folder")
        self._code = Field(look, tr("Mã ghi danh"), digits=True)
        self._replaces = CheckRow(look, "", tr("Máy này thay một máy cũ"))
        self._recovery = RecoveryBlock(look)
        self._moving = MoveBlock(look)
        self._why_not = IconLine(look, "info", "", Type.BODY, Tone.TEXT_2, wrap=True)
        self._next = PrimaryButton(look, "", keys="Enter")
        self._on = QuietButton(look, "", "arrow-right", height=44)  # where Enter is the page's
        self._back = QuietButton(look, "", "arrow-left", "Esc", height=40)
        self._card = Card(look, padding=(28 - RESERVED, 24))
        self._lay_out()
        self._connect()
        look.changed.connect(self.restyle)
        self._step: Step | None = None
        self.presenter = make(self)
        self.presenter.start()
        self.restyle()

    def _lay_out(self) -> None:
        body = self._card.body
        body.setSpacing(0)
        self._titling = inset(self._title)
        self._telling = inset(self._words, 4)
        body.addWidget(self._titling)
        body.addWidget(self._telling)
        address = QWidget()
        column = QVBoxLayout(address)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._server)
        column.addWidget(self._ca_file)
        column.addWidget(self._choose, 0, Qt.AlignmentFlag.AlignLeft)
        self._address = inset(address, 20)
        coding = QWidget()
        codes = QVBoxLayout(coding)
        codes.setContentsMargins(0, 0, 0, 0)
        codes.setSpacing(12)
        codes.addWidget(self._code)
        codes.addWidget(self._replaces)
        self._coding = inset(coding, 20)
        self._taking = inset(self._moving, 16)
        self._recovering = inset(self._recovery, 16)
        for part in (self._address, self._coding, self._recovering, self._taking):
            body.addWidget(part)
        self._page_room = QVBoxLayout()
        self._page_room.setContentsMargins(RESERVED, 16, RESERVED, 0)
        body.addLayout(self._page_room, 1)
        self._reason = inset(self._why_not, 16)
        body.addWidget(self._reason)
        body.addSpacing(16)
        self._backing = inset(self._back)
        self._acts = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._acts.setSpacing(4)
        self._acts.addWidget(self._next, 1)
        self._acts.addWidget(self._on, 1)
        self._acts.addWidget(self._backing)
        body.addLayout(self._acts)
        self._middle = QVBoxLayout()
        self._above = QSpacerItem(0, _TOP)
        self._middle.addItem(self._above)
        self._middle.addWidget(self._card)
        self._middle.addStretch(1)
        left = QVBoxLayout()
        left.addSpacing(_TOP + 28)
        left.addWidget(self._steps)
        left.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        row.setSpacing(_GAP)
        row.addStretch(1)
        row.addLayout(left)
        row.addLayout(self._middle)
        row.addStretch(1)

    def _connect(self) -> None:
        self._server.changed.connect(self._server_typed)
        self._ca_file.changed.connect(self._ca_typed)
        self._code.changed.connect(self._code_typed)
        self._choose.clicked.connect(self._choose_file)
        self._replaces.toggled.connect(self._replaces_chosen)
        self._moving.stick_typed.connect(self._stick_typed)
        self._moving.key_typed.connect(self._key_typed)
        self._moving.more.connect(self._another_stick)
        self._recovery.kept.connect(self._kept)
        self._recovery.asked_print.connect(self._print)
        self._next.clicked.connect(self._go_on)
        self._on.clicked.connect(self._go_on)
        self._back.clicked.connect(self._go_back)

    # --- the view --------------------------------------------------------------------------------

    def present(self, state: FirstRunState) -> None:
        """Show a state; only what changed is touched."""
        self._steps.set_lines(state.lines)
        self._title.set_text(state.title)
        self._words.set_text(state.words)
        self._server.set_text(state.server)
        self._server.set_problem(state.server_problem)
        self._ca_file.set_text(state.ca_file)
        self._ca_file.set_problem(state.ca_problem)
        self._code.set_text(state.code)
        self._code.set_note(state.code_note)
        self._code.set_problem(state.code_problem)
        self._code.label.set_text(state.code_label)
        self._code.edit.setAccessibleName(state.code_label)
        if self._replaces.isChecked() is not state.replaces:
            self._replaces.setChecked(state.replaces)
        self._moving.set(state)
        self._recovery.set(state)
        self._why_not.set("info", state.why_not)
        self._next.setText(state.next)
        self._on.setText(state.next)
        self._next.setEnabled(state.may_go_on)
        self._next.set_reason(state.why_not)
        self._back.setText(state.back)
        if state.step is not self._step:
            self._step = state.step
            self._show_page(state.step)
            self.restyle()
        has_page = state.step in self._made  # which says itself what it is
        show_only(
            (
                (self._next, state.step is not Step.SCANNER),
                (self._on, state.step is Step.SCANNER),
                (self._titling, not has_page),
                (self._telling, not has_page),
                (self._address, state.step is Step.SERVER),
                (self._coding, state.step is Step.CODE),
                (self._recovering, state.step is Step.RECOVERY),
                (self._taking, state.step is Step.MOVE),
                (self._reason, bool(state.why_not)),
                (self._backing, bool(state.back)),
            )
        )

    def focus(self, field: shown.Field) -> None:
        """Put the keys where the presenter wants them."""
        page = self._made.get(self._step) if self._step is not None else None
        places = {
            shown.Field.SERVER: self._server.edit,
            shown.Field.CA_FILE: self._ca_file.edit,
            shown.Field.CODE: self._code.edit,
            shown.Field.STICK: self._moving.stick.edit,
            shown.Field.KEY_FILE: self._moving.key_file.edit,
            shown.Field.KEPT: self._recovery.check,
            shown.Field.PAGE: page or self._next,
            shown.Field.NEXT: self._next,
        }
        places[field].setFocus()

    # --- the page --------------------------------------------------------------------------------

    def title(self) -> str:
        """Return what the window's title begins with."""
        return tr("Cài đặt lần đầu")

    def scanned(self, text: str) -> bool:
        """Take the text of a scan; False when nothing here wants it."""
        return self.presenter.scanned(text)

    def escape(self) -> bool:
        """Go one step back; False when there is none."""
        return self.presenter.back()

    # --- events ----------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Take Enter, Esc and Ctrl+P from wherever the keys are; a field passes them on to here."""
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.presenter.back()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.presenter.next()
        elif key == Qt.Key.Key_P and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.presenter.print_recovery()
        else:
            super().keyPressEvent(event)

    def restyle(self) -> None:
        """Take widths from the look; an embedded page gets all the room there is."""
        has_page = self._step in self._made
        wide = min(self._look.px(WIDE), self.width() - self._look.px(_STEPS) - 2 * _MARGIN - _GAP)
        narrow = self._look.px(NARROW)
        self._card.setFixedWidth(max(narrow, wide) if has_page else narrow)
        self._middle.setStretch(_CARD_AT, _ALL if has_page else 0)
        self._above.changeSize(0, 0 if has_page else _TOP)
        margin = 12 if has_page else 24
        self._card.body.setContentsMargins(28 - RESERVED, margin, 28 - RESERVED, margin)
        way = QBoxLayout.Direction
        self._acts.setDirection(way.RightToLeft if has_page else way.TopToBottom)
        self._middle.invalidate()
        self._steps.setFixedWidth(self._look.px(_STEPS))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """Fit an embedded page."""
        super().resizeEvent(event)
        self.restyle()

    def _show_page(self, step: Step) -> None:
        if step in self._pages and step not in self._made:
            page = self._made[step] = self._pages[step]()
            if (layout := page.layout()) is not None:
                layout.setContentsMargins(0, 0, 0, 0)  # the card has a margin already
            self._page_room.addWidget(page)
            if isinstance(page, ScannerCheckScreen):
                page.settled.connect(self._page_settled)
            for hint in page.findChildren(BackHint):
                hint.hide()  # the wizard has a button for it
        for each, made in self._made.items():
            made.setVisible(each is step)

    def _choose_file(self) -> None:
        dialog = QFileDialog(self, tr("Chọn tệp chứng thư của tỉnh"))
        dialog.setNameFilter(tr("Chứng thư (*.pem *.crt *.cer)"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._file_chosen)
        dialog.open()

    def _file_chosen(self, path: str) -> None:
        self._ca_file.set_text(path)
        self.presenter.ca_typed(path)

    def _server_typed(self, text: str) -> None:
        self.presenter.server_typed(text)

    def _ca_typed(self, text: str) -> None:
        self.presenter.ca_typed(text)

    def _code_typed(self, text: str) -> None:
        self.presenter.code_typed(text)

    def _replaces_chosen(self, is_on: bool) -> None:
        self.presenter.replaces(is_on=is_on)

    def _stick_typed(self, path: str) -> None:
        self.presenter.stick_typed(path)

    def _another_stick(self) -> None:
        self.presenter.another_stick()

    def _key_typed(self, path: str) -> None:
        self.presenter.key_file_typed(path)

    def _kept(self, is_kept: bool) -> None:
        self.presenter.kept(is_kept=is_kept)

    def _print(self) -> None:
        self.presenter.print_recovery()

    @Slot(object)
    def _page_settled(self, is_settled: bool) -> None:
        self._on.set_keys("Enter" if is_settled else "")

    def _go_on(self) -> None:
        self.presenter.next()

    def _go_back(self) -> None:
        self.presenter.back()
