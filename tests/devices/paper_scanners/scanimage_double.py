"""A double of `scanimage` for what SANE's test device can't do, and for machines without SANE.

It writes the same words to the same streams. How it behaves stands in the environment: SCAN_KIND.
"""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import time
from pathlib import Path

TEST_DEVICE = """
All options specific to device `test:0':
  Scan Mode:
    --mode Gray|Color [Gray]
        Selects the scan mode (e.g., lineart, monochrome, or color).
    --resolution 1..1200dpi (in steps of 1) [50]
        Sets the resolution of the scanned image.
    --source Flatbed|Automatic Document Feeder [Flatbed]
        If Automatic Document Feeder is selected, the feeder will be 'empty'
    --read-return-value Default|SANE_STATUS_JAMMED [Default]
  Geometry:
    -x 0..200mm (in steps of 1) [80]
    -y 0..200mm (in steps of 1) [100]
"""

SAID = {
    "SANE_STATUS_JAMMED": (6, "Document feeder jammed"),
    "SANE_STATUS_COVER_OPEN": (8, "Scanner cover is open"),
    "SANE_STATUS_DEVICE_BUSY": (3, "Device busy"),
    "SANE_STATUS_NO_DOCS": (7, "Document feeder out of documents"),
    "SANE_STATUS_IO_ERROR": (9, "Error during device I/O"),
    "SANE_STATUS_ACCESS_DENIED": (11, "Access to resource has been denied"),
    "SANE_STATUS_INVAL": (4, "Invalid argument"),
}


def program(folder: Path) -> str:
    """Put the double into `folder` under the name of the program; return its path."""
    file = folder / "scanimage"
    file.write_text(f"#!/bin/sh\nexec '{sys.executable}' '{__file__}' \"$@\"\n")
    file.chmod(file.stat().st_mode | stat.S_IXUSR)
    return str(file)


def main(words: list[str]) -> int:
    """Answer as scanimage would."""
    kind = os.environ.get("SCAN_KIND", "")
    if "--formatted-device-list" in words:
        print("test:0\tNoname frontend-tester\ntest:1\tNoname frontend-tester")
        return 0
    device = next(word.partition("=")[2] for word in words if word.startswith("--device-name"))
    if device == "away":
        print("scanimage: open of device away failed: Invalid argument", file=sys.stderr)
        return 1
    if "--all-options" in words:
        print(os.environ.get("SCAN_OPTIONS", TEST_DEVICE))
        return 0
    return _scan(words, kind)


def _scan(words: list[str], kind: str) -> int:
    value = words[words.index("--read-return-value") + 1] if "--read-return-value" in words else ""
    pattern = next(word.partition("=")[2] for word in words if word.startswith("--batch="))
    most = int(next(word.partition("=")[2] for word in words if word.startswith("--batch-count=")))
    feeder = "Automatic Document Feeder" in words
    dpi = int(words[words.index("--resolution") + 1])
    colour = "Color" in words
    width = height = round(200 / 25.4 * dpi)
    for number in range(1, (min(most, 10) if feeder else 1) + 1):
        if kind == "silent" or (kind == "silent after two" and number == 3):
            time.sleep(60)
        if kind.startswith("jams at three") and number == 3:
            value = "SANE_STATUS_JAMMED"
        if value:
            code, said = SAID[value]
            print(f"scanimage: sane_read: {said}", file=sys.stderr)
            print(f"Scanned page {number}. (scanner status = {code})", file=sys.stderr)
            return _end(number, kind, code)
        if kind == "slow":
            for part in range(1, 40):
                print(f"Progress: {part * 2.5:.1f}%\r", end="", file=sys.stderr, flush=True)
                time.sleep(0.05)
        print("Progress: 100.0%\r", end="", file=sys.stderr, flush=True)
        head = f"P{6 if colour else 5}\n{width} {height}\n255\n".encode()
        file = Path(pattern.replace("%d", str(number)))
        file.write_bytes(head + b"\xff" * (width * height * (3 if colour else 1)))
        print(file, flush=True)
        print(f"Scanned page {number}. (scanner status = 5)", file=sys.stderr, flush=True)
    return _end(number, kind, 0)


def _end(pages: int, kind: str, code: int) -> int:
    print(f"Batch terminated, {pages} pages scanned", file=sys.stderr, flush=True)
    if kind.endswith("hangs at the end"):
        subprocess.run([sys.executable, "-c", "import time; time.sleep(60)"], check=True)
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
