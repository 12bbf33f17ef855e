"""No room left, at any moment: one sentence, nothing half written, and all goes on when there is room again.

By a limit on the database's pages, by a limit of the process on the size of its files, and on a real, small
disk: a tmpfs in a mount namespace of its own, which needs root (as CI has) or namespaces for users.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from flowdesk.store.errors import StoreFull
from flowdesk.store.store import Store
from tests.builders import start_run
from tests.faults.stores import check_sound, told
from tests.store.raw import sqlite

if TYPE_CHECKING:
    from pathlib import Path

FILLER = """
import os, sys
from pathlib import Path
from flowdesk.store.errors import StoreFull, StoreUnavailable
from flowdesk.store.store import Store
from tests.builders import start_run
from tests.faults.stores import check_sound, told
from tests.store.raw import connection, sqlite

home, ballast = Path(sys.argv[1]) / "home", Path(sys.argv[1]) / "ballast"
complaints = 0
with Store.open(home) as store:
    start_run(store)
    with store.transaction():
        store.start_try("run_1", "a", 1, log="a.log")
    for left in range(0, 200_000, 7_000):  # bytes of room, from none on
        room = os.statvfs(home)
        ballast.write_bytes(b"x" * max(0, room.f_bavail * room.f_frsize - left))
        before = told(store)
        number = 0
        try:
            while True:
                with store.transaction():
                    store.push_value("run_1", "a", 1, key=f"{left}.{number}", value='"' + "x" * 9_000 + '"')
                before = told(store)
                number += 1
        except (StoreFull, StoreUnavailable) as error:
            assert "room left" in str(error) or "free space" in str(error), error
            complaints += 1
        assert told(store) == before
        ballast.unlink()
        with store.transaction():
            store.push_value("run_1", "a", 1, key="after", value="1")
        check_sound(store)
        connection(store).execute("PRAGMA wal_checkpoint(TRUNCATE)")
with Store.open(home) as store:
    check_sound(store)
print("complaints:", complaints)
"""


def on_a_small_disk(folder: Path, code: str) -> subprocess.CompletedProcess[str]:
    """Carry out Python with a disk of 4 MB mounted over a folder, which only it sees."""
    folder.mkdir()
    as_root = [] if os.geteuid() == 0 else ["--map-root-user"]
    mount = 'mount -t tmpfs -o size=4m tmpfs "$0" && exec "$1" -c "$2" "$0"'
    argv = ["unshare", "--mount", *as_root, "sh", "-c", mount, str(folder), sys.executable, code]
    return subprocess.run(argv, capture_output=True, text=True, check=False, timeout=100)


def namespaces_are_there() -> bool:
    """Whether a user who is not root may mount here. Root, and so CI, is never let off."""
    unshare = shutil.which("unshare")
    argv = [str(unshare), "--mount", "--map-root-user", "true"]
    return bool(unshare) and subprocess.run(argv, check=False, capture_output=True).returncode == 0


@pytest.mark.skipif(
    sys.platform != "linux" or (os.geteuid() != 0 and not namespaces_are_there()),
    reason="nothing can be mounted",
)
def test_a_disk_that_is_full_at_any_moment_undoes_that_commit_alone(tmp_path: Path) -> None:
    done = on_a_small_disk(tmp_path / "disk", FILLER)
    assert done.stderr == ""
    assert done.stdout == "complaints: 29\n"


def push_pages(store: Store, count: int) -> None:
    for _ in range(count):
        key = str(len(store.events("run_1")))
        store.push_value("run_1", "a", 1, key=key, value='"' + "x" * 4_000 + '"')


def test_a_limit_of_pages_at_any_moment_undoes_that_commit_alone(home: Path) -> None:
    with Store.open(home) as store:
        start_run(store)
        with store.transaction():
            store.start_try("run_1", "a", 1, log="a.log")
        for more in range(1, 12):
            pages = sqlite(store).pragma("page_count")
            sqlite(store).pragma(f"max_page_count = {pages + more}")
            before = told(store)
            with pytest.raises(StoreFull, match="there is no room left to write"), store.transaction():
                push_pages(store, 100)
            assert told(store) == before
            sqlite(store).pragma("max_page_count = 1000000")
            with store.transaction():
                push_pages(store, 1)
            check_sound(store)


LIMITED = """
import resource, signal, sys
from pathlib import Path
from flowdesk.errors import FlowdeskError
from flowdesk.store.store import Store
from tests.builders import start_run
from tests.faults.stores import check_sound, told
from tests.store.raw import connection, sqlite

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
with Store.open(Path(sys.argv[1])) as store:
    start_run(store)
    with store.transaction():
        store.start_try("run_1", "a", 1, log="a.log")
    before = told(store)
    wal = (Path(sys.argv[1]) / "flowdesk.db-wal").stat().st_size
    resource.setrlimit(resource.RLIMIT_FSIZE, (wal + 10_000, resource.RLIM_INFINITY))
    try:
        with store.transaction():
            store.push_value("run_1", "a", 1, key="k", value='"' + "x" * 100_000 + '"')
    except FlowdeskError as error:
        print(error)
    assert told(store) == before
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    with store.transaction():
        store.push_value("run_1", "a", 1, key="k", value="1")
    check_sound(store)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGXFSZ"), reason="this system has no such limit")
def test_a_limit_on_the_size_of_files_undoes_that_commit_alone(home: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, str(home)], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.stderr == ""
    assert len(done.stdout.splitlines()) == 1
    assert "free space" in done.stdout or "room left" in done.stdout
