"""`counter-app sandbox`: the reference provincial server, to practise and to test with."""

from __future__ import annotations

import argparse
import importlib.util
import os
import sys
from pathlib import Path

NAME = "sandbox"
HELP = "chạy máy chủ tỉnh mẫu để tập huấn và thử nghiệm (chỉ trên máy này)"
EXAMPLES = (
    "counter-app sandbox --data tinh-mau --port 8443",
    "counter-app sandbox --data tinh-mau --one-time-code 12",
)

_LAST_PORT = 65535
_MOST_DAYS = 365


def add(parser: argparse.ArgumentParser) -> None:
    """Add the server's options."""
    parser.add_argument("--data", type=Path, required=True, metavar="DIR", help="thư mục dữ liệu")
    parser.add_argument("--host", default="127.0.0.1", help="địa chỉ lắng nghe (127.0.0.1)")
    parser.add_argument("--port", type=_port, default=8080, help="cổng (8080; 0: cổng trống)")
    parser.add_argument("--ready-file", type=Path, metavar="FILE", help="ghi địa chỉ khi sẵn sàng")
    parser.add_argument(
        "--one-time-code",
        type=_counter,
        metavar="QUẦY",
        help="in một mã ghi danh cho quầy này rồi thoát",
    )
    parser.add_argument(
        "--renews",
        metavar="SỐ-MÁY",
        help="cùng --one-time-code: mã thay máy của máy quầy này (giữ số máy, bỏ các dải số cũ)",
    )
    parser.add_argument(
        "--min-version",
        default="",
        metavar="BẢN",
        help="bản chương trình tối thiểu mà các quầy được nhắc dùng (quầy vẫn làm việc)",
    )
    parser.add_argument(
        "--abandoned-days",
        type=_days,
        default=7,
        metavar="NGÀY",
        help="bỏ tệp tải lên dở sau chừng này ngày không có gì thêm (7)",
    )
    parser.add_argument(
        "--recovery-key",
        type=Path,
        metavar="FILE",
        help="ghi khóa khôi phục của tỉnh mẫu ra tệp rồi thoát (chỉ để tập huấn)",
    )
    parser.add_argument(
        "--support-key",
        type=Path,
        metavar="FILE",
        help="ghi khóa hỗ trợ của tỉnh mẫu ra tệp rồi thoát: mở gói hỗ trợ của các quầy",
    )
    parser.add_argument(
        "--lists-key",
        type=Path,
        metavar="FILE",
        help="ghi khóa ký danh mục của tỉnh mẫu ra tệp rồi thoát: ký gói cập nhật để tập huấn",
    )


def _port(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) > _LAST_PORT:
        raise argparse.ArgumentTypeError(f"cổng phải là một số từ 0 đến {_LAST_PORT}")
    return int(text)


def _days(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= _MOST_DAYS:
        raise argparse.ArgumentTypeError(f"số ngày phải từ 1 đến {_MOST_DAYS}")
    return int(text)


def _counter(text: str) -> str:
    if not text.strip():
        raise argparse.ArgumentTypeError("hãy ghi số hiệu của quầy, ví dụ 12")
    return text.strip()


def run(arguments: argparse.Namespace) -> int:
    """Run the server until it is stopped."""
    if importlib.util.find_spec("fastapi") is None:
        print(
            "Máy chủ mẫu cần phần cài thêm. Chưa có gì thay đổi.\n"
            "Cài: pip install 'counter-app[sandbox]'",
            file=sys.stderr,
        )
        return 1
    from counter_app.config import resource
    from counter_app.sandbox.province.province import Province
    from counter_app.sandbox.serve import run as serve
    from counter_app.sandbox.settings import SandboxSettings

    arguments.data.mkdir(parents=True, exist_ok=True)
    settings = SandboxSettings(
        database_url=f"sqlite:///{arguments.data / 'province.db'}",
        resources=resource("procedures").parent,
        # A password in the environment doesn't stand in the process list.
        admin_password=os.environ.get("COUNTER_SANDBOX_PASSWORD", ""),
        host=arguments.host,
        port=arguments.port,
        ready_file=arguments.ready_file,
        min_version=arguments.min_version,
        abandoned_days=arguments.abandoned_days,
        updates=arguments.data / "updates",
    )
    if arguments.one_time_code is not None:
        province = Province(settings)
        print(province.enrol_code(arguments.one_time_code, renews=arguments.renews))
        province.close()
        return 0
    if arguments.recovery_key is not None:
        from counter_app.durable import write_atomically
        from counter_app.vault.province_key import province_key_text

        province = Province(settings)
        text = province_key_text(province.keys.recovery)
        province.close()
        write_atomically(arguments.recovery_key, text.encode())
        print(f"Đã ghi khóa khôi phục của tỉnh mẫu vào {arguments.recovery_key}")
        return 0
    if arguments.support_key is not None:
        from counter_app.durable import write_atomically
        from counter_app.services.support.sealed_bundle import support_key_text

        province = Province(settings)
        text = support_key_text(province.keys.support)
        province.close()
        write_atomically(arguments.support_key, text.encode())
        print(f"Đã ghi khóa hỗ trợ của tỉnh mẫu vào {arguments.support_key}")
        return 0
    if arguments.lists_key is not None:
        from counter_app.vault.update_keys import SigningKey

        province = Province(settings)
        SigningKey.of(province.keys.catalogue).keep(arguments.lists_key)
        province.close()
        print(f"Đã ghi khóa ký danh mục của tỉnh mẫu vào {arguments.lists_key}")
        return 0
    serve(settings)
    return 0
