"""What the commands print must arrive: on an ASCII console, in a pipe that closes, on a full disk.

A console that knows no Vietnamese gets the letters without their marks, which an administrator can
still read; nothing that is said may end in an exception. And who stops a command by SIGTERM finds
it tidied up like one stopped by Ctrl-C.
"""

from __future__ import annotations

import codecs
import errno
import getpass
import io
import os
import signal
import sys
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType

from counter_app.domain.errors.home import NobodyToAskError, OutputLostError
from counter_app.wording.sentences import sentence

CLOSED_PIPE = 141
"""Exit code of a command whose reader went away, as shells know it (128 + SIGPIPE)."""

_UNMARKED = "counter-app-unmarked"
_LIKENESS = str.maketrans(
    {"đ": "d", "Đ": "D", "“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "...",
     "·": "-", "✓": "+", "✗": "x", "→": "->", "█": "#", "×": "x", "≤": "<=", "≥": ">="}
)  # fmt: skip
_NOT_WRITTEN = {errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EBADF}


class Terminated(KeyboardInterrupt):
    """The system asked the command to stop (SIGTERM)."""


@contextmanager
def terminal() -> Iterator[None]:
    """Make standard output and error take every text, and see at the end that it was written.

    SIGTERM raises `Terminated`, so that processes and folders of a command end with it.

    Ends the program with `CLOSED_PIPE` when nobody reads any more (`| head -1`), and with 1 and a
    sentence when the disk under a redirected output is full.
    """
    signal.signal(signal.SIGTERM, _stop)
    codecs.register_error(_UNMARKED, _without_marks)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=_UNMARKED)
    try:
        try:
            yield
        finally:
            for stream in (sys.stdout, sys.stderr):
                if stream is not None:  # a program without a console has none
                    stream.flush()
    except BrokenPipeError:
        _let_go()
        sys.exit(CLOSED_PIPE)
    except OSError as error:
        if error.errno not in _NOT_WRITTEN or error.filename is not None:
            raise
        _let_go()
        with suppress(OSError):
            print(sentence(OutputLostError(reason=error.strerror)), file=sys.stderr)
        sys.exit(1)


@contextmanager
def ended_by_the_system() -> Iterator[None]:
    """Let SIGTERM and Ctrl-C end the program by themselves, until the window hears them.

    Raised as exceptions while Qt's parts load, they are lost there, and the window opens as if
    nobody had asked; or the interpreter aborts. Nothing is open yet that had to be tidied.
    """
    numbers = (signal.SIGTERM, signal.SIGINT)
    before = [(number, signal.signal(number, signal.SIG_DFL)) for number in numbers]
    try:
        yield
    finally:
        for number, handler in before:
            signal.signal(number, handler)


def secret(question: str) -> str:
    """Return what is typed for `question`, without showing it; a line of a pipe where one is.

    Raises NobodyToAskError.
    """
    if _has_terminal():
        return getpass.getpass(question)
    print(question, file=sys.stderr)
    line = sys.stdin.readline() if sys.stdin is not None else ""
    if not line:
        raise NobodyToAskError
    return line.rstrip("\r\n")


def _has_terminal() -> bool:
    """Tell whether somebody can type here, wherever standard input comes from."""
    if sys.platform == "win32":
        return sys.stdin is not None and sys.stdin.isatty()
    try:
        os.close(os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY))
    except OSError:
        return False
    return True


def unmarked(text: str) -> str:
    """Return `text` in ASCII: letters without their marks, "?" for what has no likeness."""
    apart = unicodedata.normalize("NFD", text.translate(_LIKENESS))
    bare = "".join(char for char in apart if not unicodedata.combining(char))
    return bare.encode("ascii", "replace").decode("ascii")


def _stop(number: int, frame: FrameType | None) -> None:
    del number, frame
    raise Terminated


def _without_marks(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeEncodeError)
    return unmarked(error.object[error.start : error.end]), error.end


def _let_go() -> None:
    """Lead standard output nowhere: the interpreter's own last flush would complain aloud."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
