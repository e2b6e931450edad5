"""The file of answers (tệp trả lời) of an unattended enrolment: read and checked as a whole.

TOML, like the settings. Nothing is written before every answer was looked at, and all that is
wrong is told at once: whoever rolls out 200 machines runs it once more, not ten times. Paths in it
are taken from the file's own folder, so that a share or a stick can hold all of it.
"""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass, field
from pathlib import Path

from counter_app.config import LAYOUTS, is_safe_url
from counter_app.domain.errors.installing.rollout import (
    AnswersRefusedError,
    AnswersUnreadableError,
)
from counter_app.domain.errors.wire import TrustFileError
from counter_app.domain.problems import Problem, false
from counter_app.gateway.trust import tls_context
from counter_app.services.counter.enrolment import LONGEST, SHORTEST
from counter_app.services.rollout.code_of_pc import code_of_pc

KEYBOARD, SERIAL = "keyboard", "serial"
SCANNERS = (KEYBOARD, SERIAL)

LONGEST_FILE = 200_000
"""Bytes of the answers: more is another file."""

_TEXTS = (
    "server", "ca_file", "ca_pem", "centre", "counter", "code", "codes_file", "printer", "layout",
    "scanner", "scanner_port", "scanner_prefix", "home",
)  # fmt: skip
_FLAGS = ("allow_machine_file",)
KNOWN = (*_TEXTS, *_FLAGS)

_NAME = re.compile(r"[a-z_]{1,40}")
_SHAPES = {
    "centre": (re.compile(r"H[0-9]{2}(?:\.[0-9A-Za-z]{1,20}){0,3}"), "H26.15"),
    "counter": (re.compile(r"[0-9A-Za-z]{1,10}"), "3"),
    "printer": (re.compile(r"[^\x00-\x1f\x7f]{0,200}"), "HP LaserJet P2035"),
    "scanner_port": (re.compile(r"[0-9A-Za-z/._-]{0,60}"), "COM3"),
    "scanner_prefix": (re.compile(r"[!-~]?"), "~"),
}


@dataclass(frozen=True, slots=True)
class Answers:
    """What one machine becomes. `ca` holds the province's own authorities (PEM), "": the system's.

    `home` None: this machine's one home. `code` never stands in a log or on a screen.
    """

    server: str
    centre: str
    counter: str
    code: str = field(repr=False)
    ca: str = ""
    printer: str = ""
    layout: str = LAYOUTS[0]
    scanner: str = KEYBOARD
    scanner_port: str = ""
    scanner_prefix: str = ""
    allow_machine_file: bool = False
    home: Path | None = None


def read_answers(path: Path, pc: str) -> Answers:
    """Return the answers of `path` for the PC of that name.

    Raises `AnswersUnreadableError`, or `AnswersRefusedError` with every problem there is.
    """
    told, problems = _told(path)
    check = _Check(path, told, problems)
    check.shapes()
    ca = check.authorities()
    code = check.code(pc)
    check.scanner()
    home = check.home()
    if problems:
        raise AnswersRefusedError(tuple(problems), path=path)
    return Answers(
        server=told["server"].rstrip("/"),
        centre=told["centre"],
        counter=told["counter"],
        code=code,
        ca=ca,
        printer=told.get("printer", ""),
        layout=told.get("layout", LAYOUTS[0]),
        scanner=told.get("scanner", KEYBOARD),
        scanner_port=told.get("scanner_port", ""),
        scanner_prefix=told.get("scanner_prefix", ""),
        allow_machine_file=bool(told.get("allow_machine_file")),
        home=home,
    )


def _told(path: Path) -> tuple[dict[str, str], list[Problem]]:
    """Return the answers that have a known name and the right kind, and what is wrong of others."""
    problems: list[Problem] = []
    told: dict[str, str] = {}
    for name, value in _read(path).items():
        if not _NAME.fullmatch(name):  # perhaps a code that was pasted there: it isn't repeated
            problems.append(false("rollout.odd_key"))
        elif name not in KNOWN:
            near = difflib.get_close_matches(name, KNOWN, n=1)
            problems.append(
                false("rollout.unknown_key", f"/{name}", name=name, near=near[0] if near else "–")
            )
        elif name in _FLAGS:
            if isinstance(value, bool):
                told[name] = "true" if value else ""
            else:
                problems.append(_wrong_kind(name, "true hoặc false"))
        elif name == "counter" and type(value) is int:  # nobody minds the quotes
            told[name] = str(value)
        elif isinstance(value, str):
            told[name] = value.strip()
        else:
            problems.append(_wrong_kind(name, "chữ trong dấu nháy"))
    return told, problems


