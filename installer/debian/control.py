"""What the package says of itself: name, version, what it depends on, what changed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

TOP = Path(__file__).parents[2]
PACKAGE = "counter-app"
MAINTAINER = "counter-app <counter-app@localhost>"
"""Nobody's address: who builds the package for a province sets `DEBFULLNAME` and `DEBEMAIL`."""

ARCHITECTURE = "amd64"

_NOT_AT_RUN_TIME = {"python3", "python3-venv"}
_GLIBC = re.compile(rb"GLIBC_2\.(\d+)\b")

DESCRIPTION = """\
counter of the Vietnamese one-stop shop (một cửa)
 Reception of dossiers at a public administration centre: scan the citizen card,
 pick the procedure, print the receipt with its barcode; later return the result.
 Works for a week without a line and reaches the province's server exactly once.
 .
 Everything that an officer enters is kept in the officer's own home folder.
 Neither upgrade nor removal nor purge of this package touches it.
"""


def system_packages() -> tuple[str, ...]:
    """Return what the program needs of Debian, as `installer/prepare.sh` says, without Python."""
    text = (TOP / "installer" / "prepare.sh").read_text(encoding="utf-8")
    for_all = text.partition("if [")[0]
    names = " ".join(re.findall(r'^packages="(.*)"$', for_all, re.MULTILINE)).split()
    return tuple(name for name in names if name != "$packages" and name not in _NOT_AT_RUN_TIME)


def least_glibc(tree: Path) -> str:
    """Return the newest version of the C library that a file under `tree` asks for."""
    newest = 0
    for path in tree.rglob("*"):
        if path.is_symlink() or not path.is_file():
            continue
        content = path.read_bytes()
        if content.startswith(b"\x7fELF"):
            newest = max(newest, *map(int, _GLIBC.findall(content)), 0)
    return f"2.{newest}"


def depends(tree: Path) -> str:
    """Return the field `Depends` of the package whose program lies under `tree`."""
    return ", ".join([f"libc6 (>= {least_glibc(tree)})", *system_packages()])


def control(version: str, size: int, needs: str, maintainer: str = MAINTAINER) -> str:
    """Return the file `control`. `size`: bytes on the disk."""
    fields = {
        "Package": PACKAGE,
        "Version": version,
        "Architecture": ARCHITECTURE,
        "Maintainer": maintainer,
        "Installed-Size": str(-(-size // 1024)),
        "Depends": needs,
        "Recommends": "cups-client, gnome-keyring | kwalletmanager, sane-utils",
        "Section": "office",
        "Priority": "optional",
    }
    lines = [f"{name}: {value}" for name, value in fields.items()]
    return "\n".join(lines) + f"\nDescription: {DESCRIPTION}"


def changelog(version: str, time: int, maintainer: str = MAINTAINER) -> str:
    """Return Debian's changelog, made of CHANGELOG.md. `time`: seconds since 1970, of the newest.

    Each paragraph there is one point here.
    """
    when = format_datetime(datetime.fromtimestamp(time, UTC))
    blocks = []
    for named, paragraphs in _releases((TOP / "CHANGELOG.md").read_text(encoding="utf-8")):
        points = "\n\n".join(
            "  * " + paragraph.strip().replace("\n", "\n    ") for paragraph in paragraphs
        )
        number = version if not blocks else named
        head = f"{PACKAGE} ({number}) bookworm; urgency=medium"
        blocks.append(f"{head}\n\n{points}\n\n -- {maintainer}  {when}\n")
    return "\n".join(blocks)


def _releases(text: str) -> Iterator[tuple[str, list[str]]]:
    for release in text.split("\n## ")[1:]:
        title, _, body = release.partition("\n")
        yield title.split()[0], [part for part in body.strip().split("\n\n") if part.strip()]
