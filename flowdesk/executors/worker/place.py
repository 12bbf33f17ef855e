"""What a worker has for the task that is under way, whatever its kind."""

from __future__ import annotations

from flowdesk.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from flowdesk.executors.worker.empty_file import EmptyFile
    from flowdesk.executors.worker.surroundings import Surroundings
    from flowdesk.executors.worker.tee import Taker


class Place(NamedTuple):
    """The file for a shell task's `$FLOWDESK_PUSH`, what is around it, and what takes its stdout and stderr.

    Without takers they are those of this process. `hide` is called when the job has got more secrets.
    """

    pushes: EmptyFile
    surroundings: Surroundings
    takers: tuple[Taker, Taker] | None = None
    hide: Callable[[], None] | None = None
