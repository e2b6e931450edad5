"""The Internet Printing Protocol's messages (RFC 8010), as much of them as a counter needs.

Spoken directly because `lp` and `lpstat` cost a process a question and answer in the user's
language; the states and reasons of a job are exact words only here.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum

Value = int | bool | str | tuple[int, ...] | dict[str, list["Value"]] | None
"""A range is (low, high), a resolution (across, down, unit); None is IPP's "no value"."""

Group = dict[str, list[Value]]


class Tag(IntEnum):
    """Delimiters and kinds of values."""

    OPERATION = 0x01
    JOB = 0x02
    END = 0x03
    PRINTER = 0x04
    INTEGER = 0x21
    BOOLEAN = 0x22
    ENUM = 0x23
    RESOLUTION = 0x32
    RANGE = 0x33
    COLLECTION = 0x34
    COLLECTION_END = 0x37
    TEXT = 0x41
    NAME = 0x42
    KEYWORD = 0x44
    URI = 0x45
    CHARSET = 0x47
    LANGUAGE = 0x48
    MIME = 0x49
    MEMBER = 0x4A


_LAST_DELIMITER = 0x0F
_LAST_NO_VALUE = 0x1F
_NUMBERS = {Tag.INTEGER, Tag.ENUM}
_WITH_LANGUAGE = {0x35, 0x36}
_VERSION = (2, 0)


class IppError(ValueError):
    """What came is no IPP message."""


@dataclass(frozen=True, slots=True)
class Attribute:
    """One attribute to send. A collection's value is a tuple of its members."""

    name: str
    tag: Tag
    values: tuple[Sent, ...]


Sent = int | bool | str | tuple[int, ...] | tuple[Attribute, ...]


def attribute(name: str, tag: Tag, *values: Sent) -> Attribute:
    """Return an attribute of one or several values."""
    return Attribute(name, tag, values)


@dataclass(frozen=True, slots=True)
class Message:
    """A request or an answer that was read: `code` is the operation or the status."""

    code: int
    request: int
    groups: list[tuple[int, Group]] = field(default_factory=list)
    data: bytes = b""

    def group(self, tag: Tag) -> Group:
        """Return the first group of this kind, an empty one when there is none."""
        return next((group for kind, group in self.groups if kind == tag), {})

    def all(self, tag: Tag) -> Iterator[Group]:
        """Yield every group of this kind: several jobs, several printers."""
        return (group for kind, group in self.groups if kind == tag)


def written(
    code: int,
    request: int,
    groups: Sequence[tuple[Tag, Sequence[Attribute]]],
    data: bytes = b"",
) -> bytes:
    """Return a message as bytes, `data` (a document) behind it."""
    out = bytearray(struct.pack(">BBHI", *_VERSION, code, request))
    for tag, attributes in groups:
        out.append(tag)
        for each in attributes:
            _write(out, each)
    out.append(Tag.END)
    return bytes(out) + data


def read(message: bytes) -> Message:
    """Return a message. Raises IppError."""
    try:
        return _Reader(message).message()
    except (struct.error, UnicodeDecodeError, IndexError) as error:
        raise IppError(str(error)) from error


def _write(out: bytearray, each: Attribute) -> None:
    name = each.name
    for value in each.values:
        _field(out, each.tag, name, _bytes(each.tag, value))
        name = ""
        if each.tag == Tag.COLLECTION and isinstance(value, tuple):
            for member in value:
                if isinstance(member, Attribute):
                    _field(out, Tag.MEMBER, "", member.name.encode())
                    _write(out, Attribute("", member.tag, member.values))
            _field(out, Tag.COLLECTION_END, "", b"")


def _field(out: bytearray, tag: Tag, name: str, value: bytes) -> None:
    out += struct.pack(">BH", tag, len(name)) + name.encode()
    out += struct.pack(">H", len(value)) + value


def _bytes(tag: Tag, value: Sent) -> bytes:
    if isinstance(value, bool):
        return bytes([value])
    if isinstance(value, int):
        return struct.pack(">i", value)
    if isinstance(value, str):
        return value.encode()
    if tag == Tag.COLLECTION:
        return b""  # its members follow
    return struct.pack(">ii" if tag == Tag.RANGE else ">iib", *value)


class _Reader:
    def __init__(self, message: bytes) -> None:
        self._message = message
        self._at = 0

    def message(self) -> Message:
        _, _, code, request = struct.unpack(">BBHI", self._take(8))
        groups: list[tuple[int, Group]] = []
        last: list[Value] = []
        while (tag := self._take(1)[0]) != Tag.END:
            if tag <= _LAST_DELIMITER:
                groups.append((tag, {}))
                continue
            name, raw = self._field()
            if not groups:
                raise IppError("an attribute outside of every group")
            if name:
                last = groups[-1][1][name] = []
            last.append(self._value(tag, raw))
        return Message(code, request, groups, self._message[self._at :])

    def _take(self, count: int) -> bytes:
        taken = self._message[self._at : self._at + count]
        if len(taken) < count:
            raise IppError("the message ends too early")
        self._at += count
        return taken

    def _field(self) -> tuple[str, bytes]:
        name = self._take(struct.unpack(">H", self._take(2))[0]).decode()
        return name, self._take(struct.unpack(">H", self._take(2))[0])

    def _value(self, tag: int, raw: bytes) -> Value:
        if tag == Tag.COLLECTION:
            return self._collection()
        if tag <= _LAST_NO_VALUE:
            return None
        if tag in _NUMBERS:
            return int(struct.unpack(">i", raw)[0])
        if tag == Tag.BOOLEAN:
            return raw != b"\0"
        if tag == Tag.RANGE:
            return struct.unpack(">ii", raw)
        if tag == Tag.RESOLUTION:
            return struct.unpack(">iib", raw)
        if tag in _WITH_LANGUAGE:
            language = struct.unpack(">H", raw[:2])[0]
            return raw[4 + language :].decode()
        return raw.decode(errors="replace")

    def _collection(self) -> Value:
        members: dict[str, list[Value]] = {}
        last: list[Value] = []
        while (tag := self._take(1)[0]) != Tag.COLLECTION_END:
            _, raw = self._field()
            if tag == Tag.MEMBER:
                last = members[raw.decode()] = []
            else:
                last.append(self._value(tag, raw))
        self._field()
        return members


def texts(group: Mapping[str, Sequence[Value]], name: str) -> tuple[str, ...]:
    """Return the values of an attribute that are text."""
    return tuple(value for value in group.get(name, ()) if isinstance(value, str))


def number(group: Mapping[str, Sequence[Value]], name: str, otherwise: int = 0) -> int:
    """Return the first value of an attribute if it is a number."""
    values = group.get(name, ())
    return values[0] if values and isinstance(values[0], int) else otherwise
