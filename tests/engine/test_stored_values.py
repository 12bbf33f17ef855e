"""Values of every kind and size go from task to task as what they are, past the engine, by each executor."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flowdesk.store.store import Store
from flowdesk.xcom.stored import Stored

if TYPE_CHECKING:
    from pathlib import Path

    from tests.engine.written import Folder


BIG = "[tasks.big]\npython = 'work:big'\npush = { rows = 'list[int]', text = 'str', raw = 'bytes' }\n"
CODE = """
    from __future__ import annotations
    import os
    from dataclasses import dataclass
    from enum import Enum
    from pathlib import Path
    from typing import BinaryIO, TextIO

    def big(): return {"rows": list(range(50_000)), "text": "é" * 70_000, "raw": bytes(70_000)}
"""


def test_a_large_value_is_a_file_and_reaches_its_consumer_whole(world: Folder, home: Path) -> None:
    ran = world.run(
        BIG + "[tasks.use]\npython = 'work:use'\nreturns = 'list'\n"
        "pull = { rows = 'big:rows', text = 'big:text', raw = 'big:raw' }",
        CODE + "    def use(rows, text, raw): return [sum(rows), text == 'é' * 70_000, raw == bytes(70_000)]",
    )
    assert ran.reasons["use"] is None
    assert ran.values["use"]["return_value"] == [1249975000, True, True]
    assert all(isinstance(value, Stored) for value in ran.values["big"].values())
    sizes = [data["size"] for kind, data in ran.events if kind == "value_pushed"]
    assert sizes == [338_890, 140_000, 70_000, 24]
    assert (home / "flowdesk.db").stat().st_size < 200_000


def test_a_shell_gets_the_path_of_a_large_value_and_the_text_of_a_small_one(world: Folder) -> None:
    ran = world.run(
        BIG
        + "[tasks.use]\nreturns = 'str'\npull = { rows = 'big:rows', text = 'big:text', raw = 'big:raw' }\n"
        "bash = 'echo $(basename $rows) $(wc -c < $rows) $(basename $text) $(wc -m < $text)'",
        CODE,
    )
    assert ran.values["use"]["return_value"] == "rows.json 338890 text.txt 70000"


def test_an_array_of_tasks_over_a_large_list(world: Folder) -> None:
    ran = world.run(
        "[tasks.many]\npython = 'work:many'\nreturns = 'list[str]'\n"
        "[tasks.each]\npython = 'work:each'\nexpand.one = 'many'\nreturns = 'int'\n"
        "[tasks.all]\npython = 'work:all_'\npull.sizes = 'each'\nreturns = 'int'",
        CODE
        + "    def many(): return ['x' * 40_000, 'y' * 40_000, 'z' * 70_000]\n"
        + "    def each(one): return len(one)\n    def all_(sizes): return sum(sizes)",
    )
    assert ran.values["all"]["return_value"] == 150_000


def test_a_retry_and_an_earlier_run_find_their_large_values(world: Folder) -> None:
    pipeline = (
        "[tasks.big]\npython = 'work:big'\nretries = 1\nretry_delay = 0\nreturns = 'str'\n"
        "[tasks.use]\npython = 'work:use'\nreturns = 'int'\npull.text = { from = 'big', earlier = true }"
    )
    ran = world.run(
        pipeline,
        CODE + "    def big(ti):\n"
        "        ti.xcom_push('return_value', str(ti.try_number) * 70_000)\n"
        "        if ti.try_number == 1: raise ValueError\n"
        "    def use(text): return len(text) if text[0] == '2' else 0",
    )
    assert ran.values["use"]["return_value"] == 70_000
    again = world.run(
        pipeline.replace("returns = 'str'", "push.return_value = { type = 'str', required = false }"),
        CODE + "    def big(): pass\n    def use(text): return len(text)",
    )
    assert again.values["use"]["return_value"] == 70_000


def test_a_cached_task_gives_its_large_value_again(world: Folder) -> None:
    pipeline = (
        "[tasks.big]\nbash = 'head -c 70000 /dev/zero | tr \"\\\\0\" x'\ncache = true\nreturns = 'str'\n"
        "[tasks.use]\nbash = 'wc -c < $big'\npull.big = 'big'\nreturns = 'int'"
    )
    assert world.run(pipeline).values["use"] == {"return_value": 70_000}
    again = world.run(pipeline)
    assert again.values["use"] == {"return_value": 70_000}
    assert any(data.get("cached_from") == "run-1" for _, data in again.events)


FILES = """
    [tasks.make]
    bash = '''
    mkdir -p out/sub; echo hello > out/sub/a.txt; echo 1,2 > 'my report.csv'
    echo "report=my report.csv" >> $FLOWDESK_PUSH
    echo "folder=out" >> $FLOWDESK_PUSH
    echo 'both=["my report.csv", "out/sub/a.txt"]' >> $FLOWDESK_PUSH
    '''
    cwd = "temp"
    push = { report = "file", folder = "file", both = "list[file]" }
