"""The report about our own bug: where it happened, never with whose data. No Qt.

A traceback without locals holds only our own lines; what can hold a citizen's name or number is
the message of an exception. So of a message only what can't be one is kept: lower-case words,
identifiers in camel case, short numbers.
"""

from __future__ import annotations

import hashlib
import platform
import re
import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePath

from counter_app import __version__

LONGEST_MESSAGE = 300
"""Characters of an exception's message: a longer one is somebody's data."""

_HIDDEN = "…"
_NUMBER = re.compile(r"\d(?:[ .\-]?\d){3,}")
_QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"|“[^”]*”|‘[^’]*’|`[^`]*`")
_KEPT_IN_QUOTES = re.compile(r".[a-z_][a-z0-9_.]*.")
_WORD = re.compile(r"[^\W\d]+", re.UNICODE)
_PLAIN_WORD = re.compile(r"[a-z_]+|[A-Za-z]*[a-z][A-Z][A-Za-z]*|[A-Z]{2,}[a-z]+[A-Za-z]*", re.ASCII)
_STATEMENT = re.compile(r"\[(?:SQL|parameters).*", re.DOTALL)
_OURS = ("counter_app", "tests", "site-packages", "lib")


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


def masked_message(message: str) -> str:
    """Return what of an exception's message can't be about a person."""
    text = _STATEMENT.sub(_HIDDEN, message)[:LONGEST_MESSAGE]
    text = _QUOTED.sub(lambda found: _quoted(found[0]), text)
    text = _NUMBER.sub("••••", text)
    text = _WORD.sub(lambda found: _word(found[0]), text)
    return re.sub(r"…(?:[\s,]*…)+", _HIDDEN, " ".join(text.split()))


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
        message = masked_message(str(one))
        yield type(one).__name__ + (f": {message}" if message else "")


def short_path(path: str) -> str:
    """Return a source file's path without what lies above the package: a user's name may."""
    parts = PurePath(path.replace("\\", "/")).parts
    for root in _OURS:
        if root in parts:
            last = len(parts) - 1 - parts[::-1].index(root)
            return "/".join(parts[last:])
    return parts[-1] if parts else "?"


def _quoted(found: str) -> str:
    if _KEPT_IN_QUOTES.fullmatch(found):
        return found
    return f"{found[0]}{_HIDDEN}{found[-1]}"


def _word(found: str) -> str:
    return found if _PLAIN_WORD.fullmatch(found) else _HIDDEN
