"""A file and an array of 3 GiB each go from task to task, and the engine does not grow by them.

Measured on two shared cores: see the prints, with `pytest -m slow -s`.
"""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

SIZE = 3 << 30
MIB = 1 << 20
MODULE = """
    import os
    from pathlib import Path
    from typing import BinaryIO
    import numpy as np

    SIZE = {size}

    def peak():
        return int(Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0]) // 1024

    def file():
        piece = os.urandom(1 << 20)
        with open("big.bin", "wb") as file:
            for number in range(SIZE >> 20):
                file.write(number.to_bytes(8, "big") + piece[8:])
        return {{"file": "big.bin", "peak": peak()}}

    def array():
        array = np.memmap("big.npy", "float64", "w+", shape=(SIZE // 8 // 1024, 1024))
        array[:] = np.arange(1024)
        return {{"array": array, "peak": peak()}}

    def path(file: Path, array: Path):
        assert file.stat().st_size == SIZE and array.stat().st_size > SIZE
        return peak()

    def mapped(file: BinaryIO, array: np.memmap):
        assert array[-1, -1] == 1023 and array.shape == (SIZE // 8 // 1024, 1024)
        count = 0
        while data := file.read(1 << 20):
            assert int.from_bytes(data[:8], "big") == count
            count += 1
        assert count == SIZE >> 20
        return peak()

    def whole(array):
        assert type(array) is np.ndarray and array[-1, 1] == 1
        return peak()
"""
PIPELINE = """
    [tasks.file]
    python = "big:file"
    cwd = "temp"
    push = { file = "file", peak = "int" }
    [tasks.array]
    python = "big:array"
    cwd = "temp"
    push = { array = "array", peak = "int" }
    [tasks.path]
    python = "big:path"
    pull = { file = "file:file", array = "array:array" }
    push.peak = "int"
    [tasks.mapped]
    python = "big:mapped"
    pull = { file = "file:file", array = "array:array" }
    push.peak = "int"
    [tasks.whole]
    python = "big:whole"
    pull.array = "array:array"
    push.peak = "int"
    [tasks.shell]
    bash = 'echo peak=$(($(wc -c < "$file") >> 20)) >> $FLOWDESK_PUSH'
    pull.file = "file:file"
    push.peak = "int"
"""
RUN = """
import json, sys
from datetime import UTC, datetime
from pathlib import Path
from flowdesk.engine.jobs import RunRequest
from flowdesk.engine.run import Engine
from flowdesk.executors.local import Local
from flowdesk.model.reader import read
from flowdesk.plan.build import check
from flowdesk.store.store import Store

folder = Path(sys.argv[1])
text = (folder / "p.toml").read_text()
plan = check(read(folder / "p.toml", text=text)).plan
executor = Local(1)
status = lambda name: int(Path("/proc/self/status").read_text().split(name)[1].split()[0]) // 1024
with Store.open(folder / "home") as store:
    request = RunRequest("run", folder / "p.toml", text, store.home, datetime.now(UTC))
    engine = Engine(plan, request, store=store, executor=executor)
    idle = status("VmRSS:")
    state = engine.run()
    told = {row.name: row.value for row in store.values("run") if row.key == "peak"}
    reasons = {row.name: row.reason for row in store.tries("run")}
executor.close()
print(json.dumps({"state": state, "grown": status("VmHWM:") - idle, "told": told, "reasons": reasons}))
"""


def ran(folder: Path, size: int) -> Mapping[str, object]:
    from textwrap import dedent

    (folder / "p.toml").write_text(dedent(PIPELINE))
    (folder / "big.py").write_text(dedent(MODULE.format(size=size)))
    done = subprocess.run(
        [sys.executable, "-c", RUN, str(folder)], check=True, stdout=subprocess.PIPE, text=True, cwd=folder
    )
    found: Mapping[str, object] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize(
    "size",
    [
        pytest.param(64 * MIB, id="64 MiB"),
        pytest.param(SIZE, id="3 GiB", marks=[pytest.mark.slow, pytest.mark.timeout(3600)]),
    ],
)
def test_what_is_large_passes_by_the_engine(tmp_path: Path, size: int) -> None:
    found = ran(tmp_path, size)
    print(f"{size // MIB} MiB:", found)  # noqa: T201 - what is measured is read
    assert found["state"] == "success", found["reasons"]
    assert found["grown"] < 100  # type: ignore[operator]  # MiB
    peaks = {name: int(text) for name, text in found["told"].items()}  # type: ignore[attr-defined]  # as it is printed
    assert peaks.pop("shell") == size // MIB
    assert (tmp_path / "home" / "flowdesk.db").stat().st_size < MIB
