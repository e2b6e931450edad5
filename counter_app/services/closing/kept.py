"""What was scanned and explained so far, kept in the store: it survives a break and a kill."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from counter_app.domain.plain import NotPlainError, from_plain, to_plain
from counter_app.domain.text import clean
from counter_app.services.counter.workplace import Workplace
from counter_app.store.transaction import Transaction

_NAME = "day-pile/"
_FORGOTTEN = timedelta(days=31)


@dataclass(frozen=True, slots=True)
class KeptPile:
    """The pile of a day: `codes` in the order of the scans, each once.

    `reasons` explain differences by their keys; `found` are keys of what was put right by hand.
    """

    codes: tuple[str, ...] = ()
    reasons: dict[str, str] = field(default_factory=dict)
    found: tuple[str, ...] = ()


def kept_pile(tx: Transaction, day: date) -> KeptPile:
    """Return what is kept of `day`; an empty pile when nothing is, or nothing readable."""
    plain = tx.setup.get(_name(day))
    if plain is None:
        return KeptPile()
    try:
        return from_plain(KeptPile, plain)
    except NotPlainError:  # of another version: a pile is scanned again in minutes
        return KeptPile()


def add_code(tx: Transaction, day: date, code: str) -> bool:
    """Put a scanned code into the pile; False when it was there."""
    pile = kept_pile(tx, day)
    if code in pile.codes:
        return False
    _put(tx, day, replace(pile, codes=(*pile.codes, code)))
    return True


def take_out(workplace: Workplace, day: date, codes: frozenset[str]) -> None:
    """Take a paper out of the pile again, by whatever code of it was scanned."""
    with workplace.store.writing() as tx:
        pile = kept_pile(tx, day)
        left = tuple(code for code in pile.codes if code not in codes)
        _put(tx, day, replace(pile, codes=left))


def explain(workplace: Workplace, day: date, key: str, reason: str) -> None:
    """Keep the reason of a difference; "" takes it back."""
    said = clean(reason)
    with workplace.store.writing() as tx:
        pile = kept_pile(tx, day)
        # An empty reason stays, so that one that is carried over can be taken back, too.
        _put(tx, day, replace(pile, reasons={**pile.reasons, key: said}))


def mark_found(workplace: Workplace, day: date, key: str) -> None:
    """Keep that a difference was put right by hand, or that it wasn't after all."""
    with workplace.store.writing() as tx:
        pile = kept_pile(tx, day)
        if key in pile.found:
            found = tuple(each for each in pile.found if each != key)
        else:
            found = (*pile.found, key)
        _put(tx, day, replace(pile, found=found))


def forget_old(tx: Transaction, day: date) -> None:
    """Forget piles of more than a month before `day`; its own stays, for a correction."""
    for name in tx.setup.all():
        if name.startswith(_NAME) and name < _name(day - _FORGOTTEN):
            tx.setup.put(name, None)


def _put(tx: Transaction, day: date, pile: KeptPile) -> None:
    tx.setup.put(_name(day), to_plain(pile))


def _name(day: date) -> str:
    return f"{_NAME}{day.isoformat()}"
