"""The witness: what this machine saw of a store, kept outside its home (SYNC §4).

The high-water mark lies beside the store, so a whole folder that is copied back brings an older
mark with it, and the two agree. The witness isn't copied with them: what it saw must still be in
the store, else numbers that stand on papers already would be given again.

It is written after each commit and not flushed: a reception waits for two flushes as it is. Killing
the program loses nothing; a power cut may lose the last half minute, and then the witness is a
little behind, which is calm. It only has to be ahead of a copy.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from counter_app.domain.journal.canonical import sha256
from counter_app.domain.plain import NotPlainError, from_plain, to_plain
from counter_app.store.mark_file import read_slots, write_slot

_NAME_DIGITS = 32


@dataclass(frozen=True, slots=True)
class Seen:
    """The end of the chain as this machine saw it: the newest entry's number and hash."""

    chain: str
    n: int
    hash: str


class Witness:
    """The witness of one store. `store`: the first chain that it wrote, which it always keeps.

    Nothing here raises: without a witness a counter works as it did before there was one.
    """

    def __init__(self, folder: Path, store: str) -> None:
        self.path = folder / f"{sha256(store.encode())[:_NAME_DIGITS]}.json"

    def seen(self) -> Seen | None:
        """Return what was seen last; None when there is nothing, or nothing that can be read."""
        try:
            return from_plain(Seen, read_slots(self.path))
        except (OSError, ValueError, NotPlainError):
            return None

    def sees(self, seen: Seen, *, flush: bool = False) -> None:
        """Keep `seen`; with `flush` it survives a power cut at once."""
        with suppress(OSError, ValueError):
            if not self.path.exists():
                self.path.parent.mkdir(parents=True, exist_ok=True)
            write_slot(self.path, to_plain(seen), flush=flush)

    def forget(self) -> None:
        """Remove what was seen: the store is erased."""
        with suppress(OSError):
            self.path.unlink(missing_ok=True)
