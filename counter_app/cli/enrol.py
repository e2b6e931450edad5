"""`counter-app enrol`: make this machine a counter of its province, by hand or by a file."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from counter_app.domain.errors import CounterError
from counter_app.domain.errors.home import SettingsRefusedError
from counter_app.domain.problems import false

if TYPE_CHECKING:
    from counter_app.app.rollout.steps_log import StepsLog

NAME = "enrol"
HELP = "ghi danh máy này vào hệ thống của tỉnh bằng mã một lần"
EXAMPLES = (
    "counter-app enrol --server https://motcua.tinh.example --code K7QF-3M9T",
    "counter-app enrol --answers ghi-danh.toml --check",
    "counter-app enrol --answers ghi-danh.toml --quiet --log ghi-danh.log",
)
AFTER = (
    "mã kết thúc khi dùng --answers (docs/rollout.md):",
    "  0 đã ghi danh, hoặc đã đúng như tệp từ trước   1 việc khác, xem câu báo   2 sai cú pháp",
    "  3 tệp trả lời chưa dùng được, chưa ghi gì      4 chưa tới được máy chủ, chạy lại là xong",
    "  5 mã không dùng được hoặc là mã của quầy khác  6 máy đã ghi danh quầy khác",
    "  7 máy này: quyền ghi, kho khóa, đang mở, dữ liệu của máy khác",
    "  8 chứng thư, bản máy chủ hoặc bản chương trình chưa khớp",
)

FILE, LATER, CODE, OTHER, MACHINE, TRUST = 3, 4, 5, 6, 7, 8
"""Exit codes of an unattended enrolment, for the scripts of a roll-out; in AFTER and docs."""


def add(parser: argparse.ArgumentParser) -> None:
    """Add server and code, or the file of answers."""
    parser.add_argument("--server", metavar="URL", help="địa chỉ máy chủ của tỉnh")
    parser.add_argument("--code", help="mã ghi danh một lần")
    parser.add_argument(
        "--answers", type=Path, metavar="FILE", help="ghi danh không hỏi gì, theo tệp trả lời TOML"
    )
    parser.add_argument(
        "--pc", metavar="TÊN", help="tên máy để tìm mã trong tệp mã (mặc định: tên của máy này)"
    )
    parser.add_argument(
        "--check", action="store_true", help="chỉ kiểm tra tệp trả lời, không ghi gì"
    )
    parser.add_argument("--quiet", action="store_true", help="không in gì khi mọi việc ổn")
    parser.add_argument("--log", type=Path, metavar="FILE", help="ghi thêm từng bước vào tệp này")
    parser.set_defaults(refuse=parser.error, exit_code=exit_code)


def run(arguments: argparse.Namespace) -> int:
    """Enrol and print what this machine now is."""
    by_hand = (arguments.server, arguments.code)
    only_by_file = (arguments.pc, arguments.check, arguments.quiet, arguments.log)
    if arguments.answers is not None:
        if any(by_hand):
            arguments.refuse("--answers không đi cùng --server, --code")
        return _by_answers(arguments)
    if None in by_hand or any(only_by_file):
        arguments.refuse("cần --server và --code, hoặc --answers")
    return _by_hand(arguments)


def exit_code(error: CounterError, arguments: argparse.Namespace) -> int:
    """Return the exit code of a failure: one for each thing that a script may do about it."""
    from counter_app.domain.errors.home import HomeError
    from counter_app.domain.errors.installing import rollout
    from counter_app.domain.errors.store import StoreError
    from counter_app.domain.errors.vault import VaultError
    from counter_app.domain.errors.wire import EnrolRefusedError, Fault, WireError
    from counter_app.domain.errors.work import (
        AlreadyEnrolledError,
        EnrolCodeShapeError,
        EnrolInterruptedError,
        EnrolOtherPlaceError,
    )

    if arguments.answers is None:
        return 1
    if isinstance(error, EnrolInterruptedError) and isinstance(error.__cause__, WireError):
        heals = (Fault.TRANSPORT, Fault.THROTTLE, Fault.SERVER)
        return LATER if error.__cause__.fault in heals else TRUST
    table: tuple[tuple[type[CounterError], int], ...] = (
        (rollout.AnswersUnreadableError, FILE),
        (rollout.AnswersRefusedError, FILE),
        (EnrolRefusedError, CODE),
        (EnrolCodeShapeError, CODE),
        (EnrolOtherPlaceError, CODE),
        (rollout.EnrolledElsewhereError, OTHER),
        (AlreadyEnrolledError, OTHER),
        (rollout.CopiedHomeError, MACHINE),
        (HomeError, MACHINE),
        (VaultError, MACHINE),
        (StoreError, MACHINE),
        (WireError, TRUST),
    )
    return next((code for kind, code in table if isinstance(error, kind)), 1)


def _by_hand(arguments: argparse.Namespace) -> int:
    from counter_app.app.home import keep_recovery, new_id, open_home
    from counter_app.config import Folders
    from counter_app.services.counter.enrolment import enrol

    if not arguments.server.strip():
        # In a settings file an empty address means "not enrolled yet"; here it names no server.
        raise SettingsRefusedError(
            (false("settings.not_https", "/server_url", name="server_url"),),
            path=Folders.at(arguments.home).settings_file,
        )

    with open_home(
        arguments.home,
        plain_store=arguments.plain_store,
        create=True,
        flags={"server_url": arguments.server},
    ) as home:
        enrolment = enrol(
            home.store,
            home.gateway(arguments.server),
            arguments.code,
            store_key=home.key,
            machine=home.machine.fingerprint,
            server_url=arguments.server,
            new_id=new_id,
        )
        printed = keep_recovery(home)
    print(f"Đã ghi danh: máy quầy số {enrolment.device}, quầy {enrolment.counter}")
    print(f"Đơn vị: {enrolment.centre}. Thư mục dữ liệu: {home.folders.home}")
    if printed:
        print(f"Mã của tệp phục hồi (in ra và cất giữ): {printed}")
    return 0


def _by_answers(arguments: argparse.Namespace) -> int:
    import platform

    from counter_app.app.rollout.steps_log import StepsLog

    pc = arguments.pc or platform.node()
    log = StepsLog(arguments.log, pc, _silent if arguments.quiet else print)
    try:
        _answered(arguments, pc, log)
    except CounterError as error:
        log.failed(error, exit_code(error, arguments))
        raise
    return 0


def _silent(words: str) -> None:
    """Say nothing of what went well."""
    del words


def _answered(arguments: argparse.Namespace, pc: str, log: StepsLog) -> None:
    from counter_app.app.rollout.enrolling import enrol_by_answers
    from counter_app.services.rollout.answers import read_answers

    answers = read_answers(arguments.answers, pc)
    log.step(
        f"Đã kiểm tra {arguments.answers}: quầy {answers.counter} của {answers.centre} tại "
        f"{answers.server}"
    )
    if arguments.check:
        return
    outcome = enrol_by_answers(
        answers, arguments.home, plain_store=arguments.plain_store, told=log.step
    )
    if outcome.recovery:
        log.step(f"Mã của tệp phục hồi (in ra và cất giữ): {outcome.recovery}")
    if outcome.is_new:
        log.step("Mã ghi danh đã dùng xong. Khi mọi máy đã xong, hãy xóa tệp trả lời và tệp mã")
