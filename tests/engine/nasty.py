"""Texts that would do harm in a shell if they were read as code, and a shell to try them in."""

from __future__ import annotations

import shlex
import subprocess
from itertools import zip_longest
from typing import TYPE_CHECKING

from flowdesk.engine.shell_quoting import HOLE, Unquotable, Value, quote_into

if TYPE_CHECKING:
    from pathlib import Path

CANARY = "canary"
_RUN = f"touch {CANARY}"
STRINGS = (
    "",
    " ",
    "plain",
    "two words",
    " leading and trailing ",
    f"; {_RUN}",
    f"; {_RUN};",
    f"& {_RUN} &",
    f"&& {_RUN}",
    f"|| {_RUN}",
    f"| {_RUN}",
    f"\n{_RUN}\n",
    f"$({_RUN})",
    f"`{_RUN}`",
    f"'; {_RUN}; '",
    f'"; {_RUN}; "',
    f"'$({_RUN})'",
    f'"$({_RUN})"',
    f"\\'; {_RUN}; \\'",
    f'\\"; {_RUN}; \\"',
    f"\\$({_RUN})",
    f"\\\\$({_RUN})",
    f"\\`{_RUN}\\`",
    f"}}; {_RUN}; {{",
    f"}}$({_RUN})",
    f'}}"; {_RUN}; "',
    f"}}'; {_RUN}; '",
    f"); {_RUN}; (",
    f")) ; {_RUN}; ((",
    f"]] ; {_RUN}; [[",
    f"a[$({_RUN})]",
    f"x[$({_RUN})]+1",
    f"esac; {_RUN}; case",
    f"*) {_RUN};;",
    f"EOF\n{_RUN}",
    f"\nEOF\n{_RUN}\n",
    f"\n\tEOF\n{_RUN}\nEOF",
    f"EOF); {_RUN}; : $(",
    f"\nEOF); {_RUN}; : $(\nEOF",
    f"\n\tEOF )\n{_RUN}\n: $(",
    f"EO\\\nF); {_RUN}; : $(",
    f"# {_RUN}",
    f"\n# x\n{_RUN}",
    f"<({_RUN})",
    f"> {CANARY}",
    f"${{x:=$({_RUN})}}",
    f"${{x:-`{_RUN}`}}",
    f"!({_RUN})",
    f"\r\n{_RUN}\r\n",
    f"\x01$({_RUN})\x01",
    f"\x7f$({_RUN})\x7f",
    f"\\\n{_RUN}",
    f"\\x27; {_RUN}; \\x27",
    f"\\047; {_RUN}; \\047",
    f"$'\\x27; {_RUN}'",
    "\\",
    "\\\\",
    "'",
    '"',
    "`",
    "$",
    "$HOME",
    "${HOME}",
    "~",
    "~root",
    "*",
    "?[a-z]*",
    "{a,b}",
    "!!",
    "-n",
    "-rf /",
    "--",
    "if",
    "a=b",
    "2",
    "-1",
    "08",
    "tab\tbed",
    "\ttab first\n\tand again",
    "line\n",
    "\n",
    "\n\n",
    "a\\",
    "a\\\nb",
    "한국어 'q' \"d\"",
    "\u2028\u00a0\ufeff",
    "\x1b[31m",
    "%s%n%d",
    "&",
    "#",
    "a#b",
    "=",
    ":",
    "x" * 5000 + "'",
)


def filled(template: str, *texts: str) -> str | None:
    """The shell text with texts in the places of its @, or None where one is refused."""
    try:
        return quote_into(template.replace("@", HOLE), [Value(text) for text in texts])
    except Unquotable:
        return None


def run_all(folder: Path, scripts: dict[str, str], shell: str = "/bin/bash") -> dict[str, bytes | None]:
    """Run the scripts one after another in one shell; what each printed, or None where it failed.

    One shell for all, for speed: what ends it leaves nothing of those after it.
    """
    run = f"cd {shlex.quote(str(folder))}; for one do eval \"$one\"; printf '\\0%s\\0' $?; done"
    done = subprocess.run(
        [shell, "-c", run, shell, *(script.encode() for script in scripts.values())],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        check=False,
        env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"},
    )
    told = done.stdout.split(b"\0")
    found = [out if status == b"0" else None for out, status in zip(told[::2], told[1::2], strict=False)]
    return dict(zip_longest(scripts, found[: len(scripts)]))
