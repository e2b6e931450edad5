"""Acts around the reception in two lines: submitted, compared, scanned, helped, turned away."""

from __future__ import annotations

from counter_app.domain.acts.files import PaperScanned, ScanRemoved
from counter_app.domain.acts.intake import Assisted, OriginalsCompared, Submitted, TurnedAway
from counter_app.domain.acts.received import Received
from counter_app.domain.acts.steps import Complained
from counter_app.domain.dates import shown_moment
from counter_app.domain.procedures.channels import Channel
from counter_app.i18n import several, tr
from counter_app.wording.act_words import ActWords, number_words
from counter_app.wording.parts import joined
from counter_app.wording.steps import CHANNELS, SCAN_SOURCES, capacity_words


def received(title: str, body: Received) -> ActWords:
    """The channel when it isn't the counter's, who handed it in, whether the line was down.

    Also when and why it was on paper first: the act itself stands where it was written down.
    """
    channel = "" if body.channel is Channel.COUNTER else tr(CHANNELS[body.channel])
    submitter = ""
    if body.submitter:
        submitter = tr("{name} nộp ({capacity})").format(
            name=body.submitter.name, capacity=capacity_words(body.authority)
        )
    elsewhere = tr("phi địa giới") if body.non_territorial else ""
    offline = tr("khi mất mạng") if body.offline else ""
    on_paper = ""
    if body.paper_first is not None:
        at, reason = shown_moment(body.received_at), body.paper_first.reason
        on_paper = tr("nhận bằng giấy lúc {at}: {reason}").format(at=at, reason=reason)
    return ActWords(title, joined(channel, submitter, elsewhere, offline, on_paper))


def submitted(title: str, body: Submitted) -> ActWords:
    """The channel, the portal's code, how many files came along."""
    wished = body.wished
    count = len(body.files)
    files = several("{n} tệp kèm theo", count).format(n=count) if count else ""
    code = wished.portal_code or wished.code
    return ActWords(title, joined(tr(CHANNELS[wished.channel]), code, files))


def originals_compared(title: str, body: OriginalsCompared) -> ActWords:
    """What was compared, and what differs."""
    differing = ""
    if body.differing:
        differing = tr("không khớp: {papers}").format(papers=", ".join(body.differing))
    return ActWords(title, joined(", ".join(body.papers), differing, body.note))


def paper_scanned(title: str, body: PaperScanned) -> ActWords:
    """The paper, its pages, where it came from."""
    pages = several("{n} trang", body.pages).format(n=body.pages) if body.pages else ""
    source = tr(SCAN_SOURCES[body.source]) if body.source in SCAN_SOURCES else ""
    return ActWords(title, joined(body.paper, pages, source))


def scan_removed(title: str, body: ScanRemoved) -> ActWords:
    """The paper, and why."""
    return ActWords(title, joined(body.paper, body.reason))


def turned_away(title: str, body: TurnedAway) -> ActWords:
    """The paper's number, the procedure, why, and what to do instead."""
    number = number_words(body.number)
    return ActWords(title, joined(number, body.procedure.name, body.reason, body.guidance))


def assisted(title: str, body: Assisted) -> ActWords:
    """The procedure, where it was submitted, the code that it got."""
    return ActWords(title, joined(body.procedure.name, body.system, body.code))


def complained(title: str, body: Complained) -> ActWords:
    """The number in the book of complaints, who complains, of what."""
    return ActWords(title, joined(number_words(body.number), body.by_name, body.text))
