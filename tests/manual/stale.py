"""What in the pages no longer fits the program: keys, labels, commands, links, files."""

from __future__ import annotations

import argparse
import re
import shlex
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from counter_app import cli
from counter_app.config import resource
from counter_app.desktop.commands import KEYS
from counter_app.i18n import load
from tests.manual.keys import SHOWN, all_keys, pairs
from tests.manual.places import TOP, guide_pages, manual_pages
from tests.manual.strip import GROUPS, TOP_ROW, UNPRINTED

_KEY = re.compile(r"`((?:(?:Ctrl|Shift|Alt)\+)+[^`\s]+|F\d{1,2}|Enter|Esc|Tab|Space|Delete)`")
_BESIDE = re.compile(r"`([^`\s]+)`\s+“([^”]+)”")
_QUOTED = re.compile(r"“([^”]+)”")
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_TARGET = re.compile(r"^\(([a-z0-9-]+)\)=$", re.MULTILINE)
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
_CODE = re.compile(r"^( *)```(?:console|sh)\n(.*?)^\1```", re.MULTILINE | re.DOTALL)
_SPAN = re.compile(r"`(counter-app [a-z][^`]*)`")
_FILE = re.compile(r"`((?:counter_app|tests|resources|docs|installer)/[\w./*-]*)`")
_DEFINED = re.compile(r"`((?:counter_app|tests)/[\w/]+\.py)`[^`\n]{0,3}\(`(\w+)`\)")

OWN_WORDS = frozenset({"ngoặc kép"})
"""Words in quotes that are no label: the sentence that explains the quotes."""


def faults() -> Iterator[str]:
    """Yield what is stale, with the page that says it."""
    yield from strip_faults()
    for page in manual_pages():
        text = page.read_text("utf-8")
        for found in (*key_faults(text), *label_faults(text)):
            yield f"{page.name}: {found}"
    for page in (*manual_pages(), *guide_pages()):
        text = page.read_text("utf-8")
        for found in (*command_faults(text), *link_faults(page, text), *file_faults(text)):
            yield f"{page.name}: {found}"


def key_faults(text: str) -> Iterator[str]:
    """Yield keys that nothing takes, and keys that stand beside a label that isn't theirs."""
    known = all_keys() | {f"Ctrl+{number}" for number in range(1, 10)}
    for key in _KEY.findall(text):
        if key not in known:
            yield f"no key {key}"
    beside = {(key, label.lower()) for key, label in pairs()}
    for key, label in _BESIDE.findall(text):
        if len(key) > 1 and SHOWN.fullmatch(key) and (key, _flat(label).lower()) not in beside:
            yield f"{key} isn't shown beside “{_flat(label)}”"


def label_faults(text: str) -> Iterator[str]:
    """Yield words in quotes that no screen says. A quote may end in "…", and numbers may differ."""
    for quoted in _QUOTED.findall(text):
        words = _flat(quoted)
        if words not in OWN_WORDS and not _is_said(words):
            yield f"no screen says “{words}”"


def command_faults(text: str) -> Iterator[str]:
    """Yield commands that the command line or Python doesn't know."""
    blocks = [block.replace("\\\n", " ") for _, block in _CODE.findall(text)]
    lines = [line for block in blocks for line in block.splitlines()]
    for line in (*lines, *_SPAN.findall(text)):
        words = shlex.split(line.split("# ")[0])
        if words[:1] == ["counter-app"] and (why := _refused(words[1:])):
            yield f"{line.strip()}: {why}"
        elif "-m" in words and words[words.index("-m") + 1].startswith("tests."):
            module = words[words.index("-m") + 1].replace(".", "/")
            if not ((TOP / module).is_dir() or (TOP / f"{module}.py").exists()):
                yield f"{line.strip()}: no such module"


def link_faults(page: Path, text: str) -> Iterator[str]:
    """Yield links to a page, a place in a page or a picture that isn't there."""
    for link in _LINK.findall(text):
        if "://" in link:
            yield f"{link}: a page must be readable without a line"
            continue
        name, _, place = link.partition("#")
        target = (page.parent / name) if name else page
        if not target.exists():
            yield f"no file {link}"
        elif place and place not in _places(target):
            yield f"no place {link}"


def file_faults(text: str) -> Iterator[str]:
    """Yield files that aren't there, and names that a file doesn't define."""
    for name in _FILE.findall(text):
        there = any(TOP.glob(name)) if "*" in name else (TOP / name).exists()
        if not there:
            yield f"no file {name}"
    for name, defined in _DEFINED.findall(text):
        path = TOP / name
        if path.exists() and not re.search(rf"\b{defined}\b", path.read_text("utf-8")):
            yield f"{name} has no {defined}"


def strip_faults() -> Iterator[str]:
    """Yield what the keyboard strip lacks or says wrongly."""
    lines = [*TOP_ROW, *(line for group in GROUPS.values() for line in group)]
    printed = {command for command, _ in lines}
    for command in KEYS.keys() - printed - UNPRINTED:
        yield f"strip: {command.name} is neither printed nor left out"
    for _, words in lines:
        if not _is_said(words):
            yield f"strip: no screen says “{words}”"


def _refused(words: list[str]) -> str:
    if words[:1] == ["LỆNH"]:
        return ""
    try:
        _parser().parse_args([each for each in words if each != "--help"])
    except _RefusedError as why:
        return str(why)
    return ""


class _RefusedError(Exception):
    """What argparse says instead of leaving the program."""


@cache
def _parser() -> argparse.ArgumentParser:
    parser = cli._parser()
    waiting = [parser]
    while waiting:
        each = waiting.pop()
        each.error = _refuse  # type: ignore[assignment,method-assign]
        for action in each._actions:
            if isinstance(action, argparse._SubParsersAction):
                waiting.extend(action.choices.values())
    return parser


def _refuse(message: str) -> None:
    raise _RefusedError(message)


@cache
def _said() -> tuple[frozenset[str], tuple[re.Pattern[str], ...]]:
    messages = load("en", resource("i18n"), strict=True).messages
    texts = {unicodedata.normalize("NFC", text) for _, text in messages}
    texts |= {label for _, label in pairs()}
    shapes = tuple(
        re.compile(re.sub(r"\\\{\w*\\\}", "(.+)", re.escape(text)))
        for text in texts
        if "{" in text and len(re.sub(r"\{\w*\}", "", text)) > 3
    )
    return frozenset(texts), shapes


def _is_said(words: str) -> bool:
    texts, shapes = _said()
    if words in texts or (words.endswith("…") and words in {f"{text}…" for text in texts}):
        return True
    if words.endswith(" …"):
        return any(text.startswith(words[:-2]) for text in texts)
    if any(shape.fullmatch(words) for shape in shapes):
        return True
    parts = words.split(" · ")
    return len(parts) > 1 and all(_is_said(part) for part in parts)


def _places(page: Path) -> set[str]:
    text = page.read_text("utf-8")
    return set(_TARGET.findall(text)) | {_slug(title) for title in _HEADING.findall(text)}


def _slug(title: str) -> str:
    """Return what MyST calls a heading: GitHub's way."""
    return re.sub(r"[^\w\- ]", "", title.lower().replace("`", "")).replace(" ", "-")


def _flat(words: str) -> str:
    return " ".join(words.split())
