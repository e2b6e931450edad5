"""Niêm yết: a procedure as it hangs on the wall, from the catalogue in force."""

from __future__ import annotations

from datetime import date

from counter_app.domain.dates import vietnam_time
from counter_app.domain.errors.work import ProcedureUnknownError
from counter_app.domain.money import amount
from counter_app.domain.printed.sheets import (
    PostingCase,
    PostingChannel,
    PostingPaper,
    PostingSheetContent,
)
from counter_app.domain.procedures.channels import Channel
from counter_app.domain.procedures.fees import FeeRule
from counter_app.domain.procedures.procedure import Procedure
from counter_app.domain.procedures.required_paper import Case, RequiredPaper
from counter_app.papers.fonts import FontChoice
from counter_app.papers.sheet_documents import posting_sheet_pdf
from counter_app.services.counter.workplace import Workplace
from counter_app.services.printing.receipt_paper import Document
from counter_app.services.printing.sheets.office import office_header, sheet_marks, todays_forms
from counter_app.wording.deadlines import limit_words

POSTING_SHEET = "posting_sheet"
_CHANNELS = {
    Channel.COUNTER: "Nộp trực tiếp",
    Channel.ONLINE: "Nộp trực tuyến",
    Channel.POST: "Nộp qua dịch vụ bưu chính",
}


def posting_content(workplace: Workplace, code: str) -> PostingSheetContent:
    """Return what the sheet of a procedure in force says. Raises ProcedureUnknownError."""
    centre, today = workplace.reference.centre, vietnam_time(workplace.clock.now().at).date()
    found = workplace.reference.procedures.version_on(code, today)
    if found is None:
        raise ProcedureUnknownError(procedure=code)
    return PostingSheetContent(
        header=office_header(workplace),
        code=found.code,
        name=found.name,
        field=found.field_name,
        agency=found.agency_name,
        received_in=centre.shown_name,
        posted_on=today,
        cases=tuple(_case(each) for each in found.cases if each.papers),
        channels=_channels(found, today),
        results=found.results,
        legal_basis=found.legal_basis,
        who=", ".join(found.subjects),
        help_phone=centre.phone,
    )


def make_posting_sheet(workplace: Workplace, code: str, fonts: FontChoice) -> Document:
    """Return the sheet as a paper. Raises as `posting_content`, and what the papers raise."""
    forms = todays_forms(workplace)
    content = posting_content(workplace, code)
    pdf = posting_sheet_pdf(content, sheet_marks(workplace), forms, fonts)
    return Document(POSTING_SHEET, forms.id, pdf, copies=1)


def _case(case: Case) -> PostingCase:
    return PostingCase(tuple(_paper(each) for each in case.papers), case.name)


def _paper(paper: RequiredPaper) -> PostingPaper:
    notes = [paper.note]
    if paper.present_only:
        notes.append("chỉ xuất trình")
    if paper.from_database:
        notes.append("khai thác từ cơ sở dữ liệu, không phải nộp")
    if not paper.required:
        notes.append("nếu có")
    return PostingPaper(
        paper.name,
        paper.originals,
        paper.certified,
        paper.photocopies,
        "; ".join(note for note in notes if note),
    )


def _channels(procedure: Procedure, today: date) -> tuple[PostingChannel, ...]:
    return tuple(
        PostingChannel(
            _CHANNELS[terms.channel],
            limit_words(terms.limit, say=str),
            tuple(_fee(rule) for rule in terms.fees if rule.applies(today, terms.channel)),
        )
        for terms in procedure.channels
    )


def _fee(rule: FeeRule) -> str:
    if rule.amount is not None:
        said = amount(rule.amount)
    elif rule.tariff is not None:
        tariff = rule.tariff
        said = f"{amount(tariff.first_amount)}/{tariff.unit_name}"
        if tariff.next_amount != tariff.first_amount:
            said += (
                f", từ {tariff.unit_name} thứ {tariff.first_units + 1} "
                f"{amount(tariff.next_amount)}/{tariff.unit_name}"
            )
        if tariff.cap is not None:
            said += f", không quá {amount(tariff.cap)}/bản"
    else:
        said = "theo nghị quyết của Hội đồng nhân dân" if rule.by_council else "theo thông báo thu"
    exempt = ", ".join(each.reason for each in rule.exemptions)
    return f"{rule.label}: {said}" + (f" (miễn, giảm: {exempt})" if exempt else "")
