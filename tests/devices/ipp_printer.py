"""A printer on the network for tests: speaks IPP, keeps what comes, and goes wrong when told.

It is a printer to CUPS, which makes a driverless queue from its attributes, and it answers a
counter directly where no CUPS is installed. Like real ones it cancels a job on a paper that it
doesn't have, and waits with its job when the tray is empty.
"""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from counter_app.devices.ipp import (
    Attribute,
    Group,
    Message,
    Tag,
    attribute,
    number,
    read,
    texts,
    written,
)

A4 = (21000, 29700)
A5 = (14800, 21000)
NAMES = {A4: "iso_a4_210x297mm", A5: "iso_a5_148x210mm"}
MARGIN = 423
"""Hundredths of a millimetre that this printer can't print on at each edge, as most can't."""

PRINT_JOB, VALIDATE_JOB, CREATE_JOB, SEND_DOCUMENT = 0x0002, 0x0004, 0x0005, 0x0006
CANCEL_JOB, GET_JOB, GET_JOBS, GET_PRINTER = 0x0008, 0x0009, 0x000A, 0x000B
GET_DEFAULT, GET_PRINTERS = 0x4001, 0x4002
OPERATIONS = (
    PRINT_JOB, VALIDATE_JOB, CREATE_JOB, SEND_DOCUMENT, CANCEL_JOB, GET_JOB, GET_JOBS, GET_PRINTER,
)  # fmt: skip

PENDING, PROCESSING, CANCELLED, ABORTED, COMPLETED = 3, 5, 7, 8, 9
NOT_FOUND, NOT_SUPPORTED, NOT_ACCEPTING = 0x0406, 0x040B, 0x0506


@dataclass
class PrinterJob:
    """A job as the printer sees it."""

    number: int
    name: str
    attributes: Group
    state: int = PENDING
    reason: str = "none"
    format: str = ""
    data: bytes = b""

    @property
    def size(self) -> tuple[int, int] | None:
        """The paper that was asked for."""
        for each in self.attributes.get("media-col", ()):
            assert isinstance(each, dict)
            for size in each.get("media-size", ()):
                assert isinstance(size, dict)
                return number(size, "x-dimension"), number(size, "y-dimension")
        named = {name: size for size, name in NAMES.items()}
        return next((named.get(each) for each in texts(self.attributes, "media")), None)


