"""Evaluation (đánh giá việc giải quyết TTHC): which index gets how many points, and from where.

TT 01/2018/TT-VPCP, Điều 13–15 has nine indices of 0, 1 or 2 points; what follows it isn't known
yet. So indices, sources, points and bands are data, and no point can be typed in.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

FULL = 2
"""The most points of an index."""


class Source(Enum):
    """Where the points of an index come from: what the system knows, or what citizens say."""

    TIME = "time"  # before the promise 2, in time 1, late 0
    SUPPLEMENTS = "supplements"  # how often papers were asked for again
    VISITS = "visits"  # how often the citizen brought papers again
    AGENCIES = "agencies"  # to how many places it was handed over
    ONE_STOP = "one_stop"  # all done at the Centre 2, handed out by the Centre 1
    PUBLICATION = "publication"  # the procedure is published: 2, else 0
    ASKED = "asked"  # the answers of citizens


class Share(Enum):
    """What a group of a set of points is counted by; NONE: another system has it."""

    NONE = "none"
    PUBLISHED = "published"  # published of the approved procedures
    ON_TIME = "on_time"
    ONLINE = "online"  # processed dossiers that came online
    DIGITISED = "digitised"
    SATISFIED = "satisfied"  # answers better than the worst


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of a form of rating: `question` 0 is the first."""

    form: str
    question: int


@dataclass(frozen=True, slots=True)
class Index:
    """One index. `steps`, of what is counted: up to the first 2 points, up to the second 1.

    `asked`: the questions whose answers are its points. `officer`: it counts for officers, too.
    """

    name: str
    source: Source
    steps: tuple[int, ...] = ()
    asked: tuple[Asked, ...] = ()
    officer: bool = False

    def __post_init__(self) -> None:
        counted = self.source in (Source.SUPPLEMENTS, Source.VISITS, Source.AGENCIES)
        if counted and (len(self.steps) != FULL or self.steps[0] > self.steps[1]):
            raise ValueError("a counted index has two steps, the better one first")
        if (self.source is Source.ASKED) != bool(self.asked):
            raise ValueError("an index that is asked names its questions, no other does")

    def of_count(self, count: int) -> int:
        """Return the points for a count."""
        return next((FULL - at for at, most in enumerate(self.steps) if count <= most), 0)


@dataclass(frozen=True, slots=True)
class Band:
    """A class (xếp loại): from `least` tenths of a point on."""

    least: int
    name: str


@dataclass(frozen=True, slots=True)
class PointGroup:
    """A group of another set, of `most` points."""

    name: str
    most: int
    share: Share = Share.NONE


@dataclass(frozen=True, slots=True)
class PointSet:
    """A set of groups of points (QĐ 766/QĐ-TTg)."""

    name: str
    basis: str
    status: str
    groups: tuple[PointGroup, ...] = ()


@dataclass(frozen=True, slots=True)
class EvaluationBook:
    """How is evaluated. `status` says of the scoring what must be known; bands: the best first."""

    version: str = ""
    basis: str = ""
    status: str = ""
    indices: tuple[Index, ...] = ()
    agency_bands: tuple[Band, ...] = ()
    officer_bands: tuple[Band, ...] = ()
    sets: tuple[PointSet, ...] = ()

    def __post_init__(self) -> None:
        for bands in (self.agency_bands, self.officer_bands):
            leasts = [band.least for band in bands]
            if leasts != sorted(set(leasts), reverse=True):
                raise ValueError("bands begin with the best")


def band_of(bands: tuple[Band, ...], tenths: int) -> str:
    """Return the class that an index in tenths of a point is in; "" where none is."""
    return next((band.name for band in bands if tenths >= band.least), "")


def points_of(answer: int, grades: int) -> int:
    """Return the points for an answer (0 the worst) to a question with so many grades."""
    return min(answer, grades - 1) * FULL // (grades - 1)
