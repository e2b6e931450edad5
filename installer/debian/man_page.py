"""The man page, made of the command line's own help: it can't say anything else."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from datetime import UTC, datetime

from counter_app import __version__
from counter_app.cli import COMMANDS, _parser

FILES = """\
.TP
.I ~/.local/share/counter\\-app
Dữ liệu của quầy: kho mã hóa, khóa, cài đặt, nhật ký chạy. Gỡ gói không xóa thư mục này.
.TP
.I ~/.local/state/counter\\-app
Dấu của máy này: máy nhớ đã thấy bút toán nào, để nhận ra kho cũ bị chép đè.
"""
CODES = """\
.TP
.B 0
Xong.
.TP
.B 1
Không xong; lý do và bước tiếp theo đã in ra.
.TP
.B 2
Gõ sai lệnh.
"""


ARGPARSES_OWN = {
    "show this help message and exit": "in trợ giúp của lệnh rồi thoát",
    "show program's version number and exit": "in số bản của chương trình rồi thoát",
}
"""The two sentences that argparse brings along, in the language of all others."""


def man_page(time: int) -> str:
    """Return the page as roff, dated `time` (seconds since 1970)."""
    parser = _parser(COMMANDS)
    day = datetime.fromtimestamp(time, UTC).strftime("%d/%m/%Y")
    lines = [
        f'.TH COUNTER\\-APP 1 "{day}" "counter\\-app {__version__}" "Quầy một cửa"',
        ".SH TÊN",
        f"counter\\-app \\- {_plain(parser.description or '')}",
        ".SH CÚ PHÁP",
        ".B counter\\-app",
        "[LỆNH] [TÙY CHỌN]",
        ".br",
        "Không có lệnh: mở cửa sổ làm việc.",
        ".SH TÙY CHỌN CHUNG",
        *_arguments(parser),
        ".SH LỆNH",
    ]
    for name, command in commands(parser):
        lines += [f'.SS "{_plain(name)}"', _plain(command.description or "")]
        lines += _arguments(command, known=parser)
        lines += _examples(command)
    lines += [".SH TỆP", FILES.rstrip(), ".SH MÃ KẾT THÚC", CODES.rstrip()]
    return "\n".join(line for line in lines if line) + "\n"


def commands(
    parser: argparse.ArgumentParser, above: str = ""
) -> Iterator[tuple[str, argparse.ArgumentParser]]:
    """Yield every command and its acts, `journal keep` after `journal`, each with its parser."""
    for action in parser._actions:  # noqa: SLF001  (argparse tells it in no other way)
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001
            helps = {each.dest: each.help for each in action._choices_actions}  # noqa: SLF001
            for name, command in action.choices.items():
                whole = f"{above}{name}"
                command.description = command.description or helps.get(name)
                yield whole, command
                yield from commands(command, f"{whole} ")


def _arguments(
    parser: argparse.ArgumentParser, known: argparse.ArgumentParser | None = None
) -> Iterator[str]:
    told = {name for each in (known._actions if known else ()) for name in each.option_strings}  # noqa: SLF001
    for action in parser._actions:  # noqa: SLF001
        is_told = bool(action.option_strings) and set(action.option_strings) <= told
        is_choice = isinstance(action, argparse._SubParsersAction)  # noqa: SLF001
        if action.help == argparse.SUPPRESS or is_told or is_choice:
            continue
        yield ".TP"
        yield f".B {_plain(_usage(action))}"
        yield _plain(_help(action, parser)) or "\\&"


def _usage(action: argparse.Action) -> str:
    metavar = action.metavar or (None if action.option_strings else action.dest)
    value = " ".join(metavar) if isinstance(metavar, tuple) else metavar
    if value is None and action.nargs != 0:
        choices = ",".join(map(str, action.choices or ()))
        value = f"{{{choices}}}" if choices else action.dest.upper()
    names = ", ".join(action.option_strings)
    return " ".join(part for part in (names, value) if part)


def _help(action: argparse.Action, parser: argparse.ArgumentParser) -> str:
    if not action.help:
        return ""
    facts = {**vars(action), "prog": parser.prog}
    said = action.help % facts if "%" in action.help else action.help
    return ARGPARSES_OWN.get(said, said)


def _examples(command: argparse.ArgumentParser) -> Iterator[str]:
    lines = [line.strip() for line in (command.epilog or "").splitlines()[1:]]
    if lines:
        yield from (".PP", "Ví dụ:", ".nf", *map(_plain, lines), ".fi")


def _plain(text: str) -> str:
    """Return `text` so that roff takes no letter of it for a command."""
    shown = " ".join(text.split()).replace("\\", "\\\\").replace("-", "\\-")
    return f"\\&{shown}" if shown.startswith((".", "'")) else shown
