"""What one try of a task did: how it ended, what it carried out, what it pulled and pushed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from flowdesk.gui.details.facts import Fact, Goal, Link, Section
from flowdesk.gui.language import tr
from flowdesk.gui.shown_run import as_it_was
from flowdesk.gui.state_look import look_of
from flowdesk.gui.times import clock, exact_duration, moment_text
from flowdesk.plan.instances import name_of
from flowdesk.plan.spans import SpanKind
from flowdesk.plan.states import TryState
from flowdesk.xcom.passwords import masked
from flowdesk.xcom.preview import preview

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from flowdesk.gui.details.reading import Pull, Record
    from flowdesk.plan.plan import Task
    from flowdesk.plan.spans import Span
    from flowdesk.store.rows import TryRow, ValueRow

MASK, LONG, NO_BREAK = "***", 160, "\u00a0"
NOTICED = 0.05
"""Seconds in a queue that are worth a word."""


class Moment(NamedTuple):
    """What a try is looked at with: all values of the run, the task's spans, and the time that is shown."""

    values: Sequence[ValueRow]
    spans: Sequence[Span]
    now: float


def sections_of_try(row: TryRow, task: Task, record: Record, moment: Moment) -> Iterator[Section]:
    """All about one try at a moment."""
    title = tr("Try {number}").format(number=row.number)
    yield Section(title, (*_ending(row, moment), *_times(row, record, moment)))
    yield _carried_out(row, task)
    mine = [pull for pull in record.pulls if pull.row.try_number == row.number]
    yield Section(tr("Pulled"), tuple(_pulled(mine, record)))
    pushed = [value for value in moment.values if value.name == row.name and value.try_number == row.number]
    yield Section(tr("Pushed"), tuple(_pushed(pushed, task)))
    yield _environment(row, task)


def _end(row: TryRow, moment: Moment) -> float | None:
    """When it ended, if it had by then."""
    return row.finished_at if row.finished_at is not None and row.finished_at <= moment.now else None


def _ending(row: TryRow, moment: Moment) -> Iterator[Fact]:
    if _end(row, moment) is None:
        yield Fact(tr("State"), tr(look_of(TryState.RUNNING).word))
    else:
        yield from _ended(row)
    if row.pid is not None:
        yield Fact(tr("Process"), str(row.pid))
    yield Fact(tr("Log"), tr("what it printed"), link=Link(Goal.LOG, (row.name, str(row.number))))


def _ended(row: TryRow) -> Iterator[Fact]:
    yield Fact(tr("State"), tr(look_of(row.state).word), row.reason or "")
    if row.exit_code is not None:
        yield Fact(tr("Exit code"), str(row.exit_code))
    if row.signal:
        yield Fact(tr("Signal"), row.signal)
    if row.cached_from:
        yield Fact(tr("Cached"), tr("an earlier run"), link=Link(Goal.RUN, (row.cached_from,)))


def _times(row: TryRow, record: Record, moment: Moment) -> Iterator[Fact]:
    queued = [span for span in moment.spans if span.kind is SpanKind.QUEUED and span.number == row.number]
    if queued and queued[-1].end is not None and queued[-1].end - queued[-1].start > NOTICED:
        waited = exact_duration(queued[-1].end - queued[-1].start)
        yield Fact(tr("Queued"), clock(queued[-1].start), tr("for {time}").format(time=waited))
    yield Fact(tr("Started"), moment_text(row.started_at))
    end = _end(row, moment)
    if end is not None:
        yield Fact(tr("Ended"), moment_text(end))
    took = (moment.now if end is None else end) - row.started_at
    usual = ""
    if record.usual is not None:
        usual = tr("usually {time}, by {runs} runs").format(
            time=exact_duration(record.usual), runs=record.usual_of
        )
    yield Fact(tr("Took"), exact_duration(took), usual)


def _carried_out(row: TryRow, task: Task) -> Section:
    """As templates made it, else as it is written."""
    made = _rendered(row)
    code = made.get("code") or list(task.code)
    text = "\n".join(str(part).strip() for part in code)
    facts = [Fact(str(task.kind), text, is_code=True)] if text else []
    if cwd := made.get("cwd") or task.cwd:
        facts.append(Fact(tr("Folder"), str(cwd), is_code=True))
    if task.interpreter:
        facts.append(Fact(tr("Interpreter"), task.interpreter, is_code=True))
    title = tr("Carried out, as its templates were filled in") if made.get("code") else tr("Carried out")
    return Section(title, tuple(facts))


def _environment(row: TryRow, task: Task) -> Section:
    made = _rendered(row).get("env") or {}
    facts = [Fact(name, masked(str(made.get(name, text))), is_code=True) for name, text in task.env.items()]
    facts += [
        Fact(name, MASK, tr("from {source}").format(source=source)) for name, source in task.env_from.items()
    ]
    note = tr(
        "What the file declares; the rest, which a task gets from whoever started the run, is not kept."
    )
    return Section(tr("Environment"), tuple(facts), note)


def _rendered(row: TryRow) -> dict[str, Any]:
    found = json.loads(row.rendered) if row.rendered else {}
    return found if isinstance(found, dict) else {}


def _pulled(pulls: Sequence[Pull], record: Record) -> Iterator[Fact]:
    for pull in pulls:
        row = pull.row
        name = name_of(row.source_task, row.source_map_index)
        more = []
        if row.source_try is None:
            more.append(tr("was not pushed: the default"))
        elif pull.value is not None:
            value = as_it_was(pull.value, row.pulled_at)  # it may have been edited since
            number = tr("try {number}").format(number=row.source_try).replace(" ", NO_BREAK)
            more += [f"= {_shown(value)}", number, *([tr("edited")] if value.is_edited else [])]
        run = record.numbers.get(row.source_run or "")
        if run is not None:
            more.append(tr("of run #{number}").format(number=run))
        text = f"{name}:{row.key}"
        link = Link(Goal.VALUE, (name, row.key)) if run is None else Link(Goal.RUN, (row.source_run or "",))
        yield Fact(row.argument if not row.position else "", text, ", ".join(more), link)


def _pushed(values: Sequence[ValueRow], task: Task) -> Iterator[Fact]:
    declared = {push.key: push for push in task.push}
    for value in values:
        more = [value.type, "" if value.secret else _size(value.value)]
        limit = declared[value.key].max_bytes if value.key in declared else None
        if limit is not None:
            more.append(tr("of at most {size}").format(size=_bytes(limit)))
        if value.is_edited:
            more.append(tr("edited"))
        link = Link(Goal.VALUE, (value.name, value.key))
        yield Fact(value.key, _shown(value), ", ".join(filter(None, more)), link)


def _shown(value: ValueRow) -> str:
    return MASK if value.secret else preview(value.value, LONG)


def _size(text: str) -> str:
    return _bytes(len(text.encode()))


def _bytes(count: int) -> str:
    thousand = 1000
    if count < thousand:
        return tr("{count} bytes").format(count=count)
    return f"{count / thousand:,.1f} kB" if count < thousand**2 else f"{count / thousand**2:,.1f} MB"
