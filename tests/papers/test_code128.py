from __future__ import annotations

import pytest
from barcode.codex import Code128
from hypothesis import given, settings
from hypothesis import strategies as st

from counter_app.papers.code128 import read_modules

GOOD = Code128("H26.15-250701-0214").build()[0]


def test_it_reads_the_library() -> None:
    assert read_modules(GOOD) == "H26.15-250701-0214"


@settings(deadline=None)
@given(st.integers(0, len(GOOD) - 1))
def test_one_flipped_module_is_never_read_as_another_code(place: int) -> None:
    flipped = GOOD[:place] + ("0" if GOOD[place] == "1" else "1") + GOOD[place + 1 :]
    with pytest.raises(ValueError):  # noqa: PT011 the reasons differ
        read_modules(flipped)


@settings(deadline=None)
@given(st.integers(2, 12), st.integers(2, 12))
def test_two_swapped_characters_fail_the_check(one: int, other: int) -> None:
    parts = [GOOD[at : at + 11] for at in range(0, len(GOOD) - 13, 11)]
    stop = GOOD[len(parts) * 11 :]
    if parts[one] == parts[other]:
        return
    parts[one], parts[other] = parts[other], parts[one]
    with pytest.raises(ValueError):  # noqa: PT011 the reasons differ
        read_modules("".join(parts) + stop)


@pytest.mark.parametrize("modules", ["", "0", "1", "01", "1012", GOOD[:-1], GOOD + "01", GOOD[11:]])
def test_what_is_no_symbol(modules: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 the reasons differ
        read_modules(modules)
