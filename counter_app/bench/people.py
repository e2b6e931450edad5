"""Synthetic citizens by number: the same in every run, with surnames as common as in life.

A search for a common surname must find hundreds of thousands, else the figures would flatter.
Nobody stands behind a number: all are computed from the running count.
"""

from __future__ import annotations

import unicodedata
import urllib.parse
from collections.abc import Callable

from counter_app.domain.people.person import Address, Identity, IdentityKind, Person

_FAMILIES = (
    ("Nguyễn", 31), ("Trần", 11), ("Lê", 10), ("Phạm", 7), ("Hoàng", 5), ("Phan", 5), ("Vũ", 4),
    ("Đặng", 3), ("Bùi", 3), ("Đỗ", 2), ("Hồ", 2), ("Ngô", 2), ("Dương", 2), ("Lý", 1), ("Đinh", 1),
    ("Mai", 1), ("Tạ", 1), ("Cao", 1), ("Lương", 1), ("Đoàn", 1), ("Trịnh", 1), ("Hà", 1),
)  # fmt: skip
_SURNAMES = tuple(name for name, share in _FAMILIES for _ in range(share))
_MIDDLES = (
    "Thị", "Văn", "Thị Ngọc", "Đức", "Thùy", "Quốc", "Thị Hồng", "Hữu", "Minh", "Thị Thu", "Xuân",
    "Gia", "Thanh", "Ngọc", "Công", "Đình", "Thị Kim", "Bảo", "Khánh",
)  # fmt: skip
_GIVEN = (
    "An", "Anh", "Bình", "Châu", "Chi", "Cường", "Dung", "Dũng", "Duy", "Đạt", "Giang", "Hà", "Hải",
    "Hạnh", "Hiền", "Hiếu", "Hoa", "Hòa", "Hùng", "Huy", "Hương", "Khoa", "Lan", "Linh", "Loan",
    "Long", "Mai", "Mẫu", "Minh", "My", "Nam", "Nga", "Nhung", "Phong", "Phúc", "Phương", "Quân",
    "Quyên", "Sơn", "Tâm", "Thảo", "Thắng", "Trang", "Trung", "Tuấn", "Tú", "Vân", "Việt", "Yến",
)  # fmt: skip
_PLACES = (
    "Phường Trúc Bạch, Quận Ba Đình, Thành phố Hà Nội",
    "Phường Phúc Xá, Ba Đình, Hà Nội",
    "Xã Tân Nhựt, Bình Chánh, TP Hồ Chí Minh",
    "Xã Hòa Tiến, Hòa Vang, Đà Nẵng",
)
_SHAPES: tuple[Callable[[str], str], ...] = (
    lambda text: text,
    lambda text: text + "||||",
    lambda text: unicodedata.normalize("NFD", text),
    lambda text: text.encode().decode("latin-1"),
    lambda text: urllib.parse.quote(text, safe="|"),
    lambda text: f"\x02{text}\r\n",
)
_PRIME = 7_368_787
"""Steps through a decimal range without meeting a number twice: it shares no factor with 10."""


def _spread(number: int, salt: int, choices: int) -> int:
    """Return a choice that looks accidental and stays the same."""
    return (number * 2_654_435_761 + salt * 40_503 & 0xFFFFFFFF) * choices >> 32


def citizen(number: int) -> Person:
    """Return the `number`-th citizen (0 to 10,000,000): identity number and phone are their own."""
    return Person(
        name=name(number),
        identity=Identity(IdentityKind.CITIZEN_CARD, identity_number(number)),
        address=Address(original=_address(number)),
        phone=phone(number),
    )


def name(number: int) -> str:
    """Return the full name: some sixty thousand different ones."""
    return " ".join(
        (
            _SURNAMES[_spread(number, 1, len(_SURNAMES))],
            _MIDDLES[_spread(number, 2, len(_MIDDLES))],
            _GIVEN[_spread(number, 3, len(_GIVEN))],
        )
    )


def identity_number(number: int) -> str:
    """Return twelve digits: a province, a century's sex, a year, and the spread count."""
    year = 50 + number % 50
    spread = number * _PRIME % 10_000_000
    return f"0{spread // 1_000_000 + 1:02d}{number % 2}{year}{spread % 1_000_000:06d}"


def phone(number: int) -> str:
    """Return ten digits."""
    return f"09{number * _PRIME % 10_000_000:08d}"


def card(number: int) -> str:
    """Return the citizen's card as one of several scanners types it."""
    year = 1950 + number % 50
    parts = (
        identity_number(number),
        f"{100_000_000 + number}" if number % 3 else "",
        name(number),
        f"{1 + number % 28:02d}{1 + number % 12:02d}{year}",
        "Nữ" if number % 2 else "Nam",
        _address(number),
        "15082021",
    )
    return _SHAPES[number % len(_SHAPES)]("|".join(parts))


def _address(number: int) -> str:
    return f"Số {number % 300 + 1}, {_PLACES[number % len(_PLACES)]}"
