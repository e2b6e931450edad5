"""A clerk of the province over HTTP: codes, passwords, decisions. Used by the demonstration.

The standard library's client is enough here: it only ever speaks to the practice server.
"""

from __future__ import annotations

import http.client
import json
import urllib.error
import urllib.parse
import urllib.request
from typing import Any

from counter_app.contract.entries import EntryResult
from counter_app.domain.acts.decisions import DueMoved, Finished, PaymentDemanded, WorkStarted
from counter_app.domain.acts.intake import SubmittedFile
from counter_app.domain.acts.money import ReceiptLinked
from counter_app.domain.acts.received import ReceivedPaper
from counter_app.domain.acts.steps import Complained
from counter_app.domain.dossiers.status import Status
from counter_app.domain.errors.sandbox import ClerkRefusedError, NoAnswerError
from counter_app.domain.people.person import Person
from counter_app.domain.plain import to_plain
from counter_app.domain.procedures.channels import Channel

Row = dict[str, Any]

_PATHS: dict[type, str] = {
    WorkStarted: "work-started",
    PaymentDemanded: "payment-demanded",
    Finished: "finished",
    DueMoved: "due-moved",
    ReceiptLinked: "receipt-linked",
    Complained: "complained",
}


class Clerk:
    """Logs in at the first need. Every call raises `ClerkRefusedError` and `NoAnswerError`."""

    def __init__(self, url: str, password: str, *, timeout: float = 20) -> None:
        self._url = url.rstrip("/")
        self._password = password
        self._timeout = timeout
        self._token = ""
        # No proxy of the environment: the practice server is this machine's.
        self._opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))

    def enrol_code(self, counter: str = "1", *, centre: str = "", renews: str | None = None) -> str:
        """Return a one-time code; `renews` for a device that is enrolled anew."""
        wish = {"counter": counter, "centre": centre, "renews": renews}
        return str(self._call("POST", "/enrol-codes", wish)["code"])

    def set_password(self, officer: str, password: str) -> None:
        """Set an officer's password (8 characters or more)."""
        name = urllib.parse.quote(officer, safe="")
        self._call("PUT", f"/officers/{name}/password", {"password": password})

    def revoke(self, device: str) -> None:
        """Revoke a device."""
        self._call("POST", f"/devices/{device}/revoke")

    def devices(self) -> list[Row]:
        """Return the devices."""
        return list(self._call("GET", "/devices")["devices"])

    def dossiers(self, *statuses: Status, limit: int = 1000) -> list[Row]:
        """Return dossiers, oldest first: uid, code, status, version, received_at, due_at."""
        query = urllib.parse.urlencode(
            [("limit", limit), *(("status", int(each)) for each in statuses)]
        )
        return list(self._call("GET", f"/dossiers?{query}")["dossiers"])

    def decide(
        self,
        dossier: str,
        decision: WorkStarted | PaymentDemanded | Finished | DueMoved | ReceiptLinked | Complained,
        *,
        uid: str | None = None,
    ) -> EntryResult:
        """Record a decision on a dossier; repeated with the same `uid` it is the same one."""
        query = f"?uid={uid}" if uid else ""
        path = f"/dossiers/{dossier}/{_PATHS[type(decision)]}{query}"
        return EntryResult.model_validate(self._call("POST", path, to_plain(decision)))

    def submit(
        self,
        procedure: str,
        applicant: Person,
        *,
        channel: Channel = Channel.ONLINE,
        papers: tuple[ReceivedPaper, ...] = (),
        files: tuple[SubmittedFile, ...] = (),
        case: str = "",
        centre: str = "",
        uid: str | None = None,
    ) -> Row:
        """Submit a dossier online or by post, as a citizen would: uid and code (the portal's).

        Repeated with the same `uid` it is the same one.
        """
        wish = {
            "procedure": procedure,
            "applicant": to_plain(applicant),
            "channel": channel.value,
            "papers": to_plain(papers),
            "files": to_plain(files),
            "case": case,
            "centre": centre,
        }
        return self._call("POST", f"/submissions?uid={uid}" if uid else "/submissions", wish)

    def flags(self) -> list[Row]:
        """Return accepted entries that a supervisor should look at: uid, kind, dossier, flags."""
        return list(self._call("GET", "/flags")["flagged"])

    def files(self, dossier: str) -> list[Row]:
        """Return a dossier's whole files: sha256, entry, paper, size, received_at."""
        return list(self._call("GET", f"/dossiers/{dossier}/files")["files"])

    def file(self, dossier: str, sha256: str) -> bytes:
        """Return the bytes of a file."""
        self._log_in()
        return self._bytes("GET", f"/dossiers/{dossier}/files/{sha256}", None)

    def summary(self) -> Row:
        """Return counts: dossiers, by_status, entries, accepted_kinds, granted_numbers, devices."""
        return self._call("GET", "/summary")

    def _call(self, method: str, path: str, body: object = None) -> Row:
        self._log_in()
        return self._send(method, path, body)

    def _log_in(self) -> None:
        if not self._token:
            self._token = str(self._send("POST", "/session", {"password": self._password})["token"])

    def _send(self, method: str, path: str, body: object) -> Row:
        data = self._bytes(method, path, body)
        try:
            return dict(json.loads(data)) if data else {}
        except ValueError as error:
            raise NoAnswerError(url=self._url) from error

    def _bytes(self, method: str, path: str, body: object) -> bytes:
        request = urllib.request.Request(  # noqa: S310 - the address is the operator's own
            f"{self._url}/clerk/v1{path}",
            data=None if body is None else json.dumps(body).encode(),
            method=method,
            headers={"Content-Type": "application/json", "Authorization": f"Bearer {self._token}"},
        )
        try:
            with self._opener.open(request, timeout=self._timeout) as response:
                return bytes(response.read())
        except urllib.error.HTTPError as error:
            with error:
                raise ClerkRefusedError(status=error.code, reason=_reason(error.read())) from error
        except (OSError, http.client.HTTPException) as error:
            raise NoAnswerError(url=self._url) from error


def _reason(data: bytes) -> str:
    try:
        return str(json.loads(data)["type"])
    except (ValueError, KeyError, TypeError):
        return "?"
