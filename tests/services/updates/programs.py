"""A program in a folder of ours for tests: shell scripts stand in for the frozen one."""

from __future__ import annotations

import io
import tarfile
from pathlib import Path

from counter_app.domain.updates.manifest import PackageKind
from counter_app.services.updates.programs import FolderProgram
from tests.services.updates.packing import LINUX, package


def script(version: str, *, tries: int = 0) -> bytes:
    """Return a program that tells its version, and says `tries` when it tries a store."""
    return f'#!/bin/sh\n[ "$2" = try ] && exit {tries}\necho "{version} $*"\n'.encode()


def layout(root: Path, probe: str = "", running: str = "1.0.0") -> FolderProgram:
    """Make a folder with the program 1.0.0 in it, and return its applier."""
    own = root / "versions" / "1.0.0"
    own.mkdir(parents=True, exist_ok=True)
    (own / "counter-app").write_bytes(script("1.0.0"))
    (own / "counter-app").chmod(0o755)
    (root / "current").write_text("1.0.0\n")
    return FolderProgram(root, running, lambda program, copy: probe)


def archive(files: dict[str, bytes]) -> bytes:
    """Return a .tar.gz of `files`."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz", compresslevel=1) as tar:
        for name, body in files.items():
            info = tarfile.TarInfo(name)
            info.size, info.mode = len(body), 0o755
            tar.addfile(info, io.BytesIO(body))
    return out.getvalue()


def program_package(file: Path, version: str = "1.2.0", **files: bytes) -> Path:
    """Write a package of a program for Linux."""
    body = archive({"counter-app": script(version), "_internal/words.txt": b"x", **files})
    return package(
        file,
        {f"counter-app-{version}.tar.gz": body},
        kind=PackageKind.PROGRAM,
        version=version,
        platform=LINUX,
    )
