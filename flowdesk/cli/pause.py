"""`flowdesk pause`: let nothing further of a run start."""

from __future__ import annotations

import click

from flowdesk.cli import options
from flowdesk.cli.asking import Wish, ask, tell
from flowdesk.cli.stored import opened, under_way


@click.command()
@options.run_argument
@options.file_option
@options.store_option
def pause(run_ref: str | None, file: str | None) -> int:
    r"""Let nothing further of RUN start; what runs goes on to its end. `flowdesk resume` continues it.

    Without RUN, the latest run that is under way is meant.

    \b
    Examples:
      flowdesk pause
      flowdesk pause 12
    """
    with opened(file, read_only=False) as store:
        run = under_way(store, run_ref, file)
        answer = ask(store, run, Wish("pause"))
    return tell(run, answer or "nothing to do, because the run is over")