"""


def test_files_keep_their_name_and_come_as_paths(world: Folder) -> None:
    ran = world.run(
        FILES + "    [tasks.use]\n    python = 'work:use'\n    returns = 'list'\n"
        "    pull = { report = 'make:report', folder = 'make:folder', both = 'make:both' }",
        CODE + "    def use(report, folder, both):\n"
        "        read = (folder / 'sub' / 'a.txt').read_text()\n"
        "        return [report.name, report.read_text(), read, [b.name for b in both]]",
    )
    assert ran.values["use"]["return_value"] == [
        "my report.csv",
        "1,2\n",
        "hello\n",
        ["my report.csv", "a.txt"],
    ]


def test_a_shell_gets_files_as_paths(world: Folder) -> None:
    ran = world.run(
        FILES + "    [tasks.use]\n    returns = 'str'\n"
        "    pull = { report = 'make:report', folder = 'make:folder', both = 'make:both' }\n"
        '    bash = \'cat "$report" "$folder"/sub/* | tr "\\n" " "; basename "$report"\'',
    )
    assert ran.values["use"]["return_value"] == "1,2 hello my report.csv"


@pytest.mark.parametrize(
    ("annotation", "expression", "expected"),
    [
        ("Path", "report.read_text()", "1,2\n"),
        ("str", "Path(report).read_text()", "1,2\n"),
        ("bytes", "report.decode()", "1,2\n"),
        ("BinaryIO", "report.read().decode()", "1,2\n"),
        ("TextIO | None", "report.read()", "1,2\n"),
    ],
)
def test_a_function_gets_a_file_as_its_annotation_says(
    world: Folder, annotation: str, expression: str, expected: str
) -> None:
    ran = world.run(
        FILES
        + "    [tasks.use]\n    python = 'work:use'\n    returns = 'str'\n    pull.report = 'make:report'",
        CODE + f"    def use(report: {annotation}): return {expression}",
    )
    assert ran.values["use"]["return_value"] == expected


def test_what_a_task_does_to_its_file_is_its_own_affair(world: Folder, home: Path) -> None:
    ran = world.run(
        FILES + "    [tasks.spoil]\n    python = 'work:spoil'\n"
        "    pull = { r = 'make:report', f = 'make:folder' }\n"
        "    [tasks.use]\n    after = 'spoil'\n    bash = 'cat \"$r\"'\n"
        "    pull.r = 'make:report'\n    returns = 'str'",
        CODE + "    def spoil(r, f):\n        r.chmod(0o777); r.write_text('spoiled'); os.remove(r)\n"
        "        r.write_text('again'); (f / 'sub' / 'a.txt').write_text('x')",
    )
    assert ran.values["use"]["return_value"] == "1,2"
    assert list((home / "values" / ".copies").iterdir()) == []


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("return 'nowhere.csv'", "push 'return_value': the file 'nowhere.csv' is not there (in "),
        ("return '/dev/null'", "push 'return_value': the file '/dev/null' is no file or directory (in "),
        ("return 3", "push 'return_value': expected file, got int 3; it takes a path, or a file"),
        (
            "with open('w', 'w') as file: ti.xcom_push('return_value', file)",
            "push 'return_value': the open file cannot be read (not readable)",
        ),
        (
            "Path('big').write_bytes(bytes(2000)); return 'big'",
            "push 'return_value': 2,000 bytes, more than its max_bytes = 1,000",
        ),
        (
            "Path('d').mkdir(exist_ok=True); Path('d/x').write_bytes(bytes(2000)); return 'd'",
            "push 'return_value': 10,240 bytes, more than its max_bytes = 1,000",
        ),
    ],
)
def test_what_is_no_file_is_refused_with_a_sentence(world: Folder, code: str, reason: str) -> None:
    ran = world.run(
        "[tasks.t]\npython = 'work:t'\npush.return_value = { type = 'file', max_bytes = 1000 }",
        CODE + f"    def t(ti):\n        {code}",
    )
    assert (ran.reasons["t"] or "").removeprefix("Refused: ").startswith(reason)


def test_max_bytes_is_of_the_stored_size(world: Folder) -> None:
    ran = world.run(
        "[tasks.t]\npython = 'work:t'\npush.return_value = { type = 'list', max_bytes = '100 KiB' }",
        CODE + "    def t(): return list(range(50_000))",
    )
    assert "push 'return_value': 338,890 bytes, more than its max_bytes = 102,400" in (ran.reasons["t"] or "")


def test_a_secret_value_is_in_no_file_whatever_its_size(world: Folder, home: Path) -> None:
    ran = world.run(
        "[tasks.t]\npython = 'work:t'\npush.k = { type = 'str', secret = true }\n"
        "[tasks.use]\npython = 'work:use'\npull.k = 't:k'\nreturns = 'int'",
        CODE + "    def t(): return 'hunter2' * 20_000\n    def use(k): return len(k)",
    )
    assert ran.values["use"]["return_value"] == 140_000
    assert not (home / "values").exists()


def test_a_large_value_with_a_secret_in_it_is_in_no_file(
    world: Folder, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TOKEN", "hunter2hunter2")
    ran = world.run(
        "[tasks.t]\npython = 'work:t'\nenv.TOKEN = { from = 'env:TOKEN' }\nreturns = 'list[str]'\n"
        "[tasks.use]\npython = 'work:use'\npull.t = 't'\nreturns = 'int'",
        CODE + "    def t(): return [os.environ['TOKEN']] * 20_000\n    def use(t): return len(t)",
    )
    assert ran.values["use"]["return_value"] == 20_000
    assert not (home / "values").exists()


def test_templates_read_what_is_short_and_refuse_what_has_no_path_yet(world: Folder) -> None:
    ran = world.run(
        BIG
        + "[tasks.short]\nbash = 'echo {{ pull.rows | length }}'\npull.rows = 'big:rows'\nreturns = 'int'\n"
        + FILES.replace("    ", "")
        + "[tasks.path]\nbash = 'cat {{ pull.report }}'\npull.report = 'make:report'\n"
        "[tasks.name]\nbash = 'echo {{ pull.report.name }}'\npull.report = 'make:report'\nreturns = 'str'",
        CODE,
    )
    assert ran.values["short"]["return_value"] == 50_000
    assert ran.values["name"]["return_value"] == "my report.csv"
    assert "the path of a copy is in $name" in (ran.reasons["path"] or "")


def test_a_file_that_is_gone_is_told_by_the_task_that_wants_it(world: Folder, home: Path) -> None:
    ran = world.run(
        BIG
        + "[tasks.lose]\nafter = 'big'\nbash = 'rm -r $FLOWDESK_HOME/values/??'\nenv.FLOWDESK_HOME = '"
        + str(home)
        + "'\n[tasks.use]\npython = 'work:use'\nafter = 'lose'\npull.rows = 'big:rows'\n"
        "[tasks.each]\npython = 'work:use'\nafter = 'lose'\nexpand.rows = 'big:rows'",
        CODE + "    def use(rows): pass",
    )
    assert "pull 'rows': the stored file of this value is gone" in (ran.reasons["use"] or "")
    assert ran.states["each"] == "failed"


def test_an_inner_run_hands_its_stored_values_out_and_in(world: Folder, home: Path, tmp_path: Path) -> None:
    inner = tmp_path / "here" / "inner.toml"
    inner.write_text(
        "[pipeline]\nparams = { report = { type = 'file' }, rows = { type = 'list[int]' } }\n"
        "[tasks.count]\npython = 'inner_work:count'\npush = { copy = 'file', rows = 'list[int]' }\n"
    )
    (tmp_path / "here" / "inner_work.py").write_text(
        "def count(params):\n    report, rows = params['report'], params['rows']\n"
        "    return {'copy': report, 'rows': [*rows, len(report.read_text())]}\n"
    )
    ran = world.run(
        BIG + FILES.replace("    ", "") + "[tasks.inner]\npipeline = 'inner.toml'\n"
        "pull = { report = 'make:report', rows = 'big:rows' }\n"
        "push = { copy = { from = 'count:copy', type = 'file' },"
        " rows = { from = 'count:rows', type = 'list[int]' } }\n"
        "[tasks.use]\npython = 'work:use'\npull = { c = 'inner:copy', r = 'inner:rows' }\nreturns = 'list'",
        CODE + "    def use(c, r): return [c.name, c.read_text(), len(r), r[-1]]",
    )
    assert ran.reasons["inner"] is None
    assert ran.values["use"]["return_value"] == ["my report.csv", "1,2\n", 50_001, 4]
    with Store.open(home) as store:
        assert len(store.runs()) == 2
