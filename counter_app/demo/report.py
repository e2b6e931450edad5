"""The table of the day: every number twice, from the counter and from the server."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from counter_app.demo.day import Tally


@dataclass(frozen=True, slots=True)
class Row:
    """One line: what, the counter's figure, the figure that it must equal, and of whom."""

    what: str
    here: object
    there: object
    of: str

    @property
    def agrees(self) -> bool:
        """True when both figures are the same."""
        return self.here == self.there


def rows(tally: Tally) -> tuple[Row, ...]:
    """Return the lines of the table."""
    stand, server = tally.stand, tally.server
    receipts = len(set(tally.papers)) - tally.slips
    used = len(tally.codes) - tally.provisional + tally.numbered + tally.voided
    return (
        Row("Hồ sơ đã tiếp nhận", len(tally.codes), server["dossiers"], "máy chủ"),
        Row(
            "Giấy đã in (tiếp nhận, phiếu tạm)",
            receipts,
            len(tally.codes) + tally.numbered,
            "hồ sơ và mã",
        ),
        Row("Bút toán đã gửi", stand["entries"], server["entries"], "máy chủ"),
        Row("Còn chờ gửi, cần xem", stand["to_send"] + stand["in_need"], 0, "phải hết"),
        Row("Phiếu tạm được cấp mã chính thức", tally.numbered, tally.provisional, "phiếu tạm"),
        Row("Kết quả đã trả", tally.returned, server["returned"], "máy chủ"),
        Row("Giấy biên nhận trả kết quả", tally.slips, tally.returned, "đã trả"),
        Row("Số đã dùng và bỏ", stand["used"], used, "mã trên giấy và số bỏ"),
        Row("Số bỏ đã báo", tally.voided, server["voided"], "máy chủ"),
        Row("Mã hồ sơ khác nhau", len(set(stand["codes"])), len(set(server["codes"])), "máy chủ"),
        Row(
            "Mã đối chiếu trong ngày",
            _digest(stand["digest"]),
            _digest(stand["server_digest"]),
            "máy chủ",
        ),
        Row("Nhật ký nguyên vẹn", "đúng" if stand["whole"] else "sai", "đúng", "phải đúng"),
    )


def _digest(digest: list[Any]) -> str:
    return f"{digest[0]}/{digest[1][:8]}"


def lines(tally: Tally) -> Iterator[str]:
    """Yield the table as text."""
    yield ""
    yield f"{'':2}{'':38} {'tại quầy':>14}  {'đối chiếu':>14}  với"
    for row in rows(tally):
        mark = "✓" if row.agrees else "✗"
        yield f"{mark} {row.what:38} {row.here!s:>14}  {row.there!s:>14}  {row.of}"
    yield ""
    yield (
        f"Mất mạng: {tally.offline} hồ sơ. Tắt đột ngột giữa lúc tiếp nhận: "
        f"{tally.resumed} việc được nối lại ({tally.condition_after_kill}). "
        f"Cả ngày: {tally.seconds:.1f} giây."
    )


def summary(tally: Tally) -> dict[str, Any]:
    """Return the figures of `summary.json`."""
    return {
        "agrees": all(row.agrees for row in rows(tally)),
        "rows": [
            {"what": row.what, "here": row.here, "there": row.there, "agrees": row.agrees}
            for row in rows(tally)
        ],
        "registered": len(tally.codes),
        "printed": len(set(tally.papers)),
        "returned": tally.returned,
        "provisional": tally.provisional,
        "numbers_used": tally.stand["used"],
        "numbers_void": tally.voided,
        "digest_equal": tally.stand["digest"] == tally.stand["server_digest"],
        "seconds": round(tally.seconds, 2),
    }
