"""Where things are and how this counter is set up: folders, settings, resources, the home's lock.

One home per machine: on Windows in ProgramData, elsewhere in the user's data folder, or where
`--home DIR` says. Everything that must survive lies in it.
"""

from __future__ import annotations

import difflib
import json
import os
import stat
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from types import TracebackType
from urllib.parse import urlsplit

from counter_app.domain.errors.home import (
    InUseError,
    NotAFolderError,
    NotWritableError,
    PartMissingError,
    SettingsDamagedError,
)
from counter_app.domain.problems import Problem, doubt, false
from counter_app.durable import make_folder, remove_leftovers, write_atomically

HOME_NAME = "counter-app"
LANGUAGES = ("vi", "en")
FORM_SETS = ("TT01-2018", "TT03-2025")
LAYOUTS = ("two-a5-on-a4", "a5")
SCHEMES = ("light", "dark", "high_contrast")

_PRIVATE_FOLDER = 0o700
_LOCKED_BYTE = 1 << 30  # far behind the text, so that others can still read who holds the lock


@dataclass(frozen=True, slots=True)
class Folders:
    """Every path of one home. Nothing is made on disk before `prepare`."""

    home: Path

    @classmethod
    def at(cls, home: Path | None = None) -> Folders:
        """Return the folders of `home`, or of this machine's one home.

        Raises `NotAFolderError`, and `NotWritableError` when the system refuses the very path.
        """
        return cls(_folder(home) if home else _machine_home().absolute())

    @property
    def store_file(self) -> Path:
        """The encrypted journal and its readings."""
        return self.home / "store.db"

    @property
    def drafts_file(self) -> Path:
        """What is being typed; encrypted, small, replaceable."""
        return self.home / "drafts.db"

    @property
    def key_file(self) -> Path:
        """Where the store key is kept (a note, never the key)."""
        return self.home / "key.json"

    @property
    def secrets_file(self) -> Path:
        """Secrets bound to this machine: Windows, or no keyring and allowed by settings."""
        return self.home / "secrets.json"

    @property
    def recovery_file(self) -> Path:
        """The store key sealed to the province's recovery key."""
        return self.home / "recovery.json"

    @property
    def mark_file(self) -> Path:
        """The high-water mark: chain head and last number, outside the store."""
        return self.home / "mark.json"

    @property
    def settings_file(self) -> Path:
        """This counter's settings."""
        return self.home / "settings.toml"

    @property
    def lock_file(self) -> Path:
        """Held by the one program that works in this home."""
        return self.home / "home.lock"

    @property
    def last_seen_file(self) -> Path:
        """Who logged in here lately, for the screen that is there before the store is open."""
        return self.home / "last-seen.json"

    @property
    def log_dir(self) -> Path:
        """Logs, without personal data."""
        return self.home / "logs"

    @property
    def outbox(self) -> Path:
        """Papers made and not yet fetched by the printer."""
        return self.home / "papers"

    @property
    def machine_file(self) -> Path:
        """A machine's own mark where the system has none: outside the home, not copied with it."""
        return _machines_own() / "machine-id"

    @property
    def witness_folder(self) -> Path:
        """What this machine saw of its stores: outside the home, not copied with it."""
        return _machines_own() / "witness"

    def prepare(self) -> None:
        """Make the folders, for the owner alone; raise `NotWritableError` if that can't be."""
        probe = self.home / f".probe-{os.getpid()}"
        try:
            for folder in (self.home, self.log_dir, self.outbox):
                make_folder(folder, mode=_PRIVATE_FOLDER)
            probe.touch()
            probe.unlink()
        except OSError as error:
            raise NotWritableError(path=self.home, reason=error.strerror) from error


