"""Run the server in this process, on loopback unless told otherwise."""

from __future__ import annotations

import logging
import signal
import socket
import sys

import uvicorn

from counter_app.domain.errors.sandbox import PortTakenError
from counter_app.sandbox.app import create_app
from counter_app.sandbox.province.province import Province
from counter_app.sandbox.settings import SandboxSettings

SHUTDOWN_SECONDS = 2
"""How long requests under way may take when the server stops; a waiting feed is cut."""

KEEP_ALIVE_SECONDS = 30
"""How long an idle connection stays: longer than a counter is told to wait (`web.crowding`), who
would else send its next request into a connection that is just being closed."""

_STOPPING = (signal.SIGINT, signal.SIGTERM)


def run(settings: SandboxSettings) -> None:
    """Serve until SIGINT or SIGTERM, in the main thread. Prints `READY http://…` when it listens.

    A password that was made now is printed once, before. Raises `PortTakenError`.
    """
    province = Province(settings)
    if province.new_password:
        _say(f"PASSWORD {province.new_password}")
    listener = listen(settings)
    # The server stops at these by itself and then raises them again for whoever was there before:
    # a wish to stop that was fulfilled must not end the process as if it had been killed.
    before = [(each, signal.signal(each, signal.SIG_IGN)) for each in _STOPPING]
    try:
        _Announcing(configuration(settings, province), settings).run(sockets=[listener])
    finally:
        for number, handler in before:
            signal.signal(number, handler)
        listener.close()
        province.close()


def listen(settings: SandboxSettings) -> socket.socket:
    """Return the listening socket; port 0 takes a free one. Raises `PortTakenError`."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    # With the protocol named, asyncio sets TCP_NODELAY: else an answer's body waits some 40 ms for
    # the receipt of its header (Nagle's algorithm against delayed acknowledgement).
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if sys.platform != "win32":  # there it would let two programs share a port
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((settings.host, settings.port))
        listener.listen(1024)  # a province may come back in the same second
    except OSError as error:
        listener.close()
        raise PortTakenError(host=settings.host, port=settings.port) from error
    return listener


def url_of(listener: socket.socket) -> str:
    """Return the address that a listening socket is reached by."""
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def configuration(settings: SandboxSettings, province: Province) -> uvicorn.Config:
    """Return how `province` is served; `uvicorn.Server(…).started` says when it accepts calls."""
    return uvicorn.Config(
        create_app(settings, province),
        log_level=logging.WARNING,
        access_log=False,
        server_header=False,
        lifespan="on",
        timeout_keep_alive=KEEP_ALIVE_SECONDS,
        timeout_graceful_shutdown=SHUTDOWN_SECONDS,
    )


class _Announcing(uvicorn.Server):
    def __init__(self, config: uvicorn.Config, settings: SandboxSettings) -> None:
        super().__init__(config)
        self._settings = settings

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if not self.started or not sockets:
            return
        url = url_of(sockets[0])
        if self._settings.ready_file is not None:
            # Whole or not at all: whoever waits for the file must not read half an address.
            part = self._settings.ready_file.with_suffix(".part")
            part.write_text(f"{url}\n", encoding="ascii")
            part.replace(self._settings.ready_file)
        _say(f"READY {url}")


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
