from __future__ import annotations

import threading
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.sandbox.counter import SignedCounter, new_uid, now
from tests.sandbox.running import RunningSandbox


def ask(
    counter: SignedCounter, *wishes: tuple[date, str, int], request_id: str = ""
) -> dict[str, Any]:
    message = {
        "device": counter.device,
        "epoch": counter.epoch,
        "request_id": request_id or new_uid(),
        "wishes": [
            {"agency": counter.centre, "day": day.isoformat(), "lane": lane, "size": size}
            for day, lane, size in wishes
        ],
    }
    response = counter.call("POST", "/v1/number-blocks", message)
    return {"status": response.status_code, **response.json()}


def test_near_from_below_far_from_above(counter: SignedCounter) -> None:
    day = now().date() + timedelta(days=5)
    answer = ask(counter, (day, "near", 10), (day, "far", 20), (day, "near", 5))
    ranges = [(each["lane"], each["first"], each["last"]) for each in answer["blocks"]]
    assert ranges == [("near", 1, 10), ("far", 6000, 6019), ("near", 11, 15)]
    assert not answer["short"]


def test_a_lost_answer_wastes_no_number(counter: SignedCounter) -> None:
    day, request = now().date(), new_uid()
    first = ask(counter, (day, "near", 10), request_id=request)
    again = ask(counter, (day, "near", 10), request_id=request)
    assert again["blocks"] == first["blocks"]
    other = ask(counter, (day, "near", 11), request_id=request)
    assert (other["status"], other["type"]) == (422, "request-reused")


def test_serials_run_short(counter: SignedCounter) -> None:
    day = now().date() + timedelta(days=1)
    assert ask(counter, (day, "far", 3990))["short"] is False
    rest = ask(counter, (day, "far", 20))
    assert [(each["first"], each["last"]) for each in rest["blocks"]] == [(9990, 9999)]
    assert rest["short"]
    for _ in range(2):
        assert (ask(counter, (day, "far", 20))["blocks"], rest["short"]) == ([], True)


def test_five_digits(tmp_path: Path) -> None:
    with RunningSandbox(tmp_path, number_width=5) as sandbox:
        counter = SignedCounter(sandbox.url).enrol(sandbox.enrol_code())
        assert [each["first"] for each in counter.blocks] == [1, 60_000]
        assert counter.send([counter.received()])[0].status.value == "accepted"
        assert counter.used[0].endswith("-00001")
        counter.session.close()


@pytest.mark.parametrize(("days", "status"), [(-1, 200), (-2, 422), (60, 200), (61, 422)])
def test_days_have_bounds(counter: SignedCounter, days: int, status: int) -> None:
    assert ask(counter, (now().date() + timedelta(days=days), "near", 1))["status"] == status


def test_another_agency_is_refused(counter: SignedCounter) -> None:
    counter.centre = "H26.99"
    answer = ask(counter, (now().date(), "near", 1))
    assert (answer["status"], answer["type"]) == (422, "agency-foreign")


@settings(
    max_examples=5,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    st.lists(
        st.tuples(st.integers(0, 3), st.sampled_from(["near", "far"]), st.integers(1, 900)),
        min_size=1,
        max_size=6,
    )
)
def test_blocks_never_overlap(sandbox: RunningSandbox, wishes: list[tuple[int, str, int]]) -> None:
    """Four counters ask at once, each asks everything twice."""
    counters = [SignedCounter(sandbox.url).enrol(sandbox.enrol_code()) for _ in range(4)]
    granted: list[dict[str, Any]] = []

    def work(counter: SignedCounter) -> None:
        for days, lane, size in wishes:
            request, day = new_uid(), now().date() + timedelta(days=days)
            first = ask(counter, (day, lane, size), request_id=request)
            again = ask(counter, (day, lane, size), request_id=request)
            assert first["blocks"] == again["blocks"]
            granted.extend(first["blocks"])

    threads = [threading.Thread(target=work, args=(counter,)) for counter in counters]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    numbers = [
        (each["day"], number)
        for each in granted
        for number in range(each["first"], each["last"] + 1)
    ]
    assert len(numbers) == len(set(numbers))
    for counter in counters:
        counter.session.close()
