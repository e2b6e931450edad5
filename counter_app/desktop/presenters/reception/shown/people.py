"""Card 1, the applicant (chủ hồ sơ) and the other persons, as shown."""

from __future__ import annotations

from counter_app.desktop.presenters.reception.desk_state import DeskState, FormFor
from counter_app.desktop.presenters.reception.drafting.draft import ReceptionDraft
from counter_app.desktop.presenters.reception.state import (
    ApplicantState,
    Block,
    Choice,
    KeyHint,
    PersonLine,
    PickRow,
    Question,
    Standing,
)
from counter_app.domain.dates import shown_date
from counter_app.domain.people.address import AddressReading
from counter_app.domain.people.person import IdentityKind, Person, PersonKind, Sex
from counter_app.domain.people.phone import normal_phone, phone_problems
from counter_app.domain.problems import Problem
from counter_app.domain.text import masked
from counter_app.i18n import tr
from counter_app.services.people.recognition import KnownCitizen
from counter_app.services.printing.paper_words import capacity_words
from counter_app.wording.sentences import problem_words

_FORM_TITLES = {
    FormFor.APPLICANT: "Nhập chủ hồ sơ",
    FormFor.OTHER_APPLICANT: "Nhập chủ hồ sơ; người vừa quét thẻ là người nộp",
    FormFor.SUBMITTER: "Nhập người nộp",
    FormFor.RELATED: "Nhập người liên quan",
}


def applicant_state(draft: ReceptionDraft, ui: DeskState, home_unit: str) -> ApplicantState:
    """Return card 1. `home_unit` is the code of the commune that this centre serves, "" unknown."""
    current = ui.current is Block.APPLICANT
    if ui.form is not None:
        return ApplicantState(
            standing=Standing.CURRENT,
            title=tr("Chủ hồ sơ"),
            form=True,
            form_title=tr(_FORM_TITLES[ui.form]),
        )
    if draft.applicant is None:
        return _empty(ui, current=current)
    person = draft.applicant
    question = question_of(draft, ui, home_unit)
    doubts = tuple(each for each in card_doubts(ui) if each.code not in draft.seen)
    amber = question is not None or bool(doubts) or address_open(draft, ui)
    standing = Standing.CURRENT if current else Standing.DONE
    if amber:
        standing = Standing.WARNING
    problem = ""
    if ui.typed_phone and ui.phone_seen != ui.typed_phone:
        problem = " ".join(problem_words(each) for each in phone_problems(ui.typed_phone))
    return ApplicantState(
        standing=standing,
        title=tr("Chủ hồ sơ"),
        name=person.name,
        scanned=draft.card_at is not None,
        card_words=(
            tr("Thẻ đã đọc {time}").format(time=f"{draft.card_at:%H:%M}") if draft.card_at else ""
        ),
        facts=person_facts(person)
        + ((_in_person(draft),) if current or not draft.submitter else ()),
        address=str(person.address),
        history=_history(ui.known),
        phone=_phone(draft, ui),
        phone_label=tr("Điện thoại"),
        phone_problem=problem,
        others=_others(draft),
        question=question,
        hints=_hints(draft, ui),
    )


def question_of(draft: ReceptionDraft, ui: DeskState, home_unit: str) -> Question | None:
    """Return the one question of card 1 that is open now; the most pressing first."""
    if ui.second is not None:
        return _second_card(ui.second.name)
    if ui.whom:
        return _whom(draft)
    doubts = [each for each in card_doubts(ui) if each.code not in draft.seen]
    if doubts:
        return Question(
            title=tr("Thẻ đọc được nhưng có điều cần nhìn lại"),
            detail=" ".join(problem_words(each) for each in doubts),
            hints=(
                KeyHint(("Enter",), tr("đã đối chiếu với thẻ, đúng")),
                KeyHint(("F4",), tr("sửa")),
            ),
        )
    if address_open(draft, ui):
        assert ui.address is not None
        return _address(ui.address, home_unit)
    return None


def card_doubts(ui: DeskState) -> tuple[Problem, ...]:
    """Return what contradicts itself on the card that was read."""
    return ui.card.problems if ui.card is not None else ()


def address_open(draft: ReceptionDraft, ui: DeskState) -> bool:
    """Tell whether the old address still waits for the officer to choose among new units."""
    person = draft.applicant
    return (
        ui.address is not None
        and bool(ui.address.units)
        and person is not None
        and not person.address.unit_code
        and not draft.address_later
    )


def person_facts(person: Person) -> tuple[str, ...]:
    """Return masked number, sex with birth (or kind of body), as short phrases."""
    facts = []
    if person.identity.number:
        facts.append(masked(person.identity.number))
    elif person.identity.kind is IdentityKind.NONE:
        facts.append(tr("Chưa có số định danh"))
    if person.kind is not PersonKind.CITIZEN:
        facts.append(tr(_KINDS[person.kind]))
    born = shown_date(person.birth_date) if person.birth_date else str(person.birth_year or "")
    sex = {Sex.MALE: tr("Nam"), Sex.FEMALE: tr("Nữ"), None: ""}[person.sex]
    if born:
        text = tr("{sex}, sinh {born}") if sex else tr("Sinh {born}")
        facts.append(text.format(sex=sex, born=born))
    elif sex:
        facts.append(sex)
    return tuple(facts)


