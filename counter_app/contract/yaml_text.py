"""Plain JSON values as readable YAML 1.2: a small, careful writer, so that no library is needed.

Only what our document holds: mappings, lists, text, integers, booleans, null. Text that could be
read as something else is written as a JSON string, which YAML reads alike.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

_PLAIN = re.compile(r"[A-Za-z$/][A-Za-z0-9_$/{}.-]*(?: [A-Za-z0-9_$/{}.-]+)*")
_WORDS = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n", "nan", "inf"})
_STEP = "  "


def yaml_text(value: object) -> str:
    """Return `value` as a YAML document. Raises TypeError for a float or an unknown type."""
    return "\n".join(_lines(value, "")) + "\n"


def _lines(value: object, indent: str) -> Iterator[str]:
    if isinstance(value, Mapping) and value:
        for key, item in value.items():
            yield from _entry(f"{indent}{_scalar(str(key))}:", item, indent)
    elif isinstance(value, list | tuple) and value:
        for item in value:
            yield from _item(item, indent)
    else:
        yield f"{indent}{_scalar(value)}"


def _entry(start: str, item: object, indent: str) -> Iterator[str]:
    if isinstance(item, str) and _is_block(item):
        yield f"{start} |-"
        yield from ((f"{indent}{_STEP}{line}" if line else "") for line in item.split("\n"))
    elif _is_nested(item):
        yield start
        yield from _lines(item, indent + _STEP)
    else:
        yield f"{start} {_scalar(item)}"


def _item(item: object, indent: str) -> Iterator[str]:
    if not _is_nested(item):
        yield f"{indent}- {_scalar(item)}"
        return
    first, *rest = _lines(item, indent + _STEP)
    yield f"{indent}- {first[len(indent) + len(_STEP) :]}"
    yield from rest


def _is_nested(item: object) -> bool:
    return isinstance(item, Mapping | list | tuple) and bool(item)


def _is_block(text: str) -> bool:
    """True for several lines that a literal block keeps as they are."""
    lines = text.split("\n")
    return (
        len(lines) > 1
        and bool(lines[0])
        and bool(lines[-1])
        and all(line == line.strip() and (line.isprintable()) for line in lines)
    )


def _scalar(value: object) -> str:
    if isinstance(value, str):
        plain = _PLAIN.fullmatch(value) and value.lower() not in _WORDS
        return value if plain else _quoted(value)
    if value is None or isinstance(value, bool | int):
        return json.dumps(value)
    if isinstance(value, Mapping):
        return "{}"
    if isinstance(value, list | tuple):
        return "[]"
    raise TypeError(f"{type(value).__name__} is not written")


def _quoted(text: str) -> str:
    """Return `text` in double quotes; what doesn't print is escaped, never as surrogates."""
    quoted = json.dumps(text, ensure_ascii=False)
    return "".join(char if char.isprintable() else f"\\U{ord(char):08x}" for char in quoted)
