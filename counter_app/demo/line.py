"""The line between counter and province: a relay on loopback that can be cut and mended."""

from __future__ import annotations

import contextlib
import socket
import sys
import threading

_LOOPBACK = "127.0.0.1"
_CHUNK = 65_536


class Line:
    """Relays TCP connections to `port`; while it is cut, nothing passes and nothing connects."""

    def __init__(self, port: int) -> None:
        self._target = port
        self._is_up = threading.Event()
        self._is_up.set()
        self._open: set[socket.socket] = set()
        self._guard = threading.Lock()
        self._listener = socket.create_server((_LOOPBACK, 0))
        self.url = f"http://{_LOOPBACK}:{self._listener.getsockname()[1]}"
        threading.Thread(target=self._accept, name="line", daemon=True).start()

    def cut(self) -> None:
        """Cut the line in the middle of whatever it carries."""
        self._is_up.clear()
        with self._guard:
            for each in self._open:
                # shutdown, not close: a thread that waits in recv wakes up.
                with contextlib.suppress(OSError):
                    each.shutdown(socket.SHUT_RDWR)

    def mend(self) -> None:
        """Let connections pass again."""
        self._is_up.set()

    def close(self) -> None:
        """Stop for good."""
        self.cut()
        # A thread that waits in accept keeps a closed listener alive; shutdown wakes it.
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()

    def _accept(self) -> None:
        while True:
            try:
                near, _ = self._listener.accept()
            except OSError:
                return
            if not self._is_up.is_set():
                near.close()
                continue
            try:
                far = socket.create_connection((_LOOPBACK, self._target), timeout=5)
            except OSError:
                near.close()
                continue
            far.settimeout(None)
            with self._guard:
                self._open |= {near, far}
            for here, there in ((near, far), (far, near)):
                threading.Thread(target=self._carry, args=(here, there), daemon=True).start()

    def _carry(self, here: socket.socket, there: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while data := here.recv(_CHUNK):
                there.sendall(data)
        for each in (here, there):
            with contextlib.suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
            each.close()
        with self._guard:
            self._open -= {here, there}


class RefusingLine(Line):
    """A line at whose end nobody listens while it is cut: what a counter calls "mất mạng".

    The port stays ours meanwhile, so that nobody else can listen there.
    """

    def cut(self) -> None:
        """Cut the line; connections are refused from now on."""
        if not self._is_up.is_set():
            return
        place = self._listener.getsockname()
        super().cut()
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        if sys.platform != "win32":  # there it would let two programs share a port
            self._listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self._listener.bind(place)

    def mend(self) -> None:
        """Listen again, at the same address."""
        if self._is_up.is_set():
            return
        self._listener.listen()
        super().mend()
        threading.Thread(target=self._accept, name="line", daemon=True).start()
