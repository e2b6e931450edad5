"""Every program that was released is listed with its revision, and its store is brought to today's.

All revisions: `python -m tests.released`.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from counter_app import __version__
from counter_app.domain.updates.fitting import version_key
from counter_app.store.migrate import REVISIONS
from tests.released.lived import RELEASED, upgraded_from


def test_each_release_is_listed_with_a_revision_that_is_known() -> None:
    assert {each["revision"] for each in RELEASED} <= set(REVISIONS)
    versions = [version_key(each["program"]) for each in RELEASED]
    assert versions == sorted(set(versions))
    assert versions[-1] <= version_key(__version__)


@pytest.mark.parametrize("revision", ["0002"])
def test_nothing_is_lost_on_the_way(tmp_path: Path, revision: str) -> None:
    found = upgraded_from(tmp_path, revision)
    assert found["journal"] >= 9
    assert found["delivery"] >= 9
