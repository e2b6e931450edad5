"""One window for each home: a second start brings the first one to the front and leaves.

This is a courtesy, not the lock: `config.HomeLock` keeps two programs out of one home. Here they
find each other. The name of the meeting place is a digest of the home's path, so that several
homes on one machine have a window each.
"""

from __future__ import annotations

import hashlib
import os
import sys
import time
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

RAISE = b"raise\n"
RAISED = b"raised\n"
CLOSING = b"closing\n"

_CONNECT_MS = 300
_ANSWER_MS = 2_000
_CLOSING_SECONDS = 15.0  # the staged quit's last resort is 12 s
_PAUSE_SECONDS = 0.2

# On Linux the name lives in the kernel and dies with its process, however that dies; binding it is
# atomic. On Windows a named pipe does the same. Only elsewhere a file can be left behind.
_KERNEL_NAMES = sys.platform == "linux"


class Claim(Enum):
    """What a start found."""

    FIRST = "first"
    RAISED = "raised"  # another window is there and came to the front: leave with 0
    SILENT = "silent"  # another window is there and doesn't answer


class OneInstance(QObject):
    """Holds the meeting place of one home. `raised`: a second start asks to see the window."""

    raised = Signal()

    def __init__(self, home: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = meeting_place(home)
        self._closing = False
        self._server = QLocalServer(self)
        if _KERNEL_NAMES:
            self._server.setSocketOptions(QLocalServer.SocketOption.AbstractNamespaceOption)
        else:
            self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer_all)

    def claim(self) -> Claim:
        """Become the home's window, or bring the one that is there to the front.

        Waits up to 2 s for an answer, and for a window that is just closing until it has gone.
        Called before there is a window of our own, so nothing freezes.
        """
        until = time.monotonic() + _CLOSING_SECONDS
        while True:
            answer = self._ask()
            if answer is None and self._listen():
                return Claim.FIRST
            if answer == RAISED:
                return Claim.RAISED
            # Closing, or two starts at once: the other listens since our question.
            if answer == b"" or time.monotonic() > until:
                return Claim.SILENT
            time.sleep(_PAUSE_SECONDS)

    def closing(self) -> None:
        """Tell a second start from now on to wait until this window has gone."""
        self._closing = True

    def release(self) -> None:
        """Leave the meeting place. Harmless when it isn't held."""
        self._server.close()

    def _ask(self) -> bytes | None:
        """Ask the window that is there: its answer, b"" when it is silent, None without one."""
        socket = QLocalSocket()
        if _KERNEL_NAMES:
            socket.setSocketOptions(QLocalSocket.SocketOption.AbstractNamespaceOption)
        socket.connectToServer(self._name)
        if not socket.waitForConnected(_CONNECT_MS):
            return None
        socket.write(RAISE)
        socket.flush()
        while not socket.canReadLine():
            if not socket.waitForReadyRead(_ANSWER_MS):
                return b""
        return bytes(socket.readLine().data())

    def _listen(self) -> bool:
        if self._server.listen(self._name):
            return True
        if not _KERNEL_NAMES:
            # Nobody answered and yet the name is taken: a file that a killed program left behind.
            QLocalServer.removeServer(self._name)
            return self._server.listen(self._name)
        return False

    @Slot()
    def _answer_all(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            socket.readyRead.connect(self._read)
            self._read_from(socket)

    @Slot()
    def _read(self) -> None:
        socket = self.sender()
        if isinstance(socket, QLocalSocket):
            self._read_from(socket)

    def _read_from(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine() or bytes(socket.readLine(64).data()) != RAISE:
            return
        socket.write(CLOSING if self._closing else RAISED)
        socket.flush()
        if not self._closing:
            self.raised.emit()


def meeting_place(home: Path) -> str:
    """Return the name under which the windows of `home` find each other, for this user."""
    user = str(os.getuid()) if hasattr(os, "getuid") else os.environ.get("USERNAME", "")
    path = os.path.normcase(home.resolve())
    digest = hashlib.sha256(f"{user}\0{path}".encode()).hexdigest()
    return f"counter-app-{digest[:24]}"
