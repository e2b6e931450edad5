"""CUPS of our own for tests: its own folder and port, no system service, root or any user.

Where no cupsd is installed the counter talks to the printer double itself: the same questions, the
same answers, one link fewer (`CUPSD` is None then; `installer/prepare.sh dev` installs it).
"""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from counter_app.devices.spooler_cups import CupsSpooler
from counter_app.domain.errors.printing import SpoolerError
from tests.devices.ipp_printer import A4, IppPrinter, running


def _found(name: str) -> str | None:
    return shutil.which(name, path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/bin")


CUPSD = _found("cupsd") if _found("lpadmin") else None
FILTER = Path("/usr/lib/cups/filter/pdftopdf")
if not FILTER.exists():
    CUPSD = None

_FILES = """
FileDevice No
ServerRoot {root}
ServerBin /usr/lib/cups
DataDir /usr/share/cups
RequestRoot {root}/spool
CacheDir {root}/cache
StateDir {root}/state
TempDir {root}/tmp
AccessLog {root}/access.log
ErrorLog {root}/error.log
PageLog {root}/page.log
"""

_DAEMON = """
LogLevel debug
Listen 127.0.0.1:{port}
Browsing Off
WebInterface No
DefaultAuthType None
PreserveJobHistory Yes
<Location />
Order allow,deny
Allow from 127.0.0.1
</Location>
<Policy default>
<Limit All>
Order allow,deny
Allow from 127.0.0.1
</Limit>
</Policy>
"""


@dataclass(frozen=True)
class Service:
    """A print service and its printers: `full` takes A4 and A5, `plain` A4 only."""

    server: str
    full: IppPrinter
    plain: IppPrinter
    is_cups: bool
    root: Path

    def spooler(self) -> CupsSpooler:
        """Return the counter's door to it."""
        return CupsSpooler(self.server)


@contextmanager
def service() -> Iterator[Service]:
    """Run a print service in a folder that its filters, of another user under root, may enter."""
    with tempfile.TemporaryDirectory(prefix="print-service-") as name:
        root = Path(name)
        root.chmod(0o755)
        yield from _service(root)


def _service(root: Path) -> Iterator[Service]:
    full, plain = IppPrinter("Du_kho"), IppPrinter("Chi_A4", sizes=(A4,))
    with running(full, plain):
        if CUPSD is None:
            yield Service(f"127.0.0.1:{full.port}", full, plain, is_cups=False, root=root)
            return
        port = _free_port()
        for name in ("spool", "cache", "state", "tmp"):
            (root / name).mkdir(parents=True)
        (root / "cups-files.conf").write_text(_FILES.format(root=root))
        (root / "cupsd.conf").write_text(_DAEMON.format(port=port))
        command = [CUPSD, "-f", "-c", root / "cupsd.conf", "-s", root / "cups-files.conf"]
        with (root / "cupsd.out").open("wb") as out:
            daemon = subprocess.Popen(command, stdout=out, stderr=out)
        try:
            server = f"127.0.0.1:{port}"
            spooler = CupsSpooler(server)
            _wait(lambda: spooler.queues() == ())
            for printer in (full, plain):
                _add(server, printer)
                # CUPS asks the printer in the background and knows its papers a moment later.
                _wait(lambda name=printer.name: bool(spooler.queue(name).sizes))
            yield Service(server, full, plain, is_cups=True, root=root)
        finally:
            daemon.send_signal(signal.SIGTERM)
            daemon.wait(10)


def _add(server: str, printer: IppPrinter) -> None:
    lpadmin = _found("lpadmin")
    assert lpadmin is not None
    subprocess.run(
        [lpadmin, "-h", server, "-p", printer.name, "-E", "-v", printer.uri, "-m", "everywhere"],
        check=True,
        timeout=30,
        capture_output=True,
    )


def _wait(ready: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 60
    while True:
        with suppress(SpoolerError):
            if ready():
                return
        assert time.monotonic() < deadline, "cupsd doesn't get ready"
        time.sleep(0.05)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
