"""The keys of one device as parcels need them: sealed to the province, signed by this device."""

from __future__ import annotations

import base64
from dataclasses import dataclass, field

from counter_app.contract.parcels.messages import (
    PURPOSE,
    REPLY_PURPOSE,
    parcel_about,
    parcel_text,
)
from counter_app.domain.enrolment import Enrolment
from counter_app.domain.errors.vault import SealDamagedError
from counter_app.vault.device_key import DeviceKey
from counter_app.vault.sealing import derive, seal_to, unseal


@dataclass(frozen=True, slots=True)
class ParcelSeals:
    """Seals of an enrolled device. The reply keys come from the store key: nothing is kept."""

    enrolment: Enrolment
    device_key: DeviceKey
    store_key: bytes = field(repr=False)

    def sealed(self, content: bytes, parcel_id: str) -> str:
        """Return `content` sealed to the province, in base64; "" when it takes no parcels."""
        if not self.enrolment.parcel_key:
            return ""
        public = base64.b64decode(self.enrolment.parcel_key)
        about = parcel_about(parcel_id, self.enrolment.device, self.enrolment.epoch)
        return base64.b64encode(seal_to(public, PURPOSE.decode(), content, about=about)).decode()

    def signature(self, parcel_id: str, sealed: str) -> str:
        """Return this device's signature of a parcel, in base64."""
        place = self.enrolment
        text = parcel_text(parcel_id, place.device, place.epoch, sealed)
        return base64.b64encode(self.device_key.sign(text)).decode()

    def reply_key(self, parcel_id: str) -> bytes:
        """Return the key that only this device and the province know: 32 bytes."""
        return derive(self.store_key, REPLY_PURPOSE.decode(), salt=parcel_id.encode())

    def opened(self, parcel_id: str, sealed: str) -> bytes:
        """Return an answer's content. Raises ValueError."""
        try:
            raw = base64.b64decode(sealed, validate=True)
            return unseal(self.reply_key(parcel_id), REPLY_PURPOSE.decode(), raw)
        except SealDamagedError as error:
            raise ValueError("the answer's seal is broken") from error
