"""Số …/HDHS: a letter's own number, of this counter's sequence for its kind and year.

Taken in the transaction that writes the letter's act, so that no number is lost and none is given
twice. The counter is named in it: two counters of one centre never write the same number.
"""

from __future__ import annotations

from datetime import datetime

from counter_app.domain.acts.serials import letter_book, letter_number
from counter_app.domain.dates import vietnam_time
from counter_app.services.counter.workplace import Workplace
from counter_app.store.transaction import Transaction


def next_letter_number(workplace: Workplace, tx: Transaction, series: str, at: datetime) -> str:
    """Return the next number of `series` in the year of `at`: `03/Q12`, without the series."""
    counter = workplace.enrolment.counter
    serial = tx.numbers.next_serial(letter_book(series, counter), vietnam_time(at).year)
    return letter_number(counter, serial)
