"""What the file says of a task: what it is, when it starts, what it pulls and pushes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.gui.details.facts import Fact, Goal, Link, Section
from flowdesk.gui.details.why import RULES, upstream_words
from flowdesk.gui.language import plural, tr
from flowdesk.gui.times import duration
from flowdesk.xcom.preview import preview

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flowdesk.plan.plan import Pull, Push, Task
    from flowdesk.plan.run_view import RunView


def sections_of_plan(task: Task, view: RunView) -> Iterator[Section]:
    """What holds of every try, and before there is one."""
    yield Section(tr("Task"), tuple(_what(task)))
    yield Section(tr("When it starts"), tuple(_starts(task, view)))


def contract(task: Task) -> Iterator[Section]:
    """What it will pull and push, with types."""
    pulls = tuple(fact for pull in task.pulls for fact in _pull(pull))
    yield Section(tr("Will pull"), pulls)
    yield Section(tr("Will push"), tuple(_push(task.id, push) for push in task.push))


def _what(task: Task) -> Iterator[Fact]:
    yield Fact(
        tr("Id"), task.id, link=Link(Goal.SOURCE, (task.id,)), more=tr("{kind} task").format(kind=task.kind)
    )
    if task.description:
        yield Fact(tr("About"), task.description)
    if task.retries:
        every = duration(task.retry_delay)
        more = tr("after {delay} each").format(delay=every) if task.retry_backoff == 1 else ""
        if not more:
            more = tr("after {delay}, then {factor:g} times as long each").format(
                delay=every, factor=task.retry_backoff
            )
        yield Fact(tr("Retries"), str(task.retries), more)
    if task.timeout is not None:
        yield Fact(tr("Timeout"), duration(task.timeout))
    if task.pool:
        yield Fact(tr("Pool"), task.pool, plural("{n} slot", "{n} slots", task.pool_slots))
    if task.priority:
        yield Fact(tr("Priority"), str(task.priority))
    if task.cache:
        yield Fact(tr("Cache"), tr("its values are used again where nothing has changed"))
    for expand in task.expand:
        source = f"{expand.source.task}:{expand.source.key}" if expand.source else tr("items in the file")
        yield Fact(tr("Made for each"), expand.argument, tr("of {source}").format(source=source))


def _starts(task: Task, view: RunView) -> Iterator[Fact]:
    if not task.upstream:
        yield Fact(tr("After"), tr("nothing: it starts with the run"))
        return
    yield Fact(tr("Rule"), str(task.trigger_rule), tr(RULES[task.trigger_rule]))
    for index, (one, word) in enumerate(upstream_words(view, task)):
        label = tr("After") if index == 0 else ""
        yield Fact(label, one, word if view.run_id else "", Link(Goal.TASK, (one,)))


def _pull(pull: Pull) -> Iterator[Fact]:
    for index, source in enumerate(pull.sources):
        more = [pull.type or ""]
        if pull.default is not None:
            more.append(tr("else {default}").format(default=preview(pull.default)))
        elif not pull.required:
            more.append(tr("may be absent"))
        if pull.earlier:
            more.append(tr("or of an earlier run"))
        text = f"{source.task}:{source.key}"
        link = Link(Goal.VALUE, (source.task, source.key))
        yield Fact(pull.argument if index == 0 else "", text, ", ".join(filter(None, more)), link)


def _push(task: str, push: Push) -> Fact:
    more = [tr("secret") if push.secret else "", "" if push.required else tr("not always")]
    if push.description:
        more.append(push.description)
    return Fact(push.key, push.type, ", ".join(filter(None, more)), Link(Goal.VALUE, (task, push.key)))
