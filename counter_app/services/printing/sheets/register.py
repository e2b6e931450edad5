"""Sổ theo dõi hồ sơ: the lines of one counter's book (quyển) for a span of days, on paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.received import ResultWay
from counter_app.domain.dates import VIETNAM, paper_date, shown_date, vietnam_time
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.dossiers.status import Status
from counter_app.domain.dossiers.way_back import void_reason
from counter_app.domain.officers.roles import Act
from counter_app.domain.printed.sheets import LedgerContent, LedgerRow
from counter_app.domain.procedures.channels import Channel
from counter_app.papers.fonts import FontChoice
from counter_app.papers.sheet_documents import ledger_pdf
from counter_app.services.counter.workplace import Session, Workplace
from counter_app.services.inspecting.exporting import record_exported
from counter_app.services.officers.permits import may, require
from counter_app.services.printing.receipt_paper import Document
from counter_app.services.printing.sheets.office import office_header, sheet_marks, todays_forms

REGISTER = "ledger"
_NEEDED = (Act.SEE_DOSSIERS, Act.PRINT)
_WAYS = {
    ResultWay.COUNTER: "Tại quầy",
    ResultWay.POST: "Bưu chính",
    ResultWay.ONLINE: "Trực tuyến",
}
_CHANNELS = {Channel.ONLINE: "Nộp trực tuyến", Channel.POST: "Nộp qua bưu chính"}
_STANDING = {
    Status.REFUSED: "Từ chối",
    Status.WAITING_SUPPLEMENT: "Chờ bổ sung",
    Status.WAITING_PAYMENT: "Chờ nộp tiền",
    Status.WITHDRAWN: "Rút hồ sơ",
    Status.STOPPED: "Dừng",
}
_LED_THERE = {
    Status.REFUSED: Kind.REFUSED,
    Status.WAITING_SUPPLEMENT: Kind.SUPPLEMENT_REQUESTED,
    Status.WAITING_PAYMENT: Kind.PAYMENT_DEMANDED,
    Status.WITHDRAWN: Kind.WITHDRAWN,
    Status.STOPPED: Kind.STOPPED,
}


@dataclass(frozen=True, slots=True)
class RegisterSpan:
    """Whose book, and which days of it, both included. A book is of one year: so is a span."""

    counter: str
    first: date
    last: date

    def __post_init__(self) -> None:
        if not (self.first <= self.last and self.first.year == self.last.year):
            raise ValueError(f"{self.first} to {self.last}")


@dataclass(frozen=True, slots=True)
class RegisterPaper:
    """The register as a paper; None when nothing stands in it.

    `unnumbered` dossiers only have a provisional code: their lines come with their numbers.
    """

    span: RegisterSpan
    document: Document | None
    rows: int
    unnumbered: int


def may_print_register(workplace: Workplace, session: Session) -> bool:
    """Tell whether the session's officer may print a register: only then is it offered."""
    return all(may(workplace, session, act) for act in _NEEDED)


def register_content(workplace: Workplace, span: RegisterSpan) -> tuple[LedgerContent, int]:
    """Return the lines of a span by their numbers, and how many dossiers have no number yet."""
    first = datetime.combine(span.first, time(), VIETNAM)
    before = datetime.combine(span.last + timedelta(days=1), time(), VIETNAM)
    rows: list[LedgerRow] = []
    unnumbered = 0
    with workplace.store.reading() as tx:
        for dossier in tx.register.received(span.counter, first, before):
            received = dossier.received
            if received.practice != workplace.enrolment.practice:
                continue
            if received.serial:
                rows.append(register_row(dossier))
            else:
                unnumbered += not void_reason(dossier)
    content = LedgerContent(
        header=office_header(workplace),
        book=span.counter,
        year=span.first.year,
        counter=span.counter,
        first_day=span.first,
        last_day=span.last,
        rows=tuple(sorted(rows, key=lambda row: row.serial)),
    )
    return content, unnumbered


def make_register(
    workplace: Workplace, session: Session, span: RegisterSpan, fonts: FontChoice
) -> RegisterPaper:
    """Return the register of a span. Raises NotPermittedError, and what the papers raise."""
    for act in _NEEDED:
        require(workplace, session, act)
    content, unnumbered = register_content(workplace, span)
    if not content.rows:
        return RegisterPaper(span, None, 0, unnumbered)
    forms = todays_forms(workplace)
    pdf = ledger_pdf(content, sheet_marks(workplace), forms, fonts)
    document = Document(REGISTER, forms.id, pdf, copies=1)
    return RegisterPaper(span, document, len(content.rows), unnumbered)


def record_register(workplace: Workplace, session: Session, paper: RegisterPaper) -> None:
    """Record that a register goes to the printer: many citizens' data leave the program."""
    span = paper.span
    days = f"{shown_date(span.first)} – {shown_date(span.last)}"
    what = f"Sổ theo dõi hồ sơ quầy {span.counter}, {days}"
    record_exported(workplace, session, what, paper.rows, "pdf")


def register_row(dossier: Dossier) -> LedgerRow:
    """Return the line of a dossier that has a number."""
    received = dossier.received
    applicant, way = received.applicant, received.delivery.way
    return LedgerRow(
        serial=received.serial,
        code=dossier.shown_code,
        procedure=received.subject or received.procedure.name,
        applicant=applicant.name,
        agency=received.procedure.agency_name,
        received_at=received.received_at,
        due_at=dossier.promise.due_at,
        returned_at=dossier.returned_at,
        sets=received.sets,
        address=str(applicant.address),
        phone=applicant.phone,
        way=_WAYS[way],
        signed="–" if way is ResultWay.ONLINE and dossier.returned_at else "",
        note="; ".join(_notes(dossier)),
        void_reason=void_reason(dossier),
    )


def _notes(dossier: Dossier) -> Iterator[str]:
    returned, withdrawn = dossier.returned, dossier.status is Status.WITHDRAWN
    if (paper := dossier.received.paper_first) is not None:
        number = f" số {paper.number}" if paper.number else ""
        yield f"Ghi sau: giấy{number} ngày {paper_date(_day(dossier.received.received_at))}"
    if dossier.received.channel is not Channel.COUNTER:
        yield _CHANNELS[dossier.received.channel]
    if returned is not None and returned.tracking_number:
        yield f"Số bưu gửi {returned.tracking_number}"
    elif (words := _STANDING.get(dossier.status)) and not (withdrawn and void_reason(dossier)):
        day = f" {paper_date(_day(at))}" if (at := _since(dossier)) else ""
        yield f"{words}{day}"


def _day(at: datetime) -> date:
    return vietnam_time(at).date()


def _since(dossier: Dossier) -> datetime | None:
    """Return when the dossier came to where it stands: its newest step of that kind."""
    kind = _LED_THERE[dossier.status]
    return next((step.at for step in reversed(dossier.steps) if step.kind is kind), None)
