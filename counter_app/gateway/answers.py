"""What counts as an answer, and what as an acknowledgement (SYNC §2, rules 2 and 12)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from counter_app.contract.entries import BatchAnswer, EntryBatch, EntryResult, Head, Hints
from counter_app.contract.shapes import Message
from counter_app.domain.errors.wire import (
    CutAnswerError,
    NotJsonError,
    SchemaError,
    WireError,
    WrongEchoError,
)
from counter_app.gateway.line import Answer

M = TypeVar("M", bound=Message)


def parse(model: type[M], answer: Answer, *, what: str, host: str) -> M:
    """Return the message in a successful answer; `what` was asked, for the error.

    Raises `NotJsonError`, `CutAnswerError` or `SchemaError`; what is nested too deeply (more than
    some 200 levels, pydantic's own limit) is refused like any other wrong shape.
    """
    if answer.media_type != "application/json":
        raise NotJsonError(host=host)
    try:
        return model.model_validate_json(answer.data)
    except ValueError as error:
        raise _why(answer.data, what, host) from error


def _why(data: bytes, what: str, host: str) -> WireError:
    try:
        json.loads(data)
    except RecursionError:
        return SchemaError(host=host, what=what)
    except ValueError:
        # Half of our own JSON begins well; a page called JSON by mistake doesn't.
        return CutAnswerError(host=host) if data[:1] in (b"{", b"") else NotJsonError(host=host)
    return SchemaError(host=host, what=what)


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """The part of an answer that may be believed.

    `results` by uid: each echoes uid and digest of an entry that was sent. `missing`: uids that the
    answer says nothing credible about; they stay unknown. `sent`: the request's bytes on the wire.
    """

    results: Mapping[str, EntryResult]
    missing: tuple[str, ...]
    head: Head
    hints: Hints
    server_time: datetime
    sent: int


def acknowledged(batch: EntryBatch, answer: BatchAnswer, *, sent: int, host: str) -> Acknowledged:
    """Return what `answer` acknowledges of `batch`.

    Raises `WrongEchoError` when it belongs to another batch, or to none of the entries at all.
    Results of entries that weren't sent are ignored; two different results of one entry
    contradict each other and count as none.
    """
    if answer.batch_id != batch.batch_id:
        raise WrongEchoError(host=host)
    digests = {entry.uid: entry.body_sha256 for entry in batch.entries}
    results: dict[str, EntryResult] = {}
    doubtful: set[str] = set()
    for result in answer.results:
        if digests.get(result.uid) != result.sha256:
            continue
        if results.setdefault(result.uid, result) != result:
            doubtful.add(result.uid)
    believed = {uid: result for uid, result in results.items() if uid not in doubtful}
    if not believed:
        raise WrongEchoError(host=host)
    missing = tuple(uid for uid in digests if uid not in believed)
    return Acknowledged(believed, missing, answer.head, answer.hints, answer.server_time, sent)
