"""What the machine keeps of its enrolment and its work: names with JSON values."""

from __future__ import annotations

import json

from sqlalchemy import Connection, bindparam, delete, select
from sqlalchemy.dialects.sqlite import insert

from counter_app.domain.journal.entry import ChainHead
from counter_app.domain.plain import Plain, from_plain, to_plain
from counter_app.store.prepared import Prepared
from counter_app.store.tables import setup

MACHINE = "machine"
"""The machine that the store was enrolled on; compared at every opening (SYNC §4)."""

RESTORED = "restored_copy"
"""True after a restore that may have lost entries, until a new chain begins."""

LEFT = "left_chains"
"""Where this machine left each of its earlier chains."""

_GET = Prepared(select(setup.c.value).where(setup.c.name == bindparam("wanted")))
_PUT = insert(setup)
_PUT = _PUT.on_conflict_do_update(
    index_elements=[setup.c.name], set_={"value": _PUT.excluded.value}
)


class Setup:
    """Named values inside one transaction: enrolment, cursors of the feed, times."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, name: str) -> Plain:
        """Return the value of `name`, None when there is none."""
        text = _GET.scalar(self._connection, {"wanted": name})
        value: Plain = None if text is None else json.loads(text)
        return value

    def put(self, name: str, value: Plain) -> None:
        """Keep `value` under `name`; None forgets it."""
        if value is None:
            self._connection.execute(delete(setup).where(setup.c.name == name))
            return
        text = json.dumps(value, ensure_ascii=False, allow_nan=False)
        self._connection.execute(_PUT, {"name": name, "value": text})

    def leave_chain(self, head: ChainHead) -> None:
        """Keep that this machine goes on in another chain, and wrote this one up to `head`."""
        left = {**self.left_chains(), head.chain: head}
        self.put(LEFT, [to_plain(each) for each in left.values()])

    def left_chains(self) -> dict[str, ChainHead]:
        """Return the head at which this machine left each earlier chain, oldest first."""
        plain = self.get(LEFT)
        heads = [from_plain(ChainHead, each) for each in plain] if isinstance(plain, list) else []
        return {each.chain: each for each in heads}

    def all(self) -> dict[str, Plain]:
        """Return every name with its value."""
        rows = self._connection.execute(select(setup).order_by(setup.c.name))
        return {row.name: json.loads(row.value) for row in rows}