@dataclass
class IppPrinter:
    """One printer. `jobs` are all that came; `reasons` and `wait` keep it from finishing them."""

    name: str
    sizes: Sequence[tuple[int, int]] = (A4, A5)
    port: int = 0
    jobs: list[PrinterJob] = field(default_factory=list)
    reasons: tuple[str, ...] = ()
    stopped: bool = False
    accepting: bool = True
    silent: bool = False
    forgets: bool = False
    gone: bool = False
    cancels: bool = False
    changed: threading.Condition = field(default_factory=threading.Condition)

    @property
    def uri(self) -> str:
        """Where CUPS finds it."""
        return f"ipp://127.0.0.1:{self.port}/ipp/print"

    def fails(self, *reasons: str) -> None:
        """Wait with every job, for these reasons."""
        self.reasons = reasons

    def repair(self) -> None:
        """All is well again: what waits is printed."""
        self.reasons, self.stopped, self.accepting, self.silent = (), False, True, False
        self.forgets = self.cancels = False
        for job in self.jobs:
            self._work(job)

    def printed(self) -> list[PrinterJob]:
        """Return the jobs whose paper came out."""
        return [job for job in self.jobs if job.state == COMPLETED]

    def wait_for(self, count: int, seconds: float = 15.0) -> list[PrinterJob]:
        """Wait until `count` papers came out."""
        with self.changed:
            self.changed.wait_for(lambda: len(self.printed()) >= count, seconds)
        return self.printed()

    def answer(self, asked: Message) -> bytes:
        """Answer a request."""
        operation = asked.group(Tag.OPERATION)
        code, groups = 0, list[tuple[Tag, list[Attribute]]]()
        if self.gone:
            code = NOT_FOUND
        elif asked.code in (GET_PRINTER, GET_PRINTERS, GET_DEFAULT):
            groups = [(Tag.PRINTER, self._described())]
        elif asked.code in (PRINT_JOB, CREATE_JOB):
            if not self.accepting:
                code = NOT_ACCEPTING
            else:
                job = self._taken(asked)
                groups = [(Tag.JOB, _shown(job, self))]
        elif asked.code == GET_JOBS:
            groups = [(Tag.JOB, _shown(job, self)) for job in self.jobs]
        elif asked.code in (SEND_DOCUMENT, GET_JOB, CANCEL_JOB):
            found = self._job(operation)
            if found is None:
                code = NOT_FOUND
            else:
                self._asked(asked, found)
                groups = [(Tag.JOB, _shown(found, self))]
        elif asked.code != VALIDATE_JOB:
            code = 0x0501
        head = [
            attribute("attributes-charset", Tag.CHARSET, "utf-8"),
            attribute("attributes-natural-language", Tag.LANGUAGE, "en"),
        ]
        return written(code, asked.request, [(Tag.OPERATION, head), *groups])

    def _taken(self, asked: Message) -> PrinterJob:
        operation = asked.group(Tag.OPERATION)
        name = next(iter(texts(operation, "job-name")), "")
        job = PrinterJob(len(self.jobs) + 1, name, asked.group(Tag.JOB))
        self.jobs.append(job)
        if asked.code == PRINT_JOB:
            self._given(job, asked)
        return job

    def _asked(self, asked: Message, job: PrinterJob) -> None:
        if asked.code == SEND_DOCUMENT:
            self._given(job, asked)
        elif asked.code == CANCEL_JOB and job.state < CANCELLED:
            job.state, job.reason = CANCELLED, "job-canceled-by-user"

    def _given(self, job: PrinterJob, asked: Message) -> None:
        formats = texts(asked.group(Tag.OPERATION), "document-format")
        job.format, job.data = next(iter(formats), ""), asked.data
        self._work(job)

    def _work(self, job: PrinterJob) -> None:
        if job.state >= CANCELLED or not job.data:
            return
        size = job.size
        known = size is None or any(
            abs(size[0] - w) + abs(size[1] - h) < 200 for w, h in self.sizes
        )
        if self.cancels or not known:
            job.state, job.reason = CANCELLED, "job-canceled-at-device"
        elif self.reasons or self.stopped or self.silent:
            job.state, job.reason = PROCESSING, "job-printing"
        else:
            job.state, job.reason = COMPLETED, "job-completed-successfully"
        with self.changed:
            self.changed.notify_all()

    def _job(self, operation: Group) -> PrinterJob | None:
        if self.forgets:
            return None
        wanted = number(operation, "job-id")
        for uri in texts(operation, "job-uri"):
            wanted = int(uri.rpartition("/")[2])
        return next((job for job in self.jobs if job.number == wanted), None)

    def _described(self) -> list[Attribute]:
        sizes = [_media_col(size) for size in self.sizes]
        names = [NAMES[size] for size in self.sizes]
        return [
            attribute("printer-uri-supported", Tag.URI, self.uri),
            attribute("uri-security-supported", Tag.KEYWORD, "none"),
            attribute("uri-authentication-supported", Tag.KEYWORD, "none"),
            attribute("printer-name", Tag.NAME, self.name),
            attribute("printer-info", Tag.TEXT, self.name),
            attribute("printer-make-and-model", Tag.TEXT, f"Test {self.name}"),
            attribute("printer-uuid", Tag.URI, "urn:uuid:00000000-0000-4000-8000-000000000001"),
            attribute("printer-state", Tag.ENUM, 5 if self.stopped else 3),
            attribute("printer-state-reasons", Tag.KEYWORD, *(self.reasons or ("none",))),
            attribute("printer-is-accepting-jobs", Tag.BOOLEAN, self.accepting),
            attribute("queued-job-count", Tag.INTEGER, 0),
            attribute("ipp-versions-supported", Tag.KEYWORD, "1.1", "2.0"),
            attribute("operations-supported", Tag.ENUM, *OPERATIONS),
            attribute("charset-configured", Tag.CHARSET, "utf-8"),
            attribute("charset-supported", Tag.CHARSET, "utf-8"),
            attribute("document-format-supported", Tag.MIME, "application/pdf"),
            attribute("document-format-default", Tag.MIME, "application/pdf"),
            attribute("compression-supported", Tag.KEYWORD, "none"),
            attribute("copies-supported", Tag.RANGE, (1, 99)),
            attribute("copies-default", Tag.INTEGER, 1),
            attribute("job-creation-attributes-supported", Tag.KEYWORD, "copies", "media-col"),
            attribute("media-col-supported", Tag.KEYWORD, "media-size", "media-source"),
            attribute("media-supported", Tag.KEYWORD, *names),
            attribute("media-default", Tag.KEYWORD, names[0]),
            attribute("media-ready", Tag.KEYWORD, *names),
            attribute("media-size-supported", Tag.COLLECTION, *[_size(s) for s in self.sizes]),
            attribute("media-col-database", Tag.COLLECTION, *sizes),
            attribute("media-col-default", Tag.COLLECTION, sizes[0]),
            attribute("media-source-supported", Tag.KEYWORD, "auto", "main", "manual"),
            *[
                attribute(f"media-{edge}-margin-supported", Tag.INTEGER, MARGIN)
                for edge in ("left", "right", "top", "bottom")
            ],
            attribute("print-color-mode-supported", Tag.KEYWORD, "monochrome"),
            attribute("print-color-mode-default", Tag.KEYWORD, "monochrome"),
            attribute("printer-resolution-supported", Tag.RESOLUTION, (600, 600, 3)),
            attribute("printer-resolution-default", Tag.RESOLUTION, (600, 600, 3)),
            attribute("sides-supported", Tag.KEYWORD, "one-sided"),
            attribute("sides-default", Tag.KEYWORD, "one-sided"),
        ]


