"""CUPS as this machine's user sees it: where the service is, its queues, its jobs.

The PDF itself is handed over: vectors stay vectors, nothing depends on a screen's scaling, and the
service answers with the job's number. `print-scaling=none` keeps every millimetre.
"""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote, urlsplit

from counter_app.devices import cups_user
from counter_app.devices.ipp import Attribute, Group, Message, Tag, attribute, number, texts
from counter_app.devices.ipp_line import PORT, IppLine, IppLineError
from counter_app.devices.spooler import Job, JobReport, JobState, Queue, Range, Ticket
from counter_app.domain.errors.printing import HeldError, PrinterGoneError, SpoolerError

PATIENCE = 5.0
"""Seconds that the service may be silent; a local one answers within milliseconds."""

PRINTER_PATIENCE = 2.0
"""Seconds for the printer itself, which is only asked whether it contradicts CUPS."""

_RECENT = 20

_PRINT_JOB = 0x0002
_CANCEL_JOB = 0x0008
_GET_JOB = 0x0009
_GET_JOBS = 0x000A
_GET_PRINTER = 0x000B
_GET_DEFAULT = 0x4001
_GET_PRINTERS = 0x4002

_LAST_SUCCESS = 0x00FF
_NOT_FOUND = 0x0406
_NOT_ACCEPTING = 0x0506

_STATES = {
    3: JobState.WAITING,
    4: JobState.HELD,
    5: JobState.PRINTING,
    6: JobState.STOPPED,
    7: JobState.CANCELLED,
    8: JobState.ABORTED,
    9: JobState.DONE,
}
_STOPPED = 5
_SEVERITIES = ("-error", "-warning", "-report")
_PRINTER_ATTRIBUTES = (
    "printer-name", "printer-state", "printer-state-reasons", "printer-is-accepting-jobs",
    "media-source-supported", "media-size-supported",
)  # fmt: skip
_JOB_ATTRIBUTES = (
    "job-name", "job-state", "job-state-reasons",
    "job-printer-state-reasons", "job-printer-state-message",
)  # fmt: skip


