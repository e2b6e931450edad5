"""Unattended enrolment (ghi danh không người ngồi máy): from checked answers to a counter.

It may be pushed again and again. Whatever stopped it, the same answers go on where it stopped; a
machine that already is what they say is left alone, so that an officer's own settings stay.
"""

from __future__ import annotations

import dataclasses
import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from counter_app.app.home import Home, keep_recovery, new_id, open_home
from counter_app.app.rollout.scanner_names import IN_USE, PROFILE
from counter_app.config import Folders, Settings, read_settings, write_settings
from counter_app.desktop.scanning.profile import Mode, ScannerProfile
from counter_app.devices.system_printers import PrinterList, printers
from counter_app.domain.enrolment import CounterPlace, Enrolment
from counter_app.domain.errors.home import NotWritableError, SettingsRefusedError
from counter_app.domain.errors.installing.rollout import CopiedHomeError, EnrolledElsewhereError
from counter_app.domain.plain import to_plain
from counter_app.domain.problems import only_false
from counter_app.durable import write_atomically
from counter_app.services.counter.enrolment import enrol, read_enrolment
from counter_app.services.rollout.answers import SERIAL, Answers
from counter_app.services.rollout.home_note import HomeNote, keep_home_note, note_of, read_home_note
from counter_app.vault.machine import identify

AUTHORITIES = "authorities.pem"
"""The province's own authorities in the home: the share they came from needn't stay."""

Step = Callable[[str], None]
"""Takes one step in words, for the screen and the roll-out's log. Never a one-time code."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the machine is now. `recovery` is the printed code, "" when nothing was enrolled now."""

    note: HomeNote
    is_new: bool
    recovery: str = ""


def enrol_by_answers(
    answers: Answers,
    home: Path | None = None,
    *,
    plain_store: bool = False,
    told: Step,
    printers_here: Callable[[], PrinterList] = printers,
) -> Outcome:
    """Make this machine what the answers say; `home` goes before theirs.

    Raises `EnrolledElsewhereError`, `CopiedHomeError`, and what opening a home and enrolment raise.
    """
    folders = Folders.at(home or answers.home)
    known = _known(folders, plain_store=plain_store)
    if known is not None:
        _check(known, answers, identify(folders.machine_file).fingerprint)
        told(
            f"Máy này đã là máy quầy số {known.device}, quầy {known.counter} của {known.centre}; "
            "không thay đổi gì"
        )
        return Outcome(known, is_new=False)
    _keep_settings(folders, answers)
    told(f"Đã ghi cài đặt vào {folders.home}")
    with open_home(folders.home, plain_store=plain_store, create=True) as opened:
        _keep_scanner(opened, answers)
        _log.info("enrol.asking")
        told(f"Đang hỏi {answers.server}")
        enrolment = _enrol(opened, answers)
        _log.info("enrol.done", extra={"facts": {"epoch": enrolment.epoch}})
        recovery = keep_recovery(opened)
        keep_home_note(folders.home, enrolment)
    told(f"Đã ghi danh: máy quầy số {enrolment.device}, quầy {enrolment.counter}")
    _tell_printer(answers.printer, printers_here, told)
    return Outcome(note_of(enrolment), is_new=True, recovery=recovery)


def _known(folders: Folders, *, plain_store: bool) -> HomeNote | None:
    """Return what the home is enrolled as; None for one that isn't, or isn't there yet.

    The note is asked first: the window may be open, and is not to be disturbed.
    """
    if not folders.store_file.exists():
        return None
    known = read_home_note(folders.home)
    if known is not None:
        return known
    # By hand with an earlier program, cut off before the note, or only begun.
    with open_home(folders.home, plain_store=plain_store, create=True) as opened:
        enrolment = read_enrolment(opened.store)
    return note_of(enrolment) if enrolment is not None else None


def _enrol(opened: Home, answers: Answers) -> Enrolment:
    gateway = opened.gateway(answers.server)
    try:
        return enrol(
            opened.store,
            gateway,
            answers.code,
            store_key=opened.key,
            machine=opened.machine.fingerprint,
            server_url=answers.server,
            new_id=new_id,
            wanted=CounterPlace(answers.centre, answers.counter),
        )
    finally:
        gateway.close()


def _check(known: HomeNote, answers: Answers, machine: str) -> None:
    """Raise unless the home is what the answers say, on the machine that it was made on."""
    if known.machine != machine:
        raise CopiedHomeError(device=known.device)
    wanted = (answers.server, answers.centre, answers.counter)
    if (known.server, known.centre, known.counter) != wanted:
        raise EnrolledElsewhereError(
            device=known.device,
            counter=known.counter,
            centre=known.centre,
            server=known.server,
            wanted_counter=answers.counter,
            wanted_centre=answers.centre,
            wanted_server=answers.server,
        )


def _keep_settings(folders: Folders, answers: Answers) -> None:
    """Write what the window reads: settings that aren't in the answers stay as they are."""
    kept, problems = read_settings(folders.settings_file)
    if stopping := only_false(problems):
        raise SettingsRefusedError(stopping, path=folders.settings_file)
    folders.prepare()
    path = folders.home / AUTHORITIES
    if answers.ca:
        try:
            write_atomically(path, answers.ca.encode())
        except OSError as error:
            raise NotWritableError(path=path, reason=error.strerror) from error
    write_settings(folders.settings_file, _chosen(kept, answers, path))


def _chosen(kept: Settings, answers: Answers, authorities: Path) -> Settings:
    return dataclasses.replace(
        kept,
        server_url=answers.server,
        ca_file=str(authorities) if answers.ca else "",
        printer=answers.printer,
        layout=answers.layout,
        allow_machine_file=answers.allow_machine_file or kept.allow_machine_file,
    )


def _keep_scanner(opened: Home, answers: Answers) -> None:
    """Keep the scanner where the window's own choice is kept (`app/scanners.py`)."""
    mode = Mode.SERIAL if answers.scanner == SERIAL else Mode.KEYBOARD
    port = answers.scanner_port if mode is Mode.SERIAL else ""
    name = f"{mode.value}:{port}" if port else mode.value
    profile = ScannerProfile(name, mode, port, prefix=answers.scanner_prefix)
    with opened.store.writing() as tx:
        tx.setup.put(f"window/{PROFILE}{name}", to_plain(profile))
        tx.setup.put(f"window/{IN_USE}", name)


def _tell_printer(name: str, printers_here: Callable[[], PrinterList], told: Step) -> None:
    if not name:
        return
    found = printers_here()
    if found.asked and name not in found.names:
        told(f"Lưu ý: máy này chưa có máy in “{name}”; cài xong là in được, không cần ghi danh lại")
