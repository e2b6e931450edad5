from __future__ import annotations

import ast
import errno
import re
import shutil
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.script import ScriptDirectory

from counter_app.domain.acts.steps import Paid
from counter_app.domain.errors.store import StoreDamagedError, StoreError, StoreNewerError
from counter_app.domain.procedures.fees import FeeKind, FeeLine
from counter_app.store.copies.pages import copy_pages
from counter_app.store.engine import connect, open_migration_engine
from counter_app.store.migrate import REVISIONS, SCRIPTS, configuration, prepare
from counter_app.store.views.lists import DossierFilter

SECOND = '''
"""A second revision."""

from alembic import op

revision = "later"
down_revision = "{last}"


def upgrade() -> None:
    with op.batch_alter_table("setup") as table:
        table.alter_column("value", nullable=True)
    op.execute("ALTER TABLE number_block ADD COLUMN note TEXT")
    {more}
'''


def everything(path: Path, key: bytes | None) -> set[tuple[str, str, str]]:
    """All of sqlite_master but the shadow tables of FTS5, with white space made equal."""

    def even(sql: str | None) -> str:
        return re.sub(r"\s*([(),;])\s*", r"\1", re.sub(r"\s+", " ", sql or "")).strip()

    with closing(connect(path, key)) as connection:
        rows = connection.execute("SELECT type, name, sql FROM sqlite_master").fetchall()
    return {(kind, name, even(sql).replace('"', "")) for kind, name, sql in rows}


def alembic(path: Path, key: bytes | None, act: Any, revision: str) -> None:
    path.touch()
    with open_migration_engine(path, key).connect() as connection, connection.begin():
        act(configuration(connection), revision)


@pytest.fixture
def later(tmp_path: Path) -> Any:
    """Give a folder of migrations with one more revision than the program has."""

    def make(more: str = "pass") -> Path:
        scripts = tmp_path / "migrations"
        shutil.copytree(SCRIPTS, scripts)
        text = SECOND.replace("{last}", REVISIONS[-1]).replace("{more}", more)
        (scripts / "versions" / "later_second.py").write_text(text)
        return scripts

    return make


def test_a_new_store_is_what_the_migrations_make(tmp_path: Path, key: bytes) -> None:
    prepare(tmp_path / "quick.db", key)
    alembic(tmp_path / "slow.db", key, command.upgrade, "head")
    assert everything(tmp_path / "quick.db", key) == everything(tmp_path / "slow.db", key)
    found = []
    for name in ("quick.db", "slow.db"):
        with closing(connect(tmp_path / name, key)) as connection:
            found.append(connection.execute("SELECT * FROM search_config ORDER BY k").fetchall())
    assert found[0] == found[1]
    assert ("pgsz", 3900) in found[0]


def test_up_down_and_up_again(tmp_path: Path, key: bytes) -> None:
    path = tmp_path / "store.db"
    alembic(path, key, command.upgrade, "head")
    before = everything(path, key)
    alembic(path, key, command.downgrade, "base")
    assert {name for _, name, _ in everything(path, key)} == {
        "alembic_version",
        "sqlite_autoindex_alembic_version_1",
    }
    alembic(path, key, command.upgrade, "head")
    assert everything(path, key) == before


def test_the_program_knows_every_revision() -> None:
    script = ScriptDirectory(str(SCRIPTS))
    assert [each.revision for each in script.walk_revisions()][::-1] == list(REVISIONS)


def test_migrations_import_nothing_of_ours() -> None:
    for file in SCRIPTS.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text())):
            names = [alias.name for alias in getattr(node, "names", ()) if hasattr(alias, "name")]
            names.append(getattr(node, "module", "") or "")
            assert not [name for name in names if name.startswith("counter_app")], file


