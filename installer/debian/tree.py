"""Lays out the files of the package and has dpkg-deb pack them, the same bytes every time."""

from __future__ import annotations

import gzip
import hashlib
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from installer.debian.control import ARCHITECTURE, PACKAGE, changelog, control, depends
from installer.debian.icon import DRAWINGS, SIZES, picture
from installer.debian.man_page import man_page

HERE = Path(__file__).parent
SCRIPTS = ("postinst", "prerm", "postrm")
PROGRAM = Path("usr/lib") / PACKAGE

_FILE, _RUNNABLE = 0o644, 0o755


SMALL, QUICK = ("-Zxz",), ("-Zgzip", "-z1")


def pack(
    frozen: Path,
    out: Path,
    version: str,
    time: int,
    how: tuple[str, ...] = SMALL,
    manual: Path | None = None,
) -> Path:
    """Return the package made of the folder `frozen`. `time`: seconds since 1970, for every file.

    `how`: `SMALL` for bad lines (minutes to make), `QUICK` to try something out. `manual`: what
    `python -m tests.manual` made, to go along.
    Raises `subprocess.CalledProcessError` when dpkg-deb refuses.
    """
    with tempfile.TemporaryDirectory(dir=out) as name:
        tree = Path(name) / "tree"
        _lay_out(frozen, tree, version, time)
        if manual is not None:
            _put_manual(manual, tree / "usr/share/doc" / PACKAGE)
        _describe(tree, version)
        _settle(tree, time)
        package = out / f"{PACKAGE}_{version}_{ARCHITECTURE}.deb"
        subprocess.run(  # noqa: S603
            ["dpkg-deb", "--root-owner-group", *how, "--build", str(tree), str(package)],  # noqa: S607
            check=True,
            stdout=subprocess.DEVNULL,
            env={**os.environ, "SOURCE_DATE_EPOCH": str(time)},
        )
    return package


def _lay_out(frozen: Path, tree: Path, version: str, time: int) -> None:
    shutil.copytree(frozen, tree / PROGRAM, symlinks=True)
    link = tree / "usr/bin" / PACKAGE
    link.parent.mkdir()
    link.symlink_to(f"../lib/{PACKAGE}/{PACKAGE}")
    share = tree / "usr/share"
    icons = share / "icons/hicolor"
    for entry, drawing in DRAWINGS.items():
        _write(share / f"applications/{entry}.desktop", (HERE / f"{entry}.desktop").read_bytes())
        _write(icons / f"scalable/apps/{entry}.svg", drawing.read_bytes())
        for size in SIZES:
            _write(icons / f"{size}x{size}/apps/{entry}.png", picture(drawing, size))
    page = share / f"man/man1/{PACKAGE}.1.gz"
    _write(page, _packed(man_page(time)))
    translated = share / f"man/vi/man1/{PACKAGE}.1.gz"
    translated.parent.mkdir(parents=True)
    translated.symlink_to(f"../../man1/{PACKAGE}.1.gz")
    told = share / "doc" / PACKAGE
    _write(told / "copyright", (HERE / "copyright").read_bytes())
    _write(told / "changelog.gz", _packed(changelog(version, time)))


def _put_manual(manual: Path, told: Path) -> None:
    shutil.copytree(manual / "html", told / "html", ignore=shutil.ignore_patterns(".*"))
    for paper in ("huong-dan.pdf", "dai-phim.pdf"):
        _write(told / paper, (manual / paper).read_bytes())


def _describe(tree: Path, version: str) -> None:
    files = sorted(path for path in tree.rglob("*") if path.is_file() and not path.is_symlink())
    size = sum(path.stat().st_size for path in files)
    sums = [
        f"{hashlib.md5(path.read_bytes()).hexdigest()}  {path.relative_to(tree)}\n"  # noqa: S324
        for path in files
    ]
    _write(tree / "DEBIAN/md5sums", "".join(sums).encode())
    _write(tree / "DEBIAN/control", control(version, size, depends(tree / PROGRAM)).encode())
    for script in SCRIPTS:
        _write(tree / "DEBIAN" / script, (HERE / script).read_bytes(), _RUNNABLE)


def _settle(tree: Path, time: int) -> None:
    """Give every file its rights and the one time; folders last, since files change them."""
    for path in sorted(tree.rglob("*"), reverse=True):
        if not path.is_symlink():
            is_runnable = path.is_dir() or path.stat().st_mode & 0o100
            path.chmod(_RUNNABLE if is_runnable else _FILE)
        os.utime(path, (time, time), follow_symlinks=False)
    tree.chmod(_RUNNABLE)
    os.utime(tree, (time, time))


def _packed(text: str) -> bytes:
    return gzip.compress(text.encode(), 9, mtime=0)


def _write(path: Path, content: bytes, mode: int = _FILE) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    path.chmod(mode)
