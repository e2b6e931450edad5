"""What the reception page shows: frozen values with every word ready. The screen adds nothing.

The page has three cards on the left (applicant, procedure, papers) and a panel on the right (fees,
due, delivery, note, what is left, F9). One block is current; keys go there. All methods that the
screen calls stand in `ReceptionEvents`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import Protocol

from counter_app.desktop.presenters.reception.drafting.draft import ReceptionDraft
from counter_app.desktop.presenters.reception.on_paper.state import PaperLineState, PaperPart


class Block(Enum):
    """The blocks of the page, in the order in which an officer meets them."""

    PAPER_FIRST = "paper_first"  # only when it was received on paper before
    APPLICANT = "applicant"
    PROCEDURE = "procedure"
    PAPERS = "papers"
    FEES = "fees"
    DUE = "due"
    DELIVERY = "delivery"
    NOTE = "note"
    READY = "ready"


class Standing(Enum):
    """How a block stands; `CURRENT` gets the accent outline, `WARNING` the amber badge."""

    UPCOMING = "upcoming"
    CURRENT = "current"
    DONE = "done"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class KeyHint:
    """Keys that act now, e.g. `("Ctrl+D",)`, with what they do."""

    keys: tuple[str, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One row of a question. `key` is the digit that takes it; `code` stands right, tabular."""

    key: str
    text: str
    aside: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """An amber box inside a card: what happened, what is on the card, choices, keys to go on.

    `preferred` is the ringed choice, -1 for none. Digits call `digit`, Enter calls `enter`.
    """

    title: str
    label: str = ""
    detail: str = ""
    choices: tuple[Choice, ...] = ()
    preferred: int = -1
    hints: tuple[KeyHint, ...] = ()


@dataclass(frozen=True, slots=True)
class PersonLine:
    """One more person of the dossier: `role` left ("Người nộp"), name, masked number and so on."""

    role: str
    name: str
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PickRow:
    """A row of a list: `bold` are ranges of `name`; `keys` stand at its right end."""

    name: str
    meta: str = ""
    code: str = ""
    bold: tuple[tuple[int, int], ...] = ()
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ApplicantState:
    """Card 1. Without `name` it shows a search line (`typed`, `rows`, `selected`).

    `scanned`: green edge. `card_words`: chip "Thẻ đã đọc 09:13". `tabular`: the first of `facts` is
    a number. `phone` None: known or not asked; else the field's text, and `phone_problem` beneath.
    `form`: the person form is open in the card (`ReceptionEvents.person_form` fills it).
    """

    standing: Standing = Standing.CURRENT
    title: str = ""
    name: str = ""
    scanned: bool = False
    card_words: str = ""
    facts: tuple[str, ...] = ()
    address: str = ""
    history: str = ""
    typed: str = ""
    placeholder: str = ""
    rows: tuple[PickRow, ...] = ()
    selected: int = 0
    phone: str | None = None
    phone_label: str = ""
    phone_problem: str = ""
    others: tuple[PersonLine, ...] = ()
    question: Question | None = None
    form: bool = False
    form_title: str = ""
    hints: tuple[KeyHint, ...] = ()


@dataclass(frozen=True, slots=True)
class ProcedureState:
    """Card 2. Chosen: `name`, `meta`, `code`; searching (`searching`): `typed`, `rows` and so on.

    `cases`: the procedure's cases, one must be chosen by digit or arrows (`case_selected`).
    """

    standing: Standing = Standing.UPCOMING
    summary: str = ""
    searching: bool = False
    typed: str = ""
    placeholder: str = ""
    count_words: str = ""
    favourites_words: KeyHint | None = None
    rows: tuple[PickRow, ...] = ()
    selected: int = 0
    nothing: str = ""
    name: str = ""
    meta: str = ""
    code: str = ""
    cases: tuple[Choice, ...] = ()
    case_selected: int = 0
    question: Question | None = None
    hints: tuple[KeyHint, ...] = ()
    footnote: str = ""


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A line of the checklist: `number` "1"…, `remark` after the name ("bắt buộc"), counts ready.

    `missing`: required, and not there although the list was confirmed; then `note` is its field.
    `asked`: Enter would tick it (outlined, not filled). `from_database`: the office takes it there.
    """

    number: str
    name: str
    remark: str
    there: bool
    asked: bool
    counts: tuple[str, str, str]
    missing: bool = False
    note: str = ""
    noting: bool = False
    from_database: bool = False


@dataclass(frozen=True, slots=True)
class PapersState:
    """Card 3. `headline` beside the title; `selected` is the row that Space toggles."""

    standing: Standing = Standing.UPCOMING
    headline: str = ""
    columns: tuple[str, str, str] = ("", "", "")
    rows: tuple[PaperRow, ...] = ()
    selected: int = 0
    hints: tuple[KeyHint, ...] = ()


@dataclass(frozen=True, slots=True)
class FeeRow:
    """One fee in the editor. `units` and `sets` are fields when `counted`, `amount` when `open`."""

    label: str
    amount_words: str
    counted: bool = False
    open: bool = False
    units: str = ""
    sets: str = ""
    unit_name: str = ""
    amount: str = ""


@dataclass(frozen=True, slots=True)
class FeesState:
    """Block 4. `value` is the biggest type of the panel; the editor shows `rows` when `editing`."""

    standing: Standing = Standing.UPCOMING
    value: str = ""
    aside: str = ""
    detail: str = ""
    editing: bool = False
    rows: tuple[FeeRow, ...] = ()
    exemptions: tuple[Choice, ...] = ()
    exemption: int = 0
    collected: bool = False
    collected_words: str = ""


@dataclass(frozen=True, slots=True)
class DueState:
    """Block 5. `value` the hour, `day` the date; the editor asks for both and a reason."""

    standing: Standing = Standing.UPCOMING
    value: str = ""
    day: str = ""
    detail: str = ""
    editing: bool = False
    typed: str = ""
    reason: str = ""
    problem: str = ""


@dataclass(frozen=True, slots=True)
class DeliveryState:
    """Block 6: how the result is wanted."""

    standing: Standing = Standing.UPCOMING
    value: str = ""
    detail: str = ""
    editing: bool = False
    ways: tuple[Choice, ...] = ()
    way: int = 0
    address: str = ""


@dataclass(frozen=True, slots=True)
class LeftItem:
    """What is still to be done before F9: the block's number and words."""

    number: str
    words: str
    current: bool


