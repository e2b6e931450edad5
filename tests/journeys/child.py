"""A window of its own process, to be killed: logs in, scans a card, types, says "typed", waits."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.journeys.driver import Counter
from tests.journeys.townspeople import stranger
from tests.journeys.waiting import breathe

STRANGER = stranger(10)


def main() -> None:
    """Do it on the home in the first argument; the second is typed as the phone."""
    home, phone = Path(sys.argv[1]), sys.argv[2]
    with Counter(home) as at:
        at.use_prefix()
        at.log_in()
        at.scan_card(STRANGER.card)
        at.hands.type(phone)
        at.until(lambda: kept(at) == phone, "the draft is kept, as after every pause")
        print("typed", flush=True)
        while True:
            breathe(100)


def kept(at: Counter) -> str:
    """Return the phone of the draft on disk."""
    for draft in at.sitting.counter.drafts.all(at.office.desk.session.officer.id):
        data = draft.data
        if isinstance(data, dict) and isinstance(person := data.get("applicant"), dict):
            return str(person.get("phone", ""))
    return ""


if __name__ == "__main__":
    main()
