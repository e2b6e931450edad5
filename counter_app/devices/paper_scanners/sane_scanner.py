"""Scanners through SANE, by its own program `scanimage`: every Linux scanner, nothing to compile.

Pages are fetched as a batch: one process, so that a feeder keeps its stack. It says each finished
file on its output, and on its error output how far it is.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from counter_app.devices.paper_scanners.document_scanner import (
    Abilities,
    Feed,
    Scanner,
    ScanOrder,
)
from counter_app.devices.paper_scanners.page_process import PageProcess
from counter_app.devices.paper_scanners.sane_options import (
    Option,
    abilities,
    arguments,
    options,
    resolution,
)
from counter_app.domain.errors.scanning import (
    FeederEmptyError,
    NoScannerError,
    ScannerBusyError,
    ScannerCoverError,
    ScannerError,
    ScannerFailedError,
    ScannerGoneError,
    ScannerJammedError,
    ScannerRefusedError,
    ScannerSilentError,
    ScannerToolMissingError,
)

PROGRAM = "scanimage"
PACKAGE = "sane-utils"

SILENCE = 90.0
"""Seconds without a sign of life: a cold lamp warms up, a big page at 600 dpi is slow."""

LOOKING = 60.0
"""Seconds for a look at what is plugged in: network scanners are waited for."""

_LISTED = "%d\t%v %m%n"

_STATUS: dict[int, type[ScannerError]] = {
    3: ScannerBusyError,
    6: ScannerJammedError,
    7: FeederEmptyError,
    8: ScannerCoverError,
    9: ScannerGoneError,
    11: ScannerRefusedError,
}
"""Values of SANE_Status (sane.h), which scanimage ends with."""

_SAID: tuple[tuple[str, type[ScannerError]], ...] = (
    ("out of documents", FeederEmptyError),
    ("jammed", ScannerJammedError),
    ("cover is open", ScannerCoverError),
    ("device busy", ScannerBusyError),
    ("access to resource", ScannerRefusedError),
    ("error during device i/o", ScannerGoneError),
    ("open of device", ScannerGoneError),
)
"""What it says in English, whatever the locale: sane_strstatus is not translated."""


_WHOLE = re.compile(r"\(scanner status = 5\)\s+Batch terminated")  # SANE_STATUS_EOF: a whole page
_NOT_TELLING = ("Output format", "Scanning ", "Scanned page", "Batch terminated")


class SaneScanner:
    """SANE as this user sees it.

    `environment` is laid over the process's own (SANE_CONFIG_DIR in tests); `more` are arguments
    that a certain device needs for every scan.
    """

    def __init__(
        self,
        *,
        environment: Mapping[str, str] | None = None,
        more: Sequence[str] = (),
        silence: float = SILENCE,
        program: str = PROGRAM,
    ) -> None:
        # Numbers and status words are read: they must not follow the user's language.
        self._environment = {**os.environ, "LC_ALL": "C", **(environment or {})}
        self._more = tuple(more)
        self._silence = silence
        self._program = program
        self._known: dict[str, dict[str, Option]] = {}

    def scanners(self) -> tuple[Scanner, ...]:
        """Return what is plugged in now. Raises ScannerToolMissingError, ScannerSilentError."""
        text = self._asked(["--formatted-device-list", _LISTED], "")
        found = []
        for line in text.splitlines():
            name, tab, label = line.partition("\t")
            if tab and name:
                found.append(Scanner(name, " ".join(label.split())))
        self._known.clear()
        return tuple(found)

    def abilities(self, name: str) -> Abilities:
        """Return what the scanner can do. Raises ScannerError."""
        return abilities(self._options(name))

    def begin(self, order: ScanOrder) -> PageProcess:
        """Begin to scan. Raises ScannerError; NoScannerError when `order` names none."""
        if not order.scanner:
            raise NoScannerError(scanner="")
        found = self._options(order.scanner)
        most = 1 if order.feed is Feed.GLASS else order.most
        said = [
            *self._device(order.scanner),
            *arguments(found, order),
            *self._more,
            f"--batch-count={most}",
        ]
        path = self._path()

        def command(folder: Path) -> list[str]:
            return [path, *said, f"--batch={folder}/%d.pnm", "--batch-print", "--progress"]

        return PageProcess(
            command,
            failure,
            scanner=order.scanner,
            dpi=resolution(found, order.dpi),
            silence=self._silence,
            environment=self._environment,
            verdict=verdict,
        )

    def _options(self, name: str) -> dict[str, Option]:
        if name not in self._known:
            self._known[name] = options(self._asked([*self._device(name), "--all-options"], name))
        return self._known[name]

    def _device(self, name: str) -> list[str]:
        return [f"--device-name={name}", "--format=pnm"]

    def _path(self) -> str:
        found = shutil.which(self._program, path=self._environment.get("PATH"))
        if found is None:
            raise ScannerToolMissingError(scanner="", package=PACKAGE)
        return found

    def _asked(self, said: Sequence[str], name: str) -> str:
        try:
            done = subprocess.run(  # noqa: S603 (our arguments, the system's program)
                [self._path(), *said],
                env=self._environment,
                capture_output=True,
                timeout=min(LOOKING, self._silence),
                check=False,
                stdin=subprocess.DEVNULL,
            )
        except subprocess.TimeoutExpired as error:
            raise ScannerSilentError(scanner=name, seconds=round(error.timeout)) from error
        except OSError as error:
            raise ScannerFailedError(scanner=name, reason=str(error.strerror)) from error
        if done.returncode != 0:
            raise failure(done.returncode, done.stderr.decode("utf-8", "replace"), name)
        return done.stdout.decode("utf-8", "replace")


def verdict(words: str) -> int | None:
    """Return how a batch ended by what scanimage said of it, None while it goes on.

    After these words it only closes the device, where a driver can hang for ever: SANE's own test
    device does once in a hundred faults (its reading child outlives the signal, and is waited for).
    """
    if "Batch terminated" not in words:
        return None
    return 0 if _WHOLE.search(words) else 1


def failure(code: int, words: str, scanner: str) -> ScannerError:
    """Return the error for how scanimage ended: by what it said, else by its status."""
    low = words.lower()
    for said, kind in _SAID:
        if said in low:
            return kind(scanner=scanner)
    if code in _STATUS:
        return _STATUS[code](scanner=scanner)
    lines = [line.partition("scanimage: ")[2] or line for line in words.splitlines() if line]
    telling = [line for line in lines if not line.startswith(_NOT_TELLING)]
    return ScannerFailedError(scanner=scanner, reason=(telling or [f"SANE {code}"])[-1][:120])
