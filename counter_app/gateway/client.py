"""The province's server, as the rest of the program sees it: one method a call of SYNC §2.

Every method raises `WireError` and nothing else for what the line, the server or its answer can do
wrong. Every call may be repeated: the server recognises entries by uid, number requests by their
request id, enrolment by code and key.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from typing import TypeVar
from urllib.parse import quote, urlencode

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
from counter_app.contract.files.messages import CHUNK_TYPE, UPLOAD_OFFSET, FileOffer, FileProgress
from counter_app.contract.files.updates import UpdateList
from counter_app.contract.numbers import BlockAnswer, BlockRequest
from counter_app.contract.parcels.messages import (
    REPLY_CHARACTERS,
    ParcelAnswer,
    ParcelRequest,
)
from counter_app.contract.problem import WireProblem
from counter_app.contract.shapes import Message
from counter_app.contract.signing import SERVER_TIME
from counter_app.domain.errors.wire import NotJsonError, WireError, WrongEchoError
from counter_app.gateway.answers import Acknowledged, acknowledged, parse
from counter_app.gateway.line import Answer, Heard, Line, Question, Signer
from counter_app.gateway.refusals import from_status, problem_of

M = TypeVar("M", bound=Message)

CATALOGUE_BYTES = 64 * 1024 * 1024
"""The largest catalogue: a province has some 2,600 procedures of a few kilobytes each."""

OFFICE = "office"
"""The stream of all acts of the device's own centre."""


@dataclass(frozen=True, slots=True)
class FreshManifest:
    """A manifest and the ETag under which to ask for the next."""

    manifest: Manifest
    etag: str


