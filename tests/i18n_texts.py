"""Every text that the program shows through `tr` or `several`, gathered from the source.

`python -m tests.i18n_texts` says which have no English yet; with `--po` it prints them as entries
to be translated. Literals are read from the syntax tree. A table's text (`tr(TABLE[x])`, a loop
over a constant) is found by following the name to its module's constant. A call whose text comes
from neither is "opaque": its file must stand in `OPAQUE`, with where its texts are gathered from.
"""

from __future__ import annotations

import ast
import dataclasses
import importlib
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import Any

from counter_app.config import resource
from counter_app.desktop.presenters.steps.offers import OFFERS
from counter_app.i18n import load
from counter_app.wording.sentence import Sentence

PACKAGE = Path(__file__).parent.parent / "counter_app"

OPAQUE: dict[str, str] = {
    "i18n.py": "the two functions themselves",
    "wording/sentence.py": "every Sentence of the room, by `_of_wording`",
    "wording/sentences.py": "every PROBLEMS of the room, by `_of_wording`",
    "wording/deadlines.py": "tables of the room, by `_of_wording`; `say` is `tr`",
    "desktop/presenters/detail/step_offer.py": "every offer of a further step, by `_of_offers`",
}
"""File → where the texts of its opaque calls are gathered instead."""

SWEPT_UP = frozenset(
    {"1", "book", "cloud-up", "database", "hash", "letter", "lock", "ok", "paper", "print",
     "provisional", "receipt", "refresh", "result_slip", "scan", "usb", "user"}
)  # fmt: skip
"""Keys, icons and form names that stand in one table with texts; nobody reads them."""


@dataclass(slots=True)
class Found:
    """Texts with the places that show them; opaque calls; `plural` texts come by `several`."""

    texts: dict[str, list[str]] = field(default_factory=dict)
    plural: set[str] = field(default_factory=set)
    opaque: list[str] = field(default_factory=list)

    def add(self, text: str, place: str) -> None:
        """Note one text."""
        if text and text not in SWEPT_UP:
            self.texts.setdefault(text, []).append(place)


def found() -> Found:
    """Return everything that `counter_app` shows through a translator."""
    result = Found()
    for path in sorted(PACKAGE.rglob("*.py")):
        _read(path, result)
    for text, place in (*_of_wording(), *_of_offers()):
        result.add(text, place)
    return result


def missing(language: str = "en") -> dict[str, list[str]]:
    """Return the texts without a translation, with the places that show them."""
    messages = load(language, resource("i18n"), strict=True).messages
    return {text: places for text, places in found().texts.items() if ("", text) not in messages}


def _read(path: Path, result: Found) -> None:
    name = str(path.relative_to(PACKAGE))
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for scope, call in _calls(tree):
        function = call.func.id if isinstance(call.func, ast.Name) else ""
        if function not in ("tr", "several", "say") or not call.args:
            continue
        place = f"{name}:{call.lineno}"
        texts = set(_texts_of(call.args[0], scope, path))
        for text in texts:
            result.add(text, place)
            if function == "several":
                result.plural.add(text)
        if not texts and name not in OPAQUE:
            result.opaque.append(place)


def _calls(tree: ast.Module) -> Iterator[tuple[ast.AST, ast.Call]]:
    """Yield every call with the function (or module) that it stands in."""

    def walk(node: ast.AST, scope: ast.AST) -> Iterator[tuple[ast.AST, ast.Call]]:
        inner = node if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) else scope
        if isinstance(node, ast.Call):
            yield scope, node
        for child in ast.iter_child_nodes(node):
            yield from walk(child, inner)

    yield from walk(tree, tree)


def _texts_of(node: ast.AST, scope: ast.AST, path: Path) -> Iterator[str]:
    """Yield the texts that an argument may be: literals in it, constants that its names lead to."""
    if isinstance(node, ast.Constant):
        if isinstance(node.value, str):
            yield node.value
        return
    if isinstance(node, ast.IfExp):
        parts = [node.body, node.orelse]
    elif isinstance(node, ast.BoolOp):
        parts = node.values
    elif isinstance(node, ast.BinOp):
        return  # put together at run time: opaque, and wrong
    else:
        is_get = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
        parts = node.args[1:] if is_get and isinstance(node, ast.Call) else []  # TABLE.get(x, "…")
        yield from _followed(node, scope, path)
    for part in parts:
        yield from _texts_of(part, scope, path)


