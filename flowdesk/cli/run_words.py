"""`run` takes a file, and beside that two words: `flowdesk run export` and `flowdesk run import`.

A word is taken for what it says only where no file has its name; `flowdesk run ./export` is always the file.
"""

from __future__ import annotations

import os
from typing import Any

import click

from flowdesk.cli.lazy import Entry, LazyGroup

WORDS = {
    "export": Entry("flowdesk.cli.run_export:export", "Write a run to a file, for another machine."),
    "import": Entry("flowdesk.cli.run_import:import_", "Bring a run from such a file into the store."),
}


def complete_file_or_word(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[object]:
    """Complete the words, and files as the shell does."""
    from click.shell_completion import CompletionItem

    words = [CompletionItem(word, help=entry.does) for word, entry in WORDS.items()]
    return [
        *(word for word in words if word.value.startswith(incomplete)),
        CompletionItem(incomplete, type="file"),
    ]


class RunCommand(click.Command):
    """The command `run`, which gives way to the two words."""

    def make_context(
        self,
        info_name: str | None,
        args: list[str],
        parent: click.Context | None = None,
        **extra: Any,  # noqa: ANN401 - as click has it
    ) -> click.Context:
        """Make the context of `run`, or of the command that a word means."""
        if args and args[0] in WORDS and not os.path.exists(args[0]):  # noqa: PTH110 - pathlib takes longer to import
            word, *rest = args
            command = LazyGroup("run", WORDS).get_command(click.Context(self), word)
            if command is not None:
                return command.make_context(f"{info_name} {word}", rest, parent=parent, **extra)
        return super().make_context(info_name, args, parent=parent, **extra)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, and below them what the words do."""
        super().format_options(ctx, formatter)
        with formatter.section("Words in the place of FILE"):
            formatter.write_dl([(word, entry.does) for word, entry in WORDS.items()])
