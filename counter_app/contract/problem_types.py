"""The stable problem types and flags of the contract: what they are called, and what they mean.

A server's words (`title`, `detail`) may differ; a program decides by these names only.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

DEVICE_TYPES: Mapping[str, tuple[int, str]] = MappingProxyType(
    {
        "device-unknown": (401, "No device has that number."),
        "device-signature": (401, "The signature, or what it needs, is missing or wrong."),
        "device-clock": (401, "The device's clock is off by more than a day."),
        "device-revoked": (403, "The device was revoked."),
        "device-frozen": (403, "Two copies of it were seen; one must be enrolled anew."),
        "device-epoch": (403, "The device was recovered elsewhere; this copy may not speak."),
        "chain-fork": (409, "Two entries claim one place of a chain; the device is frozen now."),
        "chain-unknown": (422, "The chain is neither this device's nor one it left."),
        "enrol-code": (403, "The one-time code is wrong, used by another key, or too old."),
        "enrol-place": (409, "The code is another centre's or counter's; it wasn't used."),
    }
)

REQUEST_TYPES: Mapping[str, tuple[int, str]] = MappingProxyType(
    {
        "officer-password": (401, "Name, password or refresh token is wrong."),
        "officer-new-password": (403, "A one-time code is right; a new password goes with it."),
        "officer-throttled": (429, "Too many wrong passwords; see Retry-After."),
        "clerk-token": (401, "A clerk's token is missing, wrong or over."),
        "schema": (400, "A field doesn't fit the schema; see `errors`."),
        "not-json": (400, "The body isn't JSON."),
        "encoding": (400, "The body can't be unpacked."),
        "media-type": (
            415,
            "Another media type than the call takes, or packed otherwise than by gzip.",
        ),
        "too-large": (413, "More than 1 MiB as sent, or 8 MiB unpacked."),
        "protocol": (426, "Another version of the protocol is spoken here."),
        "not-found": (404, "No such address."),
        "method": (405, "The address has other methods."),
        "busy": (503, "Ask again; see Retry-After."),
        "server-fault": (500, "A fault of the server; ask again."),
        "stream-unknown": (404, "No such stream."),
        "cursor-gone": (410, "Pull everything anew, from the empty cursor."),
        "catalogue-unknown": (404, "No such list, or no such version of it."),
        "request-reused": (422, "The request's id stands for another wish."),
        "agency-foreign": (422, "Numbers of another agency are not granted."),
        "numbers-stopped": (409, "The device is being taken back: no new numbers."),
        "not-drained": (409, "Erased only after every entry was answered for good."),
        "day-out-of-range": (422, "Numbers of that day are not granted."),
        "parcel-device": (422, "The parcel's writer may not speak, or didn't sign it."),
        "parcel-unreadable": (422, "The parcel can't be opened, or doesn't fit the schema."),
        "dossier-unknown": (404, "No dossier has that code."),
    }
)

FILE_TYPES: Mapping[str, tuple[int, str]] = MappingProxyType(
    {
        "file-untold": (422, "No accepted entry of that dossier tells of such a file."),
        "file-unknown": (404, "The centre was never offered that file."),
        "file-offset": (409, "The file goes on elsewhere; ask for its offset."),
        "file-digest": (422, "The whole file isn't what its digest says; nothing of it was kept."),
        "piece-digest": (422, "The piece isn't what its digest says."),
    }
)

ENTRY_TYPES: Mapping[str, tuple[int, str]] = MappingProxyType(
    {
        "uid-reused": (422, "The uid stands for another entry."),
        "body-digest": (422, "The body isn't what its digest says."),
        "header-hash": (422, "The header isn't what its hash says."),
        "kind-unknown": (422, "The server doesn't know that kind."),
        "kind-forbidden": (422, "Only the server writes that kind."),
        "dossier-missing": (422, "The entry names no dossier."),
        "body-schema": (422, "The body doesn't fit its kind; see `errors`."),
        "number-not-granted": (422, "The code was not granted to this device."),
        "number-taken": (409, "Another dossier has that code."),
        "practice": (422, "A practice dossier at a real server, or the reverse."),
        "field-fixed": (422, "What is printed is never changed; see `errors`."),
        "after-unknown": (425, "The entry before it hasn't come yet."),
        "after-refused": (425, "The entry before it was not accepted in this batch."),
        "dossier-early": (425, "The dossier's reception hasn't come yet."),
        "step-impossible": (409, "The dossier is past that step; see `possible`."),
        "superseded": (422, "Another entry already took its place."),
        "supersedes-settled": (409, "What it supersedes was accepted, or superseded otherwise."),
        "supersedes-foreign": (422, "What it supersedes is of another dossier, or isn't named."),
        "correction-differs": (409, "The field was changed otherwise meanwhile; see `errors`."),
    }
)

PROBLEM_TYPES: Mapping[str, tuple[int, str]] = MappingProxyType(
    {**DEVICE_TYPES, **REQUEST_TYPES, **FILE_TYPES, **ENTRY_TYPES}
)
"""Every type with its HTTP status (of the answer, or of the item) and its meaning."""

FLAGS: Mapping[str, str] = MappingProxyType(
    {
        "procedure-unknown": "Nobody published that version of the procedure.",
        "procedure-not-here": "The procedure is registered in another system, or has no such case.",
        "procedure-not-in-force": "That version wasn't in force on the day.",
        "officer-unknown": "The officer isn't on the centre's list.",
        "officer-not-appointed": "No valid appointment covers the procedure on the day.",
        "due-differs": "The server reckons another due moment.",
        "centre-differs": "The reception names another centre than the device's.",
        "clock-off": "The act lies in the server's future.",
        "date-confirmed": "People said what day it was: the counter's clock was wrong.",
        "number-day": "The number is of another day than the reception.",
        "number-epoch": "The number's block was void (it was printed before a recovery).",
        "number-late": "The reception came in later than the day after the number's day.",
        "supplement_again": "A second supplement without a recorded breach.",
        "extension_again": "A second extension without a recorded breach.",
        "extension_late": "An extension later than the law allows, without a recorded breach.",
    }
)
"""Flags of accepted entries: tasks for a supervisor, never a refusal."""
