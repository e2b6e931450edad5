"""Languages: Vietnamese is the source text, other languages are gettext catalogues (`<code>.po`).

A `Translator` is made by `load` and handed to whoever shows text. For the many places that only
turn a constant into words there is `tr`, over the one translator that `install` set: the language
of a process is its only state here.

A translation must have exactly the placeholders of its source. One with others would lose a fact
or break at the counter, so it is refused: tests load strictly, the running program leaves it out,
says so in its log, and shows the Vietnamese text.
"""

from __future__ import annotations

import ast
import gettext
import logging
import re
import string
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from pathlib import Path

SOURCE = "vi"

_log = logging.getLogger(__name__)
_PLURAL = re.compile(r"^Plural-Forms:.*plural=([^;]+);?\s*$", re.MULTILINE)
_LINE = re.compile(r'(?:(msgctxt|msgid|msgid_plural|msgstr)(?:\[(\d)])?\s+)?("(?:[^"\\]|\\.)*")')

_Key = tuple[str, str]


class RefusedTranslationError(Exception):
    """A catalogue, or one of its translations, can't be taken: a translator's slip, our bug."""


@dataclass(frozen=True, slots=True)
class Translator:
    """One language. Without messages it returns the source text."""

    language: str = SOURCE
    messages: Mapping[_Key, tuple[str, ...]] = field(default_factory=dict, repr=False)
    plural: Callable[[int], int] = field(default=lambda _: 0, repr=False)

    def tr(self, text: str, context: str = "") -> str:
        """Return `text` in this language; `context` tells equal texts of two meanings apart."""
        forms = self.messages.get((context, text))
        return forms[0] if forms else text

    def several(self, text: str, count: int, context: str = "") -> str:
        """Return the form of `text` for `count` things (Vietnamese has one form for all)."""
        forms = self.messages.get((context, text))
        return forms[min(self.plural(count), len(forms) - 1)] if forms else text


def load(language: str, folder: Path, *, strict: bool = False) -> Translator:
    """Return the translator for `language` from `folder/<language>.po`.

    Vietnamese needs no file. With `strict` a missing or unreadable catalogue and every bad
    translation raise `RefusedTranslationError`; without it they are logged, and the source text
    stands.
    """
    if language == SOURCE:
        return Translator()
    path = folder / f"{language}.po"
    try:
        entries = list(_entries(path.read_text("utf-8")))
    except (OSError, ValueError) as error:
        _refuse(f"{path.name}: {error}", strict=strict)
        return Translator()
    plural: Callable[[int], int] = _germanic
    messages: dict[_Key, tuple[str, ...]] = {}
    for entry in entries:
        if not entry.text:
            try:
                plural = _plural(entry.forms.get(0, ""))
            except ValueError as error:
                _refuse(f"{path.name}: {error}", strict=strict)
        elif entry.fuzzy or not any(entry.forms.values()):
            continue  # not translated yet: the source text stands
        elif complaint := _complaint(entry):
            _refuse(f"{path.name}: {complaint}: {entry.text!r}", strict=strict)
        else:
            forms = tuple(entry.forms[number] for number in sorted(entry.forms))
            messages[entry.context, entry.text] = forms
    return Translator(language, messages, plural)


def placeholders(text: str) -> frozenset[str]:
    """Return the placeholders of `text` as they stand between braces, formats included.

    Raises `ValueError` for a lone brace.
    """
    return frozenset(
        name + (f"!{conversion}" if conversion else "") + (f":{form}" if form else "")
        for _, name, form, conversion in string.Formatter().parse(text)
        if name is not None
    )


_installed: list[Translator] = [Translator()]
_source_only: ContextVar[bool] = ContextVar("source_only", default=False)


def install(translator: Translator) -> Translator:
    """Make `translator` the one of `tr` for this process; return the one before."""
    before, _installed[0] = _installed[0], translator
    return before


def tr(text: str, context: str = "") -> str:
    """Return `text` in the language of this process."""
    return text if _source_only.get() else _installed[0].tr(text, context)


def several(text: str, count: int, context: str = "") -> str:
    """Return the form of `text` for `count` things in the language of this process."""
    return text if _source_only.get() else _installed[0].several(text, count, context)


@contextmanager
def in_vietnamese() -> Iterator[None]:
    """Leave texts in Vietnamese in this thread: papers are the office's, whatever a window says."""
    before = _source_only.set(True)
    try:
        yield
    finally:
        _source_only.reset(before)


@dataclass(slots=True)
class _Entry:
    context: str = ""
    text: str = ""
    many: str = ""
    fuzzy: bool = False
    forms: dict[int, str] = field(default_factory=dict)

    def add(self, name: str, number: int, part: str) -> None:
        """Add one quoted string: the first, or a continuation, of the named part."""
        if name == "msgctxt":
            self.context += part
        elif name == "msgid":
            self.text += part
        elif name == "msgid_plural":
            self.many += part
        else:
            self.forms[number] = self.forms.get(number, "") + part


def _entries(content: str) -> Iterator[_Entry]:
    """Yield the entries of a .po file. Raises `ValueError` with the line it can't read."""
    entry, at = _Entry(), ("", 0)
    for number, line in enumerate(content.splitlines(), start=1):
        line = line.strip()
        if entry.forms and line.startswith(("#", "msgctxt", "msgid")):
            yield entry
            entry, at = _Entry(), ("", 0)
        if line.startswith("#"):
            entry.fuzzy = entry.fuzzy or (line.startswith("#,") and "fuzzy" in line)
            continue
        if not line:
            continue
        found = _LINE.fullmatch(line)
        if not found or not (found[1] or at[0]):
            raise ValueError(f"line {number}: {line}")
        at = (found[1], int(found[2] or 0)) if found[1] else at
        try:
            # The escapes of .po are C's; for text, Python's are the same.
            entry.add(*at, str(ast.literal_eval(found[3])))
        except SyntaxError as error:
            raise ValueError(f"line {number}: {line}") from error
    if entry.forms:
        yield entry


def _plural(header: str) -> Callable[[int], int]:
    found = _PLURAL.search(header)
    return gettext.c2py(found[1].strip()) if found else _germanic


def _complaint(entry: _Entry) -> str:
    """Return why the entry is refused; empty when it isn't."""
    if not all(entry.forms.values()):
        return "a plural form is missing"
    try:
        wanted = placeholders(entry.text)
        same = all(placeholders(form) == wanted for form in entry.forms.values())
    except ValueError:
        return "lone brace"
    return "" if same else "other placeholders"


def _refuse(reason: str, *, strict: bool) -> None:
    if strict:
        raise RefusedTranslationError(reason)
    _log.warning("translation left out: %s", reason)


def _germanic(count: int) -> int:
    return 0 if count == 1 else 1
