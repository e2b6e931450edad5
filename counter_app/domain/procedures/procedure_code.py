"""The code of a procedure (mã TTHC): national `1.001193`, localised `1.001193.000.00.00.H60`."""

from __future__ import annotations

import re

from counter_app.domain.text import clean

_CODE = re.compile(r"(\d\.\d{6})((?:\.[0-9A-Z]{2,3})*)")


def clean_code(text: str) -> str | None:
    """Return the code as it is written officially, or None when `text` is none.

    Spaces, case and a comma for the point don't matter. Missing digits are never filled in.
    """
    bare = clean(text).upper().replace(" ", "").replace(",", ".").rstrip(".")
    return bare if bare.isascii() and _CODE.fullmatch(bare) else None


def national_code(text: str) -> str | None:
    """Return the first 8 characters, by which procedures are the same; None when it is no code."""
    code = clean_code(text)
    return code[:8] if code else None


def same_procedure(code_a: str, code_b: str) -> bool:
    """Return True when both codes name one procedure, localised or not."""
    national = national_code(code_a)
    return national is not None and national == national_code(code_b)
