"""What a printed form says: values only, before anything is measured, formatted or drawn.

The services fill these from a dossier; the papers room turns them into PDF. How a form is titled,
labelled and ordered is a form set (bộ biểu mẫu): data with a legal basis and an effective date
(`domain/form_sets.py`), so that a re-issued circular needs no new program.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from counter_app.domain.people.person import IdentityKind


@dataclass(frozen=True, slots=True)
class Header:
    """Who issues the paper: parent body, the Centre's name in lines, and the place of the date."""

    parent: str
    unit_lines: tuple[str, ...]
    place: str

    def on_one_line(self) -> str:
        """Return parent and unit as continuation pages name them."""
        return " – ".join(part for part in (self.parent, " ".join(self.unit_lines)) if part)


@dataclass(frozen=True, slots=True)
class PaperLine:
    """A received paper (giấy tờ) with its numbers of originals, certified copies, photocopies."""

    name: str
    originals: int = 0
    certified: int = 0
    photocopies: int = 0

    @property
    def total(self) -> int:
        """How many pieces were handed over."""
        return self.originals + self.certified + self.photocopies


@dataclass(frozen=True, slots=True)
class FeeLine:
    """An amount in đồng and what is said of it: "lệ phí; đã thu"."""

    amount: int
    note: str = ""


class OfficialPaper(Enum):
    """How the holder of a provisional slip gets the official receipt later."""

    AT_COUNTER = "at_counter"
    BY_POST = "by_post"
    ONLINE = "online"


@dataclass(frozen=True, slots=True)
class ReceiptContent:
    """Giấy tiếp nhận hồ sơ và hẹn trả kết quả (Mẫu 01), or a provisional slip in its place.

    `submitter` is the name with its authority ("Lê Văn Thử (giấy ủy quyền số 07, ngày
    30/6/2025)"), empty when the applicant came in person; `submitter_name` stands under the
    signature. `identity_masked` is printed as it is and never enters a symbol. `papers` holds
    what stays at the counter: papers that were only shown are not among them. `open_fees` names
    fees whose amount nobody knows yet: "không thu" would be false. `serial` counts
    within `book` ("12", or "TH" for practice). A provisional content promises no date.
    `from_paper`: it was received on paper first, and `from_number` is what stands on that.
    """

    header: Header
    code: str
    book: str
    serial: int
    counter: str
    counter_field: str
    applicant: str
    submitter_name: str
    officer_name: str
    subject: str
    sets: int
    limit_text: str
    received_at: datetime
    due_at: datetime | None
    result_place: str
    lookup: str
    help_phone: str
    submitter: str = ""
    address: str = ""
    phone: str = ""
    email: str = ""
    identity_kind: IdentityKind = IdentityKind.NONE
    identity_masked: str = ""
    papers: tuple[PaperLine, ...] = ()
    fees: tuple[FeeLine, ...] = ()
    open_fees: tuple[str, ...] = ()
    due_is_estimate: bool = False
    provisional: bool = False
    official_paper: OfficialPaper = OfficialPaper.AT_COUNTER
    from_paper: bool = False
    from_number: str = ""

    def counter_line(self) -> str:
        """Return "Quầy 12 – Đất đai, xây dựng"."""
        return (
            f"Quầy {self.counter} – {self.counter_field}"
            if self.counter_field
            else f"Quầy {self.counter}"
        )


@dataclass(frozen=True, slots=True)
class ResultLine:
    """A result that is handed over: kind, number and date (as text), abstract, copies."""

    kind: str
    number: str = ""
    issued_on: date | None = None
    abstract: str = ""
    copies: int = 1


@dataclass(frozen=True, slots=True)
class ResultSlipContent:
    """Giấy biên nhận trả kết quả: who gave which result to whom, when, on what ground.

    `standing` is the promise kept or not ("trước hạn", "đúng hạn", "quá hạn 1 ngày"), or empty.
    `capacity` says as whom the receiver came ("chính chủ", "người được ủy quyền (giấy số 07)").
    `returned_originals` names papers given back. `receipt_lost`: identity was taken from a card.
    `tracking_number` is that of the parcel when it went by post: then nothing else is its ground.
    """

    header: Header
    code: str
    counter: str
    procedure: str
    applicant: str
    giver: str
    receiver: str
    capacity: str
    returned_at: datetime
    help_phone: str
    lookup: str
    results: tuple[ResultLine, ...]
    giver_phone: str = ""
    receiver_phone: str = ""
    identity_kind: IdentityKind = IdentityKind.NONE
    identity_masked: str = ""
    due_at: datetime | None = None
    standing: str = ""
    returned_originals: tuple[str, ...] = ()
    receipt_lost: bool = False
    tracking_number: str = ""


@dataclass(frozen=True, slots=True)
class Reprint:
    """A second print for the holder: its number (1 = first reprint), when, why and by whom."""

    number: int
    at: datetime
    reason: str
    who: str


@dataclass(frozen=True, slots=True)
class Marks:
    """What a print says about itself, beside its contents.

    A paper that replaces a jammed one bears no `reprint`. `offline_since` is the moment of a
    reception without a line to the province, with a granted number.
    """

    printed_at: datetime
    program_version: str
    practice: bool = False
    reprint: Reprint | None = None
    offline_since: datetime | None = None
