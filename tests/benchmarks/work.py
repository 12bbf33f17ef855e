"""The work that is compared: the same tasks, two at a time, as flowdesk and as each peer has them.

make and ninja know no callables: there a task is a Python process, with files between them. They, Luigi and
Dask are given as many tasks as they get done in a minute or so.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from tests.benchmarks.contenders import Contender, peer

if TYPE_CHECKING:
    from collections.abc import Iterator

SLOWEST = 1_000
"""The most tasks for peers that start a process for each callable, or take long for each task."""

LUIGI = """
import luigi
from pathlib import Path

class Task(luigi.Task):
    name = luigi.Parameter()
    def output(self): return luigi.LocalTarget(f"out/{self.name}")
    def done(self, text=""):
        with self.output().open("w") as file: file.write(str(text))

def go(last): luigi.build([last], workers=2, local_scheduler=True, log_level="ERROR", no_lock=True)
"""

DASK = """
from dask.distributed import Client, LocalCluster
from pathlib import Path

def go(work):
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        with Client(cluster) as client:
            work(client)
"""


def flowdesk(toml: str, python: str = "", expected: str = "done") -> Contender:
    """The pipeline as flowdesk runs it, with all that it does for users."""
    command = [sys.executable, "-m", "flowdesk", "run", "--quiet", "--workers", "2", "p.toml"]
    made = Contender("flowdesk", command, {"p.toml": toml, "work.py": python}, expected)
    return replace(made, keeps=("home", "__pycache__"), tasks=toml.count("[tasks."), is_limited=True)


def doit(python: str, expected: str = "done") -> Contender:
    """Keeps no history, no logs and no values of earlier runs."""
    return Contender("doit", [peer("doit"), "-n", "2"], {"dodo.py": python}, expected)


def make(text: str, expected: str = "done") -> Contender:
    """GNU make; it runs a plain command without a shell."""
    return Contender("make", ["make", "-s", "-j2"], {"Makefile": text}, expected)


def ninja(text: str, expected: str = "done") -> Contender:
    """Ninja."""
    return Contender("ninja", [peer("ninja"), "-j2"], {"build.ninja": text}, expected)


def luigi(python: str, expected: str = "done") -> Contender:
    """Luigi without its server."""
    return Contender("luigi", [peer("luigi", "python"), "work.py"], {"work.py": LUIGI + python}, expected)


def dask(python: str, expected: str = "done") -> Contender:
    """Dask with two worker processes."""
    main = f"{python}\nif __name__ == '__main__': go(work)\n"
    return Contender("dask", [peer("dask", "python"), "work.py"], {"work.py": DASK + main}, expected)


def seed() -> Iterator[Contender]:
    """The seed pipeline without its waiting: a shell task, three callables, one that takes the best."""
    train = "".join(f'[tasks."train.{n}"]\npython = "work:train"\nreturns = "float"\n' for n in "abc")
    yield flowdesk(
        f"[tasks.download]\nbash = 'sleep 0'\n[groups.train]\nafter = ['download']\n{train}"
        "[tasks.best]\npython = 'work:best'\npull.values = { from = 'train.*' }\n",
        "def train(): return 0.5\n"
        "def best(values): open('result.txt', 'w').write('done' if max(values) == 0.5 else 'wrong')\n",
    )
    yield doit("""
        def train(): return {"value": 0.5}
        def best(values): open("result.txt", "w").write("done" if max(values.values()) == 0.5 else "wrong")
        def task_download(): return {"actions": ["sleep 0"]}
        def task_train():
            for name in "abc": yield {"name": name, "actions": [train], "task_dep": ["download"]}
        def task_best(): return {"actions": [best], "getargs": {"values": ("train", "value")}}
        """)
    yield make("""
        best: a b c ; @sort -rn a.value b.value c.value | head -1 > best.value; printf done > result.txt
        a b c: download ; @echo 0.5 > $@.value
        download: ; @sleep 0
        """)
    yield ninja("""
        rule train
          command = echo 0.5 > $out.value
        rule best
          command = sort -rn a.value b.value c.value | head -1 > best.value; printf done > result.txt
        rule download
          command = sleep 0
        build download: download
        build a: train download
        build b: train download
        build c: train download
        build best: best a b c
        """)


def shell_tasks(size: int) -> Iterator[Contender]:
    """Many shell tasks `true` between a root and an end."""
    names = [f"t{number}" for number in range(size)]
    each = "".join(f"[tasks.'g.{name}']\nbash = 'true'\nafter = 'root'\n" for name in names)
    end = "[tasks.end]\nbash = 'printf done > result.txt'\nafter = 'g.*'\n"
    yield flowdesk(f"[tasks.root]\nbash = 'true'\n{each}{end}")
    build = "".join(f"build {name}: true root\n" for name in names)
    yield ninja(
        f"rule true\n  command = true\nrule end\n  command = printf done > result.txt\n"
        f"build root: true\n{build}build end: end {' '.join(names)}\ndefault end\n"
    )
    joined = " ".join(names)
    rules = f"end: {joined} ; @printf done > result.txt\n{joined}: root ; @true;\nroot: ; @true;\n"
    yield make(rules)
    yield doit(f"""
        def task_root(): return {{"actions": ["true"]}}
        def task_g():
            for n in range({size}): yield {{"name": str(n), "actions": ["true"], "task_dep": ["root"]}}
        def task_end(): return {{"actions": ["printf done > result.txt"], "task_dep": ["g"]}}
        """)
    if size > SLOWEST:
        return
    yield luigi(f"""
