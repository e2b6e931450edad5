"""`counter-app bench`: the table of speed, each figure against a floor of the same run."""

from __future__ import annotations

import argparse
import importlib.util
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from counter_app.cli.progress import Bar

if TYPE_CHECKING:
    from counter_app.services.counter.workplace import Workplace
    from counter_app.sync.doors import Doors

NAME = "bench"
HELP = "đo tốc độ trên máy này: bảng số liệu kèm mức sàn, mục tiêu và đạt hay chưa"
EXAMPLES = (
    "counter-app bench",
    "counter-app bench --slow --json so-lieu.json",
    "counter-app bench --full   # một triệu hồ sơ: khoảng một giờ, cần 6 GB đĩa",
)


def add(parser: argparse.ArgumentParser) -> None:
    """Add how much is measured and where the figures go."""
    parser.add_argument("--full", action="store_true", help="tới 1.000.000 hồ sơ, hàng đợi 10.000")
    parser.add_argument("--slow", action="store_true", help="bắt chước máy cũ: 1 lõi, 2 GB bộ nhớ")
    parser.add_argument(
        "--only", choices=("window", "reports"), help="chỉ đo cửa sổ làm việc, hoặc báo cáo"
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="ghi số liệu ra tệp JSON")
    parser.add_argument(
        "--work", type=Path, metavar="DIR", help="nơi đặt dữ liệu tạm (mặc định: của hệ điều hành)"
    )


def run(arguments: argparse.Namespace) -> int:
    """Measure and print; 0 when everything could be measured, whatever the figures say."""
    if importlib.util.find_spec("fastapi") is None:
        print(
            "Đo đường truyền cần máy chủ mẫu (phần cài thêm). Chưa có gì thay đổi.\n"
            "Cài: pip install 'counter-app[sandbox]'",
            file=sys.stderr,
        )
        return 1
    from counter_app.bench.machine import old_pc
    from counter_app.bench.run import DEFAULT, FULL, measure, measure_reports, measure_window
    from counter_app.bench.table import json_text, lines
    from counter_app.durable import write_atomically

    with ExitStack() as stack:
        limits = stack.enter_context(old_pc()) if arguments.slow else ()
        folder = stack.enter_context(
            tempfile.TemporaryDirectory(prefix="counter-bench-", dir=arguments.work)
        )
        scale = FULL if arguments.full else DEFAULT
        if arguments.only == "reports":
            report = measure_reports(scale, Path(folder), Bar, limits)
        elif arguments.only:
            report = measure_window(scale, Path(folder), Bar, limits)
        else:
            report = measure(scale, Path(folder), enrolled, Bar, limits)
    for line in lines(report):
        print(line)
    if arguments.json:
        write_atomically(arguments.json, json_text(report).encode())
    return 0


class EnrolledHome:
    """A home that was just enrolled, its store under a key that nobody keeps."""

    def __init__(self, home: object) -> None:
        from counter_app.app.home import Home

        assert isinstance(home, Home)
        self._home = home
        self.workplace: Workplace = home.workplace()

    def doors(self, url: str) -> Doors:
        """Return the doors, to the server as it is reached at `url`."""
        import dataclasses

        return dataclasses.replace(self._home.doors(), gateway=self._home.gateway(url))


@contextmanager
def enrolled(folder: Path, url: str, code: str) -> Iterator[EnrolledHome]:
    """Enrol a new home in `folder` with the server at `url`.

    The key is made here and forgotten: no keyring and no recovery file is touched.
    """
    from counter_app.app.dating.machine_clock import MachineClock
    from counter_app.app.home import Home, new_id
    from counter_app.config import Folders, Settings
    from counter_app.services.counter.enrolment import enrol
    from counter_app.store.store import Store
    from counter_app.vault.machine import identify

    folders = Folders.at(folder)
    folders.prepare()
    key = os.urandom(32)
    with Store.open(folders.store_file, key, folders.mark_file) as store:
        machine = identify(folders.machine_file)
        home = Home(folders, Settings(), machine, store, key, MachineClock())
        enrol(
            store,
            home.gateway(url),
            code,
            store_key=key,
            machine=machine.fingerprint,
            server_url=url,
            new_id=new_id,
        )
        yield EnrolledHome(home)
