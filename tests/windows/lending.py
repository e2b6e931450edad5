"""What Windows 10 has and Wine 8 lacks: two small libraries of ours, compiled and lent to it."""

from __future__ import annotations

import subprocess
from pathlib import Path

from installer.windows.wine import Wine

SOURCES = Path(__file__).parent / "lent"


def lend(wine: Wine) -> tuple[str, ...]:
    """Compile every library of `lent` into the prefix; return their names."""
    lent = []
    for source in sorted(SOURCES.glob("*.c")):
        target = wine.drive / "windows" / "system32" / f"{source.stem}.dll"
        subprocess.run(
            ["x86_64-w64-mingw32-gcc", "-O1", "-shared", "-o", target, source, "-ladvapi32"],
            check=True,
        )
        lent.append(target.name)
    return tuple(lent)
