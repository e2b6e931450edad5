"""How deep JSON text nests, told before anything parses it.

A parser that goes down into `[[[[…` runs out of stack, which no ValueError tells of. Bodies of
entries, and the values that a correction carries as text inside its body, are looked at first.
"""

from __future__ import annotations

import json
import re

from counter_app.domain.plain import Plain

DEEPEST = 20
"""The deepest nesting of what comes from elsewhere; ours needs seven levels."""

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*+"|[\[{]|[\]}]', re.DOTALL)


def depth(text: str) -> int:
    """Return how deep the JSON `text` nests, without parsing it."""
    deepest = level = 0
    for match in _TOKEN.finditer(text):
        if match.group() in "[{":
            level += 1
            deepest = max(deepest, level)
        elif match.group() in "]}":
            level -= 1
    return deepest


def is_too_deep(text: str) -> bool:
    """Tell whether `text` nests deeper than DEEPEST."""
    # So many brackets can't nest deeper than that, wherever they stand.
    return text.count("{") + text.count("[") > DEEPEST and depth(text) > DEEPEST


def read_value(text: str) -> Plain:
    """Return the JSON value in `text`. Raises ValueError, also for one that nests too deep."""
    if is_too_deep(text):
        raise ValueError("nested too deep")
    value: Plain = json.loads(text)
    return value
