"""The calls of the contract (SYNC §2): what can be asked, with what, and what comes back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from counter_app.contract.devices import (
    EnrolAnswer,
    EnrolRequest,
    HeartbeatAnswer,
    HeartbeatRequest,
    RecoverAnswer,
    RecoverRequest,
    SessionAnswer,
    SessionRequest,
)
from counter_app.contract.entries import BatchAnswer, EntryBatch, EntryState
from counter_app.contract.feed import ChangesAnswer, DigestAnswer, DossierAnswer, Manifest
from counter_app.contract.files.messages import (
    CHUNK_BYTES,
    CHUNK_TYPE,
    UPLOAD_LENGTH,
    UPLOAD_OFFSET,
    FileOffer,
    FileProgress,
)
from counter_app.contract.files.updates import UpdateList
from counter_app.contract.numbers import BlockAnswer, BlockRequest
from counter_app.contract.parcels.messages import ParcelAnswer, ParcelRequest
from counter_app.contract.shapes import LARGEST, Message

_UID = r"^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$"
_SHA256 = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
_OFFSET = {"type": "integer", "minimum": 0, "maximum": LARGEST}


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter in the path, the query or a header."""

    name: str
    schema: Mapping[str, Any]
    place: str = "query"
    required: bool = False
    description: str = ""

    def plain(self) -> dict[str, Any]:
        """Return it as OpenAPI writes it."""
        said = {"description": self.description} if self.description else {}
        return {
            "name": self.name,
            "in": self.place,
            "required": self.required or self.place == "path",
            **said,
            "schema": dict(self.schema),
        }


@dataclass(frozen=True, slots=True)
class Operation:
    """One call. `answers` are its statuses that aren't problems; `answer` is the model of 200.

    `sends`: the media type of a request that is bytes, not a message.
    """

    method: str
    path: str
    name: str
    summary: str
    request: type[Message] | None = None
    answer: type[Message] | None = None
    description: str = ""
    parameters: tuple[Parameter, ...] = ()
    answers: Mapping[str, str] = field(default_factory=lambda: {"200": "As asked."})
    headers: tuple[str, ...] = ()
    signed: bool = True
    sends: str = ""


