"""A click group that knows its commands from a table, and imports one only when it is asked for."""

from __future__ import annotations

from difflib import get_close_matches
from importlib import import_module
from typing import TYPE_CHECKING

import click

from flowdesk.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class Entry(NamedTuple):
    """Where a command is, as `module:attribute`, and what it does, in a few words."""

    where: str
    does: str


class LazyGroup(click.Group):
    """A group whose help needs no import of its commands."""

    def __init__(self, name: str, table: Mapping[str, Entry], **settings: object) -> None:
        super().__init__(name, **settings)  # type: ignore[arg-type]  # passed on as they came
        self.table = table

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Show the help where no command is named."""
        return super().parse_args(ctx, args if args or ctx.resilient_parsing else ["--help"])

    def list_commands(self, _ctx: click.Context) -> list[str]:
        """Return the commands in the table's order."""
        return list(self.table)

    def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and return a command, or None if there is none of that name."""
        entry = self.table.get(cmd_name)
        if entry is None:
            return None
        module, _, attribute = entry.where.partition(":")
        command: click.Command = getattr(import_module(module), attribute)
        # Click keeps the lines of a paragraph that begins with a backspace; a raw docstring has its escape.
        command.help = (command.help or "").replace("\\b\n", "\b\n")
        return command

    def format_commands(self, _ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what each command does, from the table."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, entry.does) for name, entry in self.table.items()])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that the arguments begin with; suggest a near name where there is none."""
        name = args[0]
        if name not in self.table and not name.startswith("-") and not ctx.resilient_parsing:
            near = get_close_matches(name, self.table, n=1)
            hint = f", did you mean '{near[0]}'?" if near else f"; there are {', '.join(self.table)}"
            raise click.UsageError(f"no command '{name}'{hint}", ctx=ctx)
        return super().resolve_command(ctx, args)

    def shell_complete(
        self, ctx: click.Context, incomplete: str
    ) -> list[click.shell_completion.CompletionItem]:
        """Complete command names from the table."""
        from click.shell_completion import CompletionItem

        names = [
            CompletionItem(name, help=entry.does)
            for name, entry in self.table.items()
            if name.startswith(incomplete)
        ]
        return [*names, *click.Command.shell_complete(self, ctx, incomplete)]
