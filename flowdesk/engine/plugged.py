"""Tasks of kinds that installed packages add: each is a call of the function that its kind names.

The plan has the function, and the task's own fields as JSON texts, in its `code`: the kind's word, the
`module:function`, then a name and a text in turn. The function gets the fields as keyword arguments, beside
what the task pulls and what else a Python task may ask for, and pushes as one does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.executors.executor import Given, Input
from flowdesk.plan.plan import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flowdesk.executors.executor import Job


def called(job: Job) -> Job:
    """The job of a plugged-in kind as the call that carries it out; `code` is rendered."""
    _, function, *fields = job.code
    return job._replace(kind=Kind.PYTHON, code=(function,), inputs=(*_own(fields), *job.inputs))


def _own(fields: list[str]) -> Iterator[Input]:
    # Given under no task, as an item of `expand`: no `xcom_pull` reaches it.
    for name, text in zip(fields[::2], fields[1::2], strict=True):
        yield Input(name, (Given("", name, text),))