def _size(size: tuple[int, int]) -> tuple[Attribute, ...]:
    return (
        attribute("x-dimension", Tag.INTEGER, size[0]),
        attribute("y-dimension", Tag.INTEGER, size[1]),
    )


def _media_col(size: tuple[int, int]) -> tuple[Attribute, ...]:
    return (
        attribute("media-size", Tag.COLLECTION, _size(size)),
        *[
            attribute(f"media-{edge}-margin", Tag.INTEGER, MARGIN)
            for edge in ("bottom", "left", "right", "top")
        ],
    )


def _shown(job: PrinterJob, printer: IppPrinter) -> list[Attribute]:
    return [
        attribute("job-id", Tag.INTEGER, job.number),
        attribute("job-uri", Tag.URI, f"{printer.uri}/{job.number}"),
        attribute("job-name", Tag.NAME, job.name),
        attribute("job-originating-user-name", Tag.NAME, "test"),
        attribute("job-state", Tag.ENUM, job.state),
        attribute("job-state-reasons", Tag.KEYWORD, job.reason),
    ]


@contextmanager
def running(*printers: IppPrinter, at: str = "") -> Iterator[None]:
    """Let printers answer, each on a loopback port of its own, or one at a socket file."""
    servers = [_serve(printer, at) for printer in printers]
    try:
        yield
    finally:
        for server in servers:
            server.shutdown()
            server.server_close()


class _FileServer(ThreadingHTTPServer):
    """HTTP at a socket file."""

    address_family = socket.AF_UNIX

    def server_bind(self) -> None:
        self.socket.bind(self.server_address)
        self.server_name, self.server_port = "localhost", 0


def _serve(printer: IppPrinter, at: str) -> ThreadingHTTPServer:
    class Handler(_Handler):
        served = printer

    if at:
        server: ThreadingHTTPServer = _FileServer(at, Handler)  # type: ignore[arg-type]
    else:
        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        printer.port = server.server_address[1]
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, name=printer.name, daemon=True).start()
    return server


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    served: IppPrinter

    def do_POST(self) -> None:
        answer = self.served.answer(read(self._body()))
        self.send_response(200)
        self.send_header("Content-Type", "application/ipp")
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def _body(self) -> bytes:
        if self.headers.get("Transfer-Encoding", "").lower() != "chunked":
            return self.rfile.read(int(self.headers.get("Content-Length", "0")))
        whole = bytearray()
        while size := int(self.rfile.readline().split(b";")[0], 16):
            whole += self.rfile.read(size)
            self.rfile.readline()
        self.rfile.readline()
        return bytes(whole)

    def log_message(self, *args: Any) -> None:
        """Say nothing."""
