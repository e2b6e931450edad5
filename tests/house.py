"""The house as a table: floors, what each room may import, the one door of each library.

`python -m tests.house > .importlinter` writes the contracts; a test says when the file is stale.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

ROOT = "counter_app"

FLOORS: tuple[tuple[str, ...], ...] = (
    ("__main__",),
    ("cli",),
    ("app",),
    ("desktop", "sandbox", "demo", "bench"),
    ("services", "sync"),
    ("store", "gateway", "papers", "devices", "vault"),
    ("contract", "wording"),
    ("config", "i18n"),
    ("domain", "durable"),
)
"""From the top down. Rooms of one floor don't know each other."""

FLOOR_0 = {"domain", "config", "i18n", "durable"}

MAY_IMPORT: dict[str, set[str]] = {
    "contract": {"domain"},
    "wording": {"domain", "i18n"},
    "store": {"domain", "durable"},
    "gateway": {"contract", "domain"},
    "papers": {"domain", "i18n"},
    "devices": {"domain"},
    "vault": {"domain", "durable"},
    "services": {
        "store", "gateway", "papers", "devices", "vault", "contract", "wording",
        "domain", "config", "i18n", "durable",
    },
    "sync": {"store", "gateway", "contract", "domain"},
    "desktop": {"services", "sync", "papers", "wording", "domain", "config", "i18n"},
    "sandbox": {"contract", "domain", "config", "durable"},
    "demo": {
        "services", "sync", "papers", "store", "gateway", "vault", "contract", "wording",
        "domain", "config", "i18n", "durable",
    },
    "bench": {
        "services", "sync", "papers", "store", "gateway", "vault", "contract", "wording",
        "domain", "config", "i18n", "durable",
    },
    "config": {"domain", "durable"},
    "i18n": {"domain"},
    "domain": set(),
    "durable": set(),
}  # fmt: skip
"""A room that isn't listed (app, cli, __main__) may import everything below it."""

DOORS: dict[str, set[str]] = {
    "sqlalchemy": {"store", "sandbox"},
    "alembic": {"store"},
    "sqlcipher3": {"store"},
    "requests": {"gateway"},
    "urllib3": {"gateway"},
    "truststore": {"gateway"},
    "reportlab": {"papers"},
    "fontTools": {"papers"},
    "barcode": {"papers"},
    "segno": {"papers"},
    "pypdfium2": {"papers"},
    "PIL": {"papers"},
    "xlsxwriter": {"papers"},
    "openpyxl": {"papers"},
    "keyring": {"vault"},
    "argon2": {"vault"},
    "cryptography": {"vault", "sandbox"},
    "serial": {"devices"},
    "escpos": {"devices"},
    "pydantic": {"contract", "sandbox"},
    "fastapi": {"sandbox"},
    "starlette": {"sandbox"},
    "uvicorn": {"sandbox"},
    "platformdirs": {"config"},
    "PySide6": {"desktop", "app"},
}
"""Outside library → the rooms that may import it. `bench` may import any: it measures them bare."""

WITHOUT_QT = ("desktop.presenters", "desktop.desk", "desktop.jobs", "desktop.commands")
"""Parts of the window that decide and never show: their tests need no window."""

IMPURE = (
    "asyncio", "ctypes", "glob", "http", "io", "logging", "multiprocessing", "os", "pathlib",
    "queue", "random", "secrets", "selectors", "shutil", "signal", "socket", "sqlite3", "ssl",
    "subprocess", "sys", "tempfile", "threading", "time", "urllib", "uuid",
)  # fmt: skip
"""Standard library that `domain` may not import: clock, chance, input, output, threads."""


def rooms() -> list[str]:
    """Return every room but those that may import everything."""
    return list(MAY_IMPORT)


def contracts() -> Iterator[str]:
    """Yield the sections of the import-linter configuration."""
    yield _section("importlinter", root_package=ROOT, include_external_packages="True")
    layers = [" | ".join(f"({room})" for room in floor) for floor in FLOORS]
    yield _section(
        "importlinter:contract:floors",
        name="Imports go down only, and every room has its floor",
        type="layers",
        containers=ROOT,
        layers=layers,
        exhaustive="True",
    )
    yield _section(
        "importlinter:contract:no-circles",
        name="Inside a room nothing goes in circles",
        type="acyclic_siblings",
        ancestors=ROOT,
    )
    for room, allowed in MAY_IMPORT.items():
        for other in MAY_IMPORT:
            if other != room and other not in allowed:
                yield _forbidden(f"{room}-not-{other}", [room], [f"{ROOT}.{other}"])
    everywhere = [*rooms(), "app", "cli"]
    for library, doors in DOORS.items():
        strangers = [room for room in everywhere if room not in doors and room != "bench"]
        yield _forbidden(f"door-of-{library}", strangers, [library])
    yield _forbidden("pure-domain", ["domain"], list(IMPURE))
    yield _forbidden("presenters-decide-without-qt", list(WITHOUT_QT), ["PySide6"])


def present(room: str) -> bool:
    """Tell whether a room is built already; contracts name only what exists."""
    folder = Path(__file__).parent.parent / ROOT
    path = folder.joinpath(*room.split("."))
    return (path / "__init__.py").is_file() or path.with_suffix(".py").is_file()


def _forbidden(name: str, sources: list[str], forbidden: list[str]) -> str:
    sources = [f"{ROOT}.{room}" for room in sources if present(room)]
    forbidden = [
        module
        for module in forbidden
        if not module.startswith(f"{ROOT}.") or present(module.split(".")[1])
    ]
    if not sources or not forbidden:
        return ""
    return _section(
        f"importlinter:contract:{name}",
        name=name.replace("-", " "),
        type="forbidden",
        source_modules=sources,
        forbidden_modules=forbidden,
        allow_indirect_imports="True",
    )


def _section(head: str, **fields: str | list[str]) -> str:
    lines = [f"[{head}]"]
    for name, value in fields.items():
        if isinstance(value, list):
            lines += [f"{name} =", *(f"    {item}" for item in value)]
        else:
            lines.append(f"{name} = {value}")
    return "\n".join(lines) + "\n"


def text() -> str:
    """Return the whole configuration file."""
    head = "# Written by `python -m tests.house > .importlinter`; edit tests/house.py instead.\n"
    return head + "\n" + "\n".join(filter(None, contracts()))


if __name__ == "__main__":
    print(text(), end="")
