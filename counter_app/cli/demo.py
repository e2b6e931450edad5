"""`counter-app demo`: a day at a counter by itself, with the numbers that must agree."""

from __future__ import annotations

import argparse
import importlib.util
import json
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from counter_app.cli.progress import Bar
from counter_app.domain.acts.kinds import SERVER_KINDS, Kind
from counter_app.domain.dossiers.status import Status

if TYPE_CHECKING:
    from counter_app.sandbox.clerk import Clerk

NAME = "demo"
HELP = "một ngày ở quầy: tiếp nhận, mất mạng, tắt đột ngột, nối lại, trả kết quả, đối chiếu"
EXAMPLES = ("counter-app demo", "counter-app demo --out ket-qua", "counter-app demo --keep thu-muc")

_TRIES, _A_MOMENT = 50, 0.1  # seconds between two tries to remove the day's folder


def add(parser: argparse.ArgumentParser) -> None:
    """Add the folders."""
    parser.add_argument("--out", type=Path, metavar="DIR", help="giữ giấy tờ đã in và summary.json")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="giữ cả dữ liệu quầy và máy chủ")


def run(arguments: argparse.Namespace) -> int:
    """Run the day; 0 only when every number agrees."""
    if importlib.util.find_spec("fastapi") is None:
        print(
            "Demo cần máy chủ mẫu (phần cài thêm). Chưa có gì thay đổi.\n"
            "Cài: pip install 'counter-app[sandbox]'",
            file=sys.stderr,
        )
        return 1
    if arguments.keep:
        arguments.keep.mkdir(parents=True, exist_ok=True)
        return _run(arguments.keep, arguments.out or arguments.keep / "papers", kept=True)
    folder = Path(tempfile.mkdtemp(prefix="counter-demo-"))
    try:
        return _run(folder, arguments.out or folder / "papers", kept=bool(arguments.out))
    finally:
        _remove(folder)


def _remove(folder: Path) -> None:
    """Take the folder away; a process that is just ending may hold a file of it for a moment."""
    for _ in range(_TRIES):
        shutil.rmtree(folder, ignore_errors=True)
        if not folder.exists():
            return
        time.sleep(_A_MOMENT)


def _run(folder: Path, out: Path, *, kept: bool) -> int:
    from counter_app.demo.child import BrokenProcessError
    from counter_app.demo.day import LOG, Day
    from counter_app.demo.report import lines, rows, summary
    from counter_app.durable import write_atomically

    try:
        tally = Day(folder, out, Province(), Bar("Một ngày ở quầy")).run()
    except BrokenProcessError as error:
        log = (folder / LOG).read_text(encoding="utf-8", errors="replace")
        print("\n".join(log.splitlines()[-20:]), file=sys.stderr)
        print(
            f"Demo dừng giữa chừng: {error}. Không có dữ liệu thật nào liên quan.", file=sys.stderr
        )
        return 1
    for line in lines(tally):
        print(line)
    text = json.dumps(summary(tally), ensure_ascii=False, indent=1)
    write_atomically(out / "summary.json", text.encode())
    print(f"Giấy tờ và summary.json: {out}" if kept else "Giữ lại giấy tờ: --out THƯ-MỤC")
    if all(row.agrees for row in rows(tally)):
        print("Mọi con số đều khớp.")
        return 0
    print("Có con số không khớp: xem dòng ✗.", file=sys.stderr)
    return 1


class Province:
    """The province of the demonstration, spoken to as its administrator and clerk."""

    def clerk(self, url: str, password: str) -> Clerk:
        """Return a clerk of the server at `url`."""
        from counter_app.sandbox.clerk import Clerk

        return Clerk(url, password)

    def enrol(self, home: Path, url: str, code: str) -> None:
        """Make `home` a counter of the province at `url`; its store is plain (`--plain-store`)."""
        from counter_app.app.home import new_id, open_home
        from counter_app.services.counter.enrolment import enrol

        with open_home(home, plain_store=True, create=True, witnessed=False) as opened:
            enrol(
                opened.store,
                opened.gateway(url),
                code,
                store_key=opened.key,
                machine=opened.machine.fingerprint,
                server_url=url,
                new_id=new_id,
            )

    def decide(self, clerk: Clerk, advance: Callable[[], None]) -> list[str]:
        """Start work on every dossier, move one date, ask one for money, finish four of five."""
        from counter_app.domain.acts.decisions import Finished, WorkStarted
        from counter_app.domain.acts.results import ResultPaper

        finished = []
        for number, row in enumerate(clerk.dossiers(Status.RECEIVED)):
            clerk.decide(row["uid"], WorkStarted("Phòng chuyên môn", "Cán bộ Mẫu"))
            if number % 5 != 4:
                result = ResultPaper("Kết quả giải quyết", f"{number + 1:03d}/2026", copies=1)
                clerk.decide(row["uid"], Finished((result,), "Cán bộ Mẫu"))
                finished.append(row["code"])
            advance()
        return finished

    def stand(self, clerk: Clerk) -> dict[str, Any]:
        """Return the server's figures."""
        counts = clerk.summary()
        kinds = counts["accepted_kinds"]
        decided = sum(kinds.get(kind.value, 0) for kind in SERVER_KINDS)
        return {
            "dossiers": counts["dossiers"],
            "returned": counts["by_status"].get(str(int(Status.RETURNED)), 0),
            "entries": sum(kinds.values()) - decided,
            "voided": kinds.get(Kind.NUMBER_VOID.value, 0),
            "codes": sorted(row["code"] for row in clerk.dossiers()),
        }
