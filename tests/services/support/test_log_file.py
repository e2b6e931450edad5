"""The log of a home: bounded, silent about its own troubles, and bugs of commands are kept."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from counter_app.domain.errors.work import NotEnrolledError
from counter_app.services.support import log_file
from counter_app.services.support.crash_report import PATTERN
from counter_app.services.support.log_file import LOG_FILE, LOG_FILES, kept_log, log_files

WHO = "Trần Thị Mẫu 001184000123"
ours = logging.getLogger("counter_app.sync.loop")


def text(folder: Path) -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in log_files(folder))


def test_events_are_kept_and_what_the_tests_watch_is_not_changed(tmp_path: Path) -> None:
    handlers, level = logging.getLogger().handlers[:], logging.getLogger("counter_app").level
    with kept_log(tmp_path):
        ours.info("sync.round", extra={"facts": {"accepted": 3, "who": WHO}})
        ours.debug("sync.tick")
    assert logging.getLogger().handlers == handlers
    assert logging.getLogger("counter_app").level == level
    told = text(tmp_path)
    assert "INFO    sync.loop sync.round accepted=3 who=…" in told
    assert "home.opened" in told
    assert "home.closed" in told
    assert "sync.tick" not in told
    assert " +07 " in told
    ours.info("sync.round")
    assert text(tmp_path) == told


def test_all_files_together_are_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log_file, "LOG_BYTES", 2_000)
    with kept_log(tmp_path):
        for number in range(400):
            ours.info("sync.round", extra={"facts": {"number": number}})
    files = list(tmp_path.iterdir())
    assert len(files) == LOG_FILES
    assert sum(path.stat().st_size for path in files) <= LOG_FILES * 2_000
    assert "number=399" in (tmp_path / LOG_FILE).read_text(encoding="utf-8")
    assert log_files(tmp_path)[0].name == LOG_FILE


def test_a_bug_in_a_command_leaves_a_masked_report(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="Mẫu"), kept_log(tmp_path):
        raise ValueError(f"no {WHO}")
    (report,) = tmp_path.glob(PATTERN)
    told = report.read_text(encoding="utf-8") + text(tmp_path)
    assert "ValueError" in told
    assert "home.bug digest=" in told
    for secret in (*WHO.split(), "no Trần"):
        assert secret not in told


def test_a_known_failure_is_logged_by_its_code_and_is_no_bug(tmp_path: Path) -> None:
    with pytest.raises(NotEnrolledError), kept_log(tmp_path):
        raise NotEnrolledError
    assert "home.refused code=work.not_enrolled" in text(tmp_path)
    assert not list(tmp_path.glob(PATTERN))


def test_a_disk_that_refuses_silences_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with kept_log(tmp_path / "nowhere"):
        ours.info("sync.round")
    assert capsys.readouterr().err == ""
