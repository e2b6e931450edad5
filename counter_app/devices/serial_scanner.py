"""A scanner on a serial port (USB-COM): its bytes as texts, unplugged and plugged in again.

A serial scanner never meets the keyboard: no layout, no input method, no focus. It is the mode to
recommend (UX §1). Scans are UTF-8, ended by CR, LF or a pause.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass

import serial

PAUSE = 0.12
"""Seconds of silence that end a scan without terminator."""

RETRY = 1.0
"""Seconds between two looks for a scanner that isn't there."""

LONGEST = 8192
"""Bytes: more without an end is noise, for no symbol holds so much."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Port:
    """A serial port of this machine, with what the system says about it."""

    name: str
    description: str


def ports() -> tuple[Port, ...]:
    """Return the serial ports there are now, by name; none where the system can't list them."""
    try:
        from serial.tools import list_ports  # asks the system's libraries while loading
    except (ImportError, AttributeError):
        _log.info("this system doesn't list its serial ports")
        return ()
    found = (Port(each.device, each.description) for each in list_ports.comports())
    return tuple(sorted(found, key=lambda port: port.name))


class SerialScanner:
    """Reads one port in a thread of its own, and looks for it again whenever it is gone."""

    def __init__(self, port: str, baud: int = 9600, retry: float = RETRY) -> None:
        self._port = port
        self._baud = baud
        self._retry = retry
        self._stopped = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self, received: Callable[[str], None], plugged: Callable[[bool], None]) -> None:
        """Begin to read. Both functions are called in the scanner's thread.

        `received` gets each scan without its terminator, `plugged` whether the scanner is there:
        once at the start, then at each change.
        """
        assert self._thread is None
        self._thread = threading.Thread(
            target=self._run, args=(received, plugged), name="serial-scanner", daemon=True
        )
        self._thread.start()

    def stop(self) -> None:
        """Stop reading and close the port; return when the thread has ended."""
        self._stopped.set()
        if self._thread is not None:
            self._thread.join()

    def _run(self, received: Callable[[str], None], plugged: Callable[[bool], None]) -> None:
        there: bool | None = None
        while not self._stopped.is_set():
            try:
                with serial.Serial(self._port, self._baud, timeout=PAUSE) as port:
                    plugged(there := True)
                    self._read(port, received)
            except (OSError, ValueError) as error:  # SerialException is an OSError
                if there is not False:
                    _log.info("no scanner on %s: %s", self._port, error)
                    plugged(there := False)
                self._stopped.wait(self._retry)

    def _read(self, port: serial.Serial, received: Callable[[str], None]) -> None:
        """Read until stopped. Raises OSError when the scanner is unplugged."""
        waiting = b""
        while not self._stopped.is_set():
            more: bytes = port.read(max(1, port.in_waiting))
            waiting += more
            *whole, waiting = waiting.replace(b"\n", b"\r").split(b"\r")
            if not more or len(waiting) > LONGEST:
                whole.append(waiting)
                waiting = b""
            for scan in filter(None, whole):
                received(text_of(scan))


def text_of(scan: bytes) -> str:
    """Return the text of a scan; a broken letter is U+FFFD, which readers show as lost."""
    return scan.decode("utf-8", "replace")
