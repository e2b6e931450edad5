"""The program as one folder: interpreter, parts, our own code and its data, compiled.

program/python/     CPython as signed; its list of paths names `lib` and nothing of the machine
program/lib/        the parts, `counter_app`, its resources
"""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

from installer.windows.wine import Wine

TOP = Path(__file__).parent.parent.parent

QT_MODULES = ("Core", "Gui", "Widgets", "Network", "PrintSupport", "Svg", "Test")
"""What the program imports of Qt; everything else of Qt stays out."""

QT_PLUGINS = (
    "iconengines/qsvgicon", "imageformats/qico", "imageformats/qjpeg", "imageformats/qsvg",
    "networkinformation/qnetworklistmanager", "platforms/qoffscreen", "platforms/qwindows",
    "styles/qmodernwindowsstyle",
)  # fmt: skip

_OF_QT = "PySide6/"
_RUN_TIME = ("msvcp140", "vcruntime140", "concrt140", "pyside6.abi3", "shiboken6.abi3")
_UNUSED_ENDS = (".pyi", ".h", ".lib", ".a", ".pxd", ".pyx", ".c")
_UNUSED_PARTS = {"tests", "testing", "test"}
_TESTING_IS_NEEDED = ("sqlalchemy",)


def lay_out_parts(wheels: dict[str, Path], lib: Path) -> None:
    """Unpack the wheels into `lib`, without what the program never asks for."""
    for wheel in wheels.values():
        with zipfile.ZipFile(wheel) as archive:
            for info in archive.infolist():
                name = _installed_name(info.filename)
                if not info.is_dir() and name and is_wanted(name):
                    target = lib / name
                    target.parent.mkdir(parents=True, exist_ok=True)
                    target.write_bytes(archive.read(info))


def lay_out_program(lib: Path, top: Path = TOP) -> None:
    """Copy our own code and its resources into `lib`."""
    without = shutil.ignore_patterns("__pycache__")
    shutil.copytree(top / "counter_app", lib / "counter_app", ignore=without)
    shutil.copytree(top / "resources", lib / "counter_app" / "resources", ignore=without)


def compile_all(program: Path, wine: Wine) -> None:
    """Compile every module with the very interpreter that will run it.

    The compiled files bear the hash of their source and are not compared with it at each start:
    nobody but an administrator can write into the program's folder.
    """
    lib = program / "lib"
    wine.run(
        program / "python" / "python.exe",
        "-m", "compileall", "-q", "--invalidation-mode", "unchecked-hash",
        "-s", wine.path(lib), wine.path(lib),
        patience=900,
    ).must()  # fmt: skip


def is_wanted(name: str) -> bool:
    """Tell whether the file `name` of a wheel goes into the program."""
    path = Path(name)
    if path.suffix in _UNUSED_ENDS:
        return False
    if name.startswith(_OF_QT):
        return _is_wanted_of_qt(path.relative_to("PySide6"))
    if path.parts[0] in _TESTING_IS_NEEDED:
        return True
    return not _UNUSED_PARTS & set(path.parts[1:-1])


def _is_wanted_of_qt(path: Path) -> bool:
    if path.parts[0] == "plugins":
        return path.relative_to("plugins").with_suffix("").as_posix() in QT_PLUGINS
    if len(path.parts) > 1:
        return path.suffix == ".py"  # Python of PySide itself; no QML, no translations, no tools
    if path.suffix == ".py":
        return True
    stem = path.stem
    if path.suffix in {".pyd", ".dll"}:
        of_qt = stem.removeprefix("Qt6") if path.suffix == ".dll" else stem.removeprefix("Qt")
        return of_qt in QT_MODULES or stem.startswith(_RUN_TIME)
    return False


def _installed_name(name: str) -> str:
    """Return where pip would put a file of a wheel; empty for a script of a part."""
    first, _, rest = name.partition("/")
    if not first.endswith(".data"):
        return name
    kind, _, inner = rest.partition("/")
    return inner if kind in {"purelib", "platlib"} else ""