@dataclass(frozen=True, slots=True)
class PanelState:
    """The right panel's lower part. `amber`: lines that don't stop F9. `enabled` fills the button.

    `heading`: "Còn 2 việc trước khi in", or "Đủ để tiếp nhận" when `ready`.
    """

    heading: str = ""
    ready: bool = False
    left: tuple[LeftItem, ...] = ()
    amber: tuple[str, ...] = ()
    button: str = ""
    enabled: bool = False
    busy: bool = False
    paper_words: str = ""
    preview: KeyHint | None = None
    saved: str = ""


@dataclass(frozen=True, slots=True)
class ReceptionState:
    """The whole page. `current` is the block that keys go to; `grey` a note above the cards.

    `focus` counts up whenever the focus must move to the current block's own field; the screen
    then sets it, else it leaves the focus where the officer put it. `edits` counts the draft's
    changes: 400 ms after the last one the screen calls `save`.
    """

    current: Block = Block.APPLICANT
    focus: int = 0
    edits: int = 0
    grey: str = ""
    applicant: ApplicantState = field(default=ApplicantState())
    procedure: ProcedureState = field(default=ProcedureState())
    papers: PapersState = field(default=PapersState())
    fees: FeesState = field(default=FeesState())
    due: DueState = field(default=DueState())
    delivery: DeliveryState = field(default=DeliveryState())
    note: str = ""
    note_placeholder: str = ""
    panel: PanelState = field(default=PanelState())
    footer: tuple[KeyHint, ...] = ()
    paper_line: PaperLineState | None = None

    @property
    def is_idle(self) -> bool:
        """True while nobody is being served: nothing was scanned, typed or chosen."""
        person, procedure = self.applicant, self.procedure
        begun = person.name or person.typed or person.form or procedure.name or procedure.typed
        return not (begun or self.paper_line)


class ReceptionView(Protocol):
    """The screen as the presenter sees it."""

    def present(self, state: ReceptionState) -> None:
        """Show the whole state; change only what differs, never what has the focus."""


class ReceptionEvents(Protocol):
    """What the screen tells the presenter. Every method is safe at any moment."""

    @property
    def draft(self) -> ReceptionDraft:
        """What was entered so far."""

    def enter(self) -> None:
        """Enter: go on to the next thing that needs the officer (not inside the person form)."""

    def digit(self, number: int) -> None:
        """A digit 1–9 outside of a text field: a choice, a paper, a case."""

    def move(self, step: int) -> None:
        """Up (-1) or down (+1), page up (-10) or down (+10), in the current list."""

    def space(self) -> None:
        """Space outside of a text field: toggle the selected paper."""

    def search(self, text: str) -> None:
        """The search line of the current card changed."""

    def pick(self, row: int) -> None:
        """A row of the current card's list was clicked."""

    def go(self, block: Block) -> None:
        """A block was clicked, or reached by Tab."""

    def toggle_paper(self, row: int) -> None:
        """A paper's row was clicked."""

    def count_paper(self, row: int, column: int, count: int) -> None:
        """A count of a paper was changed (column 0 originals, 1 certified, 2 photocopies)."""

    def note_paper(self, row: int, text: str) -> None:
        """The note beside a missing paper was typed; Enter there calls `enter`."""

    def type_phone(self, text: str) -> None:
        """The phone field changed."""

    def type_note(self, text: str) -> None:
        """The note of the dossier changed."""

    def count_fee(self, row: int, units: str, sets: str) -> None:
        """Units and sets of a counted fee were typed."""

    def enter_fee(self, row: int, amount: str) -> None:
        """The amount of an open fee was typed."""

    def exempt(self, index: int) -> None:
        """An exemption was chosen; 0 is none."""

    def collect(self, collected: bool) -> None:
        """Whether the fee was taken now."""

    def type_due(self, text: str) -> None:
        """The due time was typed by hand."""

    def type_due_reason(self, text: str) -> None:
        """The reason for a due time by hand was typed."""

    def deliver(self, index: int) -> None:
        """A way of delivery was chosen."""

    def type_delivery_address(self, text: str) -> None:
        """The address for the post was typed."""

    def type_paper(self, part: PaperPart, text: str) -> None:
        """A field of the line of a reception on paper was typed."""

    def save(self) -> None:
        """Keep the draft: 400 ms after the last change, and when a field is left."""
