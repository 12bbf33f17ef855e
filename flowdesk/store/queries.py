"""The named SQL: `sql/*.sql` for every database, and over it what is said differently to one.

By aiosql. Importing it costs 25 ms, of which it spends 15 on `importlib.metadata`, to learn its own version;
so it waits until a store is opened.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

SQL = Path(__file__).parent / "sql"

_NAMED = re.compile(r"^-- name: *(\w+).*?(?=^-- name:|\Z)", re.MULTILINE | re.DOTALL)


@cache
def queries(adapter: Any, *folders: str) -> Any:  # noqa: ANN401 - aiosql makes the methods from the SQL files
    """The named queries, with what the folders of `sql/` say, the last one of a name.

    `adapter` is aiosql's: its name, or a class of that kind.
    """
    import aiosql

    files = [file for folder in ("", *folders) for file in sorted((SQL / folder).glob("*.sql"))]
    statements = {found[1]: found[0] for file in files for found in _NAMED.finditer(file.read_text("utf-8"))}
    return aiosql.from_str("\n".join(statements.values()), adapter)
