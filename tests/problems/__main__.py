"""Compares the report on every wrong file with the one kept beside it, or writes them anew.

    python -m tests.problems            tell which reports have changed
    python -m tests.problems --write    keep the reports as they are now; then read what `git diff` shows

A report is what its author will read: a changed one is right only if it is as clear as before.
"""

from __future__ import annotations

import sys

from tests.problems.reports import FOLDER, expected, report, wrong_files


def main(*, write: bool) -> int:
    """Return how many reports differ from what is kept, after keeping them if that is asked for."""
    changed = 0
    for file in wrong_files():
        kept, now = expected(file), report(file)
        if kept.is_file() and kept.read_text("utf-8") == now:
            continue
        changed += 1
        sys.stdout.write(f"{kept.name}\n")
        if write:
            kept.write_text(now, "utf-8")
    for kept in sorted(FOLDER.glob("*.txt")):
        if not kept.with_suffix(".toml").is_file():
            changed += 1
            sys.stdout.write(f"{kept.name} has no file any more\n")
            if write:
                kept.unlink()
    return changed


if __name__ == "__main__":
    writes = "--write" in sys.argv[1:]
    differ = main(write=writes)
    sys.exit(bool(differ) and not writes)
