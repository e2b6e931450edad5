"""Update packages on the wire: what the province offers, fetched by ranges over a bad line.

The server says nothing about a package but its name, size and digest: what it is, its own signed
head says, which lies in its first piece. Offset stands in the query, because that is signed.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import AwareDatetime, Field, StringConstraints

from counter_app.contract.shapes import WHOLE, Message, Sha256

UPDATE_BYTES = 1024 * 1024 * 1024
"""The largest package."""

UpdateSize = Annotated[int, Field(ge=1, le=UPDATE_BYTES), WHOLE]
UpdateName = Annotated[str, StringConstraints(min_length=1, max_length=200)]


class UpdateLine(Message):
    """One package that the province offers to its counters."""

    name: UpdateName
    sha256: Sha256
    size: UpdateSize


class UpdateList(Message):
    """`GET /v1/updates`: all packages on offer; each counter takes what fits it."""

    packages: tuple[UpdateLine, ...] = ()
    server_time: AwareDatetime
