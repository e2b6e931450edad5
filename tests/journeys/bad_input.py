"""What everybody is owed when something bad comes in: words, and that nothing is lost.

`told` and `said` judge the words (what happened · what is safe · what comes next, in the sentences
of `wording/`), `kept` reads what the counter holds: a test compares it before and after.
"""

from __future__ import annotations

import re
import string
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlite

from counter_app.cli import main
from counter_app.domain.errors import CounterError
from counter_app.domain.problems import Problem
from counter_app.store.store import Store
from counter_app.wording.sentence import Sentence
from counter_app.wording.sentences import errors, problem_words, sentence

PAGE = 4096
"""Bytes of a store's page."""


@dataclass(frozen=True)
class Kept:
    """What must never change by bad input: the journal, the queue, the dossiers' codes."""

    entries: int
    waiting: int
    codes: tuple[str, ...]
    faults: str = ""


def kept(home: Path, key: bytes | None = None) -> Kept:
    """Return what the store of `home` holds, after verifying all of it."""
    with Store.open(home / "store.db", key) as store:
        report = store.verify()
        with store.reading() as tx:
            found = tx.lists.page(limit=100).lines
            return Kept(
                tx.journal.count(),
                tx.deliveries.counts().to_send,
                tuple(sorted(row.code for row in found)),
                "" if report.is_whole else str(report),
            )


@dataclass(frozen=True)
class Done:
    """A finished command."""

    code: int
    out: str
    err: str


class Commands:
    """Runs commands in this process, as `counter-app` would."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, name: str, *words: object, home: Path | None, plain: bool = True) -> Done:
        where = [] if home is None else ["--home", str(home)]
        options = ["--plain-store"] if plain else []
        self._capsys.readouterr()
        try:
            code = main([name, *where, *options, *map(str, words)])
        except SystemExit as stopped:
            code = int(stopped.code or 0)
        captured = self._capsys.readouterr()
        return Done(code, captured.out, captured.err)


def told(text: str, code: str) -> None:
    """`text`, what a command printed, holds the whole sentence of `code` and nothing worse."""
    words = errors()[code]
    whole = re.compile(r" ".join(map(_pattern, _parts(words))), re.DOTALL)
    assert whole.search(text), f"{text!r} doesn't say {code}"
    careful(text)


def refused(done: Done, code: str) -> None:
    """The command ended with 1 and said the sentence of `code` on standard error."""
    assert done.code == 1, done
    told(done.err, code)


def said(error: CounterError, code: str) -> None:
    """`error` has `code`, and every fact that its sentence shows."""
    assert error.code == code, error
    words = errors()[code]
    assert all(_parts(words)), f"{code} lacks a part"
    assert words.placeholders() <= error.facts.keys(), f"{code} lacks facts"
    careful(sentence(error))


def worded(*problems: Problem) -> None:
    """Every problem has words of its own, with its facts in them."""
    assert problems
    for problem in problems:
        words = problem_words(problem)
        assert words != problem.code
        careful(words)


def careful(text: str) -> None:
    """The text is for people: no trace, no blame, no empty place."""
    assert "Traceback" not in text
    assert "Error" not in text
    assert "thất bại" not in text.lower()
    assert not re.search(r"\{\w+\}", text)


def _parts(words: Sentence) -> tuple[str, str, str]:
    return words.what, words.safe, words.next


def _pattern(part: str) -> str:
    assert part, "a part of the sentence is missing"
    pieces = string.Formatter().parse(part)
    return "".join(re.escape(text) + (".+?" if name else "") for text, name, _, _ in pieces)


def edited(path: Path, change: Callable[[bytearray], bytes | bytearray]) -> None:
    """Write `path` anew, changed."""
    path.write_bytes(change(bytearray(path.read_bytes())))


def zeros(data: bytearray) -> bytearray:
    """Return a store's bytes with pages of zeros in the middle."""
    data[PAGE * 2 : PAGE * 30] = bytes(PAGE * 28)
    return data


def sql(path: Path, *statements: str) -> None:
    """Change a plain store behind the program's back."""
    with closing(sqlite.connect(str(path), isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)
