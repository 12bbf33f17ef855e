"""Tells in words how a task can start while a value that it pulls is absent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.plan.findings import at
from flowdesk.plan.outcomes import Stand
from flowdesk.plan.plan import Kind, Task
from flowdesk.plan.trigger import TriggerRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flowdesk.plan.absence import Witness
    from flowdesk.plan.branching import Ways
    from flowdesk.plan.findings import At
    from flowdesk.plan.plan import Plan

_EVEN_IF = {
    Stand.SKIPPED: "was skipped",
    Stand.FAILED: "failed",
    Stand.UPSTREAM_FAILED: "could not run",
}
_FIRST = {
    TriggerRule.ONE_SUCCESS: "succeeded",
    TriggerRule.ONE_FAILED: "failed",
    TriggerRule.ONE_DONE: "ended",
}


class Story:
    """The explanation of one witness: `sentence`, and `places` where what it speaks of is written."""

    def __init__(self, plan: Plan, ways: Ways, witness: Witness) -> None:
        self._plan = plan
        self._ways = ways
        self._witness = witness

    def sentence(self, consumer: Task, producer: str) -> str:
        """How the consumer can start without the producer's value."""
        rule = consumer.trigger_rule
        if rule is TriggerRule.ALWAYS:
            return f"'{consumer.id}' does not wait for '{producer}': its trigger rule is always"
        stand = self._witness.stands[producer]
        if stand is Stand.OPEN:
            return (
                f"'{consumer.id}' starts as soon as one of the tasks before it has {_FIRST[rule]} "
                f"(its trigger rule is {rule}), and '{producer}' may not have ended by then"
            )
        runs = f"'{consumer.id}' runs even if '{producer}' {_EVEN_IF[stand]}: its trigger rule is {rule}"
        cause = self._cause(producer)
        return f"{runs}, and {cause}" if cause else runs

    def places(self, producer: str) -> Iterator[tuple[str, At]]:
        """The branch, the rule or the exit code at which the way to the absence begins."""
        root = self._root(producer)
        why = self._witness.why.get(root)
        if why is None:
            return
        if why.how == "branch" and why.source is not None:
            yield f"'{why.source}' picks from these", at("tasks", why.source, "choices")
        elif why.how == "itself":
            yield f"'{root}' skips itself by these exit codes", at("tasks", root, "skip_on_exit_code")

    def _root(self, task: str) -> str:
        """Where the way to a skip or an upstream failure begins, seen from the task that it ends at."""
        stands = self._witness.stands
        seen = {task}
        while (why := self._witness.why.get(task)) is not None and why.how == "rule":
            bad = (Stand.SKIPPED, Stand.FAILED, Stand.UPSTREAM_FAILED)
            upstream = [why.source] if why.source else self._plan.tasks[task].upstream
            before = next((one for one in upstream if stands.get(one) in bad and one not in seen), None)
            if before is None:
                break
            seen.add(before)
            task = before
        return task

    def _cause(self, producer: str) -> str | None:
        """How the producer came to be skipped, or could not run; None where it simply failed."""
        root = self._root(producer)
        why = self._witness.why.get(root)
        if why is None or (root == producer and why.how == "ran"):
            return None
        it = f"'{producer}'" if root == producer else f"'{producer}' is skipped with '{root}'"
        if self._witness.stands[producer] is Stand.UPSTREAM_FAILED:
            return f"'{producer}' cannot run when '{root}' failed"
        skipped = f"{it} is skipped" if root == producer else it
        if why.how == "branch" and why.source is not None:
            return f"{skipped} when '{why.source}' {self._pick(why.source, root)}"
        if why.how == "itself":
            return f"{it} skips itself by its exit code" if root == producer else f"{it}, by its exit code"
        rule = self._plan.tasks[root].trigger_rule
        return f"{skipped} when its trigger rule, {rule}, does not come true" if root == producer else it

    def _pick(self, branch: str, left_out: str) -> str:
        others = [
            choice
            for choice, after in self._ways.followers(branch).items()
            if left_out not in after and self._plan.tasks[branch].kind is Kind.BRANCH
        ]
        return f"picks '{others[0]}'" if others else f"does not pick '{left_out}'"
