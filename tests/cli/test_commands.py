"""The commands as an administrator types them: one of each kind in a process of its own."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from counter_app.app.home import open_home
from counter_app.cli import COMMANDS, main
from counter_app.domain.acts.audit import FormSetLeft, FormSetTaken, FormSetWay
from counter_app.domain.acts.kinds import Kind
from tests.sandbox.running import RunningSandbox

pytestmark = pytest.mark.long


def typed(words: tuple[object, ...], home: Path | None) -> list[str]:
    where = ["--home", str(home), "--plain-store"] if home else []
    return [str(words[0]), *where, *map(str, words[1:])]


def run(*words: object, home: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run a command in this process: a start of the program takes a second."""
    out, err = io.StringIO(), io.StringIO()
    told = typed(words, home)
    with redirect_stdout(out), redirect_stderr(err):
        code = main(told)
    return subprocess.CompletedProcess(told, code, out.getvalue(), err.getvalue())


def run_apart(*words: object, home: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run a command in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "counter_app", *typed(words, home)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring"},
    )


@pytest.mark.parametrize("name", [None, *COMMANDS])
def test_help_has_examples(name: str | None, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["--help"] if name is None else [name.replace("_", "-"), "--help"]
    with pytest.raises(SystemExit) as caught:
        main(words)
    assert caught.value.code == 0
    shown = capsys.readouterr().out
    assert "ví dụ:" in shown
    assert "counter-app" in shown
    assert "--home" in shown


@pytest.mark.parametrize("command", ["verify", "rebuild"])
def test_a_home_that_was_never_enrolled_says_so(command: str, tmp_path: Path) -> None:
    done = run(command, home=tmp_path)
    assert done.returncode == 1
    assert "chưa được ghi danh" in done.stderr
    assert "Traceback" not in done.stderr


def test_wrong_usage_is_two() -> None:
    assert run_apart("verifyy").returncode == 2


def test_enrol_verify_backup_restore_doctor(tmp_path: Path) -> None:
    home, copy = tmp_path / "home", tmp_path / "copy.db"
    with RunningSandbox(tmp_path) as province:
        code = province.clerk.enrol_code("1")
        done = run_apart("enrol", "--server", province.url, "--code", code, home=home)
        assert done.returncode == 0, done.stderr
        assert "Đã ghi danh: máy quầy số" in done.stdout
        again = run("enrol", "--server", province.url, "--code", code, home=home)
        assert again.returncode == 1
        assert "đã được ghi danh" in again.stderr
        doctor = run_apart("doctor", home=home)
        assert "✓ Máy chủ" in doctor.stdout
        assert "✓ Đồng hồ" in doctor.stdout
        assert "✓ Số hồ sơ" in doctor.stdout
        assert "✓ Biểu mẫu       hôm nay in theo TT03-2025 (kèm chương trình)" in doctor.stdout
        assert "Traceback" not in doctor.stderr
    assert "Nhật ký nguyên vẹn" in run("verify", home=home).stdout
    assert run("rebuild", home=home).returncode == 0
    assert run("backup", copy, home=home).returncode == 0
    done = run("restore", copy, home=home)
    assert done.returncode == 0, done.stderr
    assert "được cất tại" in done.stdout
    down = run("doctor", home=home)
    assert down.returncode == 1
    assert "✗ Máy chủ" in down.stdout
    assert "Traceback" not in down.stderr


def test_a_wrong_code_is_one_sentence(tmp_path: Path) -> None:
    with RunningSandbox(tmp_path) as province:
        done = run("enrol", "--server", province.url, "--code", "AAAA-BBBB", home=tmp_path / "h")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_an_encrypted_home_without_a_keyring_says_what_to_do(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "counter_app", "enrol", "--home", str(tmp_path / "h"),
         "--server", "http://127.0.0.1:9", "--code", "AAAA-BBBB"],
        capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"},
    )  # fmt: skip
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "kho khóa" in done.stderr.lower()


def test_a_list_is_checked_and_kept(tmp_path: Path) -> None:
    good = Path(__file__).parents[2] / "resources" / "procedures" / "starter.json"
    done = run("import-catalogue", good, "--check", home=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "Nhập được" in done.stdout
    bad = tmp_path / "bad.xlsx"
    bad.write_bytes(b"PK\x03\x04 broken")
    done = run("import-catalogue", bad, "--check", home=tmp_path)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr


def test_a_form_set_is_copied_checked_taken_over_and_left(tmp_path: Path) -> None:
    home, forms = tmp_path / "home", tmp_path / "bieu-mau"
    assert main(["forms", "copy", "TT03-2025", str(forms)]) == 0
    assert main(["forms", "copy", "TT99", str(tmp_path / "x")]) == 2
    done = run("forms", "check", forms)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Đạt: TT03-2025 · căn cứ Thông tư 03/2025/TT-VPCP" in done.stdout
    with RunningSandbox(tmp_path) as province:
        code = province.clerk.enrol_code("1")
        assert run("enrol", "--server", province.url, "--code", code, home=home).returncode == 0
    taken = run("forms", "take", forms, home=home)
    assert taken.returncode == 0, taken.stderr
    kept = (home / "forms" / "TT03-2025.json").read_bytes()
    guide = forms / "TT03-2025" / "letters" / "guide.json"
    guide.write_bytes(guide.read_bytes()[:200])
    refused = run("forms", "take", forms, home=home)
    assert refused.returncode == 1
    assert "TT03-2025/letters/guide.json, dòng" in refused.stdout
    assert "Traceback" not in refused.stderr
    assert (home / "forms" / "TT03-2025.json").read_bytes() == kept
    assert "Đã bỏ" in run("forms", "back", "TT03-2025", home=home).stdout
    assert "không có bộ riêng" in run("forms", "back", "TT03-2025", home=home).stdout
    verified = run("verify", home=home)
    assert verified.returncode == 0, verified.stdout
    with open_home(home, plain_store=True) as opened, opened.store.reading() as tx:
        today = opened.clock.now().at.date()
        told = tx.day_acts.between(today, today, (Kind.FORM_SET_TAKEN, Kind.FORM_SET_LEFT))
    assert [row.entry.kind for row in told] == [Kind.FORM_SET_TAKEN, Kind.FORM_SET_LEFT]
    digest = hashlib.sha256(kept).hexdigest()
    for row in told:
        assert isinstance(row.body, FormSetTaken | FormSetLeft)
        assert (row.body.sha256, row.body.way) == (digest, FormSetWay.COMMAND)
        assert row.body.by.startswith("tài khoản máy ")


def test_a_form_set_that_is_not_there_is_one_sentence(tmp_path: Path) -> None:
    done = run("forms", "check", tmp_path / "gone")
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
