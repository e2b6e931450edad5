"""The counter's process of `counter-app demo`; started by it, never by hand."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import Any

from counter_app.app.home import Home, open_home
from counter_app.demo.officer import Officer, announce, serve
from counter_app.papers.fonts import choose_fonts
from counter_app.services.counter.workplace import Session
from counter_app.store.drafts import Drafts

_MOST_ROUNDS = 50


def main(home: Path, out: Path) -> None:
    """Open the counter at `home`, print into `out`, take commands from standard input."""
    with open_home(home, plain_store=True, witnessed=False) as opened:
        workplace = opened.workplace()
        officer = next(each for each in workplace.reference.officers.officers if each.active)
        drafts = Drafts.open(opened.folders.drafts_file, None)
        assert opened.settled is not None
        announce(opened.settled.condition.value, opened.settled.void)
        session = Session(officer, "offline")
        serve(Officer(workplace, session, drafts, choose_fonts(), out, Wire(opened)))
        drafts.close()


class Wire:
    """The line of an open home to its province."""

    def __init__(self, home: Home) -> None:
        self._home = home

    def rounds(self) -> dict[str, Any]:
        """Make rounds until nothing waits, or until one doesn't get through."""
        for _ in range(_MOST_ROUNDS):
            report = self._home.round()
            with self._home.store.reading() as tx:
                waiting = tx.deliveries.counts().to_send
            if report.error is not None or not waiting:
                break
        return {"synced": report.error is None, "waiting": waiting, "pulled": report.pull.changed}

    def digest(self, day: date) -> list[object]:
        """Return the server's count and digest of the office's day."""
        answer = self._home.gateway().digest(day)
        return [answer.count, answer.sha256]


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
