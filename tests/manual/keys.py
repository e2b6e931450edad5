"""Which key does what, read from the program: its key table and every place that shows a key.

A label beside a key stands in the source as two literals of one call, tuple or dictionary item
(`Hint("F9", tr("chốt ca"))`, `Command.LOCK: tr("Khóa màn hình")`); so they are found in the tree.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from functools import cache

from counter_app.desktop.commands import KEYS, Command
from tests.manual.places import TOP

SHOWN = re.compile(
    r"(?:(?:Ctrl|Shift)\+)*(?:F\d{1,2}|Enter|Esc|Tab|Space|Delete|Left|Right|Up|Down|PgUp|PgDown|[A-Z0-9=+-])"
)
"""A key as papers and screens write it; one letter or digit only together with Ctrl or Shift."""

OF_PARTS = {
    "Enter", "Esc", "Tab", "Space", "Delete", "Ctrl+PgUp", "Ctrl+PgDown", "Ctrl+Shift",
    *"0123456789",
}  # fmt: skip
"""Keys that parts of pages take themselves; Ctrl+Shift is the input method's."""

_ROOM = TOP / "counter_app" / "desktop"
_WORTH = re.compile(r'"(?:(?:Ctrl|Shift)\+|F\d|Enter"|Esc"|Space"|Delete")|Command\.[A-Z]')


def all_keys() -> set[str]:
    """Return every key that does something."""
    return {key for keys in KEYS.values() for key in keys} | OF_PARTS | {k for k, _ in pairs()}


@cache
def pairs() -> frozenset[tuple[str, str]]:
    """Return every key with a label that the program shows beside it."""
    found: set[tuple[str, str]] = set()
    for path in _ROOM.rglob("*.py"):
        text = path.read_text("utf-8")
        if _WORTH.search(text) is None:
            continue
        for node in ast.walk(ast.parse(text)):
            found.update(_of(node))
    return frozenset(found)


def _of(node: ast.AST) -> Iterator[tuple[str, str]]:
    if isinstance(node, ast.Call):
        yield from _together([*node.args, *(word.value for word in node.keywords)])
    elif isinstance(node, ast.Tuple):
        yield from _together(node.elts)
    elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Subscript):
        yield from _together([node.targets[0].slice, node.value])
    elif isinstance(node, ast.Dict):
        for key, value in zip(node.keys, node.values, strict=True):
            if key is not None:
                yield from _together([key, value])


def _together(nodes: Iterable[ast.expr]) -> Iterator[tuple[str, str]]:
    keys, labels = [], []
    for node in _flat(nodes):
        if isinstance(node, ast.Attribute) and _is_command(node):
            keys.append(KEYS[Command[node.attr]][0])
        elif isinstance(node, ast.Call) and _is_tr(node):
            labels.append(str(node.args[0].value))  # type: ignore[attr-defined]
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            is_key = SHOWN.fullmatch(node.value) and len(node.value) > 1
            (keys if is_key else labels).append(node.value)
    yield from ((key, label) for key in keys for label in labels)


def _flat(nodes: Iterable[ast.expr]) -> Iterator[ast.expr]:
    """Yield them, and of a tuple of keys the keys."""
    for node in nodes:
        if isinstance(node, ast.Tuple) and all(
            isinstance(each, ast.Constant) for each in node.elts
        ):
            yield from node.elts
        else:
            yield node


def _is_command(node: ast.Attribute) -> bool:
    of = isinstance(node.value, ast.Name) and node.value.id == "Command"
    return of and node.attr in Command.__members__


def _is_tr(node: ast.Call) -> bool:
    called = isinstance(node.func, ast.Name) and node.func.id == "tr"
    return called and bool(node.args) and isinstance(node.args[0], ast.Constant)
