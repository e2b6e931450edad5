from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3.dbapi2 as sqlite
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from counter_app.store.engine import connect, open_reader, open_writer


def test_a_key_has_32_bytes(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="32"):
        connect(tmp_path / "store.db", b"short")


def test_the_file_says_nothing_without_its_key(office: Any) -> None:
    office.register("Nguyễn Thị Bí Mật")
    office.store.close()
    data = office.path.read_bytes()
    assert b"SQLite" not in data
    assert "Bí Mật".encode() not in data
    assert b"bi mat" not in data


def test_every_connection_is_durable_and_strict(tmp_path: Path, key: bytes) -> None:
    connection = connect(tmp_path / "store.db", key)
    answers = {
        name: connection.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("foreign_keys", "recursive_triggers", "synchronous", "busy_timeout")
    }
    connection.close()
    assert answers == {
        "foreign_keys": 1,
        "recursive_triggers": 1,
        "synchronous": 2,
        "busy_timeout": 5000,
    }


def test_who_reads_can_not_write(tmp_path: Path, key: bytes) -> None:
    reader = open_reader(tmp_path / "store.db", key)
    writer = open_writer(tmp_path / "store.db", key)
    with writer.connect() as connection, connection.begin():
        connection.execute(text("CREATE TABLE t(a)"))
    with (
        reader.connect() as connection,
        connection.begin(),
        pytest.raises(OperationalError, match="readonly"),
    ):
        connection.execute(text("INSERT INTO t VALUES (1)"))
    with writer.connect() as connection, connection.begin():
        connection.execute(text("INSERT INTO t VALUES (1)"))
    reader.dispose()
    writer.dispose()


def test_a_reader_sees_one_moment(office: Any) -> None:
    office.register()
    with office.store.reading() as tx:
        assert tx.journal.count() == 1
        thread = threading.Thread(target=office.register)
        thread.start()
        thread.join()
        assert tx.journal.count() == 1
    with office.store.reading() as tx:
        assert tx.journal.count() == 2


def test_no_read_then_write_is_lost(office: Any) -> None:
    """4 threads × 50: with the driver's own transactions updates vanish without an error."""

    def count_up() -> None:
        for _ in range(50):
            with office.store.writing() as tx:
                value = tx.setup.get("counted") or 0
                assert isinstance(value, int)
                tx.setup.put("counted", value + 1)

    threads = [threading.Thread(target=count_up) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with office.store.reading() as tx:
        assert tx.setup.get("counted") == 200


def test_two_programs_take_turns_too(tmp_path: Path, key: bytes) -> None:
    """Without the store's own queue: engines of their own, as two processes would have."""
    first = open_writer(tmp_path / "store.db", key)
    with first.connect() as connection, connection.begin():
        connection.exec_driver_sql("CREATE TABLE t(a INTEGER)")
        connection.exec_driver_sql("INSERT INTO t VALUES (0)")

    def count_up() -> None:
        engine = open_writer(tmp_path / "store.db", key)
        for _ in range(50):
            with engine.connect() as connection, connection.begin():
                value = connection.exec_driver_sql("SELECT a FROM t").scalar_one()
                connection.exec_driver_sql("UPDATE t SET a = ?", (value + 1,))
        engine.dispose()

    threads = [threading.Thread(target=count_up) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with first.connect() as connection:
        assert connection.exec_driver_sql("SELECT a FROM t").scalar_one() == 200
    first.dispose()


def test_sqlcipher_keeps_its_troubles_to_itself(
    office: Any, capfd: pytest.CaptureFixture[str]
) -> None:
    office.store.close()
    with pytest.raises(sqlite.DatabaseError):
        connect(office.path, b"x" * 32).execute("SELECT * FROM journal")
    assert capfd.readouterr().err == ""