def _read(path: Path) -> dict[str, object]:
    import tomllib  # here: the window reads no answers

    try:
        with path.open("rb") as file:
            data = file.read(LONGEST_FILE + 1)
        if len(data) > LONGEST_FILE:
            raise AnswersUnreadableError(path=path, reason=f"lớn hơn {LONGEST_FILE // 1000} kB")
        return tomllib.loads(data.decode("utf-8-sig"))
    except OSError as error:
        raise AnswersUnreadableError(path=path, reason=error.strerror) from error
    except tomllib.TOMLDecodeError as error:
        raise AnswersUnreadableError(path=path, reason=_place(str(error))) from None
    except UnicodeDecodeError:
        raise AnswersUnreadableError(path=path, reason="không phải mã UTF-8") from None


def _place(said: str) -> str:
    """Return where TOML went wrong: of what stands there nothing, it may be the code."""
    found = re.search(r"line (\d+), column (\d+)", said)
    return f"dòng {found[1]}, cột {found[2]}" if found else "chưa đủ hoặc ghi hai lần"


def _wrong_kind(name: str, kind: str) -> Problem:
    return false("rollout.wrong_kind", f"/{name}", name=name, kind=kind)


@dataclass(slots=True)
class _Check:
    """The checks; each adds to `problems` what it finds, and goes on."""

    path: Path
    told: dict[str, str]
    problems: list[Problem]

    def shapes(self) -> None:
        """Look at each answer by itself."""
        if not self._is_wrong("server"):
            if not self.told.get("server"):
                self._add("missing", "server")
            elif not is_safe_url(self.told["server"]):
                self._add("not_https", "server")
        for name, choices in (("layout", LAYOUTS), ("scanner", SCANNERS)):
            if name in self.told and self.told[name] not in choices:
                self._add("wrong_choice", name, choices=", ".join(choices))
        for name, (shape, example) in _SHAPES.items():
            if self.told.get(name) and not shape.fullmatch(self.told[name]):
                self._add("wrong_shape", name, example=example)

    def authorities(self) -> str:
        """Return the province's own authorities as PEM, "" for the system's."""
        told, name = self.told, "ca_file" if self.told.get("ca_file") else "ca_pem"
        if told.get("ca_file") and told.get("ca_pem"):
            self._add("both", "ca_file", other="ca_pem")
            return ""
        pem = told.get("ca_pem", "")
        if name == "ca_file":
            read = self._text(name)
            if read is None:
                return ""
            pem = read
        if pem or name in told:
            try:
                tls_context("–", ca=(pem,))
            except TrustFileError:
                self._add("not_pem", name)
        return pem

    def code(self, pc: str) -> str:
        """Return the one-time code; centre and counter may come from the list of codes, too."""
        told = self.told
        if told.get("code") and told.get("codes_file"):
            self._add("both", "code", other="codes_file")
        elif told.get("codes_file"):
            path = self._beside("codes_file")
            data = self._bytes("codes_file")
            if data is not None:
                line, problems = code_of_pc(data, path, pc, told)
                self.problems += problems
                for name in ("centre", "counter", "code"):
                    if line is not None and not told.get(name):
                        told[name] = getattr(line, name)
        elif not self._is_wrong("code") and not told.get("code"):
            self._add("missing", "code")
        for name in ("centre", "counter"):
            if not told.get(name) and not self._is_wrong(name):
                self._add("missing", name)
        code = told.get("code", "")
        if code and not SHORTEST <= len(code) <= LONGEST:
            self._add("code_shape", "code", length=len(code))
        return code

    def scanner(self) -> None:
        """See that port and prefix belong to the kind of scanner."""
        is_serial = self.told.get("scanner") == SERIAL
        if is_serial and not self.told.get("scanner_port"):
            self._add("missing", "scanner_port")
        if not is_serial and self.told.get("scanner_port"):
            self._add("idle", "scanner_port", needs='scanner = "serial"')
        if is_serial and self.told.get("scanner_prefix"):
            self._add("idle", "scanner_prefix", needs='scanner = "keyboard"')

    def home(self) -> Path | None:
        """Return the home that was chosen; None for this machine's one."""
        told = self.told.get("home")
        if not told:
            return None
        if not Path(told).is_absolute():
            self._add("wrong_shape", "home", example="D:/quay")
        return Path(told)

    def _add(self, code: str, name: str, **facts: object) -> None:
        self.problems.append(false(f"rollout.{code}", f"/{name}", name=name, **facts))

    def _is_wrong(self, name: str) -> bool:
        return any(each.field == f"/{name}" for each in self.problems)

    def _beside(self, name: str) -> Path:
        return self.path.absolute().parent / self.told[name]

    def _text(self, name: str) -> str | None:
        data = self._bytes(name)
        if data is None:
            return None
        return data.decode("ascii", errors="replace")

    def _bytes(self, name: str) -> bytes | None:
        path = self._beside(name)
        try:
            return path.read_bytes()
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or type(error).__name__
            self._add("file_missing", name, path=path, reason=reason)
            return None