_KINDS = {
    PersonKind.BUSINESS: "Doanh nghiệp",
    PersonKind.HOUSEHOLD_BUSINESS: "Hộ kinh doanh",
    PersonKind.ORGANISATION: "Tổ chức",
    PersonKind.STATE_AGENCY: "Cơ quan nhà nước",
}


def _empty(ui: DeskState, *, current: bool) -> ApplicantState:
    rows = tuple(
        PickRow(
            each.person.name,
            " · ".join((*person_facts(each.person), _history(each))),
            code=masked(each.person.phone) if each.person.phone else "",
        )
        for each in ui.citizens
    )
    typed = ui.typed_person.strip()
    enter = tr("lấy người này") if rows else tr("nhập người mới")
    hints = (KeyHint(("Enter",), enter),) if typed else ()
    return ApplicantState(
        standing=Standing.CURRENT if current else Standing.UPCOMING,
        title=tr("Chủ hồ sơ"),
        typed=ui.typed_person,
        placeholder=tr("Quét thẻ căn cước, hoặc gõ tên, số định danh, điện thoại"),
        rows=rows,
        selected=ui.citizen_at,
        hints=(*hints, KeyHint(("F4",), tr("nhập tay: hộ chiếu, doanh nghiệp, trẻ em…"))),
    )


def _second_card(name: str) -> Question:
    return Question(
        title=tr("Thẻ thứ hai: {name}").format(name=name),
        detail=tr("Người này là ai trong hồ sơ đang nhập?"),
        choices=(
            Choice("1", tr("Người nộp thay"), aside=tr("nộp cho chủ hồ sơ")),
            Choice("2", tr("Người liên quan"), aside=tr("vợ, chồng, cha, mẹ, con…")),
        ),
        preferred=0,
        hints=(
            KeyHint(("Enter",), tr("người nộp")),
            KeyHint(("2",), tr("người liên quan")),
            KeyHint(("F2",), tr("công dân mới, hồ sơ này để dở")),
            KeyHint(("Esc",), tr("bỏ thẻ này")),
        ),
    )


def _whom(draft: ReceptionDraft) -> Question:
    name = draft.applicant.name if draft.applicant else ""
    return Question(
        title=tr("Sửa hoặc thêm người"),
        choices=(
            Choice("1", tr("Sửa {name}").format(name=name)),
            Choice("2", tr("{name} nộp thay: nhập chủ hồ sơ").format(name=name)),
            Choice("3", tr("Thêm người nộp"), aside=tr("hoặc quét thẻ người đó")),
            Choice("4", tr("Thêm người liên quan"), aside=tr("hoặc quét thẻ người đó")),
        ),
        preferred=0,
        hints=(KeyHint(("Enter",), tr("sửa")), KeyHint(("Esc",), tr("thôi"))),
    )


def _address(reading: AddressReading, home_unit: str) -> Question:
    units = reading.units[:9]
    title = tr("Địa chỉ trên thẻ là đơn vị cũ, nay thuộc nơi nào?")
    if len(units) > 1:
        title = tr("Địa chỉ trên thẻ là đơn vị cũ, nay đã chia về {count} nơi").format(
            count=len(reading.units)
        )
    keys = tuple(str(number) for number in range(1, len(units) + 1))
    return Question(
        title=title,
        label=tr("Chữ trên thẻ:"),
        detail=reading.original,
        choices=tuple(
            Choice(
                key,
                str(unit),
                aside=tr("Địa bàn của trung tâm này") if unit.code == home_unit else "",
                code=unit.code,
            )
            for key, unit in zip(keys, units, strict=True)
        ),
        preferred=next((i for i, unit in enumerate(units) if unit.code == home_unit), -1),
        hints=(
            KeyHint(keys, tr("chọn nơi ở hiện nay")),
            KeyHint(("Enter",), tr("để sau, phiếu ghi đúng chữ trên thẻ")),
        ),
    )


def _in_person(draft: ReceptionDraft) -> str:
    return tr("Có người nộp thay") if draft.submitter else tr("Chính chủ nộp")


def _history(known: KnownCitizen | None) -> str:
    if known is None or not known.dossiers:
        return ""
    return tr("{count} hồ sơ trước").format(count=known.dossiers)


def _phone(draft: ReceptionDraft, ui: DeskState) -> str | None:
    if ui.current is not Block.APPLICANT or draft.applicant is None:
        return None
    if ui.typed_phone is not None:
        return ui.typed_phone
    return normal_phone(draft.applicant.phone)


def _others(draft: ReceptionDraft) -> tuple[PersonLine, ...]:
    lines = []
    if draft.submitter is not None:
        facts = (*person_facts(draft.submitter), capacity_words(draft.authority))
        lines.append(PersonLine(tr("Người nộp"), draft.submitter.name, facts))
    for each in draft.related:
        role = each.role or tr("Liên quan")
        lines.append(PersonLine(role, each.person.name, person_facts(each.person)))
    return tuple(lines)


def _hints(draft: ReceptionDraft, ui: DeskState) -> tuple[KeyHint, ...]:
    if ui.current is not Block.APPLICANT:
        return ()
    if draft.applicant is not None and not draft.procedure:
        return (KeyHint(("Enter",), tr("chọn thủ tục")), KeyHint(("F4",), tr("sửa, thêm người")))
    return (KeyHint(("Enter",), tr("xong")), KeyHint(("F4",), tr("sửa, thêm người")))
