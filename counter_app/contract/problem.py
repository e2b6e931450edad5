"""Problems on the wire: RFC 9457 with a stable `type` and pointers to the fields."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from counter_app.contract.shapes import WHOLE, Message

MEDIA_TYPE = "application/problem+json"


VALUE_LENGTH = 20_000
"""The longest value of a field in a problem; a longer one is left out."""


class FieldError(Message):
    """One wrong field: RFC 6901 pointer into the entry (`/body/…`) and a stable code.

    `value`: what stands at the server there, as JSON text, when it is another (409).
    """

    pointer: Annotated[str, StringConstraints(max_length=300)]
    code: Annotated[str, StringConstraints(max_length=100)]
    value: Annotated[str, StringConstraints(max_length=VALUE_LENGTH)] | None = None


class WireProblem(Message):
    """A problem. `type` is stable (a relative reference); `detail` is for people, in Vietnamese.

    `possible` are the kinds of step that the dossier allows now, when a step came too late (409).
    """

    type: Annotated[str, StringConstraints(min_length=1, max_length=100)]
    title: Annotated[str, StringConstraints(max_length=300)] = ""
    status: Annotated[int, Field(ge=100, le=599), WHOLE]
    detail: Annotated[str, StringConstraints(max_length=2000)] = ""
    errors: tuple[FieldError, ...] = ()
    possible: tuple[Annotated[str, StringConstraints(max_length=40)], ...] = ()
