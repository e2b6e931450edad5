"""A process of its own for what only a fresh one shows: the start, and the memory of a day.

`python -m counter_app.bench.child MODE FOLDER DOSSIERS`; the store's key comes in hexadecimal on
standard input, because what stands on a command line any program can read.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

READY = "ready"


def bare(folder: Path, key: bytes, _: int) -> str:
    """Open the store with the driver alone and read once."""
    from counter_app.bench.floors.sqlite import open_bare

    connection = open_bare(folder / "store.db", key)
    connection.execute("SELECT name FROM setup LIMIT 1").fetchall()
    connection.close()
    return READY


def start(folder: Path, key: bytes, _: int) -> str:
    """Open the store as the program does at its start, with the books that it works by."""
    from counter_app.services.counter.reference import load_reference
    from counter_app.store.store import Store

    opened = Store.open(folder / "store.db", key, folder / "mark.json")
    with opened as store, store.reading() as tx:
        active = tx.catalogues.active
        load_reference(lambda name: found.body if (found := active(name)) else None)
    return READY


def day(folder: Path, key: bytes, dossiers: int) -> str:
    """Receive and print a day's `dossiers`; return the memory held in MB."""
    # What the window's process holds besides: the line to the province.
    import counter_app.sync.loop  # noqa: F401
    from counter_app.bench.counter import open_counter
    from counter_app.bench.machine import resident_megabytes
    from counter_app.domain.acts.steps import PrintProof
    from counter_app.papers.fonts import choose_fonts
    from counter_app.services.counter.reference import unit_table
    from counter_app.services.printing.receipt_paper import make_receipt, record_printed

    unit_table()
    fonts = choose_fonts()
    counter = open_counter(folder, key)
    place, session = counter.workplace, counter.session
    for _ in range(dossiers):
        dossier = counter.receive(counter.reception())
        receipt = make_receipt(place, session, dossier, fonts)
        record_printed(place, session, dossier, receipt, PrintProof.FILE)
    held = resident_megabytes()
    counter.close()
    return f"{held:.1f}"


MODES: dict[str, Callable[[Path, bytes, int], str]] = {"bare": bare, "start": start, "day": day}


def main() -> None:
    """Do what the command line says and answer with one line."""
    key = bytes.fromhex(sys.stdin.readline())
    _, mode, folder, dossiers = sys.argv
    sys.stdout.write(f"{MODES[mode](Path(folder), key, int(dossiers))}\n")


if __name__ == "__main__":
    main()
