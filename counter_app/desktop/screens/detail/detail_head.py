"""`DetailHead`: the code, how it stands, when it is due; below it the facts in one line."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counter_app.desktop.presenters.detail.detail_state import DetailState
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import Type
from counter_app.desktop.widgets.basics.facts_line import FactsLine
from counter_app.desktop.widgets.basics.icon_line import IconLine
from counter_app.desktop.widgets.basics.line import Line
from counter_app.desktop.widgets.basics.status_chip import StatusChip
from counter_app.desktop.widgets.controls.quiet_button import QuietButton
from counter_app.i18n import tr


class DetailHead(QWidget):
    """`back` and `reprint` are its buttons."""

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = QuietButton(look, "", "arrow-left", "Esc")
        self.back.setAccessibleName(tr("Quay lại"))
        self.reprint = QuietButton(look, tr("In lại"), "print", "F10")
        self._code = Line(look, "", Type.PAGE, digits=True)
        self._chip = StatusChip(look)
        self._due = IconLine(look, "", "", Type.BODY, Tone.TEXT_2, elide=True)
        self._facts = FactsLine(look)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.back)
        top.addWidget(self._code)
        top.addWidget(self._chip)
        top.addWidget(self._due, 1)
        top.addWidget(self.reprint)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(8)
        outer.addLayout(top)
        outer.addWidget(self._facts)

    def present(self, state: DetailState) -> None:
        """Show the head of this dossier."""
        self._code.set_text(state.code)
        self._chip.set(state.chip.text, state.chip.tone, state.chip.icon)
        self._due.set(state.due.icon, state.due.text, state.due.tone)
        self._due.setVisible(bool(state.due.text))
        self._facts.set_facts(state.facts)
        self.reprint.setVisible(bool(state.reprint))
        self.reprint.setText(state.reprint)
        self.reprint.setAccessibleName(state.reprint)
