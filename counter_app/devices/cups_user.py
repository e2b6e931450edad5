"""What this user's files and environment say about CUPS, as its own commands read them."""

from __future__ import annotations

import os
from pathlib import Path

from counter_app.devices.ipp_line import PORT

_SOCKETS = (Path("/run/cups/cups.sock"), Path("/var/run/cups/cups.sock"))
_SYSTEM = Path("/etc/cups")


def server() -> str:
    """Return what `lp` would ask: the environment, client.conf, the local socket, port 631."""
    if named := os.environ.get("CUPS_SERVER"):
        return named
    for file in (Path.home() / ".cups" / "client.conf", _SYSTEM / "client.conf"):
        for words in _lines(file):
            if words[0].lower() == "servername" and len(words) > 1:
                return words[1]
    return next((str(path) for path in _SOCKETS if path.is_socket()), f"localhost:{PORT}")


def default_queue() -> str:
    """Return the queue that this user prefers to the service's default; empty when none is."""
    if named := os.environ.get("LPDEST") or os.environ.get("PRINTER"):
        return named
    for file in (Path.home() / ".cups" / "lpoptions", _SYSTEM / "lpoptions"):
        for words in _lines(file):
            if words[0].lower() == "default" and len(words) > 1:
                return words[1].partition("/")[0]
    return ""


def _lines(file: Path) -> list[list[str]]:
    try:
        text = file.read_text("utf-8", "replace")
    except OSError:
        return []
    return [words for line in text.splitlines() if (words := line.split())]