class HomeLock:
    """One program per home. The system releases it when the process dies, however it dies.

    Use as a context. The file itself stays: removing it would let two programs each lock a file
    of the same name.
    """

    def __init__(self, folders: Folders) -> None:
        self._folders = folders
        self._handle: int | None = None

    def __enter__(self) -> HomeLock:
        """Take the lock, then sweep what a killed program left half-written.

        Raises `InUseError` at once when another program (or this one, a second time) holds it,
        `NotWritableError` when the file can't be made.
        """
        path = self._folders.lock_file
        try:
            handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise NotWritableError(path=self._folders.home, reason=error.strerror) from error
        try:
            _lock(handle)
        except OSError as error:
            os.close(handle)
            raise InUseError(path=self._folders.home, pid=_holder(path)) from error
        self._handle = handle
        try:
            os.ftruncate(handle, 0)
            os.write(handle, str(os.getpid()).encode())
            remove_leftovers(self._folders.home)
        except OSError as error:
            self.release()
            raise NotWritableError(path=self._folders.home, reason=error.strerror) from error
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.release()

    def release(self) -> None:
        """Give the home back. Harmless when it isn't held."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


def _between(low: int, high: int) -> dict[str, object]:
    return {"low": low, "high": high}


@dataclass(frozen=True, slots=True)
class Settings:
    """What an administrator decides for one counter. Names are those of `settings.toml`."""

    server_url: str = ""
    """The province's server; empty until enrolled."""
    ca_file: str = ""
    """A PEM file with the province's own authorities; empty: the system's."""
    counter: str = ""
    """Name of this counter (quầy), as printed."""
    practice: bool = False
    """Practice (tập huấn): every paper says that it has no value."""
    language: str = field(default="vi", metadata={"choices": LANGUAGES})
    form_set: str = field(default="TT03-2025", metadata={"choices": FORM_SETS})
    """Which regulation's forms are printed until the catalogue says otherwise."""
    layout: str = field(default="two-a5-on-a4", metadata={"choices": LAYOUTS})
    """Two A5 copies on one A4 with a cut line, or A5 alone."""
    printer: str = ""
    """Queue of the receipts; empty: the system's default printer."""
    allow_machine_file: bool = False
    """Keep keys in a machine-bound file where the system has no keyring: less safe, said aloud."""
    purge_days: int = field(default=365, metadata=_between(30, 3650))
    """Days after which bodies of returned dossiers may go, once the year is closed (SYNC §1)."""
    second_journal: str = ""
    """Folder on another disk or stick for the sealed second journal; empty: none is kept."""
    update_folder: str = ""
    """Folder of the LAN where update packages lie; empty: none is looked at."""
    file_days: int = field(default=0, metadata=_between(0, 3650))
    """Days that scanned papers stay here after the province has them and their dossier is closed;
    0: for ever. A dossier that is open keeps them in any case."""
    sync_seconds: int = field(default=30, metadata=_between(5, 3600))
    """Rest between two rounds with the server when nothing waits."""
    timeout_seconds: int = field(default=20, metadata=_between(2, 300))
    """How long the server may be silent before a request counts as unknown."""
    lock_minutes: int = field(default=10, metadata=_between(0, 240))
    """Minutes without a key after which the screen locks; 0: never by itself."""
    scheme: str = field(default="light", metadata={"choices": SCHEMES})
    text_percent: int = field(default=100, metadata=_between(90, 175))
    """Size of text and of everything that holds text."""


def read_settings(
    path: Path, flags: Mapping[str, object] | None = None
) -> tuple[Settings, tuple[Problem, ...]]:
    """Return the settings of `path` (absent: the defaults), overridden by `flags` that aren't None.

    Problems: `settings.unknown_key` (doubt: named, with the nearest known name), and, as false,
    `settings.wrong_kind`, `settings.wrong_choice`, `settings.out_of_range`,
    `settings.not_https`. A false value is left out of the result; the caller shows it and stops,
    since a default may mean something else than what was wanted.
    Raises `SettingsDamagedError` when the file can't be read as TOML.
    """
    given = _read_toml(path)
    given.update({name: value for name, value in (flags or {}).items() if value is not None})
    known = {item.name: item for item in fields(Settings)}
    taken: dict[str, object] = {}
    problems: list[Problem] = []
    for name, value in given.items():
        if name not in known:
            near = difflib.get_close_matches(name, known, n=1)
            problems.append(
                doubt("settings.unknown_key", f"/{name}", name=name, near=near[0] if near else "–")
            )
            continue
        item = known[name]
        found = _problem(name, value, item.default, item.metadata)
        if found:
            problems.append(found)
        else:
            taken[name] = value
    return Settings(**taken), tuple(problems)  # type: ignore[arg-type]  # checked just above


