"""A counter in a process of its own, which a test kills: sends one piece more than it may note.

`python files_child.py SETUP.json`, as `test_files_killed.py` writes it. After `noted` pieces the
answer to the next one is told on standard output, and its note is never written.
"""

from __future__ import annotations

import json
import random
import sys
import time
from datetime import datetime
from pathlib import Path

from counter_app.domain.dates import VIETNAM
from counter_app.gateway.client import Gateway
from counter_app.gateway.line import Line
from counter_app.services.keeping.sealed_files import SealedFiles
from counter_app.store.store import Store
from counter_app.store.subjects.files import Files
from counter_app.sync.doors import Doors, FileShelf
from counter_app.sync.files import LaneTimes, Pace, upload
from counter_app.vault.device_key import DeviceKey

KEY = bytes(32)


class Speaker:
    def __init__(self, plain: dict[str, str]) -> None:
        self.device, self.epoch = plain["device"], int(plain["epoch"])
        self._key = DeviceKey.from_sealed(KEY, bytes.fromhex(plain["key"]))

    def sign(self, message: bytes) -> bytes:
        return self._key.sign(message)


def main(plain: dict[str, str]) -> None:
    files = SealedFiles(Path(plain["files"]), KEY)
    speaker = Speaker(plain)
    left = [int(plain["noted"])]
    note = Files.came

    def came(self: Files, name: str, uploaded: int) -> None:
        if left[0] == 0:
            print("TAKEN", uploaded, flush=True)
            time.sleep(600)
        left[0] -= 1
        note(self, name, uploaded)

    Files.came = came  # type: ignore[method-assign]
    doors = Doors(
        store=Store.open(Path(plain["store"]), None),
        gateway=Gateway(Line(plain["url"], None), speaker),
        device=speaker.device,
        epoch=speaker.epoch,
        agency="",
        machine="",
        now=lambda: datetime.now(VIETNAM),
        new_id=str,
        chance=random.random,
        is_signed=lambda *_: False,
        shelf=FileShelf(files.get, files.erase),
    )
    upload(doors, Pace(), times=LaneTimes(lambda _: False, lane_seconds=600))


if __name__ == "__main__":
    main(json.loads(Path(sys.argv[1]).read_text()))
