"""`counter-app queue`: what waits goes by stick through another counter, and its answer back."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from counter_app.cli.progress import Bar

if TYPE_CHECKING:
    from counter_app.app.home import Home
    from counter_app.contract.shapes import Message
    from counter_app.services.keeping.parcel_seals import ParcelSeals

    M = TypeVar("M", bound=Message)

NAME = "queue"
HELP = "gửi việc đang chờ bằng USB qua một máy quầy khác, và nhận phần trả về"
EXAMPLES = (
    "counter-app queue export E:/gui-di.json",
    "counter-app queue send E:/gui-di.json --out E:/tra-ve.json   # ở máy có mạng",
    "counter-app queue return E:/tra-ve.json",
)
_SENT = "counter-app queue file"
_BACK = "counter-app return file"
_VERSION = 1


def add(parser: argparse.ArgumentParser) -> None:
    """Add the three acts."""
    acts = parser.add_subparsers(metavar="VIỆC", required=True)
    export = acts.add_parser("export", help="ghi việc đang chờ ra tệp (mã hóa, có chữ ký máy này)")
    export.add_argument("file", type=Path, metavar="FILE", help="tệp trên ổ USB")
    export.set_defaults(act=_export)
    send = acts.add_parser("send", help="gửi hộ tệp của máy khác; máy này không đọc được nội dung")
    send.add_argument("file", type=Path, metavar="FILE", help="tệp mà máy kia đã ghi")
    send.add_argument("--out", type=Path, required=True, metavar="FILE", help="tệp mang trả về")
    send.set_defaults(act=_send)
    back = acts.add_parser("return", help="nhận câu trả lời, số hồ sơ, danh mục, lịch từ tệp")
    back.add_argument("file", type=Path, metavar="FILE", help="tệp mà máy gửi hộ đã ghi")
    back.set_defaults(act=_return)


def run(arguments: argparse.Namespace) -> int:
    """Do the act that was asked for."""
    code: int = arguments.act(arguments)
    return code


def _export(arguments: argparse.Namespace) -> int:
    from counter_app.app.home import open_home
    from counter_app.sync.parcels.sending import make_parcels

    with open_home(arguments.home, plain_store=arguments.plain_store) as home:
        doors = home.doors()
        try:
            parcels = make_parcels(doors, _seals(home))
        finally:
            doors.gateway.close()
        with home.store.reading() as tx:
            waiting = tx.deliveries.counts().to_send
    _write(arguments.file, _SENT, parcels)
    print(f"Đã ghi {waiting} việc đang chờ vào {arguments.file}.")
    print("Chỉ máy chủ của tỉnh mở được tệp. Mang đến một máy quầy có mạng: counter-app queue send")
    print("Việc vẫn chờ ở máy này cho tới khi có trả lời, bằng USB hoặc bằng mạng.")
    return 0


def _send(arguments: argparse.Namespace) -> int:
    from counter_app.app.home import open_home
    from counter_app.contract.parcels.messages import ParcelRequest

    parcels = _read(arguments.file, _SENT, ParcelRequest)
    bar = Bar("Gửi hộ")
    answers = []
    with open_home(arguments.home, plain_store=arguments.plain_store) as home:
        home.enrolment()
        gateway = home.gateway()
        try:
            for done, parcel in enumerate(parcels, 1):
                answers.append(gateway.parcel(parcel))
                bar(done, len(parcels))
        finally:
            gateway.close()
            if answers:  # what was answered is carried back, even when the line broke then
                _write(arguments.out, _BACK, answers)
    print(f"Máy chủ đã trả lời {len(answers)} gói. Mang {arguments.out} về máy quầy đã ghi tệp.")
    return 0


def _return(arguments: argparse.Namespace) -> int:
    from counter_app.app.home import open_home
    from counter_app.contract.parcels.messages import ParcelAnswer
    from counter_app.sync.parcels.returning import take_back

    name = arguments.file.name
    answers = _read(arguments.file, _BACK, ParcelAnswer)
    with open_home(arguments.home, plain_store=arguments.plain_store) as home:
        doors = home.doors()
        seals = _seals(home)
        try:
            reports = [take_back(doors, seals, each, name=name) for each in answers]
        finally:
            doors.gateway.close()
        with home.store.reading() as tx:
            counts = tx.deliveries.counts()
    accepted = sum(each.accepted for each in reports)
    in_need = sum(each.refused + each.conflicts for each in reports)
    print(f"Máy chủ đã nhận {accepted} việc; {in_need} việc cần cán bộ xem.")
    print(f"Số hồ sơ mới: {sum(each.numbers for each in reports)}.")
    print(f"Việc của các quầy khác: {sum(each.changed for each in reports)}.")
    lists = [listed for each in reports for listed in each.lists]
    if lists:
        print(f"Danh mục mới: {', '.join(lists)}.")
    if any(each.forged for each in reports):
        print("Có phần không đúng chữ ký của tỉnh, không nhận.")
    print(f"Còn chờ gửi: {counts.to_send}.")
    return 0


def _seals(home: Home) -> ParcelSeals:
    from counter_app.domain.errors.work import NotEnrolledError
    from counter_app.services.counter.enrolment import read_device_key
    from counter_app.services.keeping.parcel_seals import ParcelSeals

    key = read_device_key(home.store, home.key)
    if key is None:
        raise NotEnrolledError
    return ParcelSeals(home.enrolment(), key, home.key)


def _write(path: Path, form: str, messages: object) -> None:
    import json

    from counter_app.durable import write_atomically

    assert isinstance(messages, list | tuple)
    lines = [json.dumps({"format": form, "version": _VERSION, "count": len(messages)})]
    lines += [each.model_dump_json(by_alias=True) for each in messages]
    write_atomically(path, ("\n".join(lines) + "\n").encode())


def _read(path: Path, form: str, model: type[M]) -> list[M]:
    import json

    from counter_app.domain.errors.keeping.queue_file import QueueFileDamagedError

    try:
        first, *rest = path.read_text(encoding="utf-8").splitlines()
        head = json.loads(first)
        messages = [model.model_validate_json(line) for line in rest]
        is_whole = (head["format"], head["version"], head["count"]) == (
            form,
            _VERSION,
            len(messages),
        )
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise QueueFileDamagedError(name=path.name) from error
    if not is_whole:
        raise QueueFileDamagedError(name=path.name)
    return messages
