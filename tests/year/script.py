"""What happens in the generated year, decided before any of it is done: the same for one seed.

Each dossier has a script of acts with their moments. What the figures must come to is counted from
these scripts (`tally.py`), never from the program.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import Enum

from counter_app.domain.dates import VIETNAM
from counter_app.domain.deadlines.working_time import WorkingTime

COUNTERS = ("1", "2", "5")


class Do(Enum):
    """What somebody does."""

    RECEIVE = "receive"
    PRINT = "print"
    HAND_OVER = "hand_over"
    ASK = "ask"
    BRING = "bring"
    FINISH = "finish"  # the agency, at the server
    TAKE_IN = "take_in"
    RETURN = "return"
    REFUSE = "refuse"
    WITHDRAW = "withdraw"
    CANCEL = "cancel"  # registered by mistake
    STOP = "stop"
    APOLOGISE = "apologise"
    PAY = "pay"
    RATE = "rate"
    CERTIFY = "certify"
    NOTE = "note"  # an obstacle


@dataclass(frozen=True)
class Deed:
    """One act: when, by whom, where. `value` is what the act needs besides."""

    at: datetime
    do: Do
    who: str
    counter: str
    dossier: int = -1
    value: str = ""


@dataclass
class Plot:
    """One dossier: its procedure, who received it, and what became of it."""

    number: int
    procedure: str
    case: str
    received_at: datetime
    who: str
    counter: str
    paper_first: bool = False
    by_post: bool = False
    deeds: list[Deed] = field(default_factory=list)


@dataclass(frozen=True)
class Cast:
    """Who works in the year: officers by role, procedures with their cases, how long they take."""

    receivers: tuple[str, ...]
    returners: tuple[str, ...]
    cashiers: tuple[str, ...]
    procedures: tuple[tuple[str, str, float], ...]  # code, case, usual working days
    silent: str  # an officer who stops recording in August
    outside: str  # an officer without an appointment


class Year:
    """The script of a year."""

    def __init__(self, seed: int, dossiers: int, cast: Cast, hours: WorkingTime, year: int) -> None:
        self._chance = random.Random(f"year {seed}")
        self._cast, self._hours = cast, hours
        first = date(year, 1, 1)
        days = (first + timedelta(days=at) for at in range(366))
        self.days = [day for day in days if day.year == year and hours.is_working_day(day)]
        self.end = datetime.combine(date(year, 12, 31), time.max, VIETNAM)
        self.plots = [self._plot(number) for number in range(dossiers)]
        self.others = [*self._certifications(dossiers // 4), *self._obstacles(60)]
        self.bulk_day = self._in_bulk()

    def deeds(self) -> list[Deed]:
        """Return everything of the year, in the order of time."""
        every = [deed for plot in self.plots for deed in plot.deeds] + self.others
        return sorted((each for each in every if each.at <= self.end), key=lambda each: each.at)

    def _moment(self, day: date) -> datetime:
        """Return a minute in the hours of a day."""
        begin, end = self._chance.choice(self._hours.sessions(day))
        minutes = int((end - begin).total_seconds() // 60)
        return begin + timedelta(minutes=self._chance.randrange(2, minutes - 2))

    def _later(self, at: datetime, working_days: float) -> datetime:
        """Return a minute of the hours about so many working days later."""
        steps = max(0, round(working_days))
        place = next((i for i, day in enumerate(self.days) if day >= at.date()), len(self.days) - 1)
        if place + steps >= len(self.days):
            return self.end + timedelta(days=1)  # next year: it never happens here
        moment = self._moment(self.days[place + steps])
        return moment if moment > at else at + timedelta(minutes=self._chance.randrange(3, 20))

    def _plot(self, number: int) -> Plot:
        chance, cast = self._chance, self._cast
        code, case, usual = chance.choice(cast.procedures)
        at = self._moment(chance.choice(self.days))
        who = chance.choice(cast.receivers)
        if who == cast.silent and at.month >= 8:
            who = cast.receivers[0]
        counter = chance.choice(COUNTERS)
        plot = Plot(number, code, case, at, who, counter)
        plot.paper_first = chance.random() < 0.02
        plot.by_post = chance.random() < 0.05
        recorded = self._later(at, 1) if plot.paper_first else at
        self._then(plot, recorded, Do.RECEIVE)
        if chance.random() < 0.005:
            self._then(plot, recorded + timedelta(minutes=4), Do.CANCEL)
            return plot
        if chance.random() >= 0.01:  # else nobody ever printed it
            self._then(plot, recorded + timedelta(minutes=1), Do.PRINT)
        if chance.random() < 0.3:
            self._then(plot, recorded + timedelta(minutes=2), Do.PAY, chance.choice(cast.cashiers))
        self._life(plot, recorded, usual)
        return plot

    def _life(self, plot: Plot, recorded: datetime, usual: float) -> None:
        chance = self._chance
        fate = chance.random()
        if fate < 0.01:
            self._then(plot, self._later(recorded, 1), Do.REFUSE)
            return
        if fate < 0.02:
            self._then(plot, self._later(recorded, 1), Do.WITHDRAW)
            return
        if fate < 0.022:
            self._then(plot, self._later(recorded, 1), Do.STOP)
            return
        at = recorded + timedelta(minutes=2)
        if fate < 0.08:
            at = self._later(at, 1)
            self._then(plot, at, Do.ASK)
            if chance.random() < 0.1:
                return  # nothing was ever brought
            at = self._later(at, 3)
            self._then(plot, at, Do.BRING)
        handed = at + timedelta(minutes=chance.randrange(3, 9))
        self._then(plot, handed, Do.HAND_OVER)
        if chance.random() < 0.01:
            return  # the agency never answered
        late = chance.random() < 0.06
        finished = self._later(handed, usual * chance.uniform(0.2, 0.9) + (usual + 3) * late)
        self._then(plot, finished, Do.FINISH)
        taken = self._later(finished, chance.choice((0, 0, 1)))
        self._then(plot, taken, Do.TAKE_IN, chance.choice(self._cast.returners))
        if late and chance.random() < 0.6:
            self._then(plot, taken + timedelta(minutes=1), Do.APOLOGISE)
        if chance.random() < 0.02:
            return  # nobody ever fetched it
        returned = self._later(taken + timedelta(minutes=3), chance.choice((0, 1, 1, 2, 5)))
        self._then(plot, returned, Do.RETURN, chance.choice(self._cast.returners))
        if chance.random() < 0.2:
            scores = chance.choice(("2", "2", "2", "1", "0"))
            self._then(plot, returned + timedelta(minutes=1), Do.RATE, value=scores)

    def _then(self, plot: Plot, at: datetime, do: Do, who: str = "", value: str = "") -> None:
        plot.deeds.append(Deed(at, do, who or plot.who, plot.counter, plot.number, value))

    def _certifications(self, count: int) -> list[Deed]:
        return [
            Deed(
                self._moment(self._chance.choice(self.days)),
                Do.CERTIFY,
                self._chance.choice(self._cast.cashiers),
                self._chance.choice(COUNTERS),
                value=str(self._chance.randrange(1, 9)),
            )
            for _ in range(count)
        ]

    def _obstacles(self, count: int) -> list[Deed]:
        return [
            Deed(
                self._moment(self._chance.choice(self.days)),
                Do.NOTE,
                self._chance.choice(self._cast.receivers),
                self._chance.choice(COUNTERS),
                value=self._chance.choice(_OBSTACLES),
            )
            for _ in range(count)
        ]

    def _in_bulk(self) -> date | None:
        """Let one officer record thirty returns of a week within five minutes; return the day."""
        day = self.days[len(self.days) // 2]
        waiting = [
            (plot, at)
            for plot in self.plots
            for at, deed in enumerate(plot.deeds)
            if deed.do is Do.RETURN and timedelta(0) <= _day_of(deed) - day <= timedelta(days=7)
        ][:30]
        if len(waiting) < 30:
            return None
        begin = self._hours.sessions(self._after(day, 8))[-1][0]
        for place, (plot, at) in enumerate(waiting):
            moment = begin + timedelta(seconds=60 + 10 * place)
            old = plot.deeds[at]
            who = self._cast.returners[0]
            plot.deeds[at] = Deed(moment, old.do, who, old.counter, old.dossier)
            plot.deeds[at + 1 :] = [
                Deed(moment + timedelta(minutes=10), each.do, each.who, each.counter, each.dossier,
                     each.value)
                for each in plot.deeds[at + 1 :]
            ]  # fmt: skip
        return begin.date()

    def _after(self, day: date, days: int) -> date:
        return next(each for each in self.days if each >= day + timedelta(days=days))


_OBSTACLES = (
    "Tờ khai trên Cổng khác mẫu của thông tư",
    "Đường truyền hay mất vào buổi chiều",
    "Cơ sở dữ liệu hộ tịch chậm trả lời",
)


def _day_of(deed: Deed) -> date:
    return deed.at.date()
