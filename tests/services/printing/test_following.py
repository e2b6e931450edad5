"""What a job's reports mean, second by second."""

from __future__ import annotations

import pytest

from counter_app.devices.spooler import JobReport, JobState
from counter_app.domain.errors.printing import (
    AbortedError,
    CancelledError,
    CoverOpenError,
    HeldError,
    JammedError,
    NoInkError,
    NoPaperError,
    OfflineError,
    PrinterError,
)
from counter_app.services.printing.following import GRACE, OFFLINE_GRACE, PATIENCE, Following
from counter_app.services.printing.outcome import PrintKind


def following() -> Following:
    return Following("HP 107a", "Giấy tiếp nhận H26", sent_at=100.0)


def report(state: JobState, *reasons: str) -> JobReport:
    return JobReport(state, frozenset(reasons))


def test_completed_is_done() -> None:
    outcome = following().told(report(JobState.DONE), 100.2)
    assert outcome is not None
    assert outcome.kind is PrintKind.DONE
    assert outcome.words == "Đã in Giấy tiếp nhận H26."


@pytest.mark.parametrize(
    ("reason", "error", "short"),
    [
        ("media-empty", NoPaperError, "máy in HP 107a hết giấy"),
        ("media-needed", NoPaperError, "máy in HP 107a hết giấy"),
        ("media-jam", JammedError, "máy in HP 107a bị kẹt giấy"),
        ("cover-open", CoverOpenError, "máy in HP 107a đang mở nắp"),
        ("toner-empty", NoInkError, "máy in HP 107a hết mực"),
        ("paused", HeldError, "máy in HP 107a đang tạm dừng"),
    ],
)
def test_a_fault_that_lasts_is_said(reason: str, error: type[PrinterError], short: str) -> None:
    job = following()
    assert job.told(report(JobState.PRINTING, reason), 100.0) is None
    assert job.told(report(JobState.PRINTING, reason), 100.0 + GRACE - 0.1) is None
    outcome = job.told(report(JobState.PRINTING, reason), 100.0 + GRACE)
    assert outcome is not None
    assert outcome.kind is PrintKind.FAILED
    assert isinstance(outcome.error, error)
    assert outcome.short == short
    assert outcome.words.startswith(f"Chưa in được Giấy tiếp nhận H26: {short}. Hồ sơ đã lưu.")


def test_a_fault_left_over_from_before_is_not_believed() -> None:
    job = following()
    assert job.told(report(JobState.PRINTING, "media-empty"), 100.0) is None
    assert job.told(report(JobState.PRINTING), 101.0) is None
    assert job.told(report(JobState.PRINTING, "media-empty"), 102.5) is None
    assert job.told(report(JobState.DONE), 103.0) is not None


def test_connecting_may_take_longer() -> None:
    job = following()
    assert job.told(report(JobState.PRINTING, "connecting-to-device"), 100.0) is None
    assert job.told(report(JobState.PRINTING, "connecting-to-device"), 106.0) is None
    outcome = job.told(report(JobState.PRINTING, "connecting-to-device"), 100.0 + OFFLINE_GRACE)
    assert outcome is not None
    assert isinstance(outcome.error, OfflineError)


@pytest.mark.parametrize("state", [JobState.HELD, JobState.STOPPED])
def test_a_held_job_is_said(state: JobState) -> None:
    job = following()
    assert job.told(report(state), 100.0) is None
    outcome = job.told(report(state), 103.0)
    assert outcome is not None
    assert isinstance(outcome.error, HeldError)


def test_cancelled_and_aborted() -> None:
    cancelled = following().told(report(JobState.CANCELLED, "job-canceled-at-device"), 101.0)
    assert cancelled is not None
    assert isinstance(cancelled.error, CancelledError)
    aborted = following().told(
        JobReport(JobState.ABORTED, frozenset({"aborted-by-system"}), "Filter failed"), 101.0
    )
    assert aborted is not None
    assert isinstance(aborted.error, AbortedError)
    assert "Filter failed" in aborted.words


def test_silence_is_unconfirmed() -> None:
    job = following()
    assert job.told(report(JobState.PRINTING), 100.0 + PATIENCE - 0.1) is None
    outcome = job.told(report(JobState.PRINTING), 100.0 + PATIENCE)
    assert outcome is not None
    assert outcome.kind is PrintKind.UNCONFIRMED
    assert outcome.proof is None
    forgotten = following().told(report(JobState.UNKNOWN), 101.0)
    assert forgotten is not None
    assert forgotten.kind is PrintKind.UNCONFIRMED