def write_settings(path: Path, settings: Settings) -> None:
    """Write `settings` whole to `path`, atomically. Raises `NotWritableError`."""
    lines = ["# Cài đặt của quầy này. Chương trình ghi lại cả tệp khi cài đặt được đổi."]
    lines += [f"{item.name} = {_toml(getattr(settings, item.name))}" for item in fields(settings)]
    try:
        write_atomically(path, ("\n".join(lines) + "\n").encode())
    except OSError as error:
        raise NotWritableError(path=path, reason=error.strerror) from error


def resource(*names: str) -> Path:
    """Return the path of a file that ships with the program: `resource("i18n", "en.po")`.

    In a wheel resources lie inside the package, in a checkout beside it. Raises `PartMissingError`.
    """
    package = Path(__file__).parent
    for root in (package / "resources", package.parent / "resources"):
        path = root.joinpath(*names)
        if path.exists():
            return path
    raise PartMissingError(name="/".join(names))


def _folder(home: Path) -> Path:
    """Return `home` as a whole path; it is a folder, or nothing at all yet."""
    try:
        whole = home.expanduser().absolute()
    except RuntimeError as error:  # "~" of a user whom the system doesn't know
        raise NotAFolderError(path=home) from error
    try:
        if not stat.S_ISDIR(whole.stat().st_mode):
            raise NotAFolderError(path=whole)
    except FileNotFoundError:
        return whole
    except OSError as error:
        raise NotWritableError(path=whole, reason=error.strerror) from error
    return whole


def _machine_home() -> Path:
    import platformdirs

    machine_wide = sys.platform == "win32"
    path = platformdirs.site_data_path if machine_wide else platformdirs.user_data_path
    return path(HOME_NAME, appauthor=False)


def _machines_own() -> Path:
    import platformdirs  # here, as above: the first paint of the window waits for each import

    return platformdirs.user_state_path(HOME_NAME, appauthor=False)


def _read_toml(path: Path) -> dict[str, object]:
    try:
        content = path.read_bytes()
        import tomllib

        # An editor on Windows may put a byte order mark in front; TOML doesn't know it.
        return tomllib.loads(content.decode("utf-8-sig"))
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise SettingsDamagedError(path=path, reason=error.strerror) from error
    except ValueError as error:  # TOMLDecodeError and UnicodeDecodeError
        raise SettingsDamagedError(path=path, reason=str(error)) from error


def _problem(
    name: str, value: object, default: object, limits: Mapping[str, object]
) -> Problem | None:
    at = f"/{name}"
    if type(value) is not type(default):  # bool is an int, and must not pass for one
        return false("settings.wrong_kind", at, name=name, kind=type(default).__name__)
    choices = limits.get("choices")
    if isinstance(choices, tuple) and value not in choices:
        return false("settings.wrong_choice", at, name=name, choices=", ".join(choices))
    low, high = limits.get("low"), limits.get("high")
    if (
        isinstance(value, int)
        and isinstance(low, int)
        and isinstance(high, int)
        and not low <= value <= high
    ):
        return false("settings.out_of_range", at, name=name, low=low, high=high)
    if name == "server_url" and isinstance(value, str) and not is_safe_url(value):
        return false("settings.not_https", at, name=name)
    return None


def is_safe_url(url: str) -> bool:
    """True for https, for nothing at all, and for plain http to this very machine."""
    if not url:
        return True
    if any(char.isspace() or not char.isprintable() for char in url):
        return False
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return False
    if parts.username is not None or parts.query or parts.fragment:
        return False
    loopback = host in {"127.0.0.1", "::1", "localhost"}
    return bool(host) and (parts.scheme == "https" or (parts.scheme == "http" and loopback))


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    # JSON's string escapes are TOML's, except that TOML wants DEL escaped too.
    return json.dumps(str(value), ensure_ascii=False).replace("\x7f", "\\u007f")


def _holder(path: Path) -> str:
    try:
        text = path.read_text("ascii").strip()
    except (OSError, ValueError):
        return "?"
    return text if text.isdigit() else "?"


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        os.lseek(handle, 0, os.SEEK_SET)
else:
    import fcntl

    def _lock(handle: int) -> None:
        # flock, not lockf: it also refuses a second open in this process, and closing another
        # handle of the file doesn't release it.
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
