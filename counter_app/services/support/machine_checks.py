"""The checks that need no home: parts, fonts, printer, keyring."""

from __future__ import annotations

import platform
import sys
from collections.abc import Iterator
from importlib import metadata

from counter_app.domain.errors import CounterError
from counter_app.i18n import tr
from counter_app.services.support.finding import Finding, failed

PARTS = (
    "PySide6-Essentials", "SQLAlchemy", "alembic", "sqlcipher3", "requests", "pydantic",
    "reportlab", "python-barcode", "segno", "pypdfium2", "cryptography", "argon2-cffi", "keyring",
    "truststore", "platformdirs", "fontpkg-be-vietnam-pro", "openpyxl", "XlsxWriter",
)  # fmt: skip
_QT = "PySide6-Essentials"


def machine_checks() -> Iterator[Finding]:
    """Yield what can be told without a home."""
    yield parts_check()
    yield _fonts()
    yield _printer()
    yield _keyring()


def versions() -> tuple[tuple[str, str], ...]:
    """Return each part with its version, "" for one that is missing."""
    return tuple((name, _version(name)) for name in PARTS)


def parts_check() -> Finding:
    """Tell whether every part is installed, and in versions that go together."""
    what = tr("Thành phần")
    missing = [name for name, version in versions() if not version]
    python = f"Python {platform.python_version()}, {platform.system()} {platform.release()}"
    if missing:
        step = tr("cài lại chương trình, hoặc: pip install -c installer/constraints.txt .")
        found = tr("thiếu {parts}").format(parts=", ".join(missing))
        return Finding(what, ok=False, found=found, next=step)
    qt = _version(_QT)
    if sys.version_info < (3, 12) and qt.startswith("6.12"):
        step = tr("cài PySide6-Essentials 6.11: bản 6.12 tự tắt trên Python 3.11")
        return Finding(what, ok=False, found=f"Qt {qt}, {python}", next=step)
    found = tr("đủ {count}; {python}; Qt {qt}").format(count=len(PARTS), python=python, qt=qt)
    return Finding(what, ok=True, found=found)


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""


def _fonts() -> Finding:
    from counter_app.papers.fonts import choose_fonts

    what = tr("Phông giấy tờ")
    try:
        fonts = choose_fonts()
    except CounterError as error:
        return failed(what, error)
    if fonts.is_fallback:
        step = tr("cài fonts-liberation2 (Linux) hoặc Times New Roman để giấy đúng khổ chữ")
        found = tr("{family} (thay thế)").format(family=fonts.family)
        return Finding(what, ok=False, found=found, next=step)
    found = tr("{family}, đủ 134 chữ có dấu").format(family=fonts.family)
    return Finding(what, ok=True, found=found)


def _printer() -> Finding:
    from counter_app.devices.system_printers import printers

    what = tr("Máy in")
    found = printers()
    if found.names:
        return Finding(what, ok=True, found=", ".join(found.names), stays_here=True)
    step = tr("cài máy in trong hệ điều hành; trong lúc chờ, giấy được lưu thành tệp PDF")
    said = tr("chưa có máy in nào") if found.asked else tr("hệ thống chưa có dịch vụ in")
    return Finding(what, ok=False, found=said, next=step)


def _keyring() -> Finding:
    from counter_app.domain.errors.vault import KeyringRefusedError
    from counter_app.vault.bound.machine_scope import machine_scope
    from counter_app.vault.os_keyring import OsKeyring

    what = tr("Kho khóa")
    shield = machine_scope()
    if shield is not None:
        try:
            shield.open(shield.shut(b"?", b"doctor"), b"doctor")
        except OSError as error:
            return failed(what, KeyringRefusedError(reason=type(error).__name__))
        said = tr("Windows (DPAPI), chung cho mọi tài khoản của máy này")
        return Finding(what, ok=True, found=said)
    try:
        name = OsKeyring("counter-app/doctor").require()
    except CounterError as error:
        return failed(what, error)
    return Finding(what, ok=True, found=name)
