"""A form set in a folder, as an administrator has it before changing it, and ways to break it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from counter_app.config import resource

SET = "TT03-2025"


def copied(folder: Path, set_id: str = SET) -> Path:
    """Copy a shipped set, with its forms, into a new folder; return the folder."""
    file = resource("forms", f"{set_id}.json")
    folder.mkdir(parents=True)
    shutil.copy(file, folder)
    shutil.copytree(file.with_suffix(""), folder / set_id)
    return folder


def edit(file: Path, change: Callable[[dict[str, Any]], object]) -> None:
    """Change the JSON of `file` in place."""
    plain = json.loads(file.read_bytes())
    change(plain)
    file.write_text(json.dumps(plain, ensure_ascii=False, indent=2), encoding="utf-8")


def provincial(folder: Path) -> Path:
    """Return a set that a province changed: header, texts, order and margins."""
    copied(folder)

    def base(plain: dict[str, Any]) -> None:
        plain["title"] = "Biểu mẫu của tỉnh Ví Dụ"
        plain["motto"] = "Độc lập – Tự do – Hạnh phúc"
        plain["receipt"]["fields"].reverse()
        plain["margins"] = {"left": 150, "right": 100, "half_left": 140, "half_right": 110}

    def guide(plain: dict[str, Any]) -> None:
        plain["title"] = "PHIẾU HƯỚNG DẪN CỦA TỈNH"

    def ledger(plain: dict[str, Any]) -> None:
        plain["margins"]["top"] = 180

    edit(folder / f"{SET}.json", base)
    edit(folder / SET / "letters" / "guide.json", guide)
    edit(folder / SET / "sheets" / "ledger.json", ledger)
    return folder
