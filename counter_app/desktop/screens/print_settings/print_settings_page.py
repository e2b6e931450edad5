"""The page of Thiết lập in: the forms at the left, how the chosen one is printed at the right."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QGridLayout,
    QHBoxLayout,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from counter_app.desktop.commands import Command
from counter_app.desktop.presenters.print_settings.print_settings import PrintSettings
from counter_app.desktop.presenters.print_settings.settings_state import (
    Choice,
    PrintSettingsState,
    PrintSettingsView,
    TypedPart,
)
from counter_app.desktop.scanning.meaning import Meaning
from counter_app.desktop.screens.print_settings.choices import Choices
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import MEDIUM, Type
from counter_app.desktop.widgets.bars.back_hint import BackHint
from counter_app.desktop.widgets.basics.divider import Divider
from counter_app.desktop.widgets.basics.icon_line import IconLine
from counter_app.desktop.widgets.basics.line import Line
from counter_app.desktop.widgets.cards.card import Card
from counter_app.desktop.widgets.controls.field import Field
from counter_app.desktop.widgets.controls.quiet_button import QuietButton
from counter_app.desktop.widgets.grounds.scroll_column import ScrollColumn
from counter_app.i18n import tr

_FORMS_WIDTH, _BESIDE = 380, 690
_ANY_WIDTH = 16_777_215  # Qt's QWIDGETSIZE_MAX: no limit


class PrintSettingsPage(QWidget):
    """Shows a `PrintSettingsState`; `make` gives it its presenter, which needs it as its view."""

    def __init__(
        self,
        look: Look,
        make: Callable[[PrintSettingsView], PrintSettings],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._shown: dict[str, tuple[Choice, ...]] = {}
        self._forms = Choices(look, tr("Loại giấy"))
        self._papers = Choices(look, tr("Khổ giấy"), across=True)
        self._ways = Choices(look, tr("Trước khi in"), across=True)
        self._printer = QuietButton(look, "", "print", chevron=True)
        self._tray = QuietButton(look, "", "inbox", chevron=True)
        self._copies = Field(look, tr("Số bộ mỗi lần in"), digits=True)
        self._right = Field(look, tr("Sang phải (mm)"), digits=True)
        self._down = Field(look, tr("Xuống dưới (mm)"), digits=True)
        self._trouble = IconLine(look, "warn", "", Type.BODY, Tone.WARN, wrap=True)
        self._tested = IconLine(look, "ok", "", Type.BODY, Tone.OK, wrap=True)
        self._reason = Line(look, "", Type.CAPTION, Tone.TEXT_2)
        self._test = QuietButton(look, tr("In thử"), "print", height=44)
        self._cards = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._menus = {name: QMenu(self) for name in ("printer", "tray")}
        self._printer.set_menu(self._menus["printer"])
        self._tray.set_menu(self._menus["tray"])
        self._lay_out()
        self.presenter = make(self)
        self._menus["printer"].triggered.connect(self._printer_chosen)
        self._menus["tray"].triggered.connect(self._tray_chosen)
        self._copies.committed.connect(self.presenter.type_copies)
        self._right.committed.connect(self.presenter.type_right)
        self._down.committed.connect(self.presenter.type_down)
        self._forms.picked.connect(self.presenter.choose_form)
        self._papers.picked.connect(self.presenter.choose_paper)
        self._ways.picked.connect(self.presenter.choose_way)
        self._test.clicked.connect(self._test_clicked)
        look.changed.connect(self._fit)

    def present(self, state: PrintSettingsState) -> None:
        """Show `state`; only what is another is touched."""
        self._forms.set_choices(state.forms)
        self._papers.set_choices(state.papers)
        self._ways.set_choices(state.ways)
        self._set_menu("printer", state.printers)
        self._set_menu("tray", state.trays)
        for button, caption, words in (
            (self._printer, tr("Máy in"), state.printer),
            (self._tray, tr("Khay giấy"), state.tray),
        ):
            button.setText(words or tr("Đang tìm máy in…"))
            button.setAccessibleName(f"{caption}: {words}")
            button.setEnabled(not state.reading)
        _show(self._copies, state.copies)
        _show(self._right, state.right)
        _show(self._down, state.down)
        self._trouble.set("warn", state.trouble, Tone.WARN)
        self._trouble.setVisible(bool(state.trouble))
        icon, tone = ("ok", Tone.OK) if state.came else ("warn", Tone.WARN)
        self._tested.set(icon, state.tested, tone)
        self._tested.setVisible(bool(state.tested))
        self._reason.set_text(state.test_reason)
        self._reason.setVisible(bool(state.test_reason))
        self._test.setEnabled(not state.reading and not state.test_reason)
        self._test.setToolTip(state.test_reason)
        self._test.setAccessibleDescription(state.test_reason)

    def title(self) -> str:
        """Return the page's name."""
        return tr("Thiết lập in")

    def commands(self) -> Mapping[Command, str]:
        """Return the keys that act here."""
        return {Command.REFRESH: tr("Tìm lại máy in")}

    def act(self, command: Command) -> bool:
        """F5 looks for printers."""
        if command is Command.REFRESH:
            self.presenter.refresh()
            return True
        return False

    def scanned(self, scan: Meaning) -> bool:
        """Leave scans to the window."""
        del scan
        return False

    def arrive(self) -> None:
        """Look for printers; the keys are on the printer."""
        self.presenter.refresh()
        self._printer.setFocus()

    def escape(self) -> bool:
        """There is nothing to go back from."""
        return False

    def _lay_out(self) -> None:
        forms = Card(self._look)
        forms.body.addWidget(Line(self._look, tr("Loại giấy"), Type.NAME))
        forms.body.addWidget(self._forms)
        forms.body.addStretch(1)
        forms.body.addWidget(BackHint(self._look))
        settings = Card(self._look)
        settings.body.setSpacing(6)
        settings.body.addWidget(Line(self._look, tr("Cách in"), Type.NAME))
        settings.body.addWidget(self._trouble)
        body = settings.body
        machine = QGridLayout()
        machine.setHorizontalSpacing(12)
        machine.setVerticalSpacing(4)
        machine.setColumnStretch(0, 3)
        machine.setColumnStretch(1, 2)
        menus = ((tr("Máy in"), self._printer), (tr("Khay giấy"), self._tray))
        for place, (caption, button) in enumerate(menus):
            label = Line(self._look, caption, Type.BODY, weight=MEDIUM)
            label.setBuddy(button)
            machine.addWidget(label, 0, place)
            machine.addWidget(button, 1, place)
        body.addLayout(machine)
        body.addWidget(Line(self._look, tr("Khổ giấy"), Type.BODY, weight=MEDIUM))
        body.addWidget(self._papers)
        body.addWidget(Divider(self._look))
        numbers = QHBoxLayout()
        numbers.setSpacing(12)
        for field in (self._copies, self._right, self._down):
            column = QVBoxLayout()  # an aligned widget would lose the second line of its sentence
            column.addWidget(field)
            column.addStretch(1)
            numbers.addLayout(column, 1)
        body.addLayout(numbers)
        body.addWidget(
            Line(
                self._look,
                tr("Đo độ lệch trên trang in thử; số âm dời ngược lại."),
                Type.CAPTION,
                Tone.TEXT_3,
                wrap=True,
            )
        )
        body.addWidget(Line(self._look, tr("Trước khi in"), Type.BODY, weight=MEDIUM))
        body.addWidget(self._ways)
        body.addStretch(1)
        body.addWidget(self._tested)
        body.addWidget(self._reason)
        body.addWidget(self._test)
        self._cards.setSpacing(12)
        self._cards.addWidget(forms, 2)
        self._cards.addWidget(settings, 3)
        scroll = ScrollColumn()
        scroll.body.addLayout(self._cards)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 16, 16, 16)
        outer.addWidget(scroll)
        self._forms_card = forms

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """Put the cards below each other where there is no room beside."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        way = QBoxLayout.Direction
        beside = self.width() >= self._look.px(_BESIDE)
        self._cards.setDirection(way.LeftToRight if beside else way.TopToBottom)
        self._forms_card.setMaximumWidth(self._look.px(_FORMS_WIDTH) if beside else _ANY_WIDTH)

    def _set_menu(self, name: str, choices: tuple[Choice, ...]) -> None:
        if self._shown.get(name) == choices:
            return
        self._shown[name] = choices
        menu = self._menus[name]
        menu.clear()
        for each in choices:
            words = f"{each.words} · {each.note}" if each.note else each.words
            action = QAction(words, menu)
            action.setData(each.key)
            action.setCheckable(True)
            action.setChecked(each.chosen)
            menu.addAction(action)

    def _printer_chosen(self, action: QAction) -> None:
        self.presenter.choose_printer(str(action.data()))

    def _tray_chosen(self, action: QAction) -> None:
        self.presenter.choose_tray(str(action.data()))

    def _test_clicked(self) -> None:
        self.presenter.test()


def _show(field: Field, part: TypedPart) -> None:
    field.set_text(part.text)
    field.set_problem(part.problem)
