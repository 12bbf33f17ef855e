"""Whole commands, process start to exit: flowdesk beside peers that keep less, in turns, in one run.

    python tests/benchmarks/bench_run.py [ROUNDS]

Peers are GNU make, and doit, Luigi and Dask where `make bench-peers` has installed them. Every peer does the
same work two tasks at a time; a run counts only if its last task wrote the right result. flowdesk runs with
all that it does for users switched on: the checked contract, the durable store, a log for every try.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import textwrap
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

PEERS = Path(__file__).parent.parent.parent / ".venv-peers" / "bin"
ROUNDS = int(sys.argv[1]) if len(sys.argv) > 1 else 5
SHELL_TASKS = 100
CALLABLES = 100


@dataclass(frozen=True)
class Contender:
    """A command in a folder of its own. `result` is the file that its last task writes."""

    name: str
    command: list[str]
    files: dict[str, str]
    result: str = "result.txt"
    expected: str = "done"


def flowdesk(name: str, toml: str, python: str = "", expected: str = "done") -> Contender:
    command = [sys.executable, "-m", "flowdesk", "run", "--quiet", "--workers", "2", "p.toml"]
    return Contender(name, command, {"p.toml": toml, "work.py": python}, expected=expected)


def doit(python: str, expected: str = "done") -> Contender:
    return Contender("doit", [str(PEERS / "doit"), "-n", "2"], {"dodo.py": python}, expected=expected)


def make(text: str) -> Contender:
    return Contender("make", ["make", "-s", "-j2"], {"Makefile": text})


def seed() -> list[Contender]:
    """The seed pipeline without its waiting: a shell task, three callables, one that takes the best."""
    toml = """
        [tasks.download]
        bash = "sleep 0"
        [groups.train]
        after = ["download"]
        [tasks."train.a"]
        python = "work:train"
        returns = "float"
        [tasks."train.b"]
        python = "work:train"
        returns = "float"
        [tasks."train.c"]
        python = "work:train"
        returns = "float"
        [tasks.best]
        python = "work:best"
        pull.values = { from = "train.*" }
    """
    python = """
        def train(): return 0.5
        def best(values): open("result.txt", "w").write("done" if max(values) == 0.5 else "wrong")
    """
    dodo = """
        def train(): return {"value": 0.5}
        def best(values): open("result.txt", "w").write("done" if max(values.values()) == 0.5 else "wrong")
        def task_download(): return {"actions": ["sleep 0"]}
        def task_train():
            for name in "abc": yield {"name": name, "actions": [train], "task_dep": ["download"]}
        def task_best(): return {"actions": [best], "getargs": {"values": ("train", "value")}}
    """
    rules = """
        best: a b c ; @sort -rn a.value b.value c.value | head -1 > best.value; printf done > result.txt
        a b c: download ; @echo 0.5 > $@.value
        download: ; @sleep 0
    """
    return [flowdesk("flowdesk", toml, python), doit(dodo), make(rules)]


def shell_tasks() -> list[Contender]:
    """Many shell tasks `true` between a root and an end."""
    names = [f"t{number}" for number in range(SHELL_TASKS)]
    toml = "[tasks.root]\nbash = 'true'\n"
    toml += "".join(f"[tasks.'g.{name}']\nbash = 'true'\nafter = 'root'\n" for name in names)
    toml += "[tasks.end]\nbash = 'printf done > result.txt'\nafter = 'g.*'\n"
    dodo = f"""
        def task_root(): return {{"actions": ["true"]}}
        def task_g():
            for n in range({SHELL_TASKS}): yield {{"name": str(n), "actions": ["true"], "task_dep": ["root"]}}
        def task_end(): return {{"actions": ["printf done > result.txt"], "task_dep": ["g"]}}
    """
    rules = "end: {0} ; @printf done > result.txt\n{0}: root ; @true;\nroot: ; @true;\n".format(
        " ".join(names)
    )
    return [flowdesk("flowdesk", toml), doit(dodo), make(rules)]


def callables() -> list[Contender]:
    """Many callables that hand a float to one that takes the largest."""
    toml = "".join(f"[tasks.'g.t{n}']\npython = 'work:give'\nreturns = 'float'\n" for n in range(CALLABLES))
    toml += "[tasks.end]\npython = 'work:take'\npull.values = { from = 'g.*' }\n"
    python = """
        def give(): return 0.5
        def take(values): open("result.txt", "w").write(f"{len(values)} {max(values)}")
    """
    dodo = f"""
        def give(): return {{"value": 0.5}}
        def take(values): open("result.txt", "w").write(f"{{len(values)}} {{max(values.values())}}")
        def task_g():
            for n in range({CALLABLES}): yield {{"name": str(n), "actions": [give]}}
        def task_end(): return {{"actions": [take], "getargs": {{"values": ("g", "value")}}}}
    """
    expected = f"{CALLABLES} 0.5"
    return [flowdesk("flowdesk", toml, python, expected), doit(dodo, expected)]


def seconds(contender: Contender, folder: Path) -> float:
    """Lay the contender's files anew, run it once and return its wall seconds."""
    home = folder / "home"
    for name, text in contender.files.items():
        (folder / name).write_text(textwrap.dedent(text), "utf-8")
    for stale in [folder / contender.result, *folder.glob(".doit.db*")]:
        stale.unlink(missing_ok=True)
    env = {**os.environ, "FLOWDESK_HOME": str(home)}
    began = time.perf_counter()
    subprocess.run(contender.command, cwd=folder, env=env, check=True, stdout=subprocess.DEVNULL)
    took = time.perf_counter() - began
    written = (folder / contender.result).read_text("utf-8")
    if written != contender.expected:
        sys.exit(f"{contender.name} wrote {written!r} instead of {contender.expected!r}")
    return took


def compare(title: str, contenders: list[Contender]) -> None:
    """Run the contenders in turns and print the median of each beside the first one's."""
    there = [one for one in contenders if Path(one.command[0]).exists() or one.command[0] == "make"]
    times: dict[str, list[float]] = {one.name: [] for one in there}
    with tempfile.TemporaryDirectory() as top:
        for round_number in range(ROUNDS + 1):
            for one in there:
                folder = Path(top) / one.name
                folder.mkdir(exist_ok=True)
                took = seconds(one, folder)
                if round_number:  # the first round warms the disk's cache
                    times[one.name].append(took)
    ours = statistics.median(times["flowdesk"])
    print(f"\n{title}\n{'':12}{'median':>9}{'min':>9}{'max':>9}   flowdesk takes")
    for name, rounds in times.items():
        median = statistics.median(rounds)
        print(f"{name:12}{median:8.2f}s{min(rounds):8.2f}s{max(rounds):8.2f}s   {ours / median:6.2f} x")


WORK: dict[str, Callable[[], list[Contender]]] = {
    "the seed pipeline, sleep 0": seed,
    f"{SHELL_TASKS} shell tasks `true`": shell_tasks,
    f"{CALLABLES} callables hand a float to one": callables,
}

if __name__ == "__main__":
    for title, contenders in WORK.items():
        compare(title, contenders())
    if not (PEERS / "doit").exists():
        print("\ndoit is not here to compare with: `make bench-peers` installs it")
