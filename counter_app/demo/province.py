"""What the day needs of the province and of the program around it, handed over by the command."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol


class ClerkDoor(Protocol):
    """Enrolment, and a clerk at the server who decides."""

    def clerk(self, url: str, password: str) -> Any:
        """Return a clerk of the server at `url`."""

    def enrol(self, home: Path, url: str, code: str) -> None:
        """Make `home` a counter of the province at `url`."""

    def decide(self, clerk: Any, advance: Callable[[], None]) -> list[str]:
        """Let the agency work; return the codes of the dossiers whose results are on their way."""

    def stand(self, clerk: Any) -> dict[str, Any]:
        """Return the server's figures: dossiers, received, returned, printed, digest."""
