"""No person comes through the mask, whatever the text; in logs and in crash reports."""

from __future__ import annotations

import logging
import re
import string
import sys

from hypothesis import example, given, settings
from hypothesis import strategies as st

from counter_app.services.support.log_file import MaskedLine
from counter_app.services.support.masking import masked_message

HEAD = len("2026-01-01 00:00:00.000 +07 ")
DIGITS = re.compile(r"\d(?:[\W_]{0,3}\d){8,}")
"""The shortest number of a person has nine digits."""
LETTERS = string.ascii_letters + string.digits

numbers = st.text(string.digits, min_size=9, max_size=12)
spaced = numbers.flatmap(
    lambda number: st.sampled_from((" ", ".", "-", "\u00a0", " - ", "/")).map(
        lambda between: between.join((number[:3], number[3:6], number[6:]))
    )
)
phones = st.text(string.digits, min_size=9, max_size=9).map(lambda rest: f"+84{rest}")
names = st.sampled_from(("Trần Thị Mẫu", "NGUYỄN VĂN THỬ", "Lê Văn Ví", "Tran Thi Mau"))
cards = st.builds(
    lambda number, name: f"{number}|012345678|{name}|01011984|Nữ|Số 12, phường Mẫu|01072021",
    numbers,
    names,
)
codes = st.text("0123456789ABCDEFGHJKMNPQRSTVWXYZ", min_size=12, max_size=12).map(
    lambda code: f"{code[:4]}-{code[4:8]}-{code[8:]}"
)
tokens = st.text(LETTERS + "-_", min_size=24, max_size=60).map(lambda text: f"Bearer {text}")
secrets = st.one_of(numbers, spaced, phones, cards, codes, tokens)
around = st.text(st.characters(codec="utf-8", exclude_categories=("Cs",)), max_size=60)


def line(record: logging.LogRecord) -> str:
    return MaskedLine().format(record)


def record(message: object, *arguments: object, **extra: object) -> logging.LogRecord:
    made = logging.LogRecord("requests.x", 30, "f.py", 1, message, arguments, None)  # type: ignore[arg-type]
    made.__dict__.update(extra)
    return made


def is_clean(told: str, secret: str) -> None:
    assert not DIGITS.search(told), told
    assert secret not in told
    for piece in re.findall(r"[^\W\d_]{3,}", secret.removeprefix("Bearer ")):
        if not piece.islower() or not piece.isascii():
            assert f" {piece} " not in f" {told} ", (piece, told)


@settings(max_examples=50)
@given(around, secrets, around)
@example("", "Bearer abcdefghijklmnopqrstuvwx", "")
def test_no_number_card_code_or_token_comes_through(before: str, secret: str, after: str) -> None:
    for text in (f"{before} {secret} {after}", f"{before}{secret}"):
        is_clean(masked_message(text), secret)
        assert len(masked_message(text).splitlines()) <= 1


@settings(max_examples=50)
@given(around, secrets)
def test_a_line_of_the_log_has_none_either(text: str, secret: str) -> None:
    whole = f"{text} {secret}"
    try:
        raise ValueError(whole)
    except ValueError:
        error = sys.exc_info()
    facts = {"who": secret, secret: 1, "n": int("9" * 12), "x": 0.5, "list": [secret]}
    for each in (
        record(whole),
        record("no person %s", secret),
        record("%d %d", secret),
        record(ValueError(whole)),
        record("sync.round", facts=facts, exc_info=error),
        logging.LogRecord(secret, 20, "f.py", 1, whole, (), error),
    ):
        told = line(each)
        assert len(told.splitlines()) == 1
        is_clean(told[HEAD:], secret)


def test_what_helps_stays() -> None:
    told = line(record("sync.round", facts={"outcome": "wire.no_line", "sent": 12, "took": 1.5}))
    assert told[HEAD:] == "WARNING requests.x sync.round outcome=wire.no_line sent=12 took=1.50"
    assert masked_message("utf-8 codec: byte 12 of sqlite3") == "utf-8 codec: byte 12 of sqlite3"
