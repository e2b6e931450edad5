"""Who signed the letters of an agency last: proposed the next time, never decided."""

from __future__ import annotations

from collections.abc import Mapping

from counter_app.services.counter.workplace import Workplace
from counter_app.store.transaction import Transaction

SIGNERS = "letters_signers"
"""Agency → the name that stood under its last letters from this machine."""


def usual_signers(workplace: Workplace) -> Mapping[str, str]:
    """Return agency → who signed for it last."""
    with workplace.store.reading() as tx:
        return _kept(tx)


def keep_signer(tx: Transaction, agency: str, signer: str) -> None:
    """Keep who signs for an agency; a letter without a name changes nothing."""
    if signer:
        tx.setup.put(SIGNERS, {**_kept(tx), agency: signer})


def _kept(tx: Transaction) -> dict[str, str]:
    plain = tx.setup.get(SIGNERS)
    return {str(key): str(name) for key, name in plain.items()} if isinstance(plain, dict) else {}
