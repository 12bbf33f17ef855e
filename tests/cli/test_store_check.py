from __future__ import annotations

from typing import TYPE_CHECKING

from tests.store.raw import connection

if TYPE_CHECKING:
    from collections.abc import Callable

    from flowdesk.store.store import Store
    from tests.cli.conftest import Told


def test_it_ends_with_one_where_anything_is_not_whole(
    finished_run: str, store: Store, flowdesk: Callable[..., Told]
) -> None:
    assert finished_run
    told = flowdesk("store", "check")
    assert (told.code, told.out) == (0, "")
    assert told.err.startswith("All is whole in ")
    connection(store).execute("UPDATE definitions SET plan = '{}'")
    told = flowdesk("store", "check")
    assert told.code == 1
    assert "is not what it was" in told.out
    assert "flowdesk: 1 thing is not whole in " in told.err
