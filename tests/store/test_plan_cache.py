from __future__ import annotations

import json
import os
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from flowdesk.errors import Severity
from flowdesk.model.reader import read
from flowdesk.plan.build import check
from flowdesk.plan.written import to_json
from flowdesk.store import plan_cache
from flowdesk.store.plan_cache import PlanCache

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from flowdesk.store.plan_cache import KeptPlan

FILE = """
include = ["more.toml"]
[tasks.a]
python = "work:give"
returns = "float"
[tasks.inner]
pipeline = "inner.toml"
[tasks.b]
bash = "true"
after = ["a", "more"]
push.nobody_pulls = "int"
"""
LONG_AGO = 1_000_000_000


def write_module(file: Path, text: str, at: int = LONG_AGO) -> None:
    file.parent.mkdir(exist_ok=True)
    file.write_text(text)
    os.utime(file, (at, at))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A pipeline file, with one that it includes, one that a task runs, and a module."""
    (tmp_path / "more.toml").write_text('[tasks.more]\nbash = "true"\n')
    (tmp_path / "inner.toml").write_text('[tasks.x]\npython = "deep:x"\n')
    write_module(tmp_path / "work.py", "def give(): return 0.5\n")
    write_module(tmp_path / "deep.py", "def x(): pass\n")
    path = tmp_path / "p.toml"
    path.write_text(FILE)
    return path


def keep(file: Path, home: Path) -> PlanCache:
    """Check a file and keep what comes of it."""
    cache = PlanCache(home)
    document = read(file)
    checked = check(document)
    assert checked.plan is not None
    assert checked.ok
    cache.keep(document, checked.plan, checked.problems)
    return cache


@pytest.fixture
def kept(file: Path, home: Path) -> Path:
    """The cache file of that pipeline."""
    keep(file, home)
    (found,) = (home / "cache" / "plans").iterdir()
    return found


def found(file: Path, home: Path) -> KeptPlan | None:
    return PlanCache(home).find(file)


def test_an_unchanged_file_has_its_plan_its_warnings_and_its_text(file: Path, home: Path) -> None:
    keep(file, home)
    again = found(file, home)
    assert again is not None
    checked = check(read(file))
    assert again.plan == checked.plan
    assert again.problems == checked.problems
    assert [problem.severity for problem in again.problems].count(Severity.WARNING) > 0
    assert again.source == FILE


def test_the_text_of_a_kept_plan_is_the_one_that_a_run_of_it_writes_down(file: Path, home: Path) -> None:
    keep(file, home)
    kept = found(file, home)
    assert kept is not None
    assert kept.written == to_json(kept.plan)


def test_what_is_told_of_a_file_is_kept_with_its_plan_or_without(file: Path, home: Path) -> None:
    document = read(file)
    checked = check(document)
    assert checked.plan is not None
    PlanCache(home).keep_verdict(document, checked.plan, checked.problems)
    told = PlanCache(home).find_verdict(file)
    assert told is not None
    assert told.problems == checked.problems
    assert told.tasks == len(checked.plan.tasks)
    assert told.texts[str(file)] == FILE
    assert told.parts == [str(file.with_name("more.toml"))]
    assert found(file, home) is None
    keep(file, home)
    assert PlanCache(home).find_verdict(file) == told


@pytest.mark.parametrize("name", ["p.toml", "more.toml", "inner.toml", "work.py", "deep.py"])
@pytest.mark.usefixtures("kept")
def test_a_change_of_anything_that_was_read_is_noticed(file: Path, home: Path, name: str) -> None:
    one = file.with_name(name)
    before = one.stat()
    text = one.read_text()
    one.write_text(text + "\n")
    os.utime(one, ns=(before.st_atime_ns, before.st_mtime_ns))  # its time says nothing
    assert found(file, home) is None
    assert PlanCache(home).find_verdict(file) is None
    one.write_text(text)
    assert found(file, home) is not None
    one.unlink()
    assert found(file, home) is None


@pytest.mark.usefixtures("kept")
def test_a_module_that_would_be_found_first_is_noticed(file: Path, home: Path) -> None:
    write_module(file.parent / "work" / "__init__.py", "def give(): return 0.5\n")
    assert found(file, home) is None


def test_a_module_that_changed_while_it_was_read_is_not_trusted(file: Path, home: Path) -> None:
    cache = PlanCache(home)
    write_module(file.parent / "work.py", "def give(): return 0.5\n", at=2 * LONG_AGO)
    document = read(file)
    checked = check(document)
    assert checked.plan is not None
    cache.keep(document, checked.plan, checked.problems)
    assert cache.find(file) is None


@pytest.mark.usefixtures("kept")
def test_a_file_of_the_same_text_elsewhere_has_a_plan_of_its_own(file: Path, home: Path) -> None:
    other = file.with_name("other.toml")
    other.write_text(FILE)
    assert found(other, home) is None


def changed(kept: Path, change: Callable[[dict[str, object]], None]) -> None:
    """Change what a cache file says, with a hash that fits."""
    _, about, plan = kept.read_text().split("\n")
    body = {**json.loads(about), "plan": plan}
    change(body)
    plan = body.pop("plan")
    data = f"{json.dumps(body)}\n{plan}".encode()
    kept.write_bytes(sha256(data).hexdigest().encode() + b"\n" + data)


@pytest.mark.parametrize(
    "text", ["", "{}", "null", "\n", "\0" * 100, "flowdesk", "[" * 100_000, "e3b0\n{}", "\ud800"]
)
def test_what_is_no_cache_file_is_none(file: Path, home: Path, kept: Path, text: str) -> None:
    kept.write_bytes(text.encode("utf-8", "surrogatepass"))
    assert found(file, home) is None
    changed_to = text.encode("utf-8", "surrogatepass")
    kept.write_bytes(sha256(changed_to).hexdigest().encode() + b"\n" + changed_to)
    assert found(file, home) is None


def test_one_that_is_cut_short_or_damaged_anywhere_is_none(file: Path, home: Path, kept: Path) -> None:
    whole = kept.read_bytes()
    for at in range(0, len(whole), 101):
        kept.write_bytes(whole[:at])
        assert found(file, home) is None
        kept.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert found(file, home) is None
    kept.write_bytes(whole)
    assert found(file, home) is not None


@pytest.mark.parametrize("key", ["is", "texts", "modules", "problems", "plan"])
@pytest.mark.parametrize("value", [None, 1, "", [], {}, [1], {"a": 1}, [[1]], "{}"])
def test_one_that_says_something_else_is_none_or_harmless(
    file: Path, home: Path, kept: Path, key: str, value: object
) -> None:
    changed(kept, lambda body: body.update({key: value}))
    again = found(file, home)
    assert again is None or again.source == FILE


@pytest.mark.usefixtures("kept")
def test_one_of_another_flowdesk_is_none(file: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (("FORMAT", 2), ("__version__", "99.0"), ("_CHECKING", ("errors.py",))):
        with monkeypatch.context() as patch:
            patch.setattr(plan_cache, name, value)
            assert found(file, home) is None
    assert found(file, home) is not None


def test_a_link_in_its_place_that_leads_nowhere_is_none(file: Path, home: Path, kept: Path) -> None:
    kept.unlink()
    kept.symlink_to(kept.parent / "gone")
    assert found(file, home) is None
    kept.unlink()
    kept.mkdir()
    assert found(file, home) is None
    keep(file, home)  # which cannot be, and harms nothing


def test_what_depends_on_the_clock_is_not_kept(file: Path, home: Path) -> None:
    header = '[pipeline]\nschedule = "@daily"\nend_date = 2999-01-01\n'
    file.write_text(FILE.replace("[tasks.a]", f"{header}[tasks.a]"))
    assert keep(file, home).find(file) is None


def test_only_so_many_are_kept(file: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plan_cache, "MOST", 3)
    files = [file.with_name(f"p{number}.toml") for number in range(5)]
    for age, one in enumerate(files):
        one.write_text(FILE)
        before = set((home / "cache" / "plans").iterdir()) if age else set()
        keep(one, home)
        (new,) = set((home / "cache" / "plans").iterdir()) - before
        os.utime(new, (LONG_AGO + age, LONG_AGO + age))
    assert [found(one, home) is not None for one in files] == [False, False, True, True, True]


def test_a_home_that_cannot_be_written_to_is_no_error(file: Path, tmp_path: Path) -> None:
    (tmp_path / "no_folder").write_text("")
    assert keep(file, tmp_path / "no_folder").find(file) is None


def test_a_change_of_flowdesk_s_own_sources_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("xcom", "model", "plan", "store"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "one.py").write_text("")
    (tmp_path / "errors.py").write_text("")
    monkeypatch.setattr(plan_cache, "__file__", str(tmp_path / "store" / "plan_cache.py"))
    seen = {plan_cache._sources()}
    for name in ("errors.py", "xcom/one.py", "model/two.py"):
        (tmp_path / name).write_text("x")
        seen.add(plan_cache._sources())
    assert len(seen) == 4


def test_no_part_of_a_file_stays_behind(kept: Path) -> None:
    assert [one.suffix for one in kept.parent.iterdir()] == [".json"]
    assert kept.parent.stat().st_mode & 0o777 == 0o700
