"""The command line: one file a command. Heavy parts are imported by the command that needs them."""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Sequence
from pathlib import Path

from counter_app import __version__
from counter_app.cli.terminal import Terminated
from counter_app.config import Folders
from counter_app.domain.errors import CounterError
from counter_app.domain.errors.home import PathUnusableError
from counter_app.services.training.sides import check_folder

COMMANDS = (
    "window",
    "demo",
    "sandbox",
    "enrol",
    "import_catalogue",
    "import_approved",
    "forms",
    "verify",
    "rebuild",
    "backup",
    "restore",
    "journal",
    "recover",
    "queue",
    "book",
    "purge",
    "deletions",
    "report",
    "posting",
    "replace",
    "wipe",
    "update",
    "package",
    "train",
    "doctor",
    "support",
    "bench",
)
"""Files of this room; each has `NAME`, `HELP`, `EXAMPLES`, `add(parser)` and `run(arguments)`.

`AFTER` are lines behind the examples; `exit_code(error, arguments)` is set by a command whose
failures have codes of their own.
"""


def main(words: Sequence[str]) -> int:
    """Run one command and return its exit code: 0 done, 1 known failure in words, 2 wrong usage."""
    arguments = _parser(_asked(words)).parse_args(words)
    try:
        if arguments.home is not None and not arguments.trains:
            check_folder(Folders.at(arguments.home).home, training=False)
        code: int = arguments.run(arguments)
    except CounterError as error:
        _say(error)
        told: int = arguments.exit_code(error, arguments)
        return told
    except KeyboardInterrupt as stopped:
        print("\nĐã dừng. Dữ liệu đã ghi vẫn an toàn.", file=sys.stderr)
        return 143 if isinstance(stopped, Terminated) else 130
    except OSError as error:
        if error.filename is None:  # no path that somebody gave: `terminal`, or our own bug
            raise
        _say(PathUnusableError(path=error.filename, reason=error.strerror))
        return 1
    return code


def _asked(words: Sequence[str]) -> tuple[str, ...]:
    """Return the commands that the words may mean: no other is loaded, a window opens at once."""
    if not words:
        return ()
    found = tuple(name for name in COMMANDS if name.replace("_", "-") in words)
    first = min((words.index(name.replace("_", "-")) for name in found), default=0)
    is_plain = found and not {"-h", "--help"} & set(words[:first])
    return found if is_plain else COMMANDS


def _parser(names: Sequence[str] = COMMANDS) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="counter-app",
        description="Quầy một cửa: tiếp nhận, in, làm việc khi mất mạng, gửi về tỉnh đúng một lần.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog="ví dụ:\n  counter-app demo --out giay-to\n  counter-app doctor\n"
        "  counter-app LỆNH --help",
    )
    parser.add_argument("--version", action="version", version=f"counter-app {__version__}")
    _add_home(parser, default=None)
    parser.set_defaults(run=_window, trains=False, exit_code=lambda error, arguments: 1)  # noqa: ARG005
    commands = parser.add_subparsers(metavar="LỆNH")
    for name in names:
        module = importlib.import_module(f"counter_app.cli.{name}")
        examples = "\n".join(f"  {line}" for line in module.EXAMPLES)
        after = "".join(f"\n{line}" for line in getattr(module, "AFTER", ()))
        command = commands.add_parser(
            module.NAME,
            help=module.HELP,
            description=module.HELP,
            formatter_class=argparse.RawDescriptionHelpFormatter,
            epilog=f"ví dụ:\n{examples}\n{after}".rstrip(),
        )
        _add_home(command, default=argparse.SUPPRESS)
        module.add(command)
        command.set_defaults(run=module.run, trains=name == "train")
    return parser


def _add_home(parser: argparse.ArgumentParser, default: object) -> None:
    parser.add_argument(
        "--home",
        type=Path,
        default=default,
        metavar="DIR",
        help="thư mục dữ liệu của quầy (mặc định: của máy này)",
    )
    parser.add_argument(
        "--plain-store",
        action="store_true",
        default=default if default is argparse.SUPPRESS else False,
        help="không mã hóa dữ liệu: chỉ cho thử nghiệm và demo",
    )


def _window(arguments: argparse.Namespace) -> int:
    from counter_app.cli import window

    return window.run(arguments)


def _say(error: CounterError) -> None:
    from counter_app.wording.sentences import problem_words, sentence

    print(sentence(error), file=sys.stderr)
    for problem in getattr(error, "problems", ()):
        print(f"  · {problem_words(problem)}", file=sys.stderr)
