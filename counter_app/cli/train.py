"""`counter-app train`: the training mode, with a practice province on this machine."""

from __future__ import annotations

import argparse
import importlib.util
from pathlib import Path

from counter_app.cli.terminal import ended_by_the_system

NAME = "train"
HELP = "tập huấn: quầy và tỉnh mẫu trên máy này, bốn bài học, giấy in ra không có giá trị"
EXAMPLES = ("counter-app train", "counter-app train --again")


def add(parser: argparse.ArgumentParser) -> None:
    """Add how it begins."""
    parser.add_argument(
        "--again", action="store_true", help="bắt đầu lại từ đầu: xóa dữ liệu tập huấn cũ"
    )
    parser.add_argument(
        "--scan-file",
        type=Path,
        metavar="FILE",
        help="đọc thêm các lần quét từ tệp này, mỗi dòng một lần quét (để thử không có máy quét)",
    )


def run(arguments: argparse.Namespace) -> int:
    """Open the training window and stay until it is closed. Raises TrainingPartError."""
    from counter_app.domain.errors.keeping.training import TrainingPartError

    if importlib.util.find_spec("fastapi") is None or importlib.util.find_spec("uvicorn") is None:
        raise TrainingPartError
    with ended_by_the_system():
        from counter_app.app import quick_imports

        quick_imports.begin()
        from counter_app.app.training.window import run_training

        return run_training(
            arguments.home,
            plain_store=arguments.plain_store,
            scan_file=arguments.scan_file,
            again=arguments.again,
        )
