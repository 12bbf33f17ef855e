from __future__ import annotations

import pytest

from flowdesk.store.queries import Statements, named, queries

SIGNS = {"", "^", "$", "!", "<!", "*!"}


@pytest.mark.parametrize("folders", [("sqlite",), ("served", "postgresql"), ("served", "mysql")])
def test_every_statement_is_what_aiosql_reads(folders: tuple[str, ...]) -> None:
    by_aiosql = queries("sqlite3", *folders)
    ours = named(*folders)
    assert set(ours) == {name for name in by_aiosql.available_queries if not name.endswith("_cursor")}
    assert {one.sign for one in ours.values()} <= SIGNS
    for name, one in ours.items():
        kept = [line for line in one.sql.splitlines() if not line.startswith("--")]
        read = [line for line in getattr(by_aiosql, name).sql.splitlines() if not line.startswith("--")]
        assert " ".join(kept).split() == " ".join(read).split(), name


def test_a_statement_that_is_read_alone_is_the_one_among_all() -> None:
    alone = Statements("sqlite")
    assert {name: alone[name] for name in named("sqlite")} == named("sqlite")
    for missing in ("run", "runs", "nothing"):
        with pytest.raises(KeyError, match=missing):
            alone[missing]


def test_what_one_database_says_differently_stands_over_the_rest() -> None:
    assert set(named()) <= set(named("served", "mysql"))
    assert named("served", "postgresql") != named("served", "mysql")
