"""Papers that were sent and aren't recorded yet: nobody knows whether the citizen holds one."""

from __future__ import annotations


class UnderWay:
    """The dossiers whose paper is being made, printed or recorded, by uid."""

    def __init__(self) -> None:
        self._uids: set[str] = set()

    def __contains__(self, uid: str) -> bool:
        return uid in self._uids

    def begin(self, uid: str) -> None:
        """Note that a paper of the dossier is on its way."""
        self._uids.add(uid)

    def end(self, uid: str) -> None:
        """Note that it was recorded, or that it won't come."""
        self._uids.discard(uid)
