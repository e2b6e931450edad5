"""The log of a home: one line an event, masked, in files that together never exceed 5 MB.

A line is time (UTC+7), level, room, a stable event code, facts; it never holds a message that
somebody else wrote unmasked, nor the text of an exception: only its class and where it came from.
Our own events are logged as `log.info("sync.round", extra={"facts": {"sent": 3}})`, everywhere and
without knowing of this file.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import datetime
from enum import Enum
from logging.handlers import RotatingFileHandler
from pathlib import Path
from threading import current_thread

from counter_app import __version__
from counter_app.domain.dates import VIETNAM
from counter_app.domain.errors import CounterError
from counter_app.services.support.crash_report import keep, last_place, report_of
from counter_app.services.support.masking import HIDDEN, masked_message

LOG_FILE = "nhat-ky.log"
LOG_BYTES = 1_000_000
LOG_FILES = 5
"""So many files at most, with the one that is written."""

_OURS = "counter_app"
_CODE = re.compile(r"[a-z_]{1,30}(?:\.[a-z_]{1,30}){0,3}")
_FACT_WORD = re.compile(r"[a-z_][a-z_.-]{0,60}|[0-9a-f]{8}|\d{1,4}|\d{1,2}(?:\.\d{1,2}){1,2}")
_LARGEST = 10_000_000
"""No number of a person is below it: the shortest identity number has nine digits."""

_log = logging.getLogger(__name__)


class MaskedLine(logging.Formatter):
    """Makes the line of a record. The one place where a record becomes text."""

    def format(self, record: logging.LogRecord) -> str:
        """Return one line, whatever the record holds."""
        at = datetime.fromtimestamp(record.created, VIETNAM)
        head = f"{at:%Y-%m-%d %H:%M:%S}.{int(record.msecs):03} +07 {record.levelname:7}"
        return " ".join(filter(None, (head, _room(record.name), *_told(record), _error(record))))


class LogFile(RotatingFileHandler):
    """Rotates; a disk that refuses has its own words elsewhere and silences nothing else."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            folder / LOG_FILE,
            maxBytes=LOG_BYTES,
            backupCount=LOG_FILES - 1,
            encoding="utf-8",
            delay=True,
        )
        self.setFormatter(MaskedLine())

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 (logging's name)
        """Do nothing: the program goes on without this line."""
        del record


@contextmanager
def kept_log(folder: Path) -> Iterator[None]:
    """Write what is logged into `folder` until the end; a bug that ends it is kept as a report."""
    handler = LogFile(folder)
    root, ours = logging.getLogger(), logging.getLogger(_OURS)
    ours.setLevel(logging.INFO)
    root.addHandler(handler)
    try:
        _log.info("home.opened", extra={"facts": {"program": __version__}})
        yield
    except CounterError as error:
        _log.info("home.refused", extra={"facts": {"code": error.code}})
        raise
    except Exception as error:
        report = report_of(error, datetime.now(VIETNAM), current_thread().name)
        keep(report, folder)
        _log.info("home.bug", extra={"facts": {"digest": report.digest}})
        raise
    finally:
        _log.info("home.closed")
        root.removeHandler(handler)
        if not any(isinstance(each, LogFile) for each in root.handlers):
            ours.setLevel(logging.NOTSET)  # homes may overlap: the last one out
        handler.close()


def log_files(folder: Path) -> tuple[Path, ...]:
    """Return the files of the log, the newest first."""
    names = (LOG_FILE, *(f"{LOG_FILE}.{number}" for number in range(1, LOG_FILES)))
    return tuple(path for path in (folder / name for name in names) if path.is_file())


def _room(name: str) -> str:
    parts = [part for part in name.split(".") if part != _OURS]
    shown = ".".join(parts[-2:]) or _OURS
    return shown if _CODE.fullmatch(shown) else HIDDEN


def _told(record: logging.LogRecord) -> Iterator[str]:
    """Yield the code and the facts of an event of ours; of anything else the masked message."""
    message = record.msg
    if isinstance(message, str) and not record.args and _CODE.fullmatch(message):
        yield message
    else:
        yield "message"
        with suppress(Exception):  # a message whose arguments don't fit
            yield masked_message(record.getMessage())
    facts = getattr(record, "facts", None)
    if isinstance(facts, Mapping):
        for name, value in facts.items():
            shown = name if isinstance(name, str) and _CODE.fullmatch(name) else HIDDEN
            yield f"{shown}={_fact(value)}"


def _fact(value: object) -> str:
    if isinstance(value, Enum):
        value = value.value
    if isinstance(value, bool) or value is None:
        return str(value).lower()
    if isinstance(value, (int, float)):
        if not abs(value) < _LARGEST:
            return HIDDEN
        return str(value) if isinstance(value, int) else f"{value:.2f}"
    if isinstance(value, str) and (not value or _FACT_WORD.fullmatch(value)):
        return value or "-"
    return HIDDEN


def _error(record: logging.LogRecord) -> str:
    error = record.exc_info[1] if record.exc_info else None
    return f"{type(error).__name__} {last_place(error)}".strip() if error is not None else ""
