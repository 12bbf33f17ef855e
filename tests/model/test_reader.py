"""Reading a file gives what it says, or all that is wrong with it, and never raises."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date, time
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flowdesk.model.levels import Level
from flowdesk.model.reader import read
from tests.model.test_complaints import complaints

if TYPE_CHECKING:
    from flowdesk.model.document import Document
    from flowdesk.model.file import PipelineFile

VALID = """\
[pipeline]
name = "xcom_dag"
description = "Train, keep the best"

[defaults]
retries = 1
retry_delay = "10s"

[groups."train.deep"]
label = "모델"
after = ["load"]
defaults = { env = { MODE = "fast" }, cwd = "work" }

[tasks.load]
bash = \"\"\"
sleep 3
\"\"\"
do_xcom_push = false

[tasks."train.deep.a"]
command = ["python", "-c", "print(1)"]
push.accuracy = "float"
push.report = { type = "dict[str, float] | None", required = false, example = { a = 1 } }
returns = "int"

[tasks.best]
bash = "true"
after = "load"
pull.accuracies = { key = "accuracy", from = "train.*", default = [0.5] }
pull.one = "train.deep.a:accuracy"
pull.both = ["train.deep.a:accuracy", "train.deep.a"]
retry_delay = 1.5

[tasks.end]
after = ["best", "train.deep"]
"""


def of(text: str) -> Document:
    return read(Path("p.toml"), text=text)


def pipeline(text: str) -> PipelineFile:
    document = of(text)
    assert document.problems == []
    assert document.pipeline is not None
    return document.pipeline


def test_a_whole_file_is_read() -> None:
    said = pipeline(VALID)
    assert (said.pipeline.name, said.defaults.retries, said.defaults.retry_delay) == ("xcom_dag", 1, 10.0)
    assert said.groups["train.deep"].after == ("load",)
    assert said.groups["train.deep"].defaults.env == {"MODE": "fast"}
    assert [task.kind for task in said.tasks.values()] == ["bash", "command", "bash", "joint"]
    assert said.tasks["load"].code == ("sleep 3\n",)
    assert said.tasks["train.deep.a"].code == ("python", "-c", "print(1)")
    assert {key: (push.type, push.required) for key, push in said.tasks["train.deep.a"].pushes.items()} == {
        "accuracy": ("float", True),
        "report": ("dict[str, float] | None", False),
        "return_value": ("int", True),
    }
    assert said.tasks["best"].after == ("load",)
    assert said.tasks["best"].retry_delay == 1.5
    assert said.tasks["best"].retries is None


def test_every_form_of_a_pull_says_its_sources_and_whether_they_are_a_list() -> None:
    pulls = pipeline(VALID).tasks["best"].pull
    assert {name: (pull.pairs, pull.listed) for name, pull in pulls.items()} == {
        "accuracies": ((("train.*", "accuracy"),), False),
        "one": ((("train.deep.a", "accuracy"),), False),
        "both": ((("train.deep.a", "accuracy"), ("train.deep.a", "return_value")), True),
    }
    assert pulls["accuracies"].has_default
    assert pulls["accuracies"].default == [0.5]
    assert not pulls["one"].has_default


def test_the_files_stem_is_the_name_where_none_is_written() -> None:
    assert pipeline("[tasks.a]").pipeline.name == "p"
    assert pipeline("pipeline.description = 'x'\n[tasks.a]").pipeline.name == "p"


def test_nothing_of_what_was_read_can_be_changed() -> None:
    task = pipeline("[tasks.a]").tasks["a"]
    with pytest.raises(ValueError, match="frozen"):
        task.label = "x"


def test_all_problems_are_told_at_once_and_in_their_order() -> None:
    text = "[pipeline]\nnam = 1\n[tasks.a]\nbash = 1\npush.k = 'x'\n[tasks.'b c']\nretries = -1\n"
    text += "python = 'nix:f'\n"
    found = of(text).problems
    assert [(p.code, p.place.line) for p in found] == [
        ("FD101", 2),
        ("FD102", 4),
        ("FD401", 5),
        ("FD201", 6),
        ("FD104", 7),
        ("FD601", 8),
    ]


def test_a_slip_in_the_kind_is_told_once() -> None:
    assert complaints("[tasks.a]\nbsh = 'x'\npush.k = 'int'\npull.b = 'c'") == [
        "FD101 2:1-4 unknown field 'bsh' in task 'a'"
    ]


def test_a_missing_function_is_told_with_the_nearest_one(tmp_path: Path) -> None:
    (tmp_path / "shop.py").write_text("def train(): ...\n")
    (tmp_path / "p.toml").write_text("[tasks.a]\npython = 'shop:trian'\n[tasks.b]\npython = 'shpo:train'\n")
    found = read(tmp_path / "p.toml").problems
    assert [(p.code, p.place.line, p.place.column, p.suggestion) for p in found] == [
        ("FD602", 2, 10, "did you mean 'train'?"),
        ("FD601", 4, 10, "did you mean 'shop'?"),
    ]


def test_a_broken_module_is_told_with_its_own_line(tmp_path: Path) -> None:
    (tmp_path / "shop.py").write_text("import os\ndef train(:\n")
    (tmp_path / "p.toml").write_text("[tasks.a]\npython = 'shop:train'\n")
    (problem,) = read(tmp_path / "p.toml").problems
    assert problem.code == "FD603"
    assert [str(other.place) for other in problem.related] == [f"{tmp_path / 'shop.py'}:2:11"]


def test_no_place_is_looked_up_while_nothing_is_wrong() -> None:
    code = (
        "import sys; from pathlib import Path; from flowdesk.model.reader import read;"
        "assert not read(Path('p.toml'), text='[tasks.a]').problems;"
        "assert 'tree_sitter' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def mutated(cuts: list[tuple[int, int, str]]) -> str:
    text = VALID
    for start, length, put in cuts:
        at = start % (len(text) + 1)
        text = text[:at] + put + text[at + length :]
    return text


PIECES = st.sampled_from(
    ['"', "'", "[", "]", "{", "}", "=", ".", "\n", "\\", "한", "1", "tasks", '"""', "\x00", "\ud800"]
)


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 2000), st.integers(0, 30), PIECES | st.text(max_size=5)), max_size=6)
)
def test_any_change_to_a_file_gives_a_pipeline_or_problems(cuts: list[tuple[int, int, str]]) -> None:
    document = of(mutated(cuts))
    assert (document.pipeline is None) <= bool(document.problems)
    lines = document.text.count("\n") + 1
    for problem in document.problems:
        place = problem.place
        assert 1 <= place.line <= place.end_line <= lines
        assert (place.line, place.column) <= (place.end_line, place.end_column)


