"""What a chart says of what lies under the mouse."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from flowdesk.gui.gantt.lines import LineKind
from flowdesk.gui.language import tr
from flowdesk.gui.state_look import look_of
from flowdesk.gui.times import clock, exact_duration
from flowdesk.plan.instances import task_of
from flowdesk.plan.spans import Span, SpanKind

if TYPE_CHECKING:
    from flowdesk.gui.gantt.chart_run import ChartRun
    from flowdesk.gui.gantt.lines import ChartLine


def tip_of(run: ChartRun, line: ChartLine, span: Span | None) -> str:
    """A line and, if the mouse is on one, one of its spans, as rich text."""
    told = [f"<b>{html.escape(line.name)}</b>"]
    if span is not None:
        told += [html.escape(text) for text in _of_span(run, line.name, span)]
    if line.kind is LineKind.TASK:
        told += [html.escape(text) for text in _of_task(run, line.name)]
    return "<div>" + "<br>".join(told) + "</div>"


def _of_span(run: ChartRun, name: str, span: Span) -> list[str]:
    end = run.end if span.end is None else span.end
    times = f"{clock(span.start)} → {clock(end)}" if span.end is not None else clock(span.start)
    told = [_what(run, name, span), f"{times} ({exact_duration(end - span.start)})"]
    if span.kind is SpanKind.MARK:
        told[1] = clock(span.start)
    return [*told, *([span.reason] if span.reason else [])]


def _what(run: ChartRun, name: str, span: Span) -> str:
    if span.kind is SpanKind.QUEUED:
        return waited_for(run, name, span)
    if span.kind is SpanKind.DELAY:
        return tr("Waits for try {number}: its retry delay").format(number=span.number)
    word = look_of(span.state).word if span.state is not None else tr("Running")
    if span.kind is SpanKind.ASKING and span.state is None:
        word = tr("Waits for an answer")
    if span.is_cached:
        word = tr("Values of an earlier run")
    if span.kind in (SpanKind.TRY, SpanKind.ASKING):
        return tr("Try {number}: {word}").format(number=span.number, word=word.lower())
    return word


def waited_for(run: ChartRun, name: str, span: Span) -> str:
    """Why a task that was ready did not start at once."""
    end = run.end if span.end is None else span.end
    if any(pause.start < end and (pause.end or end) > span.start for pause in run.spans.pauses):
        return tr("Ready, while the run was paused")
    pool = run.plan.tasks[task_of(name)].pool
    if pool:
        return tr("Queued for a slot of the pool '{pool}'").format(pool=pool)
    return tr("Queued for a free slot")


def _of_task(run: ChartRun, task: str) -> list[str]:
    if task in run.path.tasks:
        return [tr("On the critical path: had it ended later, so had the run")]
    slack = run.path.slack.get(task)
    if slack is None:
        return []
    return [tr("Slack: it could have ended {slack} later").format(slack=exact_duration(slack))]