from subprocess import run
class Root(Task):
    def run(self): run(["true"], check=True); self.done()
class Each(Task):
    def requires(self): return Root("root")
    def run(self): run(["true"], check=True); self.done()
class End(Task):
    def requires(self): return [Each(f"t{{n}}") for n in range({size})]
    def run(self): Path("result.txt").write_text("done"); self.done()
go(End("end"))
""")
    yield dask(f"""
from subprocess import run
def true(*_): return run(["true"]).returncode
def end(codes): Path("result.txt").write_text("done")
def work(client):
    root = client.submit(true, pure=False)
    client.submit(end, [client.submit(true, root, n, pure=False) for n in range({size})]).result()
""")


def callables(size: int) -> Iterator[Contender]:
    """Many callables that hand a float to one that takes the largest."""
    expected = f"{size} 0.5"
    each = "".join(f"[tasks.'g.t{n}']\npython = 'work:give'\nreturns = 'float'\n" for n in range(size))
    yield flowdesk(
        f"{each}[tasks.end]\npython = 'work:take'\npull.values = {{ from = 'g.*' }}\n",
        "def give(): return 0.5\n"
        "def take(values): open('result.txt', 'w').write(f'{len(values)} {max(values)}')\n",
        expected,
    )
    take = 'open("result.txt", "w").write(f"{len(values)} {max(values)}")'
    yield doit(
        f"""
        def give(): return {{"value": 0.5}}
        def take(values):
            values = values.values()
            {take}
        def task_g():
            for n in range({size}): yield {{"name": str(n), "actions": [give]}}
        def task_end(): return {{"actions": [take], "getargs": {{"values": ("g", "value")}}}}
        """,
        expected,
    )
    yield dask(
        f"""
def give(n): return 0.5
def take(values): {take}
def work(client): client.submit(take, [client.submit(give, n) for n in range({size})]).result()
""",
        expected,
    )
    if size > SLOWEST:
        return
    yield luigi(
        f"""
class Give(Task):
    def run(self): self.done(0.5)
class Take(Task):
    def requires(self): return [Give(f"t{{n}}") for n in range({size})]
    def run(self):
        values = [float(Path(one.path).read_text()) for one in self.input()]
        {take}
        self.done()
go(Take("take"))
""",
        expected,
    )
    python = f"{sys.executable} -c"
    names = " ".join(f"t{n}" for n in range(size))
    count = "awk 'NR==1 || $$1>m {m=$$1} END {printf \"%d %s\", NR, m}' values/* > result.txt"
    build = "".join(f"build t{n}: give\n" for n in range(size))
    yield ninja(
        f"rule give\n  command = mkdir -p values; {python} 'print(0.5)' > values/$out\n"
        f"rule take\n  command = {count}\n{build}build end: take {names}\ndefault end\n",
        expected,
    )
    yield make(
        f"end: {names} ; @{count}\n{names}: ; @mkdir -p values; {python} 'print(0.5)' > values/$@\n", expected
    )


def chain(size: int) -> Iterator[Contender]:
    """Callables that each add one to what the one before has given."""
    last = size - 2
    middle = "".join(
        f"[tasks.t{n}]\npython = 'work:add'\nreturns = 'int'\npull.before = 't{n - 1}'\n"
        for n in range(1, size - 1)
    )
    yield flowdesk(
        f"[tasks.t0]\npython = 'work:first'\nreturns = 'int'\n{middle}"
        f"[tasks.end]\npython = 'work:end'\npull.before = 't{last}'\n",
        "def first(): return 1\ndef add(before): return before + 1\n"
        "def end(before): open('result.txt', 'w').write(str(before))\n",
        str(size - 1),
    )
    yield doit(
        f"""
        def first(): return {{"value": 1}}
        def add(before): return {{"value": before + 1}}
        def end(before): open("result.txt", "w").write(str(before))
        def task_t0(): return {{"actions": [first]}}
        def task_t():
            for n in range(1, {size - 1}):
                before = f"t:{{n - 1}}" if n > 1 else "t0"
                yield {{"name": str(n), "actions": [add], "getargs": {{"before": (before, "value")}}}}
        def task_end(): return {{"actions": [end], "getargs": {{"before": ("t:{last}", "value")}}}}
        """,
        str(size - 1),
    )
    yield dask(
        f"""
def first(): return 1
def add(before): return before + 1
def end(before): Path("result.txt").write_text(str(before))
def work(client):
    value = client.submit(first, pure=False)
    for _ in range({last}): value = client.submit(add, value, pure=False)
    client.submit(end, value).result()
""",
        str(size - 1),
    )
