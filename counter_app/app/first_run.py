"""The first run, wired: enrolment in the background, then printer and scanner of the open home."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from counter_app.app.home import Home, keep_recovery, new_id, open_home
from counter_app.config import Folders, Settings, read_settings, write_settings
from counter_app.desktop.jobs import Jobs
from counter_app.desktop.presenters.first_run.first_run import Begun, Doors, Enrolled, FirstRun
from counter_app.desktop.presenters.first_run.moving import TakeOver
from counter_app.desktop.presenters.first_run.state import Step
from counter_app.desktop.screens.first_run.first_run_screen import FirstRunScreen
from counter_app.desktop.theme.look import Look
from counter_app.services.counter.enrolment import enrol

STEP = "first-run"
"""Where the step that the wizard stands at is kept; absent or "done" means: no wizard."""

DONE = "done"


@dataclass(frozen=True, slots=True)
class Wizard:
    """What the wizard needs of the running window.

    `open` opens the home behind it once it is enrolled; `keep` keeps the step it stands at;
    `finished` goes on to log-in. `take_over` takes an old machine's work into the open home,
    `pages` are those of the open home.
    """

    jobs: Jobs
    folders: Folders
    flags: Mapping[str, object]
    plain_store: bool
    open: Callable[[], None]
    keep: Callable[[str], None]
    finished: Callable[[], None]
    take_over: TakeOver
    pages: Mapping[Step, Callable[[], QWidget]]


def first_run(look: Look, wizard: Wizard, settings: Settings, home: Home | None) -> FirstRunScreen:
    """Return the wizard; `home` is one that was enrolled by a run that somebody left."""
    begun = Begun(settings.server_url, settings.ca_file)
    if home is not None:
        with home.store.reading() as tx:
            step = tx.setup.get(f"window/{STEP}")
        begun = dataclasses.replace(begun, enrolled=_enrolled(home), step=Step(step))

    def reached(step: Step) -> None:
        if step is Step.RECOVERY:
            wizard.open()
        if step not in (Step.SERVER, Step.CODE):
            wizard.keep(step.value)

    def finished() -> None:
        wizard.keep(DONE)
        wizard.finished()

    doors = Doors(
        enrol=lambda server, code, ca_file: _enrol(wizard, server, code, ca_file),
        reached=reached,
        finished=finished,
        take_over=wizard.take_over,
    )
    return FirstRunScreen(
        look, lambda view: FirstRun(view, wizard.jobs, doors, begun), wizard.pages
    )


def _enrol(wizard: Wizard, server: str, code: str, ca_file: str) -> Enrolled:
    """Make the home, enrol it, and leave it closed. Raises what opening and enrolment can."""
    flags = {**wizard.flags, "server_url": server}
    if ca_file:
        flags["ca_file"] = ca_file
    with open_home(
        wizard.folders.home, plain_store=wizard.plain_store, create=True, flags=flags
    ) as home:
        enrol(
            home.store,
            home.gateway(server),
            code,
            store_key=home.key,
            machine=home.machine.fingerprint,
            server_url=server,
            new_id=new_id,
        )
        with home.store.writing() as tx:
            # Whoever leaves now, or is cut off, finds the wizard where it was.
            tx.setup.put(f"window/{STEP}", Step.RECOVERY.value)
        path = home.folders.settings_file
        kept, _ = read_settings(path)
        write_settings(path, dataclasses.replace(kept, server_url=server, ca_file=ca_file))
        return _enrolled(home)


def _enrolled(home: Home) -> Enrolled:
    enrolment = home.enrolment()
    return Enrolled(
        device=enrolment.device,
        centre=home.reference().centre.shown_name,
        counter=enrolment.counter,
        counter_name=enrolment.counter_name,
        recovery=keep_recovery(home),
        practice=enrolment.practice,
        replaces=bool(enrolment.earlier_keys),
    )
