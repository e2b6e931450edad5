"""The server in a thread beside a program that goes on: the training mode's province."""

from __future__ import annotations

import threading
import time

import uvicorn

from counter_app.domain.errors.sandbox import NoAnswerError
from counter_app.sandbox.province.province import Province
from counter_app.sandbox.serve import configuration, listen, url_of
from counter_app.sandbox.settings import SandboxSettings

_PATIENCE = 60.0  # seconds


class ServerBeside:
    """Listens when it is made, until `stop`. Raises `PortTakenError`, `NoAnswerError`."""

    def __init__(self, settings: SandboxSettings, province: Province) -> None:
        self._province = province
        self._listener = listen(settings)
        self.url = url_of(self._listener)
        self.port = int(self._listener.getsockname()[1])
        self._server = uvicorn.Server(configuration(settings, province))
        self._thread = threading.Thread(target=self._run, name="practice province", daemon=True)
        self._thread.start()
        until = time.monotonic() + _PATIENCE
        while not self._server.started:
            if time.monotonic() > until or not self._thread.is_alive():
                raise NoAnswerError(url=self.url)
            time.sleep(0.01)

    def stop(self) -> None:
        """Stop the server and let go of the data."""
        self._server.should_exit = True
        self._thread.join(_PATIENCE)
        self._listener.close()
        self._province.close()

    def _run(self) -> None:
        self._server.run(sockets=[self._listener])
