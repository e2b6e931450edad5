"""Telephone numbers as Vietnamese offices write them (quy hoạch kho số viễn thông since 2018)."""

from __future__ import annotations

import re

from counter_app.domain.problems import Problem, doubt

_DECORATION = re.compile(r"[\s.\-–()/]+")
_MOBILE = re.compile(r"0[35789]\d{8}")
_LANDLINE = re.compile(r"02\d{9}")
_OLD_MOBILE = re.compile(r"01[26]\d{8}|01[89]\d{8}")  # eleven digits, gone since 15/11/2018


def normal_phone(text: str) -> str:
    """Return the number without decoration, +84 as 0: `"+84 (0)912.345.678"` → `"0912345678"`."""
    number = _DECORATION.sub("", text)
    for country in ("+84", "0084"):
        if number.startswith(country):
            return "0" + number.removeprefix(country).removeprefix("0")
    if number.startswith("84") and _MOBILE.fullmatch("0" + number[2:]):
        return "0" + number[2:]
    return number


def phone_problems(text: str, field: str = "") -> tuple[Problem, ...]:
    """Return the doubt about a number that is neither mobile nor landline; empty is fine."""
    number = normal_phone(text)
    if not number or _MOBILE.fullmatch(number) or _LANDLINE.fullmatch(number):
        return ()
    if _OLD_MOBILE.fullmatch(number):
        return (doubt("phone_old", field),)
    return (doubt("phone_unknown", field),)
