"""The base of every message, and the narrow strings they are made of."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints


class Message(BaseModel):
    """A message: frozen; unknown fields are ignored, so that both ends may be one version apart."""

    model_config = ConfigDict(frozen=True, extra="ignore", str_max_length=100_000)


def _whole(value: object) -> object:
    return int(value) if isinstance(value, float) and value.is_integer() else value


Uid = Annotated[
    str,
    StringConstraints(
        pattern=r"^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$", max_length=36
    ),
]
Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$", max_length=64)]
DeviceNumber = Annotated[str, StringConstraints(pattern=r"^[0-9]{5}$", max_length=5)]
Name = Annotated[str, StringConstraints(min_length=1, max_length=200)]
Code = Annotated[str, StringConstraints(min_length=1, max_length=64)]
Base64 = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9+/]+={0,2}$", max_length=1000)]
WHOLE = BeforeValidator(_whole)
"""JSON Schema counts 1.0 as an integer; last in a row of annotations, to keep their bounds."""

LARGEST = 2**53 - 1
"""The largest whole number that every reader of JSON takes as it is (RFC 8259, section 6)."""

Positive = Annotated[int, Field(ge=1, le=LARGEST), WHOLE]
Count = Annotated[int, Field(ge=0, le=LARGEST), WHOLE]
