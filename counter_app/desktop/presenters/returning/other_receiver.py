"""Another person comes for the result (F4): typed name, identity, and the paper they bring."""

from __future__ import annotations

from datetime import date

from counter_app.desktop.presenters.returning.receivers import Receiver, Role
from counter_app.desktop.presenters.returning.return_state import OtherForm, OtherPerson
from counter_app.domain.dates import parse_date, shown_date
from counter_app.domain.people.identity import identity_problems
from counter_app.domain.people.person import (
    Authority,
    Capacity,
    Identity,
    IdentityKind,
    Person,
)
from counter_app.domain.problems import Problem
from counter_app.domain.text import clean
from counter_app.i18n import tr
from counter_app.wording.sentences import problem_words
from counter_app.wording.steps import CAPACITIES

_CAPACITIES = tuple(each for each in Capacity if each is not Capacity.SELF)
_WITH_PAPER = {
    Capacity.AUTHORISED: "Số giấy ủy quyền",
    Capacity.INTRODUCTION_LETTER: "Số giấy giới thiệu",
}


def typed_of(receiver: Receiver) -> OtherPerson:
    """Return the form's values for somebody whose card was read."""
    paper_date = receiver.authority.paper_date
    return OtherPerson(
        name=receiver.person.name,
        number=receiver.person.identity.number,
        phone=receiver.person.phone,
        capacity=receiver.authority.capacity.value,
        paper_number=receiver.authority.paper_number,
        paper_date=shown_date(paper_date) if paper_date else "",
    )


def receiver_of(typed: OtherPerson, today: date, read: Receiver | None) -> Receiver:
    """Return who the form names; `read` is the card that filled it, kept while its number is."""
    paper_date = parse_date(typed.paper_date, today) if typed.paper_date.strip() else None
    authority = Authority(
        capacity=_capacity(typed),
        paper_number=clean(typed.paper_number),
        paper_date=paper_date if isinstance(paper_date, date) else None,
    )
    number = clean(typed.number).replace(" ", "")
    if read is not None and read.person.identity.number == number:
        return Receiver(read.person, authority, read.role, same_name=read.same_name)
    kind = _kind(number)
    person = Person(
        name=clean(typed.name), identity=Identity(kind, number), phone=clean(typed.phone)
    )
    return Receiver(person, authority, Role.STRANGER)


def form_of(typed: OtherPerson, today: date, *, complete: bool) -> OtherForm:
    """Return the form, doubts beside its fields; `complete` also says what is missing."""
    capacity = _capacity(typed)
    number = clean(typed.number).replace(" ", "")
    problems: tuple[Problem, ...] = ()
    if number:
        found = identity_problems(Identity(_kind(number), number))
        # The slip doesn't name a nationality, and this form doesn't ask for one.
        problems = tuple(each for each in found if each.code != "passport_nationality_missing")
    wanted = _WITH_PAPER.get(capacity)
    read = parse_date(typed.paper_date, today) if typed.paper_date.strip() else None
    return OtherForm(
        typed=typed,
        capacities=tuple((each.value, _upper(tr(CAPACITIES[each]))) for each in _CAPACITIES),
        capacity_words=_upper(tr(CAPACITIES[capacity])),
        paper_label=tr(wanted) if wanted else tr("Số giấy tờ chứng minh"),
        name_problem=tr("Ghi họ tên người nhận.") if complete and not clean(typed.name) else "",
        number_doubt=problem_words(problems[0]) if problems else "",
        paper_doubt=(
            tr("Chưa ghi số giấy. Vẫn trả được khi đã xem giấy.")
            if complete and wanted and not clean(typed.paper_number)
            else ""
        ),
        date_problem=problem_words(read) if isinstance(read, Problem) else "",
    )


def _capacity(typed: OtherPerson) -> Capacity:
    return Capacity(typed.capacity) if typed.capacity else Capacity.AUTHORISED


def _kind(number: str) -> IdentityKind:
    """Return what a typed number is: nine digits an old card, letters a passport."""
    if not number:
        return IdentityKind.NONE
    if number.isdecimal():
        return IdentityKind.OLD_CARD if len(number) == 9 else IdentityKind.CITIZEN_CARD
    return IdentityKind.PASSPORT


def _upper(words: str) -> str:
    return words[:1].upper() + words[1:]
