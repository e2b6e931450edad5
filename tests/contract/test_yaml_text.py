from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from counter_app.contract.yaml_text import yaml_text

TEXT = st.text(max_size=30) | st.sampled_from(
    ["", "yes", "No", "null", "~", "1", "1.0", "1e3", "0x1F", "2026-11-20", "- a", "a: b", "#", "=",
     "a #b", "a\nb", " a\nb", "a\n\nb", "a\n", "&a", "*a", "!a", "%a", "@a", "`a`",
     "'", '"', "|", ">",
     "?", "[", "{", "a:", ":a", "12:30:45", "on", "Y", ".inf", "<<", "…", "\t", "a\tb\nc", "\x85"]
)  # fmt: skip
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=20,
)


@given(VALUES)
def test_another_reader_reads_the_same(value: object) -> None:
    assert yaml.safe_load(yaml_text(value)) == value


def test_floats_are_not_written() -> None:
    with pytest.raises(TypeError):
        yaml_text({"x": 1.5})
