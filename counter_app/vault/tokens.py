"""Refresh tokens: one per officer, kept where the store key is; access tokens stay in memory."""

from __future__ import annotations

from counter_app.vault.places import Secrets


class RefreshTokens:
    """The refresh tokens of one home. Errors are those of the place (`vault/places.py`)."""

    def __init__(self, secrets: Secrets) -> None:
        self._secrets = secrets

    def get(self, officer: str) -> str | None:
        """Return the officer's token, or None: log in again."""
        return self._secrets.get(_name(officer))

    def set(self, officer: str, token: str) -> None:
        """Keep the officer's token; the server has just made the one before worthless."""
        self._secrets.set(_name(officer), token)

    def delete(self, officer: str) -> None:
        """Forget the officer's token (log-out); harmless when there is none."""
        self._secrets.delete(_name(officer))


def _name(officer: str) -> str:
    return f"refresh-token/{officer}"
