"""What belongs to a dossier, one part at a time: papers, fees, persons."""

from __future__ import annotations

from counter_app.desktop.presenters.detail.detail_state import InfoRow, Part, PartTab
from counter_app.desktop.presenters.detail.step_rows import step_count, step_rows
from counter_app.desktop.theme.tokens import Tone
from counter_app.domain.dates import shown_date
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.money import short_amount
from counter_app.domain.people.person import Person, Sex
from counter_app.domain.procedures.fees import FeeLine
from counter_app.domain.procedures.workflow import Progress
from counter_app.domain.text import masked
from counter_app.i18n import tr
from counter_app.wording.parts import joined
from counter_app.wording.steps import (
    capacity_words,
    copies_words,
    papers_words,
    result_words,
)

_SEXES = {Sex.MALE: "Nam", Sex.FEMALE: "Nữ"}


def tabs_of(dossier: Dossier, chosen: Part, stands: Progress | None = None) -> tuple[PartTab, ...]:
    """Return the parts with their figures; the process only where the procedure has one."""
    received = dossier.received
    fees = sum(line.amount for line in (*received.fees, *dossier.demanded))
    figures = {
        Part.PAPERS: (tr("Giấy tờ"), str(len(received.papers) + len(dossier.results))),
        Part.FEES: (tr("Phí, lệ phí"), short_amount(fees)),
        Part.PERSONS: (tr("Người"), str(len(_persons(dossier)))),
    }
    if stands is not None:
        figures[Part.STEPS] = (tr("Quy trình"), step_count(stands))
    return tuple(PartTab(part, *words, chosen=part is chosen) for part, words in figures.items())


def rows_of(dossier: Dossier, part: Part, stands: Progress | None = None) -> tuple[InfoRow, ...]:
    """Return the lines of a part; one calm line when there is nothing."""
    if part is Part.STEPS and stands is not None:
        return step_rows(stands)
    if part is Part.PAPERS:
        return _papers(dossier) or (InfoRow(tr("Không có giấy tờ nào."), tone=Tone.TEXT_3),)
    if part is Part.FEES:
        return _fees(dossier) or (InfoRow(tr("Không thu phí, lệ phí."), tone=Tone.TEXT_3),)
    return _persons(dossier)


def _papers(dossier: Dossier) -> tuple[InfoRow, ...]:
    results = tuple(
        InfoRow(result_words(paper), tr("Kết quả"), copies_words(paper.copies))
        for paper in dossier.results
    )
    papers = tuple(
        InfoRow(
            paper.name,
            joined(tr("còn thiếu") if paper.missing else "", paper.note),
            "" if paper.missing else _short(paper.originals, paper.certified, paper.photocopies),
            Tone.WARN if paper.missing else Tone.TEXT,
        )
        for paper in dossier.received.papers
    )
    return results + papers


def _short(originals: int, certified: int, photocopies: int) -> str:
    return papers_words(originals, certified, photocopies)


def _fees(dossier: Dossier) -> tuple[InfoRow, ...]:
    asked = (*dossier.received.fees, *dossier.demanded)
    rows = [
        InfoRow(line.name, _paid_words(line, dossier.paid), short_amount(line.amount))
        for line in asked
    ]
    rows += [
        InfoRow(name, tr("Theo thông báo thu"), tr("chưa rõ mức"))
        for name in dossier.received.open_fees
    ]
    return tuple(rows)


def _paid_words(line: FeeLine, paid: tuple[FeeLine, ...]) -> str:
    if line.exemption:
        return tr("Miễn, giảm: {reason}").format(reason=line.exemption)
    if not line.amount:
        return ""
    taken = line.collected or any(each.name == line.name for each in paid)
    return tr("Đã thu") if taken else tr("Chưa thu")


def _persons(dossier: Dossier) -> tuple[InfoRow, ...]:
    received = dossier.received
    rows = [_person(received.applicant, tr("Chủ hồ sơ"))]
    if received.submitter:
        capacity = capacity_words(received.authority)
        role = tr("Người nộp, {capacity}").format(capacity=capacity)
        rows.append(_person(received.submitter, role))
    rows += [_person(each.person, each.role) for each in received.related]
    if dossier.returned and dossier.returned.receiver not in (
        received.applicant,
        received.submitter,
    ):
        rows.append(_person(dossier.returned.receiver, tr("Người nhận kết quả")))
    return tuple(rows)


def _person(person: Person, role: str) -> InfoRow:
    born = ""
    if person.birth_date:
        born = tr("sinh {date}").format(date=shown_date(person.birth_date))
    elif person.birth_year:
        born = tr("sinh năm {year}").format(year=person.birth_year)
    sex = tr(_SEXES[person.sex]) if person.sex else ""
    number = masked(person.identity.number) if person.identity.number else ""
    phone = masked(person.phone) if person.phone else ""
    return InfoRow(person.name, joined(role, sex, born, phone, str(person.address)), number)
