"""Form sets (bộ biểu mẫu): titles, labels, order and texts of the forms as versioned data.

Forms are issued by circular (TT 01/2018/TT-VPCP, TT 03/2025/TT-VPCP) and will be issued again; a
dossier prints on the set of its day. In texts `**…**` is bold; `{name}` is filled by the renderer.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from counter_app.domain.people.person import IdentityKind
from counter_app.domain.plain import from_plain
from counter_app.domain.printed.letter_check import check_letter
from counter_app.domain.printed.letter_form import LetterForm
from counter_app.domain.printed.sheet_form import SheetForm


class FieldKey(Enum):
    """A labelled value in the upper block of a form."""

    COUNTER = "counter"
    APPLICANT = "applicant"
    SUBMITTER = "submitter"
    ADDRESS = "address"
    PHONE = "phone"
    IDENTITY = "identity"
    SUBJECT = "subject"
    RECEIVED = "received"
    PAPER_COUNT = "paper_count"
    PROCEDURE = "procedure"
    GIVER = "giver"
    RECEIVER = "receiver"
    CAPACITY = "capacity"
    DUE = "due"
    RETURNED = "returned"


class ItemKey(Enum):
    """A labelled value below the table of a form."""

    SETS = "sets"
    LIMIT = "limit"
    RECEIVED = "received"
    DUE = "due"
    RESULT_PLACE = "result_place"
    FEES = "fees"
    REGISTER = "register"
    ORIGINALS = "originals"
    GROUND = "ground"


@dataclass(frozen=True, slots=True)
class FieldLabel:
    """One field of the upper block."""

    key: FieldKey
    label: str


@dataclass(frozen=True, slots=True)
class ItemLabel:
    """One item below the table; `number` is empty for those that the form doesn't number."""

    key: ItemKey
    label: str
    number: str = ""


@dataclass(frozen=True, slots=True)
class TableText:
    """Caption and column heads of a form's table; a line feed breaks a head."""

    number: str
    caption: str
    heads: tuple[str, ...]
    empty: str


@dataclass(frozen=True, slots=True)
class Margins:
    """Margins of an A5 page, and of one half of a landscape A4, in tenths of a millimetre."""

    left: int = 120
    right: int = 120
    half_left: int = 120
    half_right: int = 125


@dataclass(frozen=True, slots=True)
class ReceiptForm:
    """The words of Mẫu 01. `copies` says for whom each copy (liên) is."""

    number: str
    title: str
    name: str
    copies: tuple[str, ...]
    fields: tuple[FieldLabel, ...]
    table: TableText
    items: tuple[ItemLabel, ...]
    signatures: tuple[str, str]
    copies_note: str
    lookup_note: str
    no_due: str
    no_fees: str
    open_fee: str


@dataclass(frozen=True, slots=True)
class ResultSlipForm:
    """The words of the result slip (Giấy biên nhận trả kết quả)."""

    title: str
    name: str
    copies: tuple[str, ...]
    fields: tuple[FieldLabel, ...]
    table: TableText
    items: tuple[ItemLabel, ...]
    phone_label: str
    grounds: tuple[str, str]
    no_originals: str
    statement: str
    signatures: tuple[str, str]
    complaints_note: str


@dataclass(frozen=True, slots=True)
class ProvisionalForm:
    """The words of the provisional slip (Phiếu tạm), which no circular knows: they are ours."""

    band: str
    warning: str
    disclaimer: str
    code_label: str
    name: str
    fields: tuple[FieldLabel, ...]
    next_title: str
    next_steps: tuple[str, ...]
    delivery_label: str
    deliveries: tuple[str, str, str]
    signatures: tuple[str, str]
    help_note: str


FORM_GROUPS = ("letters", "sheets")
"""Fields of a form set that hold forms by name; each form is a file of its own beside the set."""


@dataclass(frozen=True, slots=True)
class FormSet:
    """All forms of one circular. `basis` is its name; dossiers from `effective_from` on use it.

    `letters` are the papers about one dossier or visit besides those named before, `sheets` the
    A4 papers of many dossiers.
    """

    id: str
    title: str
    basis: str
    effective_from: date
    nation: str
    motto: str
    sign_here: str
    identity_labels: dict[str, str]
    no_identity: str
    receipt: ReceiptForm
    result_slip: ResultSlipForm
    provisional: ProvisionalForm
    practice_stamp: tuple[str, str]
    practice_across: str
    practice_notes: tuple[str, str]
    margins: Margins = Margins()
    letters: dict[str, LetterForm] = field(default_factory=dict)
    sheets: dict[str, SheetForm] = field(default_factory=dict)

    def identity_label(self, kind: IdentityKind) -> str:
        """Return the label of the identity line for `kind`, such as "Hộ chiếu:"."""
        return self.identity_labels[kind.value]

    @staticmethod
    def for_date(sets: Iterable[FormSet], day: date) -> FormSet:
        """Return the set in force on `day`; before the earliest one, the earliest.

        Raises ValueError for no sets at all.
        """
        ordered = sorted(sets, key=lambda each: each.effective_from)
        if not ordered:
            raise ValueError("no form sets")
        in_force = [each for each in ordered if each.effective_from <= day]
        return in_force[-1] if in_force else ordered[0]


def load_form_sets(plain: Iterable[object]) -> tuple[FormSet, ...]:
    """Return form sets from their plain JSON values, in order of their dates.

    Raises `NotPlainError` with a JSON pointer, or ValueError for an identity kind without label,
    or a letter with a problem that `check_letter` finds.
    """
    sets = tuple(from_plain(FormSet, each) for each in plain)
    for each in sets:
        missing = {kind.value for kind in IdentityKind} - each.identity_labels.keys()
        if missing:
            raise ValueError(f"{each.id}: no label for {', '.join(sorted(missing))}")
        for name, letter in each.letters.items():
            for problem in check_letter(name, letter):
                raise ValueError(f"{each.id}/letters/{name}{problem.field}: {problem.code}")
    return tuple(sorted(sets, key=lambda each: each.effective_from))
