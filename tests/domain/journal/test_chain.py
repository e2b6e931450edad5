from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.acts.steps import ContactWay, Told
from counter_app.domain.journal.chain import breaks
from counter_app.domain.journal.entry import ChainHead, Entry, follows, header_hash, seal
from counter_app.domain.journal.identifier import uuid7
from tests.made import AUTHOR, CHAIN, NOON, Life, received, uid


def a_chain(length: int) -> list[Entry]:
    life = Life()
    life.does(received())
    for number in range(length - 1):
        life.does(Told(ContactWay.PHONE, f"lần {number}"))
    return [recorded.entry for recorded in life.entries]


def test_a_chain_is_whole() -> None:
    chain = a_chain(5)
    found, head = breaks(chain)
    assert found == ()
    assert head == chain[-1].head()
    assert follows(chain[2].head(), chain[3])
    assert not follows(chain[1].head(), chain[3])


@pytest.mark.parametrize(
    ("missing", "left_at", "gaps"),
    [
        ({4}, None, [5]),  # a chain that goes on here has every entry
        ({4}, 3, []),  # the feed brought 5 and never had 4
        ({3, 5}, 2, []),
        ({3}, 3, [4]),  # 3 was written here
        ({2, 5}, 4, [3]),
    ],
)
def test_behind_where_it_was_left_a_chain_may_have_holes(
    missing: set[int], left_at: int | None, gaps: list[int]
) -> None:
    rest = [entry for entry in a_chain(6) if entry.n not in missing]
    found, _ = breaks(rest, left_at)
    assert [(each.n, each.why) for each in found] == [(n, "gap") for n in gaps]


def test_nothing_has_no_head() -> None:
    assert breaks([]) == ((), None)


@given(st.integers(0, 4), st.sampled_from(["officer", "counter", "body_sha256", "code"]))
def test_any_changed_header_is_found(place: int, name: str) -> None:
    chain = a_chain(5)
    chain[place] = dataclasses.replace(chain[place], **{name: "0" * 64})
    found, _ = breaks(chain)
    assert [each.why for each in found if each.n == place + 1] == ["hash"]


@given(st.integers(0, 3))
def test_a_removed_entry_is_found(place: int) -> None:
    chain = a_chain(5)
    del chain[place]
    assert breaks(chain)[0][0].why == "gap"


def test_a_forged_successor_is_found() -> None:
    chain = a_chain(3)
    forged = dataclasses.replace(chain[1], officer="cb-99")
    forged = dataclasses.replace(forged, hash=header_hash(forged))
    assert [each.why for each in breaks([chain[0], forged, chain[2]])[0]] == ["link"]


def test_a_moment_needs_its_zone() -> None:
    with pytest.raises(ValueError, match="time zone"):
        seal(
            ChainHead(CHAIN),
            uid=uid(1),
            kind=a_chain(1)[0].kind,
            data=b"{}",
            author=AUTHOR,
            occurred_at=NOON.replace(tzinfo=None),
            clock_quality=a_chain(1)[0].clock_quality,
        )


@given(st.integers(0, 2**48 - 1), st.binary(min_size=10, max_size=10))
def test_uuid7_carries_its_time_and_version(milliseconds: int, randomness: bytes) -> None:
    text = uuid7(milliseconds, randomness)
    assert int(text.replace("-", "")[:12], 16) == milliseconds
    assert text[14] == "7"
    assert text[19] in "89ab"


def test_later_ids_sort_later() -> None:
    assert uuid7(1, b"\xff" * 10) < uuid7(2, b"\x00" * 10)
    with pytest.raises(ValueError, match="10 random bytes"):
        uuid7(1, b"")
