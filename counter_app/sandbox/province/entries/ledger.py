"""What the server knows around a batch, read at once; what the batch adds, written at once.

Some fifteen statements an entry were most of what an intake cost. Here a batch needs as many.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, insert, or_, select, update
from sqlalchemy.engine import RowMapping

from counter_app.contract.entries import EntryResult, EntryStatus
from counter_app.domain.acts.intake import Submitted
from counter_app.domain.acts.office import AppointmentMade
from counter_app.domain.acts.received import Numbered, Received
from counter_app.domain.dossiers.code import parse_code
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.journal.entry import Entry
from counter_app.sandbox.province.entries.arrivals import Arrival
from counter_app.sandbox.province.entries.journal import (
    Kept,
    appointments_of,
    dossier_row,
    entry_row,
    known,
    told,
)
from counter_app.sandbox.province.numbers import blocks_of
from counter_app.sandbox.records import tables as t

_d, _l, _p = t.dossier.c, t.link.c, t.portal_code.c
_LINKS = select(_l.n, _l.hash, _l.prev_hash).where(
    _l.chain == bindparam("chain"), _l.n.in_(bindparam("places", expanding=True))
)
_DOSSIERS = (
    select(_d.uid, _d.centre, _d.code, _d.provisional_code)
    .where(
        or_(
            _d.uid.in_(bindparam("uids", expanding=True)),
            _d.code.in_(bindparam("codes", expanding=True)),
            _d.provisional_code.in_(bindparam("codes", expanding=True)),
            _d.uid.in_(select(_p.dossier).where(_p.code.in_(bindparam("codes", expanding=True)))),
        )
    )
    .order_by(_d.uid)
    .with_for_update()  # where there are several writers, a dossier has one at a time
)
_CHANGE_DOSSIER = update(t.dossier).where(_d.uid == bindparam("its_uid"))
_MOVE_HEAD = (
    update(t.chain)
    .where(t.chain.c.id == bindparam("chain"), t.chain.c.n < bindparam("place"))
    .values(n=bindparam("place"), hash=bindparam("head"))
)
_RAISE_FEED = (
    update(t.centre)
    .where(t.centre.c.code == bindparam("centre"))
    .values(feed_position=t.centre.c.feed_position + bindparam("more"))
)
_FEED_POSITION = select(t.centre.c.feed_position).where(t.centre.c.code == bindparam("centre"))
_KEEP, _LINK, _FEED, _BEAR = insert(t.entry), insert(t.link), insert(t.feed), insert(t.dossier)
_SUPERSEDE = insert(t.superseded)
_SUPERSEDED = select(t.superseded.c.uid, t.superseded.c.by).where(
    t.superseded.c.uid.in_(bindparam("uids", expanding=True))
)
_KNOWN_PORTALS = select(_p.code).where(_p.code.in_(bindparam("codes", expanding=True)))
_PORTAL = insert(t.portal_code)
_FIXED = ("uid", "centre")
"""Columns of a dossier that never change once it is born."""


class Ledger:
    """The rows that the entries of one chain touch. Nothing is written before `write`."""

    def __init__(
        self, tx: Connection, arrivals: Sequence[Arrival], device: RowMapping | None
    ) -> None:
        self._tx = tx
        self._device: str | None = device["number"] if device else None
        entries = [each.entry for each in arrivals]
        self._chain = entries[0].chain
        uids = {each.uid for each in entries} | {each.after for each in entries if each.after}
        targets = {each.supersedes for each in entries if each.supersedes}
        uids |= targets
        self.known: dict[str, Kept] = known(tx, uids)
        self._superseded = _superseded(tx, targets | {each.uid for each in entries})
        self._newly_superseded: dict[str, str] = {}
        self.dossiers: dict[str, Dossier] = {}
        self.blocks: Sequence[RowMapping] = ()
        self._links = self._read_links({each.n for each in entries})
        self._centres: dict[str, str] = {}
        self._holders: dict[str, str] = {}
        self._portals: dict[str, str] = {}
        new = [each for each in arrivals if each.header and each.entry.uid not in self.known]
        for each in new:
            each.read()
        self._read_dossiers(new)
        self._born: set[str] = set()
        self._changed: set[str] = set()
        self._new_entries: list[dict[str, Any]] = []
        self._new_links: list[dict[str, Any]] = []
        self._fed: dict[str, list[str]] = {}
        self._appointed: dict[str, tuple[tuple[str, AppointmentMade], ...]] = {}
        self._newly_appointed: list[tuple[str, AppointmentMade]] = []

    def holder(self, code: str) -> str | None:
        """Return the uid of the dossier that bears `code`: official, provisional, the portal's."""
        return self._holders.get(code)

    def centre_of(self, dossier: str | None) -> str | None:
        """Return the centre that a dossier belongs to; None when it isn't known."""
        return self._centres.get(dossier) if dossier else None

    def superseding(self, uid: str) -> str | None:
        """Return the entry that was accepted in the place of `uid`; None when there is none."""
        return self._superseded.get(uid)

    def supersede(self, uid: str, by: str) -> None:
        """Put the accepted entry `by` into the place of `uid`."""
        self._superseded[uid] = self._newly_superseded[uid] = by

    def links_around(self, n: int) -> tuple[tuple[str, str] | None, ...]:
        """Return (hash, prev_hash) of the places n - 1, n and n + 1 of the chain; None: free."""
        return tuple(self._links.get(place) for place in (n - 1, n, n + 1))

    def link(self, header: Entry) -> None:
        """Put an entry into its place of the chain."""
        self._links[header.n] = (header.hash, header.prev_hash)
        self._new_links.append(
            {
                "chain": header.chain,
                "n": header.n,
                "hash": header.hash,
                "prev_hash": header.prev_hash,
                "uid": header.uid,
            }
        )

    def keep(self, arrival: Arrival, result: EntryResult, centre: str, now: datetime) -> None:
        """Keep a definitive answer together with the entry, for ever."""
        self.known[result.uid] = Kept(arrival.identity, result, centre)
        if isinstance(arrival.body, AppointmentMade) and result.status is EntryStatus.ACCEPTED:
            self._newly_appointed.append((arrival.entry.officer, arrival.body))
        self._new_entries.append(
            entry_row(arrival, result, centre=centre, device=self._device, now=now)
        )

    def appointments(self, centre: str) -> tuple[tuple[str, AppointmentMade], ...]:
        """Return the centre's temporary appointments with who made them, also of this batch."""
        if centre not in self._appointed:
            self._appointed[centre] = appointments_of(self._tx, centre)
        return (*self._appointed[centre], *self._newly_appointed)

    def put(self, dossier: Dossier, centre: str) -> None:
        """Take over what a dossier has become; `centre` is where it belongs."""
        if dossier.uid not in self._centres:
            self._born.add(dossier.uid)
            self._centres[dossier.uid] = centre
        self.dossiers[dossier.uid] = dossier
        self._changed.add(dossier.uid)
        for code in (dossier.code, dossier.provisional_code):
            if code:
                self._holders[code] = dossier.uid
        portal = dossier.portal_code
        # Typed wrong at a counter, it may be another dossier's: it stays with the first.
        if portal and self._holders.setdefault(portal, dossier.uid) == dossier.uid:
            self._portals[portal] = dossier.uid

    def publish(self, uid: str, centres: set[str]) -> None:
        """Put an accepted entry into the feeds of `centres`, behind what is there already."""
        for each in centres:
            self._fed.setdefault(each, []).append(uid)

    def write(self) -> None:
        """Write everything that was added."""
        tx = self._tx
        if self._new_entries:
            tx.execute(_KEEP, self._new_entries)
        if self._new_links:
            tx.execute(_LINK, self._new_links)
            last = max(self._new_links, key=lambda each: each["n"])
            head = {"chain": self._chain, "place": last["n"], "head": last["hash"]}
            tx.execute(_MOVE_HEAD, head)
        if self._newly_superseded:
            places = [{"uid": uid, "by": by} for uid, by in self._newly_superseded.items()]
            tx.execute(_SUPERSEDE, places)
        rows = [
            dossier_row(self.dossiers[uid], self._centres[uid]) for uid in sorted(self._changed)
        ]
        if born := [row for row in rows if row["uid"] in self._born]:
            tx.execute(_BEAR, born)
        if changed := [_changes(row) for row in rows if row["uid"] not in self._born]:
            tx.execute(_CHANGE_DOSSIER, changed)
        self._write_portals()
        self._write_feeds()

    def _write_portals(self) -> None:
        if not self._portals:
            return
        known = set(self._tx.execute(_KNOWN_PORTALS, {"codes": sorted(self._portals)}).scalars())
        rows = [
            {"code": code, "dossier": uid}
            for code, uid in sorted(self._portals.items())
            if code not in known
        ]
        if rows:
            self._tx.execute(_PORTAL, rows)

    def _write_feeds(self) -> None:
        """Write the feeds in commit order.

        Raising the position locks the centre's row until the commit: no later position can become
        visible before an earlier one.
        """
        for code, uids in sorted(self._fed.items()):
            self._tx.execute(_RAISE_FEED, {"centre": code, "more": len(uids)})
            last = self._tx.execute(_FEED_POSITION, {"centre": code}).scalar_one()
            first = last - len(uids) + 1
            rows = [
                {"centre": code, "position": position, "uid": uid}
                for position, uid in enumerate(uids, first)
            ]
            self._tx.execute(_FEED, rows)

    def _read_links(self, numbers: set[int]) -> dict[int, tuple[str, str]]:
        places = {number + step for number in numbers for step in (-1, 0, 1)}
        rows = self._tx.execute(_LINKS, {"chain": self._chain, "places": sorted(places)})
        return {row.n: (row.hash, row.prev_hash) for row in rows}

    def _read_dossiers(self, new: Sequence[Arrival]) -> None:
        """Read the dossiers and numbers that the `new` entries are about."""
        uids = {each.entry.dossier for each in new if each.entry.dossier}
        codes = {each.entry.code for each in new if each.entry.code}
        numbers = {each.body.code for each in new if isinstance(each.body, Received | Numbered)}
        portals = {code for each in new if (code := _portal_code(each.body))}
        if not uids and not codes and not numbers and not portals:
            return
        values = {"uids": sorted(uids), "codes": sorted(codes | numbers | portals)}
        for row in self._tx.execute(_DOSSIERS, values):
            self._centres[row.uid] = row.centre
            self._holders.update(
                (code, row.uid) for code in (row.code, row.provisional_code) if code
            )
        if self._centres:
            self.dossiers = told(self._tx, self._centres)
            for uid, dossier in self.dossiers.items():
                if dossier.portal_code:
                    self._holders.setdefault(dossier.portal_code, uid)
        if numbers and self._device is not None:
            days = {parsed.day for each in numbers if (parsed := parse_code(each)) and parsed.day}
            self.blocks = blocks_of(self._tx, self._device, days)


def _superseded(tx: Connection, uids: set[str]) -> dict[str, str]:
    return {row.uid: row.by for row in tx.execute(_SUPERSEDED, {"uids": sorted(uids)})}


def _portal_code(body: object) -> str:
    if isinstance(body, Submitted):
        return body.wished.portal_code or body.wished.code
    return body.portal_code if isinstance(body, Received) else ""


def _changes(row: dict[str, Any]) -> dict[str, Any]:
    changed = {name: value for name, value in row.items() if name not in _FIXED}
    return {**changed, "its_uid": row["uid"]}
