"""What the room says is said in the language of the process; papers stay Vietnamese."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal

import pytest

from counter_app.config import resource
from counter_app.domain.dates import VIETNAM
from counter_app.domain.deadlines.limit import Limit, LimitUnit
from counter_app.domain.deadlines.remaining import Outcome, Remaining, Standing
from counter_app.domain.dossiers.status import Status
from counter_app.domain.errors import CounterError
from counter_app.domain.errors.work import DossierUnknownError
from counter_app.domain.problems import doubt
from counter_app.i18n import Translator, install, load
from counter_app.wording.deadlines import limit_words, outcome_words, remaining_words
from counter_app.wording.flags import FLAGS, flag_words
from counter_app.wording.sentences import halves, problem_words, sentence
from counter_app.wording.status import status_words
from counter_app.wording.wire import CHIPS, chip_words


class Shouted(dict[tuple[str, str], tuple[str, ...]]):
    """Every text, translated to itself in brackets."""

    def get(self, key: tuple[str, str], default: object = None) -> tuple[str, ...]:
        return (f"«{key[1]}»",)


@pytest.fixture(autouse=True)
def _shouting() -> Iterator[None]:
    before = install(Translator("xx", Shouted()))
    yield
    install(before)


def test_errors_and_problems_are_translated_before_their_facts_come_in() -> None:
    error = DossierUnknownError(code="H26.15-250701-0001")
    assert sentence(error).startswith("«")
    assert "«H26" not in sentence(error)
    assert all(half.startswith("«") for half in halves(error))
    assert all(half.startswith("«") for half in halves(CounterError()))
    words = problem_words(doubt("reception_fee_open", "/fees", fee="Lệ phí"))
    assert words.startswith("«")
    assert "Lệ phí" in words


def test_labels_are_translated() -> None:
    assert all(status_words(status).startswith("«") for status in Status)
    assert status_words(Status.FINISHED, result_is_here=True) == "«Chờ trả kết quả»"
    assert all(flag_words(flag).startswith("«") for flag in FLAGS)
    assert all(chip_words(chip, 7).startswith("«") for chip in CHIPS)
    assert chip_words("offline", 7) == "«Mất mạng · 7 chờ gửi»"


def test_a_flag_of_a_newer_server_is_shown_as_it_came() -> None:
    assert flag_words("new-flag") == "«new-flag»"


def test_limits_are_translated_on_screens_and_not_on_papers() -> None:
    three = Limit(LimitUnit.WORKING_DAY, Decimal(3))
    assert limit_words(three) == "3 «ngày làm việc»"
    assert limit_words(three, say=str) == "3 ngày làm việc"
    assert outcome_words(Outcome.LATE) == "«Quá hạn»"
    assert outcome_words(Outcome.LATE, say=str) == "Quá hạn"


def test_limits_are_counted_in_english() -> None:
    install(load("en", resource("i18n")))  # the fixture puts back what was before
    assert limit_words(Limit(LimitUnit.WORKING_DAY, Decimal(1))) == "1 working day"
    assert limit_words(Limit(LimitUnit.WORKING_DAY, Decimal(3))) == "3 working days"
    assert limit_words(Limit(LimitUnit.MONTH, Decimal(1))) == "1 month"
    assert limit_words(Limit(LimitUnit.HOUR, Decimal(4))) == "4 working hours"


def test_time_left_is_translated_whole() -> None:
    due = datetime(2026, 11, 25, 17, tzinfo=VIETNAM)
    left = Remaining(Standing.ON_TIME, due, 2, 900)
    assert remaining_words(left) == "«Còn 2 ngày làm việc»"
