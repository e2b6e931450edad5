"""A counter and a province with keys that are the same each time: nobody's."""

from __future__ import annotations

import base64

from counter_app.domain.enrolment import Enrolment
from counter_app.vault.device_key import DeviceKey
from counter_app.vault.recovery import new_pair
from tests.made import CHAIN

PROVINCE = new_pair(random=lambda count: bytes(range(count)))
PLACE = Enrolment(
    device="00217",
    epoch=1,
    chain=CHAIN,
    centre="H26.15",
    counter="12",
    counter_name="Hộ tịch",
    server_url="http://127.0.0.1:9",
    machine="a" * 64,
    recovery_key=base64.b64encode(PROVINCE.public).decode(),
)


def device() -> DeviceKey:
    """Return the counter's key."""
    return DeviceKey(b"d" * 32)
