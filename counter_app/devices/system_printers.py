"""The printers that the operating system knows, asked without Qt (for the command line)."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass

PATIENCE = 10.0
"""Seconds: a print server that doesn't answer must not hold the command line."""

_WINDOWS = (
    "powershell", "-NoProfile", "-NonInteractive", "-Command",
    "Get-Printer | Select-Object Name,PrinterStatus | ConvertTo-Json -Compress",
)  # fmt: skip
_CUPS = ("lpstat", "-e")

Run = Callable[[Sequence[str]], str]


@dataclass(frozen=True, slots=True)
class PrinterList:
    """The queues' names; `asked` is False when the system has no way to tell."""

    names: tuple[str, ...]
    asked: bool


def printers(run: Run | None = None, platform: str = sys.platform) -> PrinterList:
    """Return the printers of this machine. Never raises: no spooler means no printer."""
    run = run or _run
    try:
        if platform == "win32":
            return PrinterList(_of_powershell(run(_WINDOWS)), asked=True)
        return PrinterList(tuple(run(_CUPS).split("\n")[:-1]), asked=True)
    except (OSError, subprocess.SubprocessError, ValueError):
        return PrinterList((), asked=False)


def _of_powershell(text: str) -> tuple[str, ...]:
    if not text.strip():
        return ()
    found = json.loads(text)
    # One printer comes as an object, several as a list.
    rows = found if isinstance(found, list) else [found]
    return tuple(str(row["Name"]) for row in rows if isinstance(row, dict) and "Name" in row)


def _run(command: Sequence[str]) -> str:
    done = subprocess.run(  # noqa: S603  fixed commands of this file
        command, capture_output=True, text=True, timeout=PATIENCE, check=False
    )
    return done.stdout
