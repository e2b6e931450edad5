"""Identities of every kind, and telephone numbers."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.people.identity import identity_problems, normal_number
from counter_app.domain.people.person import Identity, IdentityKind, Sex
from counter_app.domain.people.phone import normal_phone, phone_problems

K = IdentityKind
TODAY = date(2026, 11, 20)
GOOD = "001190000123"


@pytest.mark.parametrize(
    ("identity", "codes"),
    [
        (Identity(), ()),
        (Identity(K.NONE, "123"), ("identity_kind_missing",)),
        (Identity(K.PERSONAL_NUMBER, GOOD), ()),
        (Identity(K.CITIZEN_CARD, GOOD, issued_on=date(2021, 12, 25)), ()),
        (Identity(K.IDENTITY_CERTIFICATE, GOOD), ()),
        (Identity(K.PERSONAL_NUMBER, ""), ("identity_number_missing",)),
        (Identity(K.PERSONAL_NUMBER, "00119000012"), ("identity_twelve_digits",)),
        (Identity(K.CITIZEN_CARD, "00119000012x"), ("identity_twelve_digits",)),
        (Identity(K.CITIZEN_CARD, "٠٠١١٩٠٠٠٠١٢٣"), ("identity_twelve_digits",)),
        (Identity(K.CITIZEN_CARD, "003190000123"), ("number_province_unknown",)),
        (Identity(K.CITIZEN_CARD, "001090000123"), ("number_sex_differs",)),
        (Identity(K.CITIZEN_CARD, "001191000123"), ("number_year_differs",)),
        (Identity(K.CITIZEN_CARD, GOOD, issued_on=date(1980, 1, 1)), ("issued_before_birth",)),
        (Identity(K.CITIZEN_CARD, GOOD, issued_on=date(2027, 1, 1)), ("issued_in_future",)),
        (Identity(K.OLD_CARD, "012345678"), ()),
        (Identity(K.OLD_CARD, "01234567"), ("identity_old_card",)),
        (Identity(K.PASSPORT, "C1234567", "VN"), ()),
        (Identity(K.PASSPORT, "P01234567", "VN"), ()),
        (Identity(K.PASSPORT, "12345678", "VN"), ("passport_number_shape",)),
        (Identity(K.PASSPORT, "C1234567"), ("passport_nationality_missing",)),
        (Identity(K.PASSPORT, "AB123456", "KR"), ()),
        (Identity(K.PASSPORT, "123456789", "US"), ()),
        (Identity(K.PASSPORT, "12345", "US"), ("passport_number_shape",)),
        (Identity(K.PASSPORT, "AB123456", "KOR"), ("passport_nationality_shape",)),
        (Identity(K.TAX_CODE, "0100109106"), ()),
        (Identity(K.TAX_CODE, "0100109107"), ("tax_code_check_digit",)),
        (Identity(K.TAX_CODE, "1"), ("tax_code_shape",)),
        (Identity(K.DECISION, "12/QĐ-UBND"), ()),
        (Identity(K.DECISION, ""), ("identity_number_missing",)),
    ],
)
def test_identities(identity: Identity, codes: tuple[str, ...]) -> None:
    problems = identity_problems(identity, sex=Sex.FEMALE, birth_date=date(1990, 3, 2), today=TODAY)
    assert tuple(problem.code for problem in problems) == codes


def test_a_number_alone_is_not_contradicted() -> None:
    assert identity_problems(Identity(K.PERSONAL_NUMBER, "079301000123")) == ()
    born = date(2101, 1, 1)
    assert identity_problems(Identity(K.PERSONAL_NUMBER, "001501000123"), birth_date=born) == ()


@given(st.sampled_from(K), st.text(max_size=20), st.text(max_size=3))
def test_any_number_is_accepted(kind: IdentityKind, number: str, nationality: str) -> None:
    number = normal_number(kind, number)
    assert normal_number(kind, number) == number
    for problem in identity_problems(Identity(kind, number, nationality)):
        assert problem.field.startswith("/")


@pytest.mark.parametrize(
    ("kind", "text", "normal"),
    [
        (K.CITIZEN_CARD, " 001 190 000123 ", GOOD),
        (K.PASSPORT, "c 1234567", "C1234567"),
        (K.TAX_CODE, "0100109106001", "0100109106-001"),
        (K.DECISION, " 12/QĐ-UBND  ngày 1 ", "12/QĐ-UBND ngày 1"),
    ],
)
def test_normal_numbers(kind: IdentityKind, text: str, normal: str) -> None:
    assert normal_number(kind, text) == normal


@pytest.mark.parametrize(
    ("text", "normal", "codes"),
    [
        ("", "", ()),
        ("0912 345 678", "0912345678", ()),
        ("0912.345.678", "0912345678", ()),
        ("+84 912 345 678", "0912345678", ()),
        ("+84 (0)912 345 678", "0912345678", ()),
        ("84912345678", "0912345678", ()),
        ("0084912345678", "0912345678", ()),
        ("0352345678", "0352345678", ()),
        ("(024) 3812 3456", "02438123456", ()),
        ("0235-381-2345", "02353812345", ()),
        ("01672345678", "01672345678", ("phone_old",)),
        ("0412345678", "0412345678", ("phone_unknown",)),
        ("091234567", "091234567", ("phone_unknown",)),
        ("091234567x", "091234567x", ("phone_unknown",)),
        ("113", "113", ("phone_unknown",)),
        ("+1 202 555 0100", "+12025550100", ("phone_unknown",)),
        ("không có", "khôngcó", ("phone_unknown",)),
    ],
)
def test_phones(text: str, normal: str, codes: tuple[str, ...]) -> None:
    assert normal_phone(text) == normal
    assert tuple(problem.code for problem in phone_problems(text)) == codes
