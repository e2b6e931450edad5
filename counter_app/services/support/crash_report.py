"""The report about our own bug: where it happened, never with whose data. No Qt.

A traceback without locals holds only our own lines; what can hold a citizen's name or number is
the message of an exception. Where the interpreter itself words it, about names in our sources, it
is kept, masked; of every other exception only what can't be a text of somebody's: its type, a
stable code. Reports are kept, a bounded number of them, and never sent by themselves.
"""

from __future__ import annotations

import errno
import hashlib
import platform
import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePath

from counter_app import __version__
from counter_app.domain.errors import CounterError
from counter_app.durable import make_folder
from counter_app.services.support.masking import masked_message

KEPT = 50
PATTERN = "su-co-*.txt"

_OURS = ("counter_app", "tests", "site-packages", "lib")

_ABOUT_SOURCES = (AttributeError, ImportError, NameError, RecursionError, TypeError)
"""What the interpreter raises about names and types in sources; nobody's data are quoted there."""


@dataclass(frozen=True, slots=True)
class Report:
    """One bug as it is kept. `digest`: equal for the same bug at the same place."""

    at: datetime
    digest: str
    text: str

    @property
    def file_name(self) -> str:
        """The name of its file: sorts by time."""
        return f"su-co-{self.at:%Y%m%d-%H%M%S}-{self.digest}.txt"


def report_of(error: BaseException, at: datetime, thread: str, place: str = "") -> Report:
    """Return the report about `error`, which was caught in `thread`; `place` says by whom."""
    body = "\n".join(_told(error))
    head = (
        f"Quầy một cửa {__version__} · báo cáo sự cố\n"
        f"Lúc {at:%H:%M:%S %d/%m/%Y} · luồng {thread}{f' · {place}' if place else ''}\n"
        f"Python {platform.python_version()} · {platform.system()} {platform.machine()}\n"
        "Báo cáo không có tên, số định danh hay nội dung hồ sơ; không được gửi đi tự động.\n"
    )
    return Report(at, hashlib.sha256(body.encode()).hexdigest()[:8], f"{head}\n{body}\n")


def keep(report: Report, folder: Path) -> Path | None:
    """Write `report` into `folder`; the oldest go, so that never more than `KEPT` lie there.

    None when the disk refuses: a full one has its own words elsewhere.
    """
    path = folder / report.file_name
    try:
        make_folder(folder, mode=0o700)
        for old in sorted(folder.glob(PATTERN))[: -(KEPT - 1)]:
            old.unlink(missing_ok=True)
        path.write_text(report.text, encoding="utf-8")
    except OSError:
        return None
    return path


def last_place(error: BaseException) -> str:
    """Return file and line where `error` was raised, "" for one that never was."""
    frames = traceback.extract_tb(error.__traceback__)
    return f"{short_path(frames[-1].filename)}:{frames[-1].lineno}" if frames else ""


def message_of(error: BaseException) -> str:
    """Return what of an exception's message may be kept: "" where it may quote data."""
    if isinstance(error, CounterError):
        return error.code
    if isinstance(error, _ABOUT_SOURCES):
        return masked_message(str(error))
    if isinstance(error, OSError) and error.errno is not None:
        return errno.errorcode.get(error.errno, str(error.errno))
    if isinstance(error, UnicodeError):
        return str(getattr(error, "encoding", ""))[:20]
    name = getattr(error, "sqlite_errorname", None) or getattr(
        getattr(error, "orig", None), "sqlite_errorname", None
    )
    return name if isinstance(name, str) and name.isupper() else ""


def _told(error: BaseException) -> Iterator[str]:
    """Yield the lines about `error` and what led to it, the first cause first."""
    seen: list[BaseException] = []
    each: BaseException | None = error
    while each is not None and each not in seen:
        seen.append(each)
        each = each.__cause__ or (None if each.__suppress_context__ else each.__context__)
    for number, one in enumerate(reversed(seen)):
        if number:
            yield "  … sau đó:"
        for frame in traceback.extract_tb(one.__traceback__):
            yield f"  {short_path(frame.filename)}:{frame.lineno} trong {frame.name}"
            if frame.line:
                yield f"    {frame.line}"
        message = message_of(one)
        yield type(one).__name__ + (f": {message}" if message else "")


def short_path(path: str) -> str:
    """Return a source file's path without what lies above the package: a user's name may."""
    parts = PurePath(path.replace("\\", "/")).parts
    for root in _OURS:
        if root in parts:
            last = len(parts) - 1 - parts[::-1].index(root)
            return "/".join(parts[last:])
    return parts[-1] if parts else "?"