def _followed(node: ast.AST, scope: ast.AST, path: Path) -> Iterator[str]:
    """Yield the texts of the constants that the names in `node` lead to, locals included."""
    names = {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}
    seen: set[str] = set()
    while names:
        name = names.pop()
        if name in seen:
            continue
        seen.add(name)
        local = set(_sources(name, scope))
        names |= local
        if not local and _is_constant(name):
            part = node.attr if isinstance(node, ast.Attribute) else ""
            yield from _of_constant(name, path, part)


def _sources(name: str, scope: ast.AST) -> Iterator[str]:
    """Yield the names in what a local name is given: assignments and loops of the same function."""
    for node in ast.walk(scope):
        if isinstance(node, ast.Assign):
            targets, value = node.targets, node.value
        elif isinstance(node, ast.AnnAssign | ast.NamedExpr) and node.value:
            targets, value = [node.target], node.value
        elif isinstance(node, ast.For | ast.comprehension):
            targets, value = [node.target], node.iter
        else:
            continue
        bound = {each.id for target in targets for each in ast.walk(target)
                 if isinstance(each, ast.Name)}  # fmt: skip
        if name in bound and scope is not node:
            yield from (each.id for each in ast.walk(value) if isinstance(each, ast.Name))


def _is_constant(name: str) -> bool:
    return name.strip("_").isupper() and len(name.strip("_")) > 1


def _of_constant(name: str, path: Path, part: str) -> Iterator[str]:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    try:
        module = importlib.import_module(".".join(parts))
    except ImportError:  # a file that is being worked on: its call counts as opaque
        return
    yield from _strings(getattr(module, name, None), part)


def _strings(value: Any, part: str = "") -> Iterator[str]:
    """Yield every text in a table: values of mappings, parts of tuples, fields of dataclasses.

    `part`: of values that have a field of this name only that one (`tr(TABLE[x].words)`).
    """
    if part and hasattr(value, part) and not isinstance(value, Mapping | str | type):
        yield from _strings(getattr(value, part))
    elif isinstance(value, str) and not isinstance(value, Enum):
        yield value
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from _strings(each, part)
    elif isinstance(value, tuple | list | set | frozenset):
        for each in value:
            yield from _strings(each, part)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field_ in dataclasses.fields(value):
            yield from _strings(getattr(value, field_.name))


def _of_offers() -> Iterator[tuple[str, str]]:
    for offer in OFFERS:
        yield offer.text, f"the step {offer.name}"


def _of_wording() -> Iterator[tuple[str, str]]:
    """Yield the texts of every table and sentence of the wording room."""
    for path in sorted((PACKAGE / "wording").glob("*.py")):
        module = importlib.import_module(f"counter_app.wording.{path.stem}")
        for name, value in vars(module).items():
            told = isinstance(value, Sentence)
            table = isinstance(value, dict) and name.strip("_").isupper()
            if told or table:
                for text in _strings(value):
                    yield text, f"wording/{path.name}:{name}"


def main() -> None:
    """Print what lacks English, and what can't be followed."""
    result = found()
    lacking = missing()
    if "--po" in sys.argv:
        for text, places in lacking.items():
            quoted = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
            print(f'#: {places[0]}\nmsgid "{quoted}"')
            if text in result.plural:
                print(f'msgid_plural "{quoted}"\nmsgstr[0] ""\nmsgstr[1] ""\n')
            else:
                print('msgstr ""\n')
        return
    for text, places in lacking.items():
        print(f"{places[0]}: {text}")
    for place in result.opaque:
        print(f"{place}: opaque")
    print(f"{len(result.texts)} texts, {len(lacking)} without English, {len(result.opaque)} opaque")


if __name__ == "__main__":
    main()