class Gateway:
    """One server. `signer` is None until the device is enrolled; then every call is signed."""

    def __init__(self, line: Line, signer: Signer | None = None) -> None:
        self._line = line
        self._signer = signer

    @property
    def host(self) -> str:
        """The server's name and port, for messages."""
        return self._line.host

    @property
    def heard(self) -> Heard | None:
        """The server's time as last told, by whatever answer."""
        return self._line.heard

    def signed_by(self, signer: Signer) -> Gateway:
        """Return the same server asked by another device, or by the same one in a new epoch."""
        return Gateway(self._line, signer)

    def close(self) -> None:
        """Close all connections."""
        self._line.close()

    def ping(self) -> None:
        """Ask whether the server is there; `heard` then has its time."""
        answer = self._ask(Question("GET", "/v1/ping"))
        if answer.status == 200:
            raise NotJsonError(host=self.host)  # a Wi-Fi's log-in page says 200 to everything
        if answer.status != 204:
            raise self._refused(answer)

    def enrol(self, request: EnrolRequest) -> EnrolAnswer:
        """Trade a one-time code for a device number. Raises `EnrolRefusedError` for a bad code."""
        answer = self._line.ask(Question("POST", "/v1/devices", _json(request)))  # not signed yet
        return self._message(EnrolAnswer, answer, "devices")

    def login(self, officer: str, password: str, new_password: str = "") -> SessionAnswer:
        """Log an officer in; with `new_password` that is theirs from now on.

        Raises `LoginRefusedError`, and `NewPasswordNeededError` for a one-time code alone.
        """
        return self._session(
            SessionRequest(officer=officer, password=password, new_password=new_password)
        )

    def refresh(self, officer: str, refresh_token: str) -> SessionAnswer:
        """Renew an officer's session. Raises `LoginRefusedError` when it has run out."""
        return self._session(SessionRequest(officer=officer, refresh_token=refresh_token))

    def send(self, batch: EntryBatch) -> Acknowledged:
        """Send entries; return only what the answer acknowledges (SYNC §2, rule 2).

        Raises `TooBigError` when the packed batch is over the limit, ours or the server's. Any
        error with `may_have_arrived` leaves all entries unknown.
        """
        answer = self._ask(Question("POST", "/v1/entries", _json(batch)))
        if answer.status != 200:
            raise self._refused(answer)
        message = self._message(BatchAnswer, answer, "entries")
        return acknowledged(batch, message, sent=answer.sent, host=self.host)

    def entry_state(self, uid: str) -> EntryState:
        """Ask what became of one entry. Raises `WrongEchoError` for another entry's state."""
        state = self._get(EntryState, f"/v1/entries/{quote(uid)}", "entry")
        if state.uid != uid or (state.result is not None and state.result.uid != uid):
            raise WrongEchoError(host=self.host)
        return state

    def changes(self, cursor: str, limit: int = 200, stream: str = OFFICE) -> ChangesAnswer:
        """Return the next page of the feed. Raises `CursorGoneError` for a cursor too old."""
        query = urlencode({"stream": stream, "cursor": cursor, "limit": limit})
        return self._get(ChangesAnswer, f"/v1/changes?{query}", "changes")

    def manifest(self, etag: str = "") -> FreshManifest | None:
        """Return the list of catalogues, or None when it is still the one of `etag`."""
        answer = self._ask(Question("GET", "/v1/catalogues", etag=etag))
        if answer.status == 304:
            return None
        fresh = self._message(Manifest, answer, "catalogues")
        return FreshManifest(fresh, answer.headers.get("ETag", "")[:200])

    def catalogue(self, name: str, version: str) -> bytes:
        """Return a catalogue's bytes exactly as they were signed; the caller checks them."""
        target = f"/v1/catalogues/{quote(name)}/{quote(version)}"
        answer = self._ask(Question("GET", target, largest=CATALOGUE_BYTES))
        if answer.status != 200:
            raise self._refused(answer)
        if answer.media_type == "text/html":
            raise NotJsonError(host=self.host)
        return answer.data

    def blocks(self, request: BlockRequest) -> BlockAnswer:
        """Ask for numbers. Raises `WrongEchoError` when the answer is to another request."""
        question = Question("POST", "/v1/number-blocks", _json(request))
        answer = self._message(BlockAnswer, self._ask(question), "number-blocks")
        if answer.request_id != request.request_id:
            raise WrongEchoError(host=self.host)
        return answer

    def heartbeat(self, request: HeartbeatRequest) -> HeartbeatAnswer:
        """Tell how this machine stands; the answer says whether it is being taken back."""
        question = Question("POST", "/v1/heartbeat", _json(request))
        return self._message(HeartbeatAnswer, self._ask(question), "heartbeat")

    def dossier(self, code: str, token: str = "") -> DossierAnswer | None:
        """Look a dossier up by its code at the whole province; None when nobody knows it."""
        target = f"/v1/dossiers?{urlencode({'code': code})}"
        answer = self._ask(Question("GET", target, token=token))
        if answer.status == 404 and self._problem(answer) is not None:
            return None
        found = self._message(DossierAnswer, answer, "dossiers")
        if code not in (found.code, found.provisional_code, found.portal_code):
            raise WrongEchoError(host=self.host)
        return found

    def digest(self, day: date) -> DigestAnswer:
        """Return count and digest of the dossiers that the office received on `day`."""
        answer = self._get(DigestAnswer, f"/v1/digest?day={day.isoformat()}", "digest")
        if answer.day != day:
            raise WrongEchoError(host=self.host)
        return answer

    def recover(self, request: RecoverRequest) -> RecoverAnswer:
        """Ask for a new epoch after a restore; the new chain must be the one that was offered."""
        question = Question("POST", "/v1/recover", _json(request))
        answer = self._message(RecoverAnswer, self._ask(question), "recover")
        if answer.chain != request.new_chain:
            raise WrongEchoError(host=self.host)
        return answer

    def offer_file(self, offer: FileOffer) -> FileProgress:
        """Offer a scanned paper; return how far the server has it.

        Raises `RequestRejectedError` (`file-untold`) when its entry isn't known there.
        """
        answer = self._ask(Question("POST", "/v1/files", _json(offer)))
        return self._progress(answer, offer.sha256)

    def file_offset(self, sha256: str) -> int | None:
        """Return how many bytes of a file the server has; None when it was never offered there."""
        answer = self._ask(Question("HEAD", f"/v1/files/{quote(sha256)}"))
        # An answer to HEAD has no body: its time says that it is our server's.
        if answer.status == 404 and SERVER_TIME in answer.headers:
            return None
        offset = answer.headers.get(UPLOAD_OFFSET, "")
        if answer.status == 204 and offset.isascii() and offset.isdigit():
            return int(offset[:16])
        if answer.status < 400:
            raise NotJsonError(host=self.host)
        raise self._refused(answer)

    def send_piece(self, sha256: str, offset: int, data: bytes) -> FileProgress:
        """Send the piece of a file that begins at `offset`; return how far it is there now.

        Raises `RequestRejectedError`: `file-offset` when it goes on elsewhere, `file-digest` when
        the server threw the whole away, `piece-digest` when the line garbled this piece.
        """
        query = urlencode({"offset": offset, "piece": hashlib.sha256(data).hexdigest()})
        target = f"/v1/files/{quote(sha256)}?{query}"
        answer = self._ask(Question("PATCH", target, data, media_type=CHUNK_TYPE))
        return self._progress(answer, sha256)

    def _progress(self, answer: Answer, sha256: str) -> FileProgress:
        come = self._message(FileProgress, answer, "files")
        receipt = come.receipt
        whole = receipt is None or (receipt.sha256, receipt.size, come.size) == (
            sha256,
            come.size,
            come.offset,
        )
        if come.sha256 != sha256 or come.offset > come.size or not whole:
            raise WrongEchoError(host=self.host)
        return come

    def updates(self) -> UpdateList:
        """Return the update packages that the province offers."""
        return self._get(UpdateList, "/v1/updates", "updates")

    def update_piece(self, sha256: str, offset: int) -> bytes:
        """Return a piece of a package from `offset` on; whoever has the whole verifies it."""
        answer = self._ask(Question("GET", f"/v1/updates/{quote(sha256)}?offset={offset}"))
        if answer.status != 200:
            raise self._refused(answer)
        if answer.media_type != CHUNK_TYPE:
            raise NotJsonError(host=self.host)
        return answer.data

    def parcel(self, request: ParcelRequest) -> ParcelAnswer:
        """Carry another counter's parcel; return what is to be carried back.

        Raises `RequestRejectedError` for a parcel that the server doesn't take.
        """
        question = Question("POST", "/v1/parcels", _json(request), largest=REPLY_CHARACTERS)
        answer = self._message(ParcelAnswer, self._ask(question), "parcels")
        if (answer.parcel_id, answer.device) != (request.parcel_id, request.device):
            raise WrongEchoError(host=self.host)
        return answer

    def _session(self, request: SessionRequest) -> SessionAnswer:
        answer = self._ask(Question("POST", "/v1/sessions", _json(request)))
        return self._message(SessionAnswer, answer, "sessions")

    def _get(self, model: type[M], target: str, what: str) -> M:
        return self._message(model, self._ask(Question("GET", target)), what)

    def _ask(self, question: Question) -> Answer:
        return self._line.ask(question, self._signer)

    def _message(self, model: type[M], answer: Answer, what: str) -> M:
        if answer.status not in (200, 201):
            raise self._refused(answer)
        return parse(model, answer, what=what, host=self.host)

    def _problem(self, answer: Answer) -> WireProblem | None:
        return problem_of(answer.data, answer.media_type)

    def _refused(self, answer: Answer) -> WireError:
        problem = self._problem(answer)
        return from_status(answer.status, answer.headers, problem, host=self.host)


def _json(message: Message) -> bytes:
    return message.model_dump_json(by_alias=True, exclude_none=True).encode("utf-8")
