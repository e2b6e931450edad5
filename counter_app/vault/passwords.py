"""Password verifiers (Argon2id, RFC 9106) for logging in while the line is down.

Only the verifier is kept; the password itself nowhere.
"""

from __future__ import annotations

import os
import unicodedata
from dataclasses import dataclass

from argon2 import PasswordHasher, extract_parameters
from argon2.exceptions import InvalidHashError, VerificationError, VerifyMismatchError

from counter_app.domain.errors.vault import VerifierDamagedError
from counter_app.vault.sealing import Random

_SALT_BYTES = 16
_MOST_MEMORY_KIB = 262_144  # a damaged record must not ask for more than the PC has


@dataclass(frozen=True, slots=True)
class Cost:
    """What one check costs. Memory hurts an attacker's graphics cards; time hurts the officer."""

    memory_kib: int
    passes: int
    lanes: int


OFFICE_COST = Cost(memory_kib=19_456, passes=2, lanes=1)
"""OWASP's first choice (19 MiB, 2 passes, 1 lane), meant for ≤ 150 ms on an office's old PC."""


def make_verifier(password: str, cost: Cost = OFFICE_COST, *, random: Random = os.urandom) -> str:
    """Return a verifier in the PHC text form (`$argon2id$v=19$m=…`), about 100 characters."""
    return _hasher(cost).hash(_bytes(password), salt=random(_SALT_BYTES))


def check(verifier: str, password: str) -> bool:
    """True when `password` is the one `verifier` was made from.

    Raises `VerifierDamagedError` when `verifier` isn't one: a damaged record must not look like
    a mistyped password.
    """
    try:
        if extract_parameters(verifier).memory_cost > _MOST_MEMORY_KIB:
            raise VerifierDamagedError
        return _hasher(OFFICE_COST).verify(verifier, _bytes(password))
    except VerifyMismatchError:
        return False
    except (InvalidHashError, VerificationError) as error:
        raise VerifierDamagedError from error


def needs_renewal(verifier: str, cost: Cost = OFFICE_COST) -> bool:
    """True when `verifier` was made at another cost: make a new one at the next log-in."""
    try:
        return _hasher(cost).check_needs_rehash(verifier)
    except InvalidHashError as error:
        raise VerifierDamagedError from error


def _hasher(cost: Cost) -> PasswordHasher:
    return PasswordHasher(
        time_cost=cost.passes, memory_cost=cost.memory_kib, parallelism=cost.lanes
    )


def _bytes(password: str) -> bytes:
    # Telex tools type "ế" as one letter or as three: the officer must not have to know which.
    return unicodedata.normalize("NFC", password).encode()
