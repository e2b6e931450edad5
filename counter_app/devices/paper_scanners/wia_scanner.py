"""Scanners of Windows through WIA, its imaging service, asked by PowerShell.

Not tried on Windows with a real scanner yet: the questions follow Microsoft's documentation of the
WIA Automation Layer, and the plumbing is tested with a double of PowerShell. TWAIN-only scanners
aren't seen; their makers' programs give files, which can be attached.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from counter_app.devices.paper_scanners.document_scanner import (
    Abilities,
    Feed,
    Ink,
    Scanner,
    ScanOrder,
)
from counter_app.devices.paper_scanners.page_process import PageProcess
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

PROGRAM = "powershell.exe"
SILENCE = 120.0
"""Seconds: WIA tells nothing while a page is on its way."""

_LOOKING = 30.0

_COMMON = """
$ErrorActionPreference = 'Stop'
[Console]::OutputEncoding = [Text.Encoding]::UTF8
$manager = New-Object -ComObject WIA.DeviceManager
function Found($id) {
  foreach ($each in $manager.DeviceInfos) {
    if ($each.Type -eq 1 -and $each.DeviceID -eq $id) { return $each.Connect() }
  }
  throw [Runtime.InteropServices.COMException]::new('no such scanner', 0x80210005)
}
function Value($from, $id) {
  foreach ($each in $from.Properties) { if ($each.PropertyID -eq $id) { return $each.Value } }
}
function Put($to, $id, $value) {
  foreach ($each in $to.Properties) {
    if ($each.PropertyID -eq $id -and -not $each.IsReadOnly) { $each.Value = $value }
  }
}
trap { [Console]::Error.WriteLine('WIA {0:X8}' -f $_.Exception.GetBaseException().HResult); exit 1 }
"""

_LIST = """
$found = @(foreach ($each in $manager.DeviceInfos) { if ($each.Type -eq 1) {
  $label = foreach ($p in $each.Properties) { if ($p.PropertyID -eq 7) { $p.Value } }
  @{ name = $each.DeviceID; label = "$label" } } })
ConvertTo-Json -Compress -InputObject @($found)
"""

_ASK = """
$device = Found $env:SCAN_DEVICE
$item = $device.Items.Item(1)
ConvertTo-Json -Compress -InputObject @{
  handling = [int](Value $device 3086); finest = [int](Value $item 6090)
  width = [int](Value $device 3074); height = [int](Value $device 3075) }
