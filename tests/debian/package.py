"""The package itself: built by the one command, read, and built again as the next version."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
from pathlib import Path

from tests.debian.report import Report

TOP = Path(__file__).parents[2]
SOURCES = ("counter_app", "installer", "resources", "pyproject.toml", "CHANGELOG.md", "README.md")
_NUMBER = re.compile(r'"(\d+\.\d+)\.(\d+)"')


def build(out: Path) -> Path:
    """Build the package into `out` by the command that a province uses."""
    subprocess.run(["sh", "installer/debian/build.sh", str(out)], cwd=TOP, check=True)
    return max(out.glob("*.deb"), key=lambda path: path.stat().st_mtime)


def field(package: Path, name: str) -> str:
    """Return one field of the package's control file."""
    done = subprocess.run(
        ["dpkg-deb", "--field", str(package), name], capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def newer(out: Path) -> Path:
    """Build the next version: the same sources under another number, frozen and packed anew.

    Every file is exchanged by an upgrade, and the program says another version than before.
    """
    tree = out / "next-source"
    shutil.rmtree(tree, ignore_errors=True)
    for name in SOURCES:
        what, where = TOP / name, tree / name
        where.parent.mkdir(parents=True, exist_ok=True)
        if what.is_dir():
            shutil.copytree(what, where, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copyfile(what, where)
    told = tree / "counter_app/__init__.py"
    told.write_text(_NUMBER.sub(_next, told.read_text(encoding="utf-8")), encoding="utf-8")
    work = tree / "build/package"
    work.mkdir(parents=True)
    for name in ("env", "known"):  # what the first build fetched
        (work / name).symlink_to(TOP / "build/package" / name)
    command = ["sh", "installer/debian/build.sh", str(out / "next")]
    subprocess.run(command, cwd=tree, env={**os.environ, "QUICK": "1"}, check=True)
    shutil.rmtree(tree)
    return max((out / "next").glob("*.deb"), key=lambda path: path.stat().st_mtime)


def _next(number: re.Match[str]) -> str:
    return f'"{number[1]}.{int(number[2]) + 1}"'


def describe(package: Path, report: Report) -> None:
    """Print what an administrator wants to know of the file."""
    content = package.read_bytes()
    report.note("package", f"{package.name}, {len(content) / 1e6:.1f} MB")
    report.note("sha256", hashlib.sha256(content).hexdigest())
    report.note("installed", f"{int(field(package, 'Installed-Size')) * 1024 / 1e6:.0f} MB")
    report.note("depends", field(package, "Depends"))
