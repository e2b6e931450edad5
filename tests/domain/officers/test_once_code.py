"""One-time codes: shown in groups, typed as people type."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.officers.once_code import RAW_BYTES, bare_code, code_of


@given(st.binary(min_size=RAW_BYTES, max_size=RAW_BYTES))
def test_a_code_survives_being_typed(raw: bytes) -> None:
    code = code_of(raw)
    assert [len(part) for part in code.split("-")] == [4, 4, 4]
    assert not set(code) & set("0O1I")
    for typed in (code, code.lower(), code.replace("-", ""), code.replace("-", " ") + " "):
        assert bare_code(typed) == bare_code(code)
