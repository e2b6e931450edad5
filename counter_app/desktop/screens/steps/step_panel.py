"""`StepPanel`: the one frame of all further steps, at the right side of a dossier's page.

It shows a `StepState` and knows nothing of any step. For a new step write a presenter (a subclass
of `presenters.steps.step.Step`) and its line in `presenters/steps/offers.py`; nothing is added
here.

- `serve(step)`: whose panel it is from now on; what the last one showed is gone.
- `present(state)`, `focus(name)`, `finished(dossier)`: what a step asks (`StepView`).
- `press(event)`: a digit turns a row over, Up and Down walk through the rows, Enter is the next
  thing; keys that are typed in a field are never taken.
- `done` carries the dossier once the act is written.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from counter_app.desktop.presenters.steps.step_state import (
    NEXT,
    Block,
    Fields,
    Rows,
    Say,
    Sides,
    StepEvents,
    StepState,
)
from counter_app.desktop.screens.steps.fields_view import FieldsView
from counter_app.desktop.screens.steps.rows_view import RowsView
from counter_app.desktop.screens.steps.say_view import SayView
from counter_app.desktop.screens.steps.sides_view import SidesView
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import Type
from counter_app.desktop.widgets.basics.key_caps import KeyCaps
from counter_app.desktop.widgets.basics.line import Line
from counter_app.desktop.widgets.cards.card import Card
from counter_app.desktop.widgets.cards.edge import Edge
from counter_app.desktop.widgets.cards.warn_box import WarnBox
from counter_app.desktop.widgets.controls.primary_button import RESERVED, PrimaryButton
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.i18n import tr

_BlockView = RowsView | FieldsView | SayView | SidesView
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class StepPanel(Card):
    """Part of the dossier's page."""

    done = Signal(object)

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        # The button keeps free what its ring needs; everything else stands as far in as its box.
        super().__init__(look, padding=(20 - RESERVED, 14), edge=Edge.ACCENT, parent=parent)
        self._step: StepEvents | None = None
        self._views: dict[str, _BlockView] = {}
        self._title = Line(look, "", Type.NAME, Tone.ACCENT)
        self._keys = KeyCaps(look, "")
        self._to_fields = QWidget()
        self._column = QVBoxLayout()
        self._inside = QVBoxLayout()
        self._scroll = QScrollArea()
        self._comes: SayView | None = None  # a sentence that is to be brought into sight
        # Timers of the panel's own: a single shot would still call a panel that is gone.
        self._shows_focus = QTimer(self, singleShot=True, interval=0)
        self._shows_focus.timeout.connect(self._show_focus)
        self._shows_what_comes = QTimer(self, singleShot=True, interval=0)
        self._shows_what_comes.timeout.connect(self._show_what_comes)
        self._error = WarnBox(look, error=True)
        self._reason = Line(look, "", Type.BODY, Tone.TEXT_2, wrap=True)
        self._proceed = PrimaryButton(look, "", "check", "Enter", big=True)
        self._lay_out()
        self._proceed.clicked.connect(self._confirm)

    # ---- what the page asks

    def serve(self, step: StepEvents) -> None:
        """Be the panel of `step`."""
        if step is not self._step:
            self._step = step
            self._clear()

    def whole_height(self, width: int) -> int:
        """Return the height at which nothing of it scrolls, for a panel of `width`."""
        inside, margins = self._inside, self.body.contentsMargins()
        room = width - margins.left() - margins.right()
        wanted = inside.heightForWidth(room) if inside.hasHeightForWidth() else -1
        blocks = max(wanted, inside.sizeHint().height())
        return self.sizeHint().height() - self._scroll.sizeHint().height() + blocks

    def press(self, event: QKeyEvent) -> bool:
        """Take a key that no field took."""
        step, focused = self._step, self.focusWidget()
        if step is None:
            return False
        typing = isinstance(focused, QLineEdit | QPlainTextEdit) and focused.hasFocus()
        if event.key() in _ENTER and not isinstance(focused, QPlainTextEdit):
            if not event.isAutoRepeat():
                self._enter(typing=typing)
            return True
        if typing:
            return False
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            return self._walk_in()
        return event.text().isdecimal() and step.press(event.text())

    # ---- what a step asks

    def present(self, state: StepState) -> None:
        """Show the whole state."""
        self.setAccessibleName(state.title)
        self._title.set_text(state.title)
        self._keys.setVisible(bool(state.keys))
        self._keys.set_keys(state.keys)
        self._show_blocks(state.blocks)
        kinds = {type(block) for block in state.blocks}
        self._to_fields.setVisible({Rows, Fields} <= kinds)
        self._error.setVisible(bool(state.error))
        self._error.set(state.error)
        self._reason.set_text(state.reason)
        self._reason.setVisible(bool(state.reason))
        self._proceed.set_icon(state.icon)
        self._proceed.setText(state.proceed)
        self._proceed.setEnabled(not state.reason)
        self._proceed.set_reason(state.reason)
        if not state.reason and self.hasFocus():
            self._proceed.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus(self, name: str) -> None:
        """Put the keys where the step wants them."""
        target = self._find(name)
        if isinstance(target, RowsView | SidesView):
            target.focus()
        elif target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)
        if target is not None:
            self._show_focus()
            self._shows_focus.start()  # what was just made has no place before
            return
        button: QWidget = self._proceed if self._proceed.isEnabled() else self
        button.setFocus(Qt.FocusReason.OtherFocusReason)

    def confirm(self) -> None:
        """Write the act, as Enter on the button does (F9)."""
        self._confirm()

    def finished(self, dossier: Dossier) -> None:
        """The act was written."""
        self.done.emit(dossier)

    # ---- inside

    def _enter(self, *, typing: bool) -> None:
        """Enter in a field is done with it: an input method ends words by Enter, too."""
        if self._step is None:
            return
        if typing and self._proceed.isEnabled():
            self.focus(NEXT)
        else:
            self._step.confirm()

    def _walk_in(self) -> bool:
        rows = next((view for view in self._views.values() if isinstance(view, RowsView)), None)
        if rows is not None:
            rows.focus()
        return rows is not None

    def _confirm(self) -> None:
        if self._step is not None:
            self._step.confirm()

    def _turned(self, name: str) -> None:
        if self._step is not None:
            self._step.toggle(name)

    def _typed(self, name: str, text: str) -> None:
        if self._step is not None:
            self._step.type(name, text)

    def _show_row(self, row: QWidget) -> None:
        self._scroll.ensureWidgetVisible(row, 0, 8)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Keep what has the keys in sight when there is less room for it, or bigger type."""
        if event.type() == QEvent.Type.Resize:
            self._shows_focus.start()
        return super().eventFilter(watched, event)

    @Slot()
    def _show_focus(self) -> None:
        """Bring what has the keys into sight, a value of several sides with its label."""
        focused, inside = self.focusWidget(), self._scroll.widget()
        if focused is None or inside is None or not inside.isAncestorOf(focused):
            return
        sides = (view for view in self._views.values() if isinstance(view, SidesView))
        whole = next((view for view in sides if view.isAncestorOf(focused)), focused)
        self._scroll.ensureWidgetVisible(whole, 0, 24)

    @Slot()
    def _show_what_comes(self) -> None:
        if self._comes is not None and self._comes in self._views.values():
            self._scroll.ensureWidgetVisible(self._comes, 0, 8)
        self._comes = None

    def _find(self, name: str) -> QWidget | None:
        if name == NEXT:
            return None
        for view in self._views.values():
            if isinstance(view, FieldsView) and (field := view.field(name)) is not None:
                return field
        rows = self._views.get(name)
        return rows if isinstance(rows, RowsView | SidesView) else None

    def _show_blocks(self, blocks: tuple[Block, ...]) -> None:
        names = [block.name for block in blocks]
        for name in [name for name in self._views if name not in names]:
            self._forget(name)
        for place, block in enumerate(blocks):
            view = self._views.get(block.name)
            if view is None:
                view = self._views[block.name] = self._made(block)
                self._column.insertWidget(place, view)
                view.show()
                if isinstance(view, SayView) and isinstance(block, Say) and block.in_sight:
                    self._comes = view
                    self._shows_what_comes.start()  # it has no place before
            elif self._column.indexOf(view) != place:
                self._column.insertWidget(place, view)
            _show(view, block)

    def _made(self, block: Block) -> _BlockView:
        if isinstance(block, Rows):
            rows = RowsView(self._look)
            rows.turned.connect(self._turned)
            rows.reached.connect(self._show_row)
            return rows
        if isinstance(block, Fields):
            fields = FieldsView(self._look)
            fields.typed.connect(self._typed)
            return fields
        if isinstance(block, Sides):
            sides = SidesView(self._look)
            sides.turned.connect(self._turned)
            return sides
        return SayView(self._look)

    def _forget(self, name: str) -> None:
        view = self._views.pop(name)
        focused = self.window().focusWidget()  # not our own: that one is remembered while hidden
        if focused is not None and view.isAncestorOf(focused):
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        view.hide()
        view.deleteLater()

    def _clear(self) -> None:
        for name in tuple(self._views):
            self._forget(name)

    def _lay_out(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        head = QHBoxLayout()
        head.setContentsMargins(RESERVED, 0, RESERVED, 0)
        head.addWidget(self._title)
        head.addStretch(1)
        below = QHBoxLayout(self._to_fields)
        below.setContentsMargins(0, 0, 12, 0)
        below.setSpacing(6)
        below.addWidget(KeyCaps(self._look, "Tab"))
        below.addWidget(Line(self._look, tr("ô bên dưới"), Type.CAPTION, Tone.TEXT_2))
        head.addWidget(self._to_fields)
        head.addWidget(self._keys)
        inside = QWidget()
        outer = self._inside
        inside.setLayout(outer)
        outer.setContentsMargins(RESERVED, 0, RESERVED, 0)
        self._column.setSpacing(12)
        outer.addLayout(self._column)
        outer.addStretch(1)
        scroll = self._scroll
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        scroll.viewport().installEventFilter(self)
        inside.installEventFilter(self)
        scroll.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        said = QVBoxLayout()
        said.setContentsMargins(RESERVED, 0, RESERVED, 0)
        said.setSpacing(8)
        said.addWidget(self._error)
        said.addWidget(self._reason)
        self.body.addLayout(head)
        self.body.addWidget(scroll, 1)
        self.body.addLayout(said)
        self.body.addWidget(self._proceed)


def _show(view: _BlockView, block: Block) -> None:
    match view, block:
        case (RowsView(), Rows()):
            view.show_block(block)
        case (FieldsView(), Fields()):
            view.show_block(block)
        case (SayView(), Say()):
            view.show_block(block)
        case (SidesView(), Sides()):
            view.show_block(block)
