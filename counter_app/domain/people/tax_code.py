"""Tax codes (mã số thuế, MST): ten digits with a check digit, thirteen for branches, or twelve.

Since 01/07/2025 citizens and household businesses use their twelve-digit personal number as tax
code (Thông tư 86/2024/TT-BTC).
"""

from __future__ import annotations

import re
from enum import Enum

from counter_app.domain.problems import Problem, doubt, false

_WEIGHTS = (31, 29, 23, 19, 17, 13, 7, 5, 3)
_SEPARATORS = re.compile(r"[\s.\-–—]+")


class TaxCodeKind(Enum):
    """What a tax code stands for, told by its length."""

    ENTERPRISE = "enterprise"  # 10 digits
    BRANCH = "branch"  # 13 digits: the enterprise's ten and a number from 001
    PERSONAL_NUMBER = "personal_number"  # 12 digits


_KINDS = {
    10: TaxCodeKind.ENTERPRISE,
    13: TaxCodeKind.BRANCH,
    12: TaxCodeKind.PERSONAL_NUMBER,
}


def normal_tax_code(text: str) -> str:
    """Return the usual form, branches with a dash: `"0100109106001"` → `"0100109106-001"`.

    What is no tax code comes back without spaces, otherwise unchanged.
    """
    digits = _SEPARATORS.sub("", text)
    if tax_code_kind(text) is TaxCodeKind.BRANCH:
        return f"{digits[:10]}-{digits[10:]}"
    return digits if tax_code_kind(text) else "".join(text.split())


def tax_code_kind(text: str) -> TaxCodeKind | None:
    """Return the kind, or None when `text` hasn't the shape of a tax code."""
    digits = _SEPARATORS.sub("", text)
    if not (digits.isascii() and digits.isdigit()):
        return None
    return _KINDS.get(len(digits))


def check_digit(first_nine: str) -> int | None:
    """Return the tenth digit that nine digits ask for; None when no code may begin with them."""
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, first_nine, strict=True))
    check = 10 - total % 11
    return check if check < 10 else None


def tax_code_problems(text: str, field: str = "") -> tuple[Problem, ...]:
    """Return what is not right: a false shape blocks, a wrong check digit is a doubt.

    A doubt only, because the certificate in the officer's hand outranks our arithmetic.
    """
    kind = tax_code_kind(text)
    if kind is None:
        return (false("tax_code_shape", field),)
    if kind is TaxCodeKind.PERSONAL_NUMBER:
        return ()
    digits = _SEPARATORS.sub("", text)
    problems = []
    if check_digit(digits[:9]) != int(digits[9]):
        problems.append(doubt("tax_code_check_digit", field))
    if kind is TaxCodeKind.BRANCH and digits[10:] == "000":
        problems.append(doubt("tax_code_branch", field))
    return tuple(problems)