SCALAR = (
    st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=5)
    | st.datetimes()
    | st.dates()
    | st.times()
    | st.sampled_from(["1h", "10MB", "@daily", "0 0 * * *", "env:X", "a:b", "int", "a.*", "UTC", "wave:open"])
)
INSIDE = st.text(max_size=5) | st.sampled_from(
    ["type", "from", "key", "default", "example", "ge", "pattern", "choices", "seconds", "on", "command"]
)
ANY = st.recursive(
    SCALAR, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(INSIDE, inner, max_size=4)
)
HEADERS = {
    "[pipeline]": Level.PIPELINE,
    "[pipeline.params.p]": Level.PARAM,
    "[defaults]": Level.DEFAULTS,
    "[groups.a]": Level.GROUP,
    "[store]": Level.STORE,
    "[pools.p]": Level.POOL,
    "[tasks.a]": Level.TASK,
    "[tasks.a.push.k]": Level.PUSH,
    "[tasks.a.pull.k]": Level.PULL,
    "[tasks.a.wait]": Level.WAIT,
    "[tasks.a.approve]": Level.APPROVE,
    "[tasks.a.notify]": Level.NOTIFY,
}
TABLES = st.sampled_from(sorted(HEADERS)).flatmap(
    lambda header: st.tuples(
        st.just(header),
        st.dictionaries(st.sampled_from([*HEADERS[header].fields, "choices", "params"]), ANY, max_size=4),
    )
)


@settings(deadline=None, max_examples=400)
@given(st.lists(TABLES, max_size=3, unique_by=itemgetter(0)))
def test_any_value_in_any_field_is_taken_or_told(tables: list[tuple[str, dict[str, object]]]) -> None:
    text = "".join(
        f"{header}\n" + "".join(f"{name} = {toml(value)}\n" for name, value in table.items())
        for header, table in tables
    )
    document = of(text)
    assert document.pipeline is not None or document.problems


def toml(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return (
            '"' + "".join(f"\\U{ord(c):08x}" if not 0xD800 <= ord(c) <= 0xDFFF else "?" for c in value) + '"'
        )
    if isinstance(value, list):
        return f"[{', '.join(map(toml, value))}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{toml(k)} = {toml(v)}' for k, v in value.items())}}}"
    return value.isoformat() if isinstance(value, date | time) else repr(value)


def test_a_field_nested_absurdly_deep_is_told() -> None:
    assert complaints(
        "[tasks.a]\nbash = 'x'\npull.b = {from = 'c', default = " + "[" * 150 + "]" * 150 + "}"
    ) == ["FD402 3:33-333 more than 100 containers in one another cannot be stored"]
    assert "FD101 2:1-2 unknown field 'x' in task 'a'" in complaints("[tasks.a]\n" + "x." * 300 + "x = 1")
    assert complaints("[tasks.a]\n" + "x." * 5000 + "x = 1") == [
        "FD007 2:1-2 lists or tables nested too deeply"
    ]


def test_a_file_read_from_disk_and_from_text_are_the_same(tmp_path: Path) -> None:
    path = tmp_path / "p.toml"
    path.write_text(VALID)
    assert os.linesep == "\n"
    assert read(path).pipeline == read(path, text=VALID).pipeline
