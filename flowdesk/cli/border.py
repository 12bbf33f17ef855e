"""The border of the terminal: the only place where errors become sentences and exit codes.

    0  done                              64 + 6 = 70  a bug in flowdesk
    1  a task failed, or the machine refused   128 + n  ended by signal n (130 is Ctrl-C)
    2  the file or the command line is wrong   141  whoever read the output went away

Nothing heavy is imported before it is needed: `--version` is answered without click, and the
errors' own module is only loaded once there is one.
"""

from __future__ import annotations

import errno
import gc
import os
import sys

from flowdesk import __version__
from flowdesk.cli.later import put_off

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import NoReturn

BUG = 70
INTERRUPTED = 130
NO_READER = 141

MACHINE = {
    errno.EDQUOT,
    errno.EIO,
    errno.EMFILE,
    errno.ENFILE,
    errno.ENOMEM,
    errno.ENOSPC,
    errno.EROFS,
}
"""What an operating system refuses for reasons of the machine, whatever it was asked for."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `flowdesk` with these arguments (`sys.argv` by default) and return its exit code."""
    if None in (sys.stdin, sys.stdout, sys.stderr):
        from flowdesk.cli.streams import stand_in_for_closed_streams

        stand_in_for_closed_streams()
    words = list(sys.argv[1:] if arguments is None else arguments)
    if words in (["--version"], ["-V"]):
        sys.stdout.write(f"flowdesk {__version__}\n")
        return 0
    was_collecting = gc.isenabled()
    gc.disable()  # a short command is over before there is anything to collect
    try:
        code = _answer(words)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        return _leave_quietly()
    except Exception as error:  # noqa: BLE001 - this is the border
        return _leave_quietly() if isinstance(error, OSError) and _has_hung_up() else _tell(error)
    finally:
        (gc.enable if was_collecting else gc.disable)()
    if arguments is None and "flowdesk.gui" not in sys.modules:
        _leave_at_once(code)
    return code


def desktop() -> int:
    """Open the window, as a desktop entry starts it: with a file or without one."""
    return main(["open", *sys.argv[1:]])


def _leave_at_once(code: int) -> NoReturn:
    """Leave without Python's own farewell: all is written and closed, and what is left the system frees.

    Measured: 18 ms less after a small run.
    """
    sys.stderr.flush()
    os._exit(code)


def _answer(arguments: Sequence[str]) -> int:
    put_off()
    from flowdesk.cli.quick import answered
    from flowdesk.cli.terminal import prepare

    if "_FLOWDESK_COMPLETE" not in os.environ:
        prepare(sys.stdout, sys.stderr)
        if (code := answered(arguments)) is not None:
            return code
    return _answer_by_click(arguments)


def _answer_by_click(arguments: Sequence[str]) -> int:
    import click

    from flowdesk.cli.app import app
    from flowdesk.cli.completion import answer_shell
    from flowdesk.cli.terminal import wants_colour

    if answer_shell(app):
        return 0
    try:
        with app.make_context("flowdesk", list(arguments), color=wants_colour()) as context:
            gc.enable()
            code = app.invoke(context)
    except click.exceptions.Exit as left:
        return left.exit_code
    except click.Abort:
        return INTERRUPTED
    except click.ClickException as refused:
        return _tell_usage(refused)
    return code if isinstance(code, int) else 0


def _tell_usage(refused: Exception) -> int:
    """Show what click refused, and how to ask for help."""
    import click

    if not isinstance(refused, click.UsageError) or refused.ctx is None:
        click.echo(f"flowdesk: {refused}", err=True)
        return 2
    name = refused.ctx.command_path
    sentence = refused.format_message().strip().removesuffix(".")
    sentence = sentence[:1].lower() + sentence[1:]
    click.echo(f"{name}: {sentence}\n{refused.ctx.get_usage()}\nTry '{name} --help'.", err=True)
    return 2


def _tell(error: Exception) -> int:
    """Say in the error's own shape what went wrong, and return the exit code."""
    from flowdesk.errors import FileRefused, FlowdeskError

    if isinstance(error, UnicodeEncodeError):
        from flowdesk.cli.encoding import is_of_locale, lacking

        error = lacking(error) if is_of_locale(error) else error
    if isinstance(error, FileRefused):
        from flowdesk.cli.problems import counted, print_problems

        left_out = print_problems(error.problems, {}, sys.stderr)
        more = "; flowdesk validate --all shows them all" if left_out else ""
        sys.stderr.write(f"flowdesk: {counted(error.problems)}, so {error.undone}{more}\n")
        return error.exit_code
    if isinstance(error, FlowdeskError):
        sys.stderr.write(f"flowdesk: {error}\n")
        return error.exit_code
    if isinstance(error, OSError) and error.errno in MACHINE:
        where = f": {error.filename}" if error.filename else ""
        sys.stderr.write(f"flowdesk: {error.strerror}{where}\n")
        return 1
    from flowdesk.cli.bug import report

    sys.stderr.write(report(error))
    return BUG


def _leave_quietly() -> int:
    """Leave without the complaint that Python prints when it flushes into a closed pipe at exit.

    Source: Python's documentation of the signal module, "Note on SIGPIPE".
    """
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    return NO_READER


def _has_hung_up() -> bool:
    """Whether the terminal that is written to was closed: it gives an error for every question."""
    try:
        import termios
    except ImportError:  # Windows
        return False
    try:
        termios.tcgetattr(sys.stdout.fileno())
    except (OSError, termios.error) as error:
        return bool(error.args and error.args[0] == errno.EIO)
    return False
