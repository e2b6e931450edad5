"""Keys of the province, made at the first start and kept in its database.

A real province keeps the recovery key offline; the sandbox keeps it, so that recovery can be
practised.
"""

from __future__ import annotations

import base64
import secrets
from dataclasses import dataclass

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from sqlalchemy import Connection, insert, select

from counter_app.sandbox.records.tables import setting


@dataclass(frozen=True, slots=True)
class ProvinceKeys:
    """Private keys, 32 bytes each.

    catalogue (Ed25519), recovery (X25519), feed cursors (HMAC), parcels (X25519), support (X25519).
    """

    catalogue: bytes
    recovery: bytes
    cursor: bytes
    parcel: bytes
    support: bytes

    @property
    def catalogue_public(self) -> str:
        """The key by which counters check catalogues, in base64."""
        key = Ed25519PrivateKey.from_private_bytes(self.catalogue).public_key()
        return base64.b64encode(key.public_bytes_raw()).decode()

    @property
    def recovery_public(self) -> str:
        """The key to which counters seal their store key, in base64."""
        key = X25519PrivateKey.from_private_bytes(self.recovery).public_key()
        return base64.b64encode(key.public_bytes_raw()).decode()

    @property
    def parcel_public(self) -> str:
        """The key to which counters without a line seal their queue, in base64."""
        key = X25519PrivateKey.from_private_bytes(self.parcel).public_key()
        return base64.b64encode(key.public_bytes_raw()).decode()

    @property
    def support_public(self) -> str:
        """The key to which counters seal what they tell their support, in base64."""
        key = X25519PrivateKey.from_private_bytes(self.support).public_key()
        return base64.b64encode(key.public_bytes_raw()).decode()

    def sign(self, text: bytes) -> str:
        """Return the catalogue signature of `text`, in base64."""
        key = Ed25519PrivateKey.from_private_bytes(self.catalogue)
        return base64.b64encode(key.sign(text)).decode()


def province_keys(tx: Connection) -> ProvinceKeys:
    """Return the keys, made now if there are none."""
    found = dict(tx.execute(select(setting.c.name, setting.c.value)).all())
    names = ("catalogue", "recovery", "cursor", "parcel", "support")
    for name in names:
        if name not in found:
            found[name] = base64.b64encode(secrets.token_bytes(32)).decode()
            tx.execute(insert(setting).values(name=name, value=found[name]))
    return ProvinceKeys(*(base64.b64decode(found[name]) for name in names))
