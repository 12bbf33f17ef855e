from __future__ import annotations

import gc
import threading
import weakref
from typing import TYPE_CHECKING

from flowdesk.gui.garbage import MANY, GarbageTimer

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class Ring:
    """An object that only the collector can free."""

    def __init__(self) -> None:
        self.itself = self


def test_cycles_are_freed_in_the_windows_thread(qtbot: QtBot) -> None:
    garbage = GarbageTimer()
    freed_in: list[threading.Thread] = []
    ring = Ring()
    weakref.finalize(ring, lambda: freed_in.append(threading.current_thread()))
    del ring
    other = threading.Thread(target=lambda: [Ring() for _ in range(5000)])
    other.start()
    other.join()
    assert not freed_in
    qtbot.waitUntil(lambda: bool(freed_in))
    assert freed_in == [threading.current_thread()]
    garbage.close()
    assert not gc.isenabled()  # as it was before


def test_while_another_window_is_open_the_collector_stays_off(qtbot: QtBot) -> None:
    assert qtbot is not None
    gc.enable()
    one, other = GarbageTimer(), GarbageTimer()
    one.close()
    one.close()
    assert not gc.isenabled()
    other.close()
    assert gc.isenabled()


def test_what_was_there_before_is_set_aside_while_it_is_open(qtbot: QtBot) -> None:
    assert qtbot is not None
    before = gc.get_freeze_count()
    garbage = GarbageTimer()
    assert gc.get_freeze_count() > before + 1000
    garbage.close()
    assert gc.get_freeze_count() == 0


def _wait_until_set_aside(qtbot: QtBot, freed: list[bool]) -> None:
    """Wait until what was made since is set aside too, or something was freed."""
    count = gc.get_freeze_count()
    qtbot.waitUntil(lambda: bool(freed) or gc.get_freeze_count() > count)


def test_what_is_made_all_at_once_is_set_aside_and_found_when_it_is_garbage_and_much(qtbot: QtBot) -> None:
    garbage = GarbageTimer(much=1000)
    freed: list[bool] = []
    before = gc.get_freeze_count()
    rings = [Ring() for _ in range(2 * MANY)]
    qtbot.waitUntil(lambda: gc.get_freeze_count() > before + MANY)
    weakref.finalize(rings[0], freed.append, True)  # noqa: FBT003 - what is called with it is a list's own
    del rings
    more: list[Ring] = []
    while not freed and len(more) < 20 * before:
        more += [Ring() for _ in range(before)]
        _wait_until_set_aside(qtbot, freed)
    assert freed
    garbage.close()
