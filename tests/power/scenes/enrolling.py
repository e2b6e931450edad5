"""A new machine is enrolled: afterwards it is enrolled, or can be anew."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest import mock

from counter_app.app.home import Home, keep_recovery, new_id, open_home
from counter_app.contract.devices import EnrolAnswer, EnrolRequest
from counter_app.domain.errors import CounterError
from counter_app.domain.errors.work import NotEnrolledError
from counter_app.gateway.client import Gateway
from counter_app.services.counter.enrolment import enrol, read_enrolment
from counter_app.store.store import FILE_NAME
from tests.power.scenes.opened import found, opened, receive_one
from tests.power.scenes.scene import Found, Promised, Telling
from tests.sandbox.running import RunningSandbox

_ASKED, _ENROLLED = "asked", "enrolled"
_ALLOWED: dict[str, object] = {"allow_machine_file": True}


class Enrolling:
    """The scene: not even the home's folder is there before."""

    def prepare(self, root: Path, province: RunningSandbox, seed: str) -> tuple[str, ...]:
        """Get a one-time code."""
        self._province, self._code = province, province.enrol_code("1")
        return province.url, self._code

    def play(self, root: Path, say: Telling, *words: str) -> None:
        """Enrol as the command does; then receive the first citizen."""
        url, code = words
        really = Gateway.enrol

        def told(gateway: Gateway, request: EnrolRequest) -> EnrolAnswer:
            say(_ASKED)
            return really(gateway, request)

        with mock.patch.object(Gateway, "enrol", told):
            _enrol(root / "home", url, code)
        say(_ENROLLED)
        with opened(root / "home", _ALLOWED) as program:
            dossier = receive_one(program, "online")
            say("received", codes={dossier.shown_code: dossier.uid})

    def found(self, root: Path, said: Promised, whole: Promised) -> Found:
        """Open it; where it isn't enrolled, enrol it with the same code, as the officer would."""
        home = root / "home"
        faults = []
        begun = "enrolled"
        try:
            if not _is_enrolled(home):
                begun = "not enrolled"
                if _ENROLLED in said.acts:
                    faults.append("lost: the enrolment")
                # The province stands as after the run. A machine that had not asked by then must
                # not find its code used up by what it only did later.
                code = self._code
                if _ASKED not in said.acts and not _has_begun(home):
                    code = self._province.enrol_code("1")
                _enrol(home, self._province.url, code)
        except (CounterError, OSError, ValueError) as error:
            return Found(begun, (*faults, f"error: enrolling anew: {type(error).__name__} {error}"))
        after = found(home, said, whole.codes, flags=_ALLOWED)
        return Found(f"{begun}, {after.condition}", (*faults, *after.faults))


@contextmanager
def _open(home: Path, *, create: bool) -> Iterator[Home]:
    with open_home(home, create=create, flags=dict(_ALLOWED)) as opened_home:
        yield opened_home


def _enrol(home: Path, url: str, code: str) -> None:
    with _open(home, create=True) as new:
        enrol(
            new.store,
            new.gateway(url),
            code,
            store_key=new.key,
            machine=new.machine.fingerprint,
            server_url=url,
            new_id=new_id,
        )
        keep_recovery(new)


def _is_enrolled(home: Path) -> bool:
    try:
        with _open(home, create=False) as there:
            return read_enrolment(there.store) is not None
    except NotEnrolledError:
        return False


def _has_begun(home: Path) -> bool:
    if not (home / FILE_NAME).exists():
        return False
    with _open(home, create=False) as there, there.store.reading() as tx:
        return tx.setup.get("enrolment-begun") is not None
