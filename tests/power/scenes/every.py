"""All scenes by their names."""

from __future__ import annotations

from tests.power.scenes.day import Day
from tests.power.scenes.enrolling import Enrolling
from tests.power.scenes.migrating import Migrating
from tests.power.scenes.purging import Purging
from tests.power.scenes.recovering import Recovering
from tests.power.scenes.restoring import Restoring
from tests.power.scenes.scene import Scene
from tests.power.scenes.second import Second

DAY = "day"


def scene(name: str, acts: int = 4) -> Scene:
    """Return the scene `name`; `acts`: how long a day is."""
    return Day(acts) if name == DAY else OTHERS[name]()


OTHERS: dict[str, type[Scene]] = {
    "enrolling": Enrolling,
    "migrating": Migrating,
    "restoring": Restoring,
    "purging": Purging,
    "recovering": Recovering,
    "second": Second,
}