class CupsSpooler:
    """The CUPS at `server` ("host:port" or a socket's path); empty: this user's own choice."""

    def __init__(self, server: str = "") -> None:
        self._server = server

    @property
    def takes_pdf(self) -> bool:
        """CUPS takes PDF."""
        return True

    def queues(self) -> tuple[str, ...]:
        """Return the names of all queues, in order."""
        wanted = attribute("requested-attributes", Tag.KEYWORD, "printer-name")
        answer = self._ask(_GET_PRINTERS, "/", "", [wanted])
        if answer.code == _NOT_FOUND:  # CUPS says so when there is none at all
            return ()
        self._check(answer, "")
        names = {name for each in answer.all(Tag.PRINTER) for name in texts(each, "printer-name")}
        return tuple(sorted(names))

    def default(self) -> str:
        """Return the default queue: of the environment, of the user, of the service."""
        if named := cups_user.default_queue():
            return named
        answer = self._ask(_GET_DEFAULT, "/", "", [])
        if answer.code == _NOT_FOUND:
            return ""
        self._check(answer, "")
        return next(iter(texts(answer.group(Tag.PRINTER), "printer-name")), "")

    def queue(self, name: str) -> Queue:
        """Describe one queue. Raises PrinterGoneError, SpoolerError."""
        wanted = attribute("requested-attributes", Tag.KEYWORD, *_PRINTER_ATTRIBUTES)
        answer = self._ask(_GET_PRINTER, _path(name), name, [wanted])
        self._check(answer, name)
        found = answer.group(Tag.PRINTER)
        return Queue(
            name,
            stopped=number(found, "printer-state") == _STOPPED,
            accepting=found.get("printer-is-accepting-jobs", [True])[0] is not False,
            reasons=_reasons(texts(found, "printer-state-reasons")),
            trays=texts(found, "media-source-supported"),
            sizes=_sizes(found),
        )

    def submit(self, name: str, pdf: bytes, ticket: Ticket) -> Job:
        """Send a PDF. Raises PrinterGoneError, HeldError (no jobs taken), SpoolerError."""
        size = (
            attribute("x-dimension", Tag.INTEGER, ticket.width),
            attribute("y-dimension", Tag.INTEGER, ticket.height),
        )
        media = [attribute("media-size", Tag.COLLECTION, size)]
        if ticket.tray:
            media.append(attribute("media-source", Tag.KEYWORD, ticket.tray))
        job = [
            attribute("copies", Tag.INTEGER, ticket.copies),
            attribute("media-col", Tag.COLLECTION, tuple(media)),
            attribute("print-scaling", Tag.KEYWORD, "none"),
            attribute("sides", Tag.KEYWORD, "one-sided"),
        ]
        operation = [
            attribute("job-name", Tag.NAME, ticket.title),
            attribute("document-format", Tag.MIME, "application/pdf"),
        ]
        answer = self._ask(_PRINT_JOB, _path(name), name, operation, job, pdf)
        self._check(answer, name, ticket.title)
        return Job(name, number(answer.group(Tag.JOB), "job-id"))

    def find(self, name: str, title: str) -> Job | None:
        """Return the newest job of this title, ended or not."""
        found: list[int] = []
        for which in ("not-completed", "completed"):
            asked = [
                attribute("which-jobs", Tag.KEYWORD, which),
                attribute("requested-attributes", Tag.KEYWORD, "job-id", "job-name"),
            ]
            answer = self._ask(_GET_JOBS, _path(name), name, asked)
            self._check(answer, name, title)
            found += [
                number(job, "job-id")
                for job in answer.all(Tag.JOB)
                if title in texts(job, "job-name")
            ]
        return Job(name, max(found)) if found else None

    def report(self, job: Job) -> JobReport:
        """Tell how a job stands, and what its printer says meanwhile."""
        asked = [
            attribute("job-id", Tag.INTEGER, job.number),
            attribute("requested-attributes", Tag.KEYWORD, *_JOB_ATTRIBUTES),
        ]
        answer = self._ask(_GET_JOB, _path(job.queue), job.queue, asked)
        if answer.code == _NOT_FOUND:
            return JobReport(JobState.UNKNOWN)
        self._check(answer, job.queue)
        found = answer.group(Tag.JOB)
        state = _STATES.get(number(found, "job-state"), JobState.UNKNOWN)
        reasons = texts(found, "job-state-reasons") + texts(found, "job-printer-state-reasons")
        if state is JobState.DONE:
            state = self._at_printer(job, next(iter(texts(found, "job-name")), ""))
        elif state in (JobState.WAITING, JobState.PRINTING, JobState.STOPPED):
            queue = self.queue(job.queue)
            reasons += tuple(queue.reasons) + (("paused",) if queue.stopped else ())
        return JobReport(
            state, _reasons(reasons), next(iter(texts(found, "job-printer-state-message")), "")
        )

    def cancel(self, job: Job) -> None:
        """Take a job back; one that ended or is unknown needs nothing."""
        asked = [attribute("job-id", Tag.INTEGER, job.number)]
        self._ask(_CANCEL_JOB, _path(job.queue), job.queue, asked)

    def _at_printer(self, job: Job, title: str) -> JobState:
        """Ask a network printer itself how the job ended there; DONE unless it says otherwise.

        CUPS's backend looks twice a job: at its end, and now and then at its reasons. A printer
        that cancels at once slips between the two, and CUPS reports the job as completed.
        """
        uri = urlsplit(self._device(job.queue))
        if uri.scheme != "ipp" or not uri.hostname or not title:
            return JobState.DONE
        asked = [
            attribute("which-jobs", Tag.KEYWORD, "completed"),
            attribute("limit", Tag.INTEGER, _RECENT),
            attribute("requested-attributes", Tag.KEYWORD, "job-id", "job-name", "job-state"),
        ]
        line = IppLine(f"{uri.hostname}:{uri.port or PORT}", PRINTER_PATIENCE)
        try:
            answer = line.ask(_GET_JOBS, uri.path or "/", uri.geturl(), asked)
        except IppLineError:
            return JobState.DONE  # a printer that doesn't keep its jobs contradicts nobody
        ended = [each for each in answer.all(Tag.JOB) if title in texts(each, "job-name")]
        if not ended:
            return JobState.DONE
        newest = max(ended, key=lambda each: number(each, "job-id"))
        state = _STATES.get(number(newest, "job-state"), JobState.DONE)
        return state if state in (JobState.CANCELLED, JobState.ABORTED) else JobState.DONE

    def _device(self, name: str) -> str:
        wanted = attribute("requested-attributes", Tag.KEYWORD, "device-uri")
        answer = self._ask(_GET_PRINTER, _path(name), name, [wanted])
        return next(iter(texts(answer.group(Tag.PRINTER), "device-uri")), "")

    def _ask(
        self,
        operation: int,
        path: str,
        queue: str,
        attributes: Sequence[Attribute],
        job: Sequence[Attribute] = (),
        data: bytes = b"",
    ) -> Message:
        line = IppLine(self._server or cups_user.server(), PATIENCE)
        target = f"ipp://localhost{path}" if queue else ""
        try:
            return line.ask(operation, path, target, attributes, job, data)
        except IppLineError as error:
            raise SpoolerError(printer=queue, title="", reason=error.reason) from error

    def _check(self, answer: Message, queue: str, title: str = "") -> None:
        if answer.code <= _LAST_SUCCESS:
            return
        if answer.code == _NOT_FOUND:
            raise PrinterGoneError(printer=queue, title=title)
        if answer.code == _NOT_ACCEPTING:
            raise HeldError(printer=queue, title=title)
        said = texts(answer.group(Tag.OPERATION), "status-message")
        reason = said[0] if said else f"IPP {answer.code:#06x}"
        raise SpoolerError(printer=queue, title=title, reason=reason)


def _path(name: str) -> str:
    return f"/printers/{quote(name, safe='')}"


def _reasons(words: Sequence[str]) -> frozenset[str]:
    """Return reasons without their severity; a printer says "none" when there is none."""
    bare = set()
    for word in words:
        for ending in _SEVERITIES:
            word = word.removesuffix(ending)
        bare.add(word)
    return frozenset(bare - {"none"})


def _sizes(found: Group) -> tuple[tuple[Range, Range], ...]:
    sizes = []
    for each in found.get("media-size-supported", ()):
        if isinstance(each, dict):
            across, down = _range(each, "x-dimension"), _range(each, "y-dimension")
            if across and down:
                sizes.append((across, down))
    return tuple(sizes)


def _range(size: Group, name: str) -> Range | None:
    """Return one dimension: a custom size is a range of lengths, the others are one."""
    match size.get(name):
        case [int(length)]:
            return length, length
        case [(int(least), int(most))]:
            return least, most
    return None
