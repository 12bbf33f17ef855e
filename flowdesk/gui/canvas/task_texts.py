"""The words on a task's card and the card's size, which follows from them and the fonts."""

from __future__ import annotations

import html
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSizeF, Qt

from flowdesk.gui.canvas.mapped_strip import HEIGHT as STRIP
from flowdesk.gui.canvas.text_line import TextLine, line_height, text_width
from flowdesk.gui.icons import Icon
from flowdesk.gui.language import mark, tr
from flowdesk.gui.times import duration
from flowdesk.plan.plan import Kind

if TYPE_CHECKING:
    from flowdesk.gui.canvas.ink import Ink
    from flowdesk.plan.plan import Task

TEXT_LEFT = 38.0
"""Where the column of texts begins; the icons stand before it."""

BADGE_ICON = 13.0
"""The side of the small icon before the number of keys, in pixels."""

_RIGHT = 14.0
_TOP = 11.0
_GAP = 7.0
_WIDTHS = (184.0, 272.0)
_STRIP_GAP = 7.0
_MOST_PUSHES = 12  # in a tooltip
_BADGE_GAP = 6.0
_FOOTER = "Upstream failed · 10 s  try 10"  # not said: measured
_TRIED_FOOTER = "Upstream failed  try 10 of 10"  # not said: measured
_MAPPED_FOOTER = "100 of 100 · 10 failed · 10 skipped"
_WAITS = {"file": mark("until {} is there"), "seconds": mark("for {} s"), "until": mark("until {}")}

KIND_ICONS: dict[Kind, Icon] = {
    Kind.BASH: Icon.KIND_BASH,
    Kind.COMMAND: Icon.KIND_COMMAND,
    Kind.PYTHON: Icon.KIND_PYTHON,
    Kind.BRANCH: Icon.KIND_BRANCH,
    Kind.SHORT_CIRCUIT: Icon.KIND_SHORT_CIRCUIT,
    Kind.WAIT: Icon.KIND_WAIT,
    Kind.APPROVE: Icon.KIND_APPROVE,
    Kind.PIPELINE: Icon.KIND_PIPELINE,
    Kind.JOINT: Icon.KIND_JOINT,
    Kind.PLUGGED: Icon.KIND_PLUGGED,
}


class TaskTexts:
    """The fixed words of one card: its name, what its kind does, and what it will push; where they stand.

    `strip` is the room for the cells of a mapped task.
    """

    def __init__(self, task: Task, ink: Ink) -> None:
        name = task.label or task.name
        detail = detail_of(task)
        pushes = ", ".join(f"{push.key}: {push.type}" for push in task.push)
        self.push_count = TextLine(str(len(task.push)), ink.small) if task.push else None
        badge = self.push_count.size.width() + BADGE_ICON + _BADGE_GAP if self.push_count else 0.0
        footer = _MAPPED_FOOTER if task.expand else _TRIED_FOOTER if task.retries else _FOOTER
        widths = (
            text_width(name, ink.title) + badge,
            text_width(detail, ink.code),
            text_width(pushes, ink.code),
            text_width(footer, ink.small),
        )
        least, most = _WIDTHS
        width = min(most, max(least, TEXT_LEFT + max(widths) + _RIGHT))
        room = width - TEXT_LEFT - _RIGHT
        self.room = room
        self.badge_left = width - _RIGHT - badge + _BADGE_GAP
        self.name = TextLine(name, ink.title, room - badge)
        self.detail = TextLine(detail, ink.code, room)
        self.pushes = TextLine(pushes, ink.code, room, elide=Qt.TextElideMode.ElideRight)
        self.name_middle = _TOP + self.name.height / 2
        self.detail_middle = _TOP + self.name.height + self.detail.height / 2 + 2
        footer_top = self.detail_middle + self.detail.height / 2 + _GAP
        footer_height = text_height(ink)
        self.footer_middle = footer_top + footer_height / 2
        # Without a last line, the other two stand in the middle.
        self.lone_shift = 0.0 if task.expand else (footer_height + _GAP) / 2
        foot = footer_top + footer_height
        self.strip = QRectF(TEXT_LEFT, foot + _STRIP_GAP, room, STRIP) if task.expand else None
        self.size = QSizeF(width, foot + _TOP + (STRIP + _STRIP_GAP if task.expand else 0))
        self._task = task

    @property
    def tooltip(self) -> str:
        """What is said of the task, as rich text."""
        return _tooltip(self._task, detail_of(self._task))


def detail_of(task: Task) -> str:
    """The second line: what the task does, in one line."""
    if task.kind is Kind.JOINT:
        return tr("waits for its upstream")
    if task.kind is Kind.APPROVE:
        return task.code[0]
    if task.kind is Kind.WAIT:
        return _wait_of(*task.code)
    if task.kind is Kind.COMMAND:
        return " ".join(task.code)
    lines = [line.strip() for line in "\n".join(task.code).splitlines() if line.strip()]
    return lines[0] + (" …" if len(lines) > 1 else "") if lines else ""


def _wait_of(what: str, text: str) -> str:
    """What a task waits for."""
    if what == "seconds":
        with suppress(ValueError):
            return tr("for {time}").format(time=duration(float(text)))
    return tr(_WAITS[what]).format(text) if what in _WAITS else text


def text_height(ink: Ink) -> float:
    """How high a line of the small font is, in pixels."""
    return line_height(ink.small)


def _tooltip(task: Task, detail: str) -> str:
    """The whole of what the card may have to shorten, with no line that runs off the screen."""
    parts = [f"<b>{html.escape(task.id)}</b>", html.escape(detail)]
    if task.expand:
        arguments = tr(" and each ").join(expand.argument for expand in task.expand)
        parts.append(html.escape(tr("one task for each {what}").format(what=arguments)))
    if task.retries:
        parts.append(tr("up to {n} tries").format(n=task.retries + 1))
    if task.timeout is not None:
        parts.append(tr("at most {time} a try").format(time=duration(task.timeout)))
    if task.push:
        pushes = ", ".join(f"{push.key}: {push.type}" for push in task.push[:_MOST_PUSHES])
        more = " …" if len(task.push) > _MOST_PUSHES else ""
        parts.append(html.escape(tr("pushes {keys}").format(keys=pushes + more)))
    if task.description:
        parts.append(html.escape(task.description))
    return "<div style='white-space: normal'>" + "<br>".join(part for part in parts if part) + "</div>"
