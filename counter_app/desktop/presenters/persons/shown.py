"""The person form in words: labels, notes and the keys that act in each field."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from counter_app.desktop.presenters.persons.kinds import (
    BODIES,
    KINDS,
    Name,
    PersonRole,
    TypedKind,
    capacities_for,
    fields_for,
    kinds_for,
)
from counter_app.desktop.presenters.persons.reading import sex_of_number, year_of_number
from counter_app.desktop.presenters.persons.state import FormField, Option, PersonFormState, Place
from counter_app.desktop.presenters.persons.typed import TypedPerson
from counter_app.domain.people.address import Unit
from counter_app.domain.people.identity import normal_number
from counter_app.domain.people.person import Capacity, IdentityKind, Sex
from counter_app.domain.problems import Problem
from counter_app.i18n import tr
from counter_app.wording.sentences import problem_words

_LABELS = {
    Name.KIND: "Loại",
    Name.NATIONALITY: "Quốc tịch",
    Name.ISSUED: "Ngày quyết định",
    Name.BIRTH: "Ngày sinh",
    Name.SEX: "Giới tính",
    Name.COMMUNE: "Xã, phường",
    Name.STREET: "Số nhà, đường, thôn",
    Name.PHONE: "Điện thoại",
    Name.EMAIL: "Thư điện tử",
    Name.ROLE: "Quan hệ với chủ hồ sơ",
    Name.CAPACITY: "Đến với tư cách",
    Name.PAPER_NUMBER: "Số giấy",
    Name.PAPER_DATE: "Ngày của giấy",
    Name.OTHER_NAME: "Họ và tên người nộp",
    Name.OTHER_NUMBER: "Số định danh",
    Name.OTHER_PHONE: "Điện thoại",
}
_PLACEHOLDERS = {
    Name.NATIONALITY: "VN, hay tên nước",
    Name.ISSUED: "1/7/25",
    Name.BIRTH: "1/7/99 hay 010799",
    Name.COMMUNE: "gõ không dấu",
    Name.ROLE: "vợ, chồng, con, bên mua",
    Name.PAPER_DATE: "1/7/25 hay hn",
    Name.PHONE: "để trống nếu không có",
    Name.OTHER_PHONE: "để trống nếu không có",
}
_CAPACITIES = {
    Capacity.AUTHORISED: "Được ủy quyền",
    Capacity.FATHER: "Cha",
    Capacity.MOTHER: "Mẹ",
    Capacity.GUARDIAN: "Người giám hộ",
    Capacity.LEGAL_REPRESENTATIVE: "Đại diện theo pháp luật",
    Capacity.INTRODUCTION_LETTER: "Theo giấy giới thiệu",
}
_SEXES = {Sex.MALE: "Nam", Sex.FEMALE: "Nữ"}
_OF_NUMBER = {
    Sex.MALE: "Theo số: nam, sinh năm {year}",
    Sex.FEMALE: "Theo số: nữ, sinh năm {year}",
}
_DIGITS = frozenset(
    {
        Name.NUMBER,
        Name.BIRTH,
        Name.PHONE,
        Name.ISSUED,
        Name.PAPER_DATE,
        Name.OTHER_NUMBER,
        Name.OTHER_PHONE,
    }
)


def form_state(
    typed: TypedPerson,
    role: PersonRole,
    at: Name,
    problems: Mapping[Name, Problem],
    places: tuple[Unit, ...],
    place: int,
    *,
    asked: Collection[Name],
) -> PersonFormState:
    """Return the state of a form; `asked` fields have a doubt that Enter confirms next."""
    fields = tuple(
        _field(typed, role, name, problems.get(name))
        for name in fields_for(role, typed.kind, typed.capacity)
    )
    there = tuple(Place(str(unit), unit.code) for unit in places)
    hints = _hints(
        at,
        place,
        confirms=at in asked and at in problems,
        is_first=len(fields) > 1 and fields[1].name is at,
    )
    return PersonFormState(fields, at, there, place, hints)


def _field(typed: TypedPerson, role: PersonRole, name: Name, problem: Problem | None) -> FormField:
    return FormField(
        name,
        _label(typed.kind, name),
        typed.text(name),
        tr(_PLACEHOLDERS[name]) if name in _PLACEHOLDERS else "",
        problem_words(problem) if problem else "",
        problem is not None and not problem.is_false,
        _note(typed, name),
        name in _DIGITS,
        _options(typed, role, name),
    )


def _label(kind: TypedKind, name: Name) -> str:
    if name is Name.NUMBER:
        return tr(KINDS[kind].number)
    if name is Name.NAME:
        return tr(KINDS[kind].name)
    if name is Name.COMMUNE and kind in BODIES:
        return tr("Trụ sở: xã, phường")
    return tr(_LABELS[name])


def _note(typed: TypedPerson, name: Name) -> str:
    if name is not Name.NUMBER or typed.kind in BODIES:
        return ""
    number = normal_number(IdentityKind.PERSONAL_NUMBER, typed.text(name))
    sex, year = sex_of_number(number), year_of_number(number)
    if sex is not None:
        return tr(_OF_NUMBER[sex]).format(year=year)
    if number.isdecimal():
        return tr("Đã gõ {count} số").format(count=len(number))
    return ""


def _options(typed: TypedPerson, role: PersonRole, name: Name) -> tuple[Option, ...]:
    if name is Name.KIND:
        return tuple(
            Option(str(at % 10), tr(KINDS[kind].words), kind is typed.kind)
            for at, kind in enumerate(kinds_for(role), start=1)
        )
    if name is Name.SEX:
        sex = typed.text(Name.SEX) or _sex_by_number(typed)
        return tuple(
            Option(str(at), tr(words), each.value == sex)
            for at, (each, words) in enumerate(_SEXES.items(), start=1)
        )
    if name is Name.CAPACITY:
        return tuple(
            Option(str(at), tr(_CAPACITIES[each]), each is typed.capacity)
            for at, each in enumerate(capacities_for(role, typed.kind), start=1)
        )
    return ()


def _sex_by_number(typed: TypedPerson) -> str:
    number = normal_number(IdentityKind.PERSONAL_NUMBER, typed.text(Name.NUMBER))
    sex = sex_of_number(number)
    return sex.value if sex else ""


def _hints(at: Name, place: int, *, confirms: bool, is_first: bool) -> tuple[tuple[str, str], ...]:
    if confirms:
        return (("Enter", tr("đúng như vậy, đi tiếp")), ("Esc", tr("đóng, vẫn giữ chữ đã gõ")))
    if at is Name.COMMUNE and place >= 0:
        return (
            ("Up Down", tr("chọn xã, phường")),
            ("Enter", tr("lấy nơi này")),
            ("Esc", tr("để nguyên chữ")),
        )
    if at in (Name.KIND, Name.SEX, Name.CAPACITY):
        return (("1", tr("phím số: chọn")), ("Enter", tr("ô tiếp theo còn trống")))
    first = (("Shift+Tab", tr("loại giấy tờ")),) if is_first else ()
    return (("Enter", tr("ô tiếp theo còn trống")), *first, ("Esc", tr("đóng, vẫn giữ chữ đã gõ")))
