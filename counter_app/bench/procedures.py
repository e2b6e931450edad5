"""A list as long as a province's: the procedures that are shipped, again and again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from counter_app.domain.journal.canonical import canonical
from counter_app.domain.plain import to_plain
from counter_app.domain.procedures.catalogue import Catalogue
from counter_app.domain.procedures.procedure import Procedure

IN_A_PROVINCE = 2_642


def many(known: Sequence[Procedure], count: int = IN_A_PROVINCE) -> tuple[Procedure, ...]:
    """Return `count` procedures like those `known`, each with a code and a name of its own."""
    return tuple(
        replace(
            known[number % len(known)],
            code=f"{1 + number // 1_000_000}.{number:06d}",
            name=f"{known[number % len(known)].name} ({number // len(known)})",
        )
        for number in range(count)
    )


def many_as_sent(known: Catalogue, count: int = IN_A_PROVINCE) -> bytes:
    """Return a list of `count` such procedures as the bytes that a server sends."""
    return canonical(to_plain(replace(known, procedures=many(known.procedures, count))))