OPERATIONS: tuple[Operation, ...] = (
    Operation(
        "post",
        "/v1/devices",
        "enrol",
        "Enrol with a one-time code.",
        EnrolRequest,
        EnrolAnswer,
        "The same code with the same key and chain gives the same answer.",
        signed=False,
    ),
    Operation(
        "post",
        "/v1/sessions",
        "logIn",
        "An officer logs in, or refreshes.",
        SessionRequest,
        SessionAnswer,
    ),
    Operation(
        "get",
        "/v1/ping",
        "ping",
        "Is anybody there, and what is the time?",
        answers={"204": "Yes; the time is in the header."},
        signed=False,
    ),
    Operation(
        "post",
        "/v1/entries",
        "sendEntries",
        "Send a batch of entries.",
        EntryBatch,
        BatchAnswer,
        "Each entry has its own result; status `early` (item 425) isn't definitive.",
    ),
    Operation(
        "get",
        "/v1/entries/{uid}",
        "askEntry",
        "What became of an entry.",
        answer=EntryState,
        parameters=(Parameter("uid", {"type": "string", "pattern": _UID}, "path"),),
    ),
    Operation(
        "get",
        "/v1/changes",
        "pullChanges",
        "What happened at the office, in commit order.",
        answer=ChangesAnswer,
        description="410: pull everything anew, from the empty cursor.",
        parameters=(
            Parameter("stream", {"type": "string", "enum": ["office"], "default": "office"}),
            Parameter("cursor", {"type": "string", "maxLength": 200, "default": ""}),
            Parameter("limit", {"type": "integer", "minimum": 1, "maximum": 500, "default": 100}),
            Parameter(
                "wait",
                {"type": "integer", "minimum": 0, "maximum": 25, "default": 0},
                description="Seconds to wait for news before an empty page is answered.",
            ),
        ),
    ),
    Operation(
        "get",
        "/v1/catalogues",
        "getManifest",
        "The current version of every list.",
        answer=Manifest,
        parameters=(Parameter("If-None-Match", {"type": "string"}, "header"),),
        answers={"200": "The manifest.", "304": "Nothing changed since that ETag."},
        headers=("ETag",),
    ),
    Operation(
        "get",
        "/v1/catalogues/{name}/{version}",
        "getCatalogue",
        "The bytes of a list; they never change.",
        parameters=(
            Parameter("name", {"type": "string", "pattern": "^[a-z][a-z0-9-]{0,39}$"}, "path"),
            Parameter("version", {"type": "string", "pattern": "^[0-9A-Za-z.-]{1,60}$"}, "path"),
        ),
        headers=("ETag",),
    ),
    Operation(
        "post",
        "/v1/number-blocks",
        "grantNumbers",
        "Ask for numbers.",
        BlockRequest,
        BlockAnswer,
        "The same request id gives the same blocks.",
    ),
    Operation(
        "post",
        "/v1/heartbeat",
        "tellState",
        "A sign of life: what the device still holds.",
        HeartbeatRequest,
        HeartbeatAnswer,
        "The answer says whether an administrator is taking the device back (drain, wipe). A "
        "server may lack this call: a device goes on without it.",
    ),
    Operation(
        "get",
        "/v1/dossiers",
        "findDossier",
        "A dossier of any office, by either of its codes.",
        answer=DossierAnswer,
        parameters=(
            Parameter("code", {"type": "string", "minLength": 1, "maxLength": 64}, required=True),
        ),
    ),
    Operation(
        "get",
        "/v1/digest",
        "getDigest",
        "Count and digest of the dossiers that the office received on a day.",
        answer=DigestAnswer,
        description=(
            "SHA-256 over the sorted lines `dossier:version`, each ended by one line feed."
        ),
        parameters=(Parameter("day", {"type": "string", "format": "date"}, required=True),),
    ),
    Operation(
        "post",
        "/v1/parcels",
        "sendParcel",
        "A queue that came by stick, carried by another counter.",
        ParcelRequest,
        ParcelAnswer,
        "The carrier signs the request, the writer the parcel. Sent twice it is the same.",
    ),
    Operation(
        "post",
        "/v1/recover",
        "recover",
        "After a restore: a new chain under a new epoch.",
        RecoverRequest,
        RecoverAnswer,
        "The same new chain gives the same answer. Older epochs may ask, so that an answer can "
        "be lost.",
    ),
    Operation(
        "post",
        "/v1/files",
        "offerFile",
        "Offer a scanned paper, or ask how far it has come.",
        FileOffer,
        FileProgress,
        "Its entry must have been accepted, and must name the same digest and size. A file that "
        "the centre has already is answered with its receipt at once.",
    ),
    Operation(
        "head",
        "/v1/files/{digest}",
        "askFile",
        "How far a file of the device's own centre has come.",
        parameters=(Parameter("digest", _SHA256, "path"),),
        answers={"204": "It is known; offset and size are in the headers."},
        headers=(UPLOAD_OFFSET, UPLOAD_LENGTH),
    ),
    Operation(
        "patch",
        "/v1/files/{digest}",
        "sendPiece",
        "Send the next piece of a file.",
        answer=FileProgress,
        description=(
            f"The body is at most {CHUNK_BYTES} bytes of the file from `offset` on, never packed. "
            "A piece that is there already, byte for byte, changes nothing. The last one is "
            "answered with the receipt, or with `file-digest` when the whole isn't what its "
            "digest says; then nothing of it is kept."
        ),
        parameters=(
            Parameter("digest", _SHA256, "path"),
            Parameter("offset", _OFFSET, required=True),
            Parameter("piece", _SHA256, required=True, description="Digest of the body."),
        ),
        sends=CHUNK_TYPE,
    ),
    Operation(
        "get",
        "/v1/updates",
        "listUpdates",
        "The update packages that the province offers.",
        answer=UpdateList,
        description="A server may lack this call: counters then take updates by other ways.",
    ),
    Operation(
        "get",
        "/v1/updates/{digest}",
        "getUpdatePiece",
        "A piece of a package.",
        description=(
            f"The answer is the {CHUNK_BYTES} bytes from `offset` on, or what is left, never "
            "packed. What a package is, is signed in itself."
        ),
        parameters=(
            Parameter("digest", _SHA256, "path"),
            Parameter("offset", _OFFSET, required=True),
        ),
    ),
)
