"""What a write changed, as a value: visible presenters decide by it whether they refresh."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Subject(Enum):
    """What can change under a page's feet."""

    DOSSIERS = "dossiers"
    SENDING = "sending"  # deliveries: sent, acknowledged, refused
    PRINTS = "prints"  # chưa xác nhận in
    DRAFTS = "drafts"
    NUMBERS = "numbers"
    CATALOGUES = "catalogues"


@dataclass(frozen=True, slots=True)
class Changed:
    """What one act, or one round with the server, changed.

    `dossiers` are uids; none at all, together with Subject.DOSSIERS, means any dossier: a round
    tells how many entries came, not whose. `from_server`: somebody else did it.
    """

    subjects: frozenset[Subject] = frozenset({Subject.DOSSIERS})
    dossiers: frozenset[str] = frozenset()
    from_server: bool = False

    def touches(self, uid: str) -> bool:
        """Return True when the dossier `uid` may look different now."""
        return Subject.DOSSIERS in self.subjects and (not self.dossiers or uid in self.dossiers)

    def __or__(self, other: Changed) -> Changed:
        """Return both as one. Any dossier and one dossier are any dossier."""
        of_both = [each for each in (self, other) if Subject.DOSSIERS in each.subjects]
        any_dossier = any(not each.dossiers for each in of_both)
        return Changed(
            subjects=self.subjects | other.subjects,
            dossiers=frozenset() if any_dossier else self.dossiers | other.dossiers,
            from_server=self.from_server or other.from_server,
        )


def dossier_changed(*uids: str) -> Changed:
    """Return what an act on these dossiers changes: them, and what waits to be sent."""
    return Changed(frozenset({Subject.DOSSIERS, Subject.SENDING}), frozenset(uids))
