"""What a device signs of every request: so that a queue can't go out as another device.

The author of an act stands in the entry; the device signs only the transport (SYNC §2, rule 8).

Every `/v1` request carries the five headers below, except `GET /v1/ping` and `POST /v1/devices`.
Keys are raw Ed25519 public keys (32 bytes), signatures 64 bytes, both in standard base64. The
digest is SHA-256 of the body *as sent* (after gzip; of no bytes when there is none), in hexadecimal
digits. The target is what stands in the request line: path with query, percent-encoded as sent. The
time is ISO 8601 with its zone and may be off by TOLERANCE; a replay is harmless, since every call
is idempotent.
"""

from __future__ import annotations

from datetime import timedelta

DEVICE = "Counter-Device"
EPOCH = "Counter-Epoch"
TIME = "Counter-Time"
SIGNATURE = "Counter-Signature"
SERVER_TIME = "Counter-Server-Time"
PROTOCOL = "Counter-Protocol"

PROTOCOL_VERSION = 1

OLDER_VERSIONS = 2
"""How many versions before its own a server still takes: counters are updated over weeks."""

TOLERANCE = timedelta(hours=24)
"""How far a device's clock may be off before the server answers `device-clock` (401)."""


def signed_text(
    method: str, target: str, device: str, epoch: int, time: str, body_sha256: str
) -> bytes:
    """Return the bytes to sign: method, path with query, device, epoch, time, body digest."""
    lines = ("counter-request-v1", method.upper(), target, device, str(epoch), time, body_sha256)
    return "\n".join(lines).encode("utf-8")


def catalogue_text(name: str, version: str, sha256: str) -> bytes:
    """Return the bytes that the province signs for a catalogue."""
    return f"counter-catalogue-v1\n{name}\n{version}\n{sha256}".encode()
