"""IPP messages: what is written is read back, and what is no message is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.devices.ipp import IppError, Tag, attribute, number, read, texts, written


def test_a_message_comes_back() -> None:
    size = (attribute("x-dimension", Tag.INTEGER, 14800), attribute("y-dimension", Tag.INTEGER, 1))
    message = written(
        0x0002,
        7,
        [
            (Tag.OPERATION, [attribute("job-name", Tag.NAME, "Giấy tiếp nhận")]),
            (
                Tag.JOB,
                [
                    attribute("copies", Tag.INTEGER, 2),
                    attribute("sides", Tag.KEYWORD, "one-sided", "two-sided"),
                    attribute("ipp-attribute-fidelity", Tag.BOOLEAN, bool(0)),
                    attribute("job-state", Tag.ENUM, 9),
                    attribute("copies-supported", Tag.RANGE, (1, 99)),
                    attribute("resolution", Tag.RESOLUTION, (600, 600, 3)),
                    attribute(
                        "media-col",
                        Tag.COLLECTION,
                        (
                            attribute("media-size", Tag.COLLECTION, size),
                            attribute("media-source", Tag.KEYWORD, "main"),
                        ),
                    ),
                ],
            ),
        ],
        b"%PDF",
    )
    found = read(message)
    assert (found.code, found.request, found.data) == (0x0002, 7, b"%PDF")
    assert texts(found.group(Tag.OPERATION), "job-name") == ("Giấy tiếp nhận",)
    job = found.group(Tag.JOB)
    assert number(job, "copies") == 2
    assert number(job, "absent", 5) == 5
    assert texts(job, "sides") == ("one-sided", "two-sided")
    assert job["ipp-attribute-fidelity"] == [False]
    assert job["copies-supported"] == [(1, 99)]
    assert job["resolution"] == [(600, 600, 3)]
    assert job["media-col"] == [
        {
            "media-size": [{"x-dimension": [14800], "y-dimension": [1]}],
            "media-source": ["main"],
        }
    ]


def test_text_with_its_language_and_no_value() -> None:
    with_language = b"\x00\x02vi\x00\x03m\xc3\xa1"
    body = (
        b"\x02\x00\x00\x00\x00\x00\x00\x01\x01"
        b"\x35\x00\x01a"
        + len(with_language).to_bytes(2, "big")
        + with_language
        + b"\x13\x00\x01b\x00\x00\x03"
    )
    assert read(body).group(Tag.OPERATION) == {"a": ["má"], "b": [None]}


@given(st.binary(max_size=200))
def test_anything_else_is_refused_calmly(data: bytes) -> None:
    try:
        read(data)
    except IppError:
        return


@given(st.integers(0, 60))
def test_a_message_that_was_cut_is_refused(length: int) -> None:
    whole = written(2, 1, [(Tag.OPERATION, [attribute("job-name", Tag.NAME, "x" * 60)])])
    with pytest.raises(IppError):
        read(whole[:length])
