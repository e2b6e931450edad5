"""Granted numbers, book numbers and provisional numbers: each is given out once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, bindparam, func, select, update
from sqlalchemy.dialects.sqlite import insert

from counter_app.domain.dossiers.number_block import Lane, NumberBlock, choose
from counter_app.store.mark import Advance, Taken
from counter_app.store.prepared import Prepared
from counter_app.store.tables import book as books
from counter_app.store.tables import number_block

_OF_DAY = Prepared(
    select(number_block).where(
        number_block.c.agency == bindparam("wanted_agency"),
        number_block.c.day == bindparam("wanted_day"),
        number_block.c.void.is_(False),
    )
)
_COUNT_UP = Prepared(
    insert(books)
    .values(book=bindparam("of_book"), year=bindparam("of_year"), last=1)
    .on_conflict_do_update(
        index_elements=[books.c.book, books.c.year], set_={"last": books.c.last + 1}
    )
    .returning(books.c.last)
)
_COUNT_FROM = Prepared(
    insert(books)
    .values(book=bindparam("of_book"), year=bindparam("of_year"), last=bindparam("floor"))
    .on_conflict_do_update(
        index_elements=[books.c.book, books.c.year],
        set_={"last": func.max(books.c.last + 1, bindparam("floor"))},
    )
    .returning(books.c.last)
)
_NEXT = Prepared(update(number_block).where(number_block.c.id == bindparam("of_block")), ("next",))


@dataclass(frozen=True, slots=True)
class Granted:
    """A number for a receipt: `block` it came from, and its `serial` (Số thứ tự) in the book."""

    block: NumberBlock
    number: int
    serial: int


@dataclass(frozen=True, slots=True)
class VoidRange:
    """Numbers that will stand on no paper; `first` and `last` are both included."""

    block: str
    first: int
    last: int


class Numbers:
    """The numbers inside one transaction."""

    def __init__(self, connection: Connection, advance: Advance) -> None:
        self._connection = connection
        self._advance = advance

    def add(self, blocks: Iterable[NumberBlock]) -> int:
        """Add granted blocks and return how many were new; one that is known is left as it is.

        A lost answer brings the same grant twice, and by then numbers may have been taken from it.
        """
        added = 0
        for block in blocks:
            found = self._connection.execute(
                insert(number_block).on_conflict_do_nothing(), {**_values(block), "void": False}
            )
            added += found.rowcount
        return added

    def take(self, agency: str, day: date, book: str, year: int) -> Granted | None:
        """Take the next number of `agency` for `day` with its serial; None when none is left."""
        wanted = {"wanted_agency": agency, "wanted_day": day.isoformat()}
        rows = _OF_DAY.all(self._connection, wanted)
        block = choose((_block(row) for row in rows), agency, day)
        if block is None:
            return None
        number = block.next
        left = block.after_taking()
        _NEXT.run(self._connection, {"of_block": block.id, "next": left.next})
        granted = Granted(block, number, self.next_serial(book, year))
        self._advance.took(Taken(block.id, number, granted.serial))
        return granted

    def next_serial(self, book: str, year: int) -> int:
        """Return the next Số thứ tự of `book` (Quyển) in `year`, from 1 without gaps."""
        values = {"of_book": book, "of_year": year}
        serial: int = _COUNT_UP.scalar(self._connection, values)
        return serial

    def serial_used(self, book: str, year: int, serial: int) -> None:
        """Note that `serial` stands on a paper already: the next one is behind it."""
        values = {"book": book, "year": year, "last": serial}
        put = insert(books).values(values)
        self._connection.execute(
            put.on_conflict_do_update(
                index_elements=[books.c.book, books.c.year],
                set_={"last": func.max(books.c.last, put.excluded.last)},
            )
        )

    def provisional_used(self, device: str, day: date, number: int) -> None:
        """Note that a provisional code of `device` with this number stands on a paper already."""
        self.serial_used(_provisional_book(device, day), day.year, number)

    def next_provisional(self, device: str, day: date, at_least: int = 1) -> int:
        """Return the next number of a provisional code of `device` on `day`, from `at_least`."""
        book = _provisional_book(device, day)
        values = {"of_book": book, "of_year": day.year, "floor": at_least}
        number: int = _COUNT_FROM.scalar(self._connection, values)
        return number

    def void(self, taken: Taken) -> bool:
        """Pass over a number that a crash left without paper; False when it was passed before."""
        changed = self._connection.execute(
            update(number_block)
            .where(number_block.c.id == taken.block, number_block.c.next <= taken.number)
            .values(next=taken.number + 1)
        )
        return changed.rowcount > 0

    def void_all(
        self, *, before: date | None = None, day_from: date | None = None
    ) -> tuple[VoidRange, ...]:
        """Void what is left of all blocks (of days before, or from a day on); return the ranges."""
        query = select(number_block).where(number_block.c.void.is_(False))
        if before is not None:
            query = query.where(number_block.c.day < before.isoformat())
        if day_from is not None:
            query = query.where(number_block.c.day >= day_from.isoformat())
        blocks = [_block(row) for row in self._connection.execute(query)]
        ids = [block.id for block in blocks]
        self._connection.execute(
            update(number_block).where(number_block.c.id.in_(ids)).values(void=True)
        )
        return tuple(
            VoidRange(block.id, block.next, block.last) for block in blocks if block.left > 0
        )

    def blocks(
        self, agency: str | None = None, day_from: date | None = None, *, void: bool = False
    ) -> tuple[NumberBlock, ...]:
        """Return the blocks (`void`: those that were voided), by day, agency and lane."""
        query = select(number_block).where(number_block.c.void.is_(void))
        if agency is not None:
            query = query.where(number_block.c.agency == agency)
        if day_from is not None:
            query = query.where(number_block.c.day >= day_from.isoformat())
        columns = number_block.c
        query = query.order_by(columns.day, columns.agency, columns.lane.desc(), columns.first)
        return tuple(_block(row) for row in self._connection.execute(query))

    def busiest_day(self, agency: str, since: date) -> int:
        """Return how many numbers were taken for the busiest day since `since`; 0 for none."""
        columns = number_block.c
        taken = func.sum(columns.next - columns.first)
        of_days = (
            select(taken.label("taken"))
            .where(columns.agency == agency, columns.day >= since.isoformat())
            .group_by(columns.day)
            .subquery()
        )
        return self._connection.execute(select(func.max(of_days.c.taken))).scalar() or 0


def _provisional_book(device: str, day: date) -> str:
    return f"HG{device}-{day:%m%d}"


def _values(block: NumberBlock) -> dict[str, Any]:
    return {
        "id": block.id,
        "agency": block.agency,
        "day": block.day.isoformat(),
        "first": block.first,
        "last": block.last,
        "next": block.next,
        "lane": block.lane.value,
        "device": block.device,
        "epoch": block.epoch,
        "width": block.width,
    }


def _block(row: Any) -> NumberBlock:
    return NumberBlock(
        id=row.id,
        agency=row.agency,
        day=date.fromisoformat(row.day),
        first=row.first,
        last=row.last,
        next=row.next,
        lane=Lane(row.lane),
        device=row.device,
        epoch=row.epoch,
        width=row.width,
    )
