"""Which side a home is on: the real counter's, or the training mode's (tập huấn). Never both.

Four signs tell them apart, each by itself: a mark in the folder, a mark in the store, the service
name in the keyring, and the province (its agency is H00, its address this very program's).
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from counter_app.domain.dossiers.code import PRACTICE_AGENCY
from counter_app.domain.enrolment import ENROLMENT, Enrolment
from counter_app.domain.errors.keeping.training import (
    NotPracticeServerError,
    NotTrainingHomeError,
    TrainingHomeError,
)
from counter_app.domain.plain import from_plain

if TYPE_CHECKING:  # the command line asks for folders alone, before a window is painted
    from counter_app.store.store import Store

MARK = "training.json"
"""The file that makes a folder one of the training mode."""

STORE_MARK = "training"
"""Under which name a training store says that it is one."""

REAL_SERVICE, TRAINING_SERVICE = "counter-app", "counter-app-training"

_LOOPBACK = {"127.0.0.1", "::1"}


def is_training(folder: Path) -> bool:
    """Tell whether `folder`, or the one around it, bears the training mode's mark."""
    return any((each / MARK).exists() for each in (folder, folder.parent))


def keyring_service(folder: Path) -> str:
    """Return the service name under which the keyring keeps the secrets of a home."""
    return TRAINING_SERVICE if is_training(folder) else REAL_SERVICE


def check_folder(folder: Path, *, training: bool) -> None:
    """Raise TrainingHomeError or NotTrainingHomeError when `folder` is of the other side."""
    if is_training(folder) and not training:
        raise TrainingHomeError(path=folder)
    if training and not (folder / MARK).exists():
        raise NotTrainingHomeError(path=folder)


def check_store(store: Store, folder: Path, *, training: bool) -> None:
    """Check the store's own mark; a new store of the training mode gets it.

    A mark that was lost with its file, or a folder that was copied, changes nothing: the store
    says by itself what it is. Raises as `check_folder`.
    """
    with store.reading() as tx:
        marked = tx.setup.get(STORE_MARK) is not None
        plain = tx.setup.get(ENROLMENT)
    if marked and not training:
        raise TrainingHomeError(path=folder)
    if not training or marked:
        return
    if plain is not None:
        raise NotTrainingHomeError(path=folder)
    with store.writing() as tx:
        tx.setup.put(STORE_MARK, "1")


def check_enrolment(store: Store, folder: Path, catalogue_key: str) -> None:
    """Check that a training home belongs to the practice province with this public key (base64).

    Raises NotTrainingHomeError: another province's centre, key, or real dossiers.
    """
    with store.reading() as tx:
        plain = tx.setup.get(ENROLMENT)
    if plain is None:
        return
    place = from_plain(Enrolment, plain)
    agency = place.centre.partition(".")[0]
    if agency != PRACTICE_AGENCY or not place.practice or place.catalogue_key != catalogue_key:
        raise NotTrainingHomeError(path=folder)


def only_server(practice_line: str, asked: str) -> str:
    """Return the one address that the training mode speaks to; `asked` is what somebody wished.

    Raises NotPracticeServerError when the line isn't this machine's own, or another was wished.
    """
    if urlsplit(practice_line).hostname not in _LOOPBACK:
        raise NotPracticeServerError(server=practice_line)
    if asked and asked != practice_line:
        raise NotPracticeServerError(server=asked)
    return practice_line
