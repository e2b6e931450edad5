"""The steps from recorded parts to `counter-app-VERSION-x64.exe`."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from counter_app import __version__
from installer.windows.icon import PRACTICE_DRAWING, write_icon
from installer.windows.interpreter import Signed, check_signatures, unpack_python, unpack_roots
from installer.windows.layout import TOP, compile_all, lay_out_parts, lay_out_program
from installer.windows.parts import EMBED, NOT_IN_THE_PROGRAM, ROOTS, fetch, recorded
from installer.windows.wine import Wine

SCRIPT = Path(__file__).parent / "setup.nsi"
STARTER = '@"%~dp0program\\python\\python.exe" -m counter_app %*\n'
"""`counter-app.cmd`: the commands on a console. The window needs none: pythonw, from the menu."""

Say = Callable[[str], object]


class NoInstallerError(Exception):
    """NSIS refused the script."""


@dataclass(frozen=True, slots=True)
class Laid:
    """The program as a folder, ready to be packed; and who signed its interpreter."""

    program: Path
    starter: Path
    icon: Path
    practice_icon: Path
    signed: tuple[Signed, ...]


def lay_out(out: Path, cache: Path, wine: Wine, say: Say = print) -> Laid:
    """Make the program's folder in `out`, from scratch."""
    say("parts: hashes are checked")
    files = fetch(recorded(), cache)
    folder = out / "laid-out"
    shutil.rmtree(folder, ignore_errors=True)
    program = folder / "program"
    (program / "lib").mkdir(parents=True)
    unpack_python(files[EMBED], program / "python")
    say("CPython: signatures are checked")
    roots = folder / "roots.pem"
    unpack_roots(files[ROOTS], roots)
    signed = check_signatures(program / "python", roots)
    say("program: laid out")
    wheels = {name: path for name, path in files.items() if name not in NOT_IN_THE_PROGRAM}
    lay_out_parts(wheels, program / "lib")
    lay_out_program(program / "lib")
    say("program: compiled by its own interpreter")
    wine.start()
    compile_all(program, wine)
    starter, icon = folder / "counter-app.cmd", folder / "counter-app.ico"
    starter.write_text(STARTER, encoding="ascii", newline="\r\n")
    write_icon(icon)
    practice_icon = folder / "counter-app-training.ico"
    write_icon(practice_icon, PRACTICE_DRAWING)
    return Laid(program, starter, icon, practice_icon, signed)


def pack(laid: Laid, target: Path, *, version: str = __version__, quick: bool = False) -> Path:
    """Make the installer `target` of a laid-out program; `quick` compresses less, for tests.

    Raises `NoInstallerError` with what NSIS said.
    """
    given = {
        "VERSION": version,
        "NUMBERS": four_numbers(version),
        "PROGRAM": laid.program,
        "STARTER": laid.starter,
        "ICON": laid.icon,
        "PRACTICE_ICON": laid.practice_icon,
        "LICENCE": TOP / "LICENSE",
        "OUTFILE": target,
    }
    words = [f"-D{name}={value.absolute() if isinstance(value, Path) else value}"
             for name, value in given.items()]  # fmt: skip
    words += ["-DQUICK"] * quick
    done = subprocess.run(  # noqa: S603  our own words
        ["makensis", "-V2", "-WX", "-INPUTCHARSET", "UTF8", *words, str(SCRIPT)],  # noqa: S607
        capture_output=True, text=True, check=False, cwd=SCRIPT.parent,
    )  # fmt: skip
    if done.returncode:
        raise NoInstallerError(done.stdout + done.stderr)
    return target


def four_numbers(version: str) -> str:
    """Return the version as Windows' file properties want it: "0.1.0" → "0.1.0.0"."""
    numbers = [each for each in version.split(".") if each.isdigit()]
    return ".".join([*numbers, "0", "0", "0", "0"][:4])