"""

_SCAN = """
$device = Found $env:SCAN_DEVICE
$item = $device.Items.Item(1)
$dpi = [int]$env:SCAN_DPI
Put $device 3088 ([int]$env:SCAN_HANDLING)
Put $device 3096 1
Put $item 6146 ([int]$env:SCAN_INTENT)
Put $item 6147 $dpi
Put $item 6148 $dpi
Put $item 6149 0
Put $item 6150 0
Put $item 6151 ([int]($dpi * [double]$env:SCAN_WIDTH / 25.4))
Put $item 6152 ([int]($dpi * [double]$env:SCAN_HEIGHT / 25.4))
for ($number = 1; $number -le [int]$env:SCAN_MOST; $number++) {
  try { $image = $item.Transfer('{B96B3CAB-0728-11D3-9D7B-0000F81EF32E}') }
  catch {
    $code = '{0:X8}' -f $_.Exception.GetBaseException().HResult
    if ($code -eq '80210003' -and $number -gt 1) { exit 0 }
    throw
  }
  $path = Join-Path $env:SCAN_FOLDER "$number.bmp"
  $image.SaveFile($path)
  [Console]::Out.WriteLine($path)
}
"""

_FEEDS, _FLATBED, _DUPLEX = 0x1, 0x2, 0x4
_HANDLING = {Feed.GLASS: 2, Feed.FEEDER: 1, Feed.BOTH_SIDES: 5}
_INTENT = {Ink.COLOUR: 1, Ink.GREY: 2, Ink.LINEART: 4}
_MILS = 1000.0  # WIA tells the bed's lengths in thousandths of an inch

_FAULTS: dict[str, type[ScannerError]] = {
    "80210002": ScannerJammedError,
    "80210003": FeederEmptyError,
    "80210004": ScannerJammedError,
    "80210005": ScannerGoneError,
    "80210006": ScannerBusyError,
    "8021000A": ScannerGoneError,
    "8021000D": ScannerBusyError,
    "80210015": ScannerGoneError,
    "80210016": ScannerCoverError,
    "80070005": ScannerRefusedError,
}
"""Error codes of WIA (WIA_ERROR_… in wiadef.h) and "access denied"."""


class WiaScanner:
    """Windows' scanners. `program` is PowerShell, or its double in tests."""

    def __init__(self, *, program: str = PROGRAM, silence: float = SILENCE) -> None:
        self._program = program
        self._silence = silence

    def scanners(self) -> tuple[Scanner, ...]:
        """Return what is plugged in now. Raises ScannerError."""
        found = self._asked(_LIST, "")
        return tuple(Scanner(str(each["name"]), str(each["label"])) for each in found)

    def abilities(self, name: str) -> Abilities:
        """Return what the scanner can do. Raises ScannerError."""
        found = self._asked(_ASK, name)
        handling = int(found["handling"] or _FLATBED)
        feeds = [Feed.GLASS] if handling & _FLATBED or not handling & _FEEDS else []
        feeds += [Feed.FEEDER] if handling & _FEEDS else []
        feeds += [Feed.BOTH_SIDES] if handling & _FEEDS and handling & _DUPLEX else []
        whole = Abilities(tuple(Ink), tuple(feeds), int(found["finest"]) or 600)
        if not found["width"] or not found["height"]:
            return whole
        bed = tuple(float(found[side]) / _MILS * 25.4 for side in ("width", "height"))
        return Abilities(whole.inks, whole.feeds, whole.finest, (bed[0], bed[1]))

    def begin(self, order: ScanOrder) -> PageProcess:
        """Begin to scan. Raises ScannerError; NoScannerError when `order` names none."""
        if not order.scanner:
            raise NoScannerError(scanner="")
        path = self._path()
        wanted = {
            "SCAN_DPI": str(order.dpi),
            "SCAN_HANDLING": str(_HANDLING[order.feed]),
            "SCAN_INTENT": str(_INTENT[order.ink]),
            "SCAN_WIDTH": "210",
            "SCAN_HEIGHT": "297",
            "SCAN_MOST": "1" if order.feed is Feed.GLASS else str(order.most),
        }

        def command(folder: Path) -> list[str]:
            # All other values go by the environment, never as code; this name is ours.
            quoted = str(folder).replace("'", "''")
            return [*_said(path), f"$env:SCAN_FOLDER = '{quoted}'\n{_COMMON}{_SCAN}"]

        return PageProcess(
            command,
            failure,
            scanner=order.scanner,
            dpi=order.dpi,
            silence=self._silence,
            environment=_environment(order.scanner, wanted),
        )

    def _path(self) -> str:
        found = shutil.which(self._program)
        if found is None:
            raise ScannerToolMissingError(scanner="", package="PowerShell")
        return found

    def _asked(self, script: str, name: str) -> Any:
        try:
            done = subprocess.run(  # noqa: S603 (our script, the system's program)
                [*_said(self._path()), _COMMON + script],
                env=_environment(name, {}),
                capture_output=True,
                timeout=min(_LOOKING, self._silence),
                check=False,
                stdin=subprocess.DEVNULL,
            )
        except subprocess.TimeoutExpired as error:
            raise ScannerSilentError(scanner=name, seconds=round(error.timeout)) from error
        if done.returncode != 0:
            raise failure(done.returncode, done.stderr.decode("utf-8", "replace"), name)
        try:
            return json.loads(done.stdout.decode("utf-8-sig"))
        except ValueError as error:
            raise ScannerFailedError(scanner=name, reason="WIA") from error


def failure(code: int, words: str, scanner: str) -> ScannerError:
    """Return the error for how the script ended: by WIA's own code."""
    _, marked, rest = words.rpartition("WIA ")
    number = rest[:8].upper() if marked else ""
    if number in _FAULTS:
        return _FAULTS[number](scanner=scanner)
    return ScannerFailedError(scanner=scanner, reason=f"WIA {number or code}")


def _said(path: str) -> Sequence[str]:
    return (path, "-NoProfile", "-NonInteractive", "-Command")


def _environment(name: str, wanted: Mapping[str, str]) -> dict[str, str]:
    return {**os.environ, "SCAN_DEVICE": name, **wanted}
