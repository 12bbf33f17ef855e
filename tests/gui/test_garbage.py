from __future__ import annotations

import gc
import threading
import weakref
from typing import TYPE_CHECKING

from flowdesk.gui.garbage import GarbageTimer

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
