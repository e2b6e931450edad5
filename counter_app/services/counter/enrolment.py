"""Enrol this machine with a one-time code (ghi danh máy quầy)."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from counter_app import __version__
from counter_app.contract.devices import EnrolRequest
from counter_app.domain.enrolment import ENROLMENT, CounterPlace, Enrolment
from counter_app.domain.errors.wire import EnrolRefusedError, WireError
from counter_app.domain.errors.work import (
    AlreadyEnrolledError,
    EnrolCodeShapeError,
    EnrolInterruptedError,
    EnrolOtherPlaceError,
)
from counter_app.domain.plain import from_plain, to_plain
from counter_app.gateway.client import Gateway
from counter_app.store.store import Store
from counter_app.store.subjects.setup import MACHINE
from counter_app.vault.device_key import DeviceKey
from counter_app.wording.sentences import halves

DEVICE_KEY = "device-key"
SHORTEST, LONGEST = 6, 64  # characters of a one-time code, as the contract has them
_BEGUN = "enrolment-begun"


@dataclass(frozen=True, slots=True)
class _Begun:
    """An enrolment under way: the same key and chain go out again after a lost answer.

    They are those of one code (`digest`; "" of an earlier program: of any). Another code gets
    others: a disk image in which an enrolment was tried would else give its key to every machine.
    """

    sealed_key: str
    chain: str
    digest: str = ""


def read_enrolment(store: Store) -> Enrolment | None:
    """Return what this machine is in its province, or None before it was enrolled."""
    with store.reading() as tx:
        plain = tx.setup.get(ENROLMENT)
    return from_plain(Enrolment, plain) if plain is not None else None


def read_device_key(store: Store, store_key: bytes) -> DeviceKey | None:
    """Return this machine's key; None before it was enrolled."""
    with store.reading() as tx:
        sealed = tx.setup.get(DEVICE_KEY)
    if not isinstance(sealed, str):
        return None
    return DeviceKey.from_sealed(store_key, base64.b64decode(sealed))


def enrol(
    store: Store,
    gateway: Gateway,
    code: str,
    *,
    store_key: bytes,
    machine: str,
    server_url: str,
    new_id: Callable[[], str],
    wanted: CounterPlace | None = None,
) -> Enrolment:
    """Trade a one-time code for a device number, keys and the first blocks of numbers.

    A cut line loses nothing: the same code may be given again from this machine. `wanted`: what
    the code must be made out for. Raises AlreadyEnrolledError, EnrolCodeShapeError,
    EnrolRefusedError (the server knows no such code, or it is another counter's),
    EnrolOtherPlaceError, or EnrolInterruptedError for everything that may be tried again.
    """
    length = len(code.strip())
    if not SHORTEST <= length <= LONGEST:
        raise EnrolCodeShapeError(length=length)
    known = read_enrolment(store)
    if known is not None:
        raise AlreadyEnrolledError(device=known.device, centre=known.centre)
    begun, key = _begin(store, store_key, _digest(code), new_id)
    request = EnrolRequest(
        code=code.strip(),
        centre=wanted.centre if wanted else "",
        counter=wanted.counter if wanted else "",
        device_key=key.public,
        chain=begun.chain,
        machine=machine,
        program=__version__,
    )
    try:
        answer = gateway.enrol(request)
    except EnrolRefusedError:
        raise
    except WireError as error:
        # Its own words promise that the counter goes on and asks again: not yet, here.
        raise EnrolInterruptedError(why=halves(error)[0].rstrip(".")) from error
    given = CounterPlace(answer.centre, answer.counter.number)
    if wanted is not None and given != wanted:  # a server that doesn't know the question
        raise EnrolOtherPlaceError(
            device=answer.device,
            centre=given.centre,
            counter=given.counter,
            wanted_centre=wanted.centre,
            wanted_counter=wanted.counter,
        )
    enrolment = Enrolment(
        device=answer.device,
        epoch=answer.epoch,
        chain=begun.chain,
        centre=answer.centre,
        counter=answer.counter.number,
        counter_name=answer.counter.name,
        server_url=server_url,
        machine=machine,
        recovery_key=answer.recovery_key,
        catalogue_key=answer.catalogue_key,
        practice=answer.practice,
        ca=answer.ca,
        earlier_keys=answer.earlier_keys,
        parcel_key=answer.parcel_key,
    )
    with store.writing() as tx:
        tx.setup.put(ENROLMENT, to_plain(enrolment))
        tx.setup.put(DEVICE_KEY, begun.sealed_key)
        tx.setup.put(MACHINE, machine)
        tx.journal.begin_chain(begun.chain)
        tx.numbers.add(block.block() for block in answer.blocks)
        tx.setup.put(_BEGUN, None)
    return enrolment


def _digest(code: str) -> str:
    bare = "".join(char for char in code.upper() if char.isalnum())  # as the server reads it
    return hashlib.sha256(f"enrolment begun\n{bare}".encode()).hexdigest()


def _begin(
    store: Store, store_key: bytes, digest: str, new_id: Callable[[], str]
) -> tuple[_Begun, DeviceKey]:
    with store.writing() as tx:
        plain = tx.setup.get(_BEGUN)
        begun = from_plain(_Begun, plain) if plain is not None else None
        if begun is not None and begun.digest in ("", digest):
            return begun, DeviceKey.from_sealed(store_key, base64.b64decode(begun.sealed_key))
        key = DeviceKey.create()
        sealed = base64.b64encode(key.sealed(store_key)).decode("ascii")
        begun = _Begun(sealed, new_id(), digest)
        tx.setup.put(_BEGUN, to_plain(begun))
    return begun, key


@dataclass(frozen=True, slots=True)
class DeviceSigner:
    """Signs requests as this device, in this epoch."""

    enrolment: Enrolment
    key: DeviceKey

    @property
    def device(self) -> str:
        """The device number."""
        return self.enrolment.device

    @property
    def epoch(self) -> int:
        """The epoch that the device speaks under."""
        return self.enrolment.epoch

    def sign(self, message: bytes) -> bytes:
        """Return the Ed25519 signature of `message`."""
        return self.key.sign(message)
