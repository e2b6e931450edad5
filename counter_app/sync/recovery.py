"""After a restore: a new epoch before anything else goes out (SYNC §4, `POST /v1/recover`).

A store that was set back, copied, or moved to another machine has already begun a new chain at its
opening and voided its blocks. Here the server is told, once: it opens the new chain under a new
epoch, and refuses whoever still speaks under the old one.

A store that was restored again before the server heard of it has begun several chains, each with
work in it. The server is told of one after the other: entries of a chain that it never heard of it
would refuse for ever.
"""

from __future__ import annotations

import dataclasses

from counter_app.contract.devices import RecoverRequest
from counter_app.contract.entries import Head
from counter_app.domain.enrolment import ENROLMENT, RESTORED, Enrolment, RestoredFrom
from counter_app.domain.journal.entry import ChainHead
from counter_app.domain.plain import from_plain, to_plain
from counter_app.store.subjects.setup import MACHINE
from counter_app.store.transaction import Transaction
from counter_app.sync.doors import Doors


def is_restored(tx: Transaction) -> bool:
    """Return whether the server must be told of a restore first."""
    return tx.setup.get(RESTORED) is not None


def recover(doors: Doors) -> int:
    """Tell the server of the oldest chain that it doesn't know; return the new epoch.

    Raises `WireError`. A lost answer loses nothing: the same new chain gets the same answer. The
    `doors` are of the old epoch afterwards and must be made anew; `is_restored` still holds while
    there is a newer chain.
    """
    with doors.store.reading() as tx:
        left = from_plain(RestoredFrom, tx.setup.get(RESTORED))
        chains = tx.journal.chains()
        chain = chains[chains.index(left.chain) + 1]
        end = tx.setup.left_chains().get(chain, ChainHead(chain))
    is_newest = chain == chains[-1]
    answer = doors.gateway.recover(
        RecoverRequest(
            device=doors.device,
            old_chain=left.chain,
            known=Head(n=left.n, hash=left.hash),
            new_chain=chain,
            machine=doors.machine,
            reason=left.why,
        )
    )
    with doors.store.writing() as tx:
        plain = tx.setup.get(ENROLMENT)
        if plain is not None:
            enrolment = dataclasses.replace(
                from_plain(Enrolment, plain),
                epoch=answer.epoch,
                chain=chain,
                machine=doors.machine,
            )
            tx.setup.put(ENROLMENT, to_plain(enrolment))
        tx.setup.put(MACHINE, doors.machine)
        if is_newest:
            tx.setup.put(RESTORED, None)
            tx.numbers.add(block.block() for block in answer.blocks)
        else:  # numbers of this epoch are void as soon as the next one begins
            again = RestoredFrom(left.why, chain, end.n, end.hash)
            tx.setup.put(RESTORED, to_plain(again))
    return answer.epoch
