"""What bash would start for a plain command, so that it can be started without bash.

bash takes longer to start than most of what it is asked to start, and for a single simple command it only
turns into that program: `make` has always gone without it there. Nobody shall be able to tell. So this is
for words whose characters mean nothing to a shell, and for an environment in which bash does nothing of its
own; the program gets the variables that bash would give it. Where anything is in doubt, it is bash's.
"""

from __future__ import annotations

import os
import re
from functools import lru_cache

from flowdesk.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

_BARE = "[A-Za-z0-9_./:@%+,=-]"
_QUOTED = r"""'[ -&(-~]*'|"[ #%-[\]-_a-~]*\""""
_COMMAND = re.compile(rf"([A-Za-z0-9_./][A-Za-z0-9_./:@%+,-]*)((?:[ \t]+(?:{_BARE}|{_QUOTED})+)*)")

_KEYWORDS = "if then else elif fi case esac for select while until do done in function time coproc"
_BUILTINS = (
    ". alias bg bind break builtin caller cd command compgen complete compopt continue declare dirs disown"
    " echo enable eval exec exit export false fc fg getopts hash help history jobs kill let local logout"
    " mapfile popd printf pushd pwd read readarray readonly return set shift shopt source suspend test times"
    " trap true type typeset ulimit umask unalias unset wait"
)
_BASHS_OWN = frozenset(f"{_KEYWORDS} {_BUILTINS}".split())

_SAME_ALONE = {("true",), ("false",)}
"""Built into bash, and without arguments no other than the programs."""

_ECHO = "echo"
"""Built into bash as well, and no other than the program without options and backslashes."""

_SYSTEM = b"/usr/bin:/bin"
"""Where the programs are that do what is built into bash: one of that name in a PATH may be anybody's."""

_CHANGED = frozenset(
    b"SHELLOPTS POSIXLY_CORRECT POSIX_PEDANTIC ENV IFS OPTIND OPTERR PS4 UID EUID PPID GROUPS LINENO"
    b" SECONDS RANDOM SRANDOM EPOCHSECONDS EPOCHREALTIME HISTCMD COMP_WORDBREAKS DIRSTACK PIPESTATUS"
    b" FUNCNAME EXECIGNORE GLOBIGNORE".split()
)
"""Variables that bash changes, or that change what it does; besides those that begin with BASH."""

_DROPPED = (b"PS1", b"PS2")
"""Variables that bash takes away where it is not interactive; each `activate` exports the first."""

_LOGINS = (b"SSH_CLIENT", b"SSH2_CLIENT")
"""With one of these, a bash that no other shell has started may read a file of the user's first."""

_DEEPEST = b"998"
"""Of SHLVL, after which bash complains."""


class PlainCommand(NamedTuple):
    """A program's path, and the arguments and environment that bash would start it with."""

    program: str
    argv: list[str]
    environment: dict[bytes, bytes]


def plain_command(text: str, environment: Mapping[bytes, bytes]) -> PlainCommand | None:
    """What `bash -c text` would become in the current directory; None: leave it to bash.

    `environment` is what bash would get.
    """
    words = _words(text)
    if words is None or not _is_indifferent(environment):
        return None
    path = _SYSTEM if words[0] in _BASHS_OWN else environment.get(b"PATH", b"")
    program = _program(words[0], path)
    changed = _as_of_bash(environment)
    if program is None or changed is None:
        return None
    changed[b"_"] = os.fsencode(program)
    return PlainCommand(program, [*words], changed)


@lru_cache(256)
def _words(text: str) -> tuple[str, ...] | None:
    """The words of a plain command."""
    found = _COMMAND.fullmatch(text.strip(" \t\n"))
    if found is None:
        return None
    words = (found[1], *(_split(found[2]) if found[2] else ()))
    return None if words[0] in _BASHS_OWN and not _is_program_the_same(words) else words


def _is_program_the_same(words: tuple[str, ...]) -> bool:
    if words[0] == _ECHO:
        return not any(word[:1] == "-" or "\\" in word for word in words)
    return words in _SAME_ALONE


def _split(text: str) -> list[str]:
    import shlex  # which a word alone does not need

    return shlex.split(text)


def _is_indifferent(environment: Mapping[bytes, bytes]) -> bool:
    """Whether bash does nothing of its own in the environment."""
    names = b"\0".join(environment)
    return (
        _CHANGED.isdisjoint(environment)
        and not names.startswith(b"BASH")
        and b"\0BASH" not in names
        and (b"SHLVL" in environment or not any(name in environment for name in _LOGINS))
        and _is_locale(environment.get(b"LC_ALL", b""))
    )


def _as_of_bash(environment: Mapping[bytes, bytes]) -> dict[bytes, bytes] | None:
    """The environment with what bash changes in any."""
    level = environment.get(b"SHLVL", b"0")
    is_number = level.isdigit() and (level == b"0" or level[:1] != b"0")
    is_too_deep = (len(level), level) > (len(_DEEPEST), _DEEPEST)
    if not is_number or is_too_deep or (level == b"0" and any(name in environment for name in _LOGINS)):
        return None
    changed = {**environment, b"SHLVL": level}
    try:
        if not _is_here(environment.get(b"PWD", b"")):
            changed[b"PWD"] = os.getcwdb()  # noqa: PTH109 - as above
    except OSError:  # bash has something to say of that
        return None
    if b"OLDPWD" in changed and not os.path.isdir(changed[b"OLDPWD"]):  # noqa: PTH112 - pathlib is slow to import
        del changed[b"OLDPWD"]
    for name in _DROPPED:
        changed.pop(name, None)
    return changed


def _is_here(path: bytes) -> bool:
    """Whether an absolute path leads to the current directory."""
    if path[:1] != b"/":
        return False
    try:
        return os.path.samestat(os.stat(path), os.stat("."))  # noqa: PTH116 - as above
    except (OSError, ValueError):
        return False


def _program(word: str, path: bytes) -> str | None:
    """The path of the program that bash would find."""
    if "/" in word:
        return word if _is_program(word) else None
    folders = os.fsdecode(path).split(":")
    if not all(folder[:1] == "/" for folder in folders):  # bash has rules of its own for others
        return None
    for folder in folders:
        found = folder + word if folder[-1] == "/" else f"{folder}/{word}"
        if _is_program(found):
            return found
    return None


def _is_program(path: str) -> bool:
    return os.path.isfile(path) and os.access(path, os.X_OK)  # noqa: PTH113 - pathlib is slow to import


@lru_cache(16)
def _is_locale(name: bytes) -> bool:
    """Whether bash takes it for LC_ALL without a warning."""
    if name in (b"", b"C", b"POSIX", b"C.UTF-8"):
        return True
    import _locale

    before = _locale.setlocale(_locale.LC_ALL)
    try:
        _locale.setlocale(_locale.LC_ALL, os.fsdecode(name))
    except (_locale.Error, ValueError):  # type: ignore[attr-defined]  # typeshed has it in locale only
        return False
    finally:
        _locale.setlocale(_locale.LC_ALL, before)
    return True
