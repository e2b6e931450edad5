"""Whether a package fits this machine: pure, so that every refusal can be tried."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from counter_app.domain.errors.keeping.updating import (
    UpdateBaseTooOldError,
    UpdateContentError,
    UpdateContractError,
    UpdateDowngradeError,
    UpdateDraftOpenError,
    UpdateHereAlreadyError,
    UpdateOfficerInError,
    UpdateOtherProductError,
    UpdateWrongPlatformError,
)
from counter_app.domain.updates.manifest import LISTS, PRODUCT, Manifest

_NUMBERS = re.compile(r"\d+")
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._+-]{0,99}")
_VERSION = re.compile(r"[0-9A-Za-z][0-9A-Za-z._+-]{0,59}")


@dataclass(frozen=True, slots=True)
class Here:
    """What stands on this machine: program, platform, wire, and when the lists in use were made.

    `lists` are moments by the name of a list, only of those that came in packages.
    """

    version: str
    platform: str
    contract: int
    lists: Mapping[str, datetime] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Shift:
    """Who works at the counter now: an officer is signed in, how many forms are open."""

    signed_in: bool = False
    open_forms: int = 0


def version_key(version: str) -> tuple[int, ...]:
    """Return a program's version as numbers to compare: 1.10.0 is newer than 1.9; 1.0 is 1.0.0."""
    numbers = [int(each[:9]) for each in _NUMBERS.findall(version)[:4]]
    return tuple(numbers + [0] * (4 - len(numbers)))


def check_fit(manifest: Manifest, here: Here) -> None:
    """Raise what speaks against this package on this machine; nothing when it fits.

    UpdateOtherProductError, UpdateContentError (parts that don't go with its kind),
    UpdateWrongPlatformError, UpdateBaseTooOldError, UpdateContractError, UpdateHereAlreadyError,
    UpdateDowngradeError.
    """
    if manifest.product != PRODUCT:
        raise UpdateOtherProductError(product=manifest.product[:40])
    check_parts(manifest)
    if manifest.platform and manifest.platform != here.platform:
        raise UpdateWrongPlatformError(platform=manifest.platform, here=here.platform)
    if manifest.oldest_base and version_key(here.version) < version_key(manifest.oldest_base):
        raise UpdateBaseTooOldError(
            version=manifest.version, base=manifest.oldest_base, here=here.version
        )
    newest = manifest.contract_newest or here.contract
    if not manifest.contract_oldest <= here.contract <= newest:
        raise UpdateContractError(version=manifest.version)
    if manifest.kind.is_program:
        _check_newer(manifest.version, here.version)
        return
    for part in manifest.parts:
        known = here.lists.get(part.name)
        if known is not None and manifest.made_at <= known:
            if manifest.made_at == known:
                raise UpdateHereAlreadyError(version=manifest.version)
            raise UpdateDowngradeError(version=manifest.version, here=part.name)


def _check_newer(version: str, here: str) -> None:
    if version_key(version) == version_key(here):
        raise UpdateHereAlreadyError(version=version)
    if version_key(version) < version_key(here):
        raise UpdateDowngradeError(version=version, here=here)


def check_parts(manifest: Manifest) -> None:
    """Raise UpdateContentError unless names and parts are such as the kind may have."""
    if not _VERSION.fullmatch(manifest.version):
        raise UpdateContentError(part=manifest.version[:40])
    names = [part.name for part in manifest.parts]
    if not names or len(set(names)) != len(names):
        raise UpdateContentError(part=names[0] if names else "–")
    for part in manifest.parts:
        allowed = LISTS.get(manifest.kind)
        fits = allowed is None or any(
            part.name == each or (each.endswith("-") and part.name.startswith(each))
            for each in allowed
        )
        if not fits or not _NAME.fullmatch(part.name) or part.size < 1:
            raise UpdateContentError(part=part.name[:40])


def check_shift(shift: Shift) -> None:
    """Raise UpdateDraftOpenError or UpdateOfficerInError: updates come between shifts only."""
    if shift.open_forms:
        raise UpdateDraftOpenError(count=shift.open_forms)
    if shift.signed_in:
        raise UpdateOfficerInError
