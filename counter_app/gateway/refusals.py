"""From an answer that says no to our error: HTTP status and RFC 9457 problem (SYNC §2, table)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC
from email.utils import parsedate_to_datetime

from counter_app.contract.problem import WireProblem
from counter_app.domain.errors.wire import (
    CursorGoneError,
    DeviceClockError,
    DeviceEpochError,
    DeviceFrozenError,
    DeviceRefusedError,
    DeviceRevokedError,
    DeviceSignatureError,
    DeviceUnknownError,
    EnrolPlaceError,
    EnrolRefusedError,
    LoginRefusedError,
    NewPasswordNeededError,
    NotJsonError,
    RequestRejectedError,
    ServerFaultError,
    ThrottledError,
    TooBigError,
    UpdateNeededError,
    WireError,
)

LATER = frozenset({408, 425, 429})

_DEVICE: dict[str, type[DeviceRefusedError]] = {
    "device-unknown": DeviceUnknownError,
    "device-revoked": DeviceRevokedError,
    "device-signature": DeviceSignatureError,
    "device-frozen": DeviceFrozenError,
    "device-clock": DeviceClockError,
    "device-epoch": DeviceEpochError,
    "chain-fork": DeviceFrozenError,
}
_ASKED: dict[
    str, type[EnrolRefusedError | LoginRefusedError | NewPasswordNeededError | CursorGoneError]
] = {
    "enrol-code": EnrolRefusedError,
    "enrol-place": EnrolPlaceError,
    "officer-password": LoginRefusedError,
    "officer-new-password": NewPasswordNeededError,
    "clerk-token": LoginRefusedError,
    "cursor-gone": CursorGoneError,
}
_LAST_PART = re.compile(r"[^/#:]+$")


def problem_of(data: bytes, media_type: str) -> WireProblem | None:
    """Return the problem in an answer's body, or None when there is none to be believed."""
    if not media_type.endswith("json"):
        return None
    try:
        return WireProblem.model_validate_json(data)
    except ValueError:
        return None


def reason_of(problem: WireProblem) -> str:
    """Return the stable name of a problem: the last part of its type."""
    found = _LAST_PART.search(problem.type)
    return found.group() if found else problem.type


def from_status(
    status: int, headers: Mapping[str, str], problem: WireProblem | None, *, host: str
) -> WireError:
    """Return our error for an answer whose `status` isn't success.

    A 4xx counts as our server's word only with a problem in its body: a proxy or a Wi-Fi's
    log-in page says 403 or 404 just as easily. 413, 426, 429 and 5xx mean the same from anybody.
    """
    if status in LATER or (status == 503 and "Retry-After" in headers):
        return ThrottledError(host=host, seconds=seconds_ordered(headers))
    if status >= 500 and status != 511:  # 511: a Wi-Fi wants a log-in (RFC 6585)
        return ServerFaultError(host=host, status=status)
    if status == 413:
        return TooBigError(host=host)
    if status == 426:
        return UpdateNeededError(host=host)
    if problem is None:
        return NotJsonError(host=host)
    reason = reason_of(problem)
    if reason in _DEVICE:
        return _DEVICE[reason](host=host, reason=reason)
    if reason in _ASKED:
        return _ASKED[reason](host=host, reason=reason)
    if status in (401, 403):
        return DeviceRefusedError(host=host, reason=reason)
    return RequestRejectedError(host=host, status=status, reason=reason)


def seconds_ordered(headers: Mapping[str, str]) -> int | None:
    """Return the seconds of Retry-After (RFC 9110 §10.2.3: a number or a date), None without."""
    text = headers.get("Retry-After", "").strip()
    if text.isascii() and text.isdigit():
        return int(text[:9])
    try:
        until = parsedate_to_datetime(text)
        # Against the server's own clock: ours may be wrong by hours.
        now = parsedate_to_datetime(headers.get("Date", ""))
    except (ValueError, TypeError):
        return None
    if until.tzinfo is None or now.tzinfo is None:
        until, now = until.replace(tzinfo=UTC), now.replace(tzinfo=UTC)
    return max(0, round((until - now).total_seconds()))
