"""A system's own scanning program as a process: its pages one by one, its progress, its end.

The program writes its pages into a folder of ours in memory (not on the disk, where erased papers
could be found again), and prints the name of each that is whole, one a line, in UTF-8.
"""

from __future__ import annotations

import contextlib
import os
import queue
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import IO

from counter_app.devices.paper_scanners.document_scanner import ScannedImage
from counter_app.domain.errors.scanning import (
    FeederEmptyError,
    ScannerError,
    ScannerFailedError,
    ScannerSilentError,
)

_PROGRESS = re.compile(rb"Progress: ([\d.]+)%")
_MEMORY = Path("/dev/shm")  # noqa: S108 (a private folder is made in it)
_PREFIX = "counter-app-scan-"
_GRACE = 3.0  # seconds: a carriage goes home
_PULSE = 0.1


class PageProcess:
    """One scan. It is over when `next_page` gave None or raised.

    `command` is made for the folder that the files go to; `failure` tells from the exit code, what
    the program said and the scanner's name what went wrong. `verdict` finds the exit code in the
    words of a program that has nothing more to do: some drivers never come back from being closed.
    """

    def __init__(
        self,
        command: Callable[[Path], Sequence[str]],
        failure: Callable[[int, str, str], ScannerError],
        *,
        scanner: str,
        dpi: int,
        silence: float,
        environment: Mapping[str, str],
        verdict: Callable[[str], int | None] | None = None,
    ) -> None:
        self._failure = failure
        self._verdict = verdict or (lambda _words: None)
        self._scanner, self._dpi, self._silence = scanner, dpi, silence
        place = _place()
        _sweep(place)
        self._folder = Path(tempfile.mkdtemp(prefix=f"{_PREFIX}{os.getpid()}-", dir=place))
        self._pages: queue.Queue[Path | None] = queue.Queue()
        self._progress = 0.0
        self._given = 0
        self._heard = time.monotonic()
        self._said: list[bytes] = []
        self._cancelled = threading.Event()
        self._guard = threading.Lock()
        try:
            self._process = subprocess.Popen(  # noqa: S603
                list(command(self._folder)),
                env=dict(environment),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                start_new_session=True,  # Ctrl+C at a terminal is the program's, not the scanner's
            )
        except OSError as error:
            shutil.rmtree(self._folder, ignore_errors=True)
            raise ScannerFailedError(scanner=scanner, reason=str(error.strerror)) from error
        assert self._process.stdout is not None
        assert self._process.stderr is not None
        self._threads = (
            threading.Thread(target=self._hear_names, args=(self._process.stdout,), daemon=True),
            threading.Thread(target=self._hear_progress, args=(self._process.stderr,), daemon=True),
        )
        for thread in self._threads:
            thread.start()

    def next_page(self) -> ScannedImage | None:
        """Wait for the next page. Raises ScannerError; whole pages came before it."""
        while True:
            try:
                page = self._pages.get(timeout=0.1)
            except queue.Empty:
                if self._cancelled.is_set():
                    return None
                silent = time.monotonic() - self._heard
                if silent > _GRACE and self._verdict(self._words()) is not None:
                    _kill(self._process)  # its pipes close, so the end is heard
                if silent > self._silence:
                    self.cancel()
                    seconds = round(self._silence)
                    raise ScannerSilentError(scanner=self._scanner, seconds=seconds) from None
                continue
            if self._cancelled.is_set():
                return None
            if page is None:
                self._ended()
                return None
            try:
                data = page.read_bytes()
                page.unlink()
            except OSError as error:
                self.cancel()
                reason = str(error.strerror)
                raise ScannerFailedError(scanner=self._scanner, reason=reason) from error
            self._given += 1
            return ScannedImage(data, self._dpi)

    def progress(self) -> float:
        """Return how much of the page under way came."""
        return self._progress

    def cancel(self) -> None:
        """Stop the process and erase what it wrote. Harmless when it is over."""
        self._cancelled.set()
        with self._guard:
            if self._process.poll() is None:
                _ask_to_stop(self._process)
                try:
                    self._process.wait(_GRACE)
                except subprocess.TimeoutExpired:
                    _kill(self._process)
                    self._process.wait()
            self._close()

    def _ended(self) -> None:
        code = self._process.wait()
        with self._guard:
            self._close()
        words = self._words()
        if code < 0:
            verdict = self._verdict(words)
            code = code if verdict is None else verdict
        if code == 0 and self._given:
            return
        error = self._failure(code, words, self._scanner)
        if not (self._given and isinstance(error, FeederEmptyError)):
            raise error

    def _words(self) -> str:
        return b"".join(self._said).decode("utf-8", "replace")

    def _close(self) -> None:
        for thread in self._threads:
            thread.join(_GRACE)
        for stream in (self._process.stdout, self._process.stderr):
            if stream is not None:
                stream.close()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _hear_names(self, stream: IO[bytes]) -> None:
        for line in stream:
            self._heard = time.monotonic()
            self._progress = 0.0
            self._pages.put(Path(os.fsdecode(line.rstrip(b"\n"))))
        self._pages.put(None)

    def _hear_progress(self, stream: IO[bytes]) -> None:
        while some := os.read(stream.fileno(), 4096):
            self._heard = time.monotonic()
            if found := _PROGRESS.findall(some):
                self._progress = min(1.0, float(found[-1]) / 100)
            self._said = [*self._said[-20:], _PROGRESS.sub(b"", some)]


def _ask_to_stop(process: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        process.terminate()
    else:
        process.send_signal(signal.SIGINT)  # scanimage then cancels politely


def _kill(process: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        process.kill()
        return
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)  # drivers read in children, which hold the pipes


def _place() -> Path:
    in_memory = os.access(_MEMORY, os.W_OK | os.X_OK)
    return _MEMORY if in_memory else Path(tempfile.gettempdir())


def _sweep(place: Path) -> None:
    """Erase what a killed program of this user left: pages of citizens."""
    for folder in place.glob(f"{_PREFIX}*"):
        number = folder.name.removeprefix(_PREFIX).partition("-")[0]
        if number.isdigit() and not _is_alive(int(number)):
            shutil.rmtree(folder, ignore_errors=True)  # another user's stays, by its rights


def _is_alive(process: int) -> bool:
    if sys.platform == "win32":
        return True  # there os.kill would end it; Windows clears its folder of temporary files
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
