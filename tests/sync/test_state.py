"""The chip says the most urgent thing, and every chip and error has its words."""

from __future__ import annotations

import re
import string
from datetime import UTC, datetime

import pytest

from counter_app.domain.errors import wire
from counter_app.domain.retry import Breaker, Trouble
from counter_app.store.subjects.deliveries import QueueCounts
from counter_app.sync.state import Chip, state_of
from counter_app.wording.wire import CHIPS, WORDS

NOW = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
CLOSED = Breaker()
NO_LINE = Breaker().after_failure(NOW, Trouble.NOBODY, 0.5)
STUMBLED = Breaker().after_failure(NOW, Trouble.SERVER, 0.5)
HELD = Breaker().after_failure(NOW, Trouble.HELD, 0.5)


@pytest.mark.parametrize(
    ("counts", "breaker", "chip", "count"),
    [
        (QueueCounts(), CLOSED, Chip.ALL_SENT, 0),
        (QueueCounts(pending=3), CLOSED, Chip.SENDING, 3),
        (QueueCounts(pending=3, unknown=1), CLOSED, Chip.SENDING, 4),
        (QueueCounts(pending=3), NO_LINE, Chip.OFFLINE, 3),
        (QueueCounts(), NO_LINE, Chip.OFFLINE, 0),
        (QueueCounts(pending=2, unknown=5), STUMBLED, Chip.UNCONFIRMED, 5),
        (QueueCounts(pending=2), STUMBLED, Chip.SENDING, 2),
        (QueueCounts(pending=2, conflict=1, refused=1), NO_LINE, Chip.ATTENTION, 2),
        (QueueCounts(pending=2, conflict=1), HELD, Chip.STOPPED, 2),
    ],
)
def test_chip(counts: QueueCounts, breaker: Breaker, chip: Chip, count: int) -> None:
    state = state_of(counts, breaker)
    assert (state.chip, state.count) == (chip, count)


def test_error_and_age_are_told() -> None:
    counts = QueueCounts(pending=1, refused=1, oldest=NOW, oldest_in_need=NOW.replace(hour=9))
    state = state_of(counts, CLOSED, error=wire.ResetError(host="dvc.example"))
    assert (state.error, state.facts) == ("wire.reset", {"host": "dvc.example"})
    assert state.oldest == NOW.replace(hour=9)


def test_the_next_try_is_told_and_is_no_news() -> None:
    first = state_of(QueueCounts(), NO_LINE)
    second = state_of(QueueCounts(), NO_LINE.after_failure(NOW, Trouble.NOBODY, 0.9))
    assert first.next_try == NO_LINE.due
    assert first.next_try != second.next_try
    assert first == second
    assert state_of(QueueCounts(), CLOSED).next_try is None


def test_every_chip_has_words() -> None:
    assert set(CHIPS) == {chip.value for chip in Chip}


def _leaves(kind: type[wire.WireError]) -> set[type[wire.WireError]]:
    found = {each for sub in kind.__subclasses__() for each in _leaves(sub)}
    return found | {kind}


ERRORS = sorted(_leaves(wire.WireError) - {wire.WireError}, key=lambda each: each.code)


def test_every_error_has_words() -> None:
    assert {each.code for each in ERRORS} == set(WORDS)


@pytest.mark.parametrize("kind", ERRORS, ids=lambda kind: kind.code)
def test_placeholders_are_facts_that_the_error_promises(kind: type[wire.WireError]) -> None:
    promised = {"host", *re.findall(r"`(\w+)`", (kind.__doc__ or "").partition("Facts:")[2])}
    assert WORDS[kind.code].placeholders() <= promised
    filled = WORDS[kind.code].filled(dict.fromkeys(promised, "x"))
    assert "…" not in filled
    assert not [part for part in string.Formatter().parse(filled) if part[1]]
    assert "thất bại" not in filled
