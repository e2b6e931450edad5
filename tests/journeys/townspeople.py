"""Made-up citizens with cards that scan. Nobody stands behind a number."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

ADDRESS = "Số 12 đường Mẫu, Phường Hoàn Kiếm, Hà Nội"


@dataclass(frozen=True)
class Citizen:
    """Somebody with a citizen card; `phone` is what the office knows or the citizen says."""

    name: str
    number: str
    born: date
    sex: str
    phone: str
    address: str = ADDRESS

    @property
    def card(self) -> str:
        """What the QR symbol of the card says."""
        born = f"{self.born:%d%m%Y}"
        return f"{self.number}||{self.name}|{born}|{self.sex}|{self.address}|20082021"


def citizen(name: str, serial: int, born: date, sex: str) -> Citizen:
    """Return a citizen whose number agrees with birth and sex."""
    century = (born.year // 100 - 19) * 2 + (sex == "Nữ")
    number = f"001{century}{born.year % 100:02d}{serial:06d}"
    return Citizen(name, number, born, sex, f"09{serial:08d}")


RETURNING = citizen("Trần Thị Mẫu", 456, date(1999, 3, 15), "Nữ")
ASKED_BEFORE = citizen("Nguyễn Văn Mẫu", 457, date(1985, 7, 2), "Nam")
SEARCHING = citizen("Lê Thị Ví Dụ", 458, date(1972, 12, 30), "Nữ")
NEW = citizen("Phạm Văn Tập", 459, date(1990, 1, 9), "Nam")
LACKING = citizen("Hoàng Thị Thử", 460, date(1968, 5, 21), "Nữ")
WITHOUT_CARD = citizen("Đỗ Văn Mẫu", 461, date(1958, 11, 3), "Nam")
FETCHING = citizen("Vũ Thị Mẫu", 462, date(1988, 8, 8), "Nữ")
SUPPLEMENTING = citizen("Cao Thị Mẫu", 469, date(1983, 3, 3), "Nữ")
MOTHER = citizen("Bùi Thị Mẫu", 463, date(1992, 2, 14), "Nữ")
DIRECTOR = citizen("Đặng Văn Mẫu", 464, date(1980, 6, 1), "Nam")
BRIDE = citizen("Ngô Thị Mẫu", 465, date(2001, 4, 4), "Nữ")
GROOM = citizen("Dương Văn Mẫu", 466, date(2000, 10, 10), "Nam")
VISITOR = citizen("Lý Thị Mẫu", 467, date(1979, 9, 19), "Nữ")
HASTY = citizen("Mai Văn Mẫu", 468, date(1995, 5, 5), "Nam")


def stranger(number: int) -> Citizen:
    """Return somebody whom no office knows, another one for each `number`."""
    return citizen(f"Trịnh Văn {_ORDER[number]}", 600 + number, date(1960 + number, 7, 7), "Nam")


_ORDER = ("An", "Bình", "Chi", "Dũng", "Giang", "Hải", "Khoa", "Lâm", "Minh", "Nam", "Phúc", "Sơn")
