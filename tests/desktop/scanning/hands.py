"""Made-up typing for the pure burst rules: strokes of a device and of a person."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count

from counter_app.desktop.scanning.burst import (
    Answer,
    Burst,
    BurstScan,
    Fate,
    Rules,
    due,
    step,
    tick,
)
from counter_app.desktop.scanning.decoding import Decoded, decoded
from counter_app.desktop.scanning.stroke import Kind, Stroke

CARD = "001190000123||Trần Thị Mẫu|02031990|Nữ|Tổ 5, Phúc Xá, Ba Đình, Hà Nội|25122021"
CODE = "H26.15-250718-000123"

ENTERS = {"\r": Kind.TERMINATOR, "\t": Kind.TERMINATOR, "\n": Kind.CONTROL}


@dataclass
class Counter:
    """The rules at work: what reached the field, which scans were told, how late keys came."""

    rules: Rules = field(default_factory=Rules)
    now: float = 0.0
    burst: Burst = field(default_factory=Burst)
    taken: list[Stroke] = field(default_factory=list)
    scans: list[BurstScan] = field(default_factory=list)
    delays: dict[int, float] = field(default_factory=dict)
    numbers: count = field(default_factory=lambda: count(1))

    def wait(self, gap: float) -> None:
        """Let `gap` milliseconds go by, with a timer that is up to a millisecond late."""
        end = self.now + gap
        while (moment := due(self.burst, self.now, self.rules)) is not None and moment + 1 < end:
            self.now = max(moment, self.now) + 1
            self.burst, answer = tick(self.burst, self.now, self.rules)
            self._follow(answer)
        self.now = end

    def give(self, kind: Kind, text: str = "", **more: object) -> Fate:
        """Let one stroke happen now."""
        stroke = Stroke(next(self.numbers), self.now, kind, text, **more)  # type: ignore[arg-type]
        self.burst, answer = step(self.burst, stroke, self.rules)
        self._follow(answer)
        if answer.fate is Fate.DELIVER:
            self._deliver(stroke)
        return answer.fate

    def key(self, char: str, dwell: float = 0.0, **more: object) -> None:
        """Press and release one key."""
        kind = ENTERS.get(char, Kind.TEXT)
        self.give(kind, char, code=ord(char), **more)
        self.wait(dwell)
        self.give(kind, char, code=ord(char), pressed=False)

    def scan(self, text: str, gap: float = 3.0, end: str = "\r") -> None:
        """Type as a scanner does."""
        for char in text + end:
            self.wait(gap)
            self.key(char)

    def person(self, text: str, gap: float = 90.0) -> None:
        """Type as a person does."""
        for char in text:
            self.wait(gap)
            self.key(char, dwell=min(gap - 5, 40))

    @property
    def typed(self) -> str:
        """Return what the field got."""
        return "".join(stroke.text for stroke in self.taken if stroke.pressed)

    @property
    def read(self) -> list[str]:
        """Return the texts of the scans."""
        return [each.text for each in self.decoded]

    @property
    def decoded(self) -> list[Decoded]:
        """Return the scans, decoded."""
        return [decoded(scan.strokes, self.rules.prefix) for scan in self.scans]

    def _follow(self, answer: Answer) -> None:
        if answer.scan is not None:
            self.scans.append(answer.scan)
        for stroke in answer.release:
            self._deliver(stroke)

    def _deliver(self, stroke: Stroke) -> None:
        assert stroke.number not in self.delays, "delivered twice"
        self.delays[stroke.number] = self.now - stroke.at
        self.taken.append(stroke)
