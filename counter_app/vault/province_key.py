"""The province's private recovery key in a file that the administrator brings (khóa khôi phục).

One line of 64 hexadecimal digits or of base64; lines that begin with `#` say whose it is. The key
is read, used and forgotten: it is never kept on a counter.
"""

from __future__ import annotations

import base64
import binascii
from pathlib import Path

from counter_app.domain.errors.keeping.second_journal import KeyFileUnreadableError
from counter_app.vault.recovery import key_print
from counter_app.vault.sealing import KEY_BYTES, public_of

_MOST_BYTES = 4096


def read_province_key(path: Path) -> bytes:
    """Return the private key (32 bytes) in `path`. Raises `KeyFileUnreadableError`."""
    try:
        with path.open("rb") as file:
            text = file.read(_MOST_BYTES).decode("utf-8-sig")
    except (OSError, ValueError) as error:
        raise KeyFileUnreadableError(path=path) from error
    lines = [line.strip() for line in text.splitlines()]
    for line in lines:
        if line and not line.startswith("#"):
            key = _key(line)
            if key is not None:
                return key
    raise KeyFileUnreadableError(path=path)


def province_key_text(private: bytes) -> str:
    """Return what such a file holds."""
    return (
        "# Khóa khôi phục của tỉnh (giữ ngoại tuyến, trong két)\n"
        f"# Dấu khóa: {key_print(public_of(private))}\n"
        f"{private.hex()}\n"
    )


def _key(line: str) -> bytes | None:
    for read in (bytes.fromhex, _base64):
        try:
            raw = read(line)
        except (ValueError, binascii.Error):
            continue
        if len(raw) == KEY_BYTES:
            return raw
    return None


def _base64(text: str) -> bytes:
    return base64.b64decode(text, validate=True)
