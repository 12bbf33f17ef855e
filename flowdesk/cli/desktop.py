"""`flowdesk desktop`: the entry in the desktop's menu, with its icon."""

from __future__ import annotations

import os
import sys
from functools import partial
from typing import TYPE_CHECKING

import click

from flowdesk.cli import desktop_files
from flowdesk.cli.paths import shown
from flowdesk.errors import FlowdeskError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import Any

_HELP = """Put flowdesk into the desktop's menu of programs, or take it out.

    \b
    Examples:
      flowdesk desktop install
      flowdesk desktop status
      sudo flowdesk desktop remove --system
"""


@click.group(help=_HELP)
def desktop() -> None:
    """Hold the commands below."""
    if sys.platform in {"win32", "darwin"}:
        raise FlowdeskError("desktop entries are for Linux and the BSDs; there is none to install here")


def _system_option(command: Callable[..., Any]) -> Callable[..., Any]:
    text = "Of all users, instead of your own."
    return click.option("--system", "is_system", is_flag=True, help=text)(command)


@desktop.command()
@_system_option
def install(*, is_system: bool) -> None:
    """Write the entry and the icons."""
    folder = _folder(is_system=is_system)
    for path, content in desktop_files.files(folder).items():
        if _content(path) == content:
            click.echo(f"is there   {shown(path)}")
            continue
        _change(path, partial(_write, path, content))
        click.echo(f"written    {shown(path)}")
    _tell_icon_theme(folder)


@desktop.command()
@_system_option
def remove(*, is_system: bool) -> None:
    """Remove what `install` wrote."""
    folder = _folder(is_system=is_system)
    there = [path for path in desktop_files.files(folder) if path.exists()]
    for path in there:
        _change(path, path.unlink)
        click.echo(f"removed    {shown(path)}")
    if there:
        _tell_icon_theme(folder)
    else:
        click.echo("nothing was installed")


@desktop.command()
@_system_option
def status(*, is_system: bool) -> int:
    """Say what is installed.

    The exit code is 1 unless all of it is there as this flowdesk writes it.
    """
    complete = True
    for path, content in desktop_files.files(_folder(is_system=is_system)).items():
        found = _content(path)
        word = "missing" if found is None else "is there" if found == content else "differs"
        complete = complete and found == content
        click.echo(f"{word:9}  {shown(path)}")
    return 0 if complete else 1


def _folder(*, is_system: bool) -> Path:
    return desktop_files.SYSTEM if is_system else desktop_files.user_folder()


def _content(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def _write(path: Path, content: bytes) -> None:
    from flowdesk.store.whole_file import whole_file

    path.parent.mkdir(parents=True, exist_ok=True)
    with whole_file(path) as file:
        file.write(content)
    path.chmod(0o644)


def _change(path: Path, change: Callable[[], object]) -> None:
    try:
        change()
    except PermissionError:
        way_out = "leave out --system, or become root" if path.is_relative_to(desktop_files.SYSTEM) else ""
        hint = f"; {way_out}" if way_out else ""
        raise FlowdeskError(f"{path} cannot be changed: permission denied{hint}") from None
    except OSError as error:
        raise FlowdeskError(f"{path} cannot be changed: {(error.strerror or '').lower()}") from None


def _tell_icon_theme(folder: Path) -> None:
    """Let a cache of icons know that it is old: GTK and Qt compare it with the folder's time."""
    try:
        os.utime(folder / "icons" / "hicolor")
    except OSError:  # not ours, or not there: then there is no cache of ours either
        return