def test_an_older_store_is_copied_and_migrated(office: Any, later: Any) -> None:
    uid = office.register()
    office.store.close()
    before = everything(office.path, office.key)
    prepare(office.path, office.key, revisions=(*REVISIONS, "later"), scripts=later())
    after = everything(office.path, office.key)
    triggers = {row for row in before if row[0] == "trigger"}
    assert {row for row in after if row[0] == "trigger"} == triggers
    (copy,) = office.folder.glob("store.db.before-*")
    assert copy.name == f"store.db.before-{REVISIONS[-1]}-1"
    assert everything(copy, office.key) == before
    with closing(connect(office.path, office.key)) as connection:
        assert connection.execute("SELECT count(*) FROM journal").fetchone() == (1,)
        assert connection.execute("SELECT uid FROM dossier").fetchone() == (uid,)
        connection.execute("SELECT note FROM number_block")


def test_a_store_of_the_first_revision_gets_its_lists(office: Any) -> None:
    uid = office.register()
    office.store.close()
    wanted = everything(office.path, office.key)
    alembic(office.path, office.key, command.downgrade, "0001")
    assert everything(office.path, office.key) != wanted
    office.store = office.open()
    assert everything(office.path, office.key) == wanted
    with office.store.reading() as tx:
        assert [line.uid for line in tx.lists.page(DossierFilter(only_open=True)).lines] == [uid]
    assert office.store.verify().is_whole


def test_what_an_older_program_folded_is_folded_anew(office: Any) -> None:
    uid = office.register()
    office.act(Paid((FeeLine("Lệ phí", FeeKind.CHARGE, 8000),)), uid)
    wanted = office.get(uid)
    assert wanted.paid_amount == 8000
    office.store.close()
    alembic(office.path, office.key, command.downgrade, "0003")
    with closing(connect(office.path, office.key)) as connection, connection:
        row = connection.execute("SELECT snapshot FROM dossier").fetchone()
        older = row[0].replace(b'"payments"', b'"paid"')
        connection.execute("UPDATE dossier SET snapshot = ?", (older,))
    office.store = office.open()
    assert office.get(uid) == wanted
    assert office.store.verify().is_whole


@pytest.mark.parametrize(
    "more",
    [
        "raise RuntimeError('in the middle')",
        'op.execute("INSERT INTO body VALUES (999, NULL)")',
    ],
)
def test_a_migration_that_fails_leaves_the_store_as_it_was(
    office: Any, later: Any, more: str
) -> None:
    office.register()
    office.store.close()
    before = everything(office.path, office.key)
    with pytest.raises((RuntimeError, StoreDamagedError)):
        prepare(office.path, office.key, revisions=(*REVISIONS, "later"), scripts=later(more))
    assert everything(office.path, office.key) == before
    office.store = office.open()
    assert office.store.verify().is_whole


def test_a_copy_that_was_cut_off_doesn_t_look_like_one(
    office: Any, later: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.register()
    office.store.close()

    def cut(source: Path, key: bytes | None, destination: Path) -> None:
        copy_pages(source, key, destination)
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr("counter_app.store.migrate.copy_pages", cut)
    with pytest.raises(StoreError):
        prepare(office.path, office.key, revisions=(*REVISIONS, "later"), scripts=later())
    assert not list(office.folder.glob("*before-*"))
    office.store = office.open()
    assert office.store.verify().is_whole


def test_a_newer_store_is_refused_and_left_alone(office: Any) -> None:
    office.register()
    with closing(connect(office.path, office.key)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '0999'")
    office.store.close()
    before = office.path.read_bytes()
    with pytest.raises(StoreNewerError) as caught:
        office.open()
    assert caught.value.facts["found"] == "0999"
    assert caught.value.facts["known"] == REVISIONS[-1]
    assert office.path.read_bytes() == before


def test_a_store_without_a_revision_is_not_ours(office: Any) -> None:
    office.store.close()
    with closing(connect(office.path, office.key)) as connection:
        connection.execute("DELETE FROM alembic_version")
    with pytest.raises(StoreDamagedError):
        office.open()
