from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from flowdesk.plan.dot import to_dot
from flowdesk.plan.plan import Edge, Group, Kind, Plan, Push, Task

if TYPE_CHECKING:
    from collections.abc import Sequence

DOT = shutil.which("dot")


def plan_of(*tasks: Task, groups: Sequence[Group] = (), edges: Sequence[Edge] = (), name: str = "p") -> Plan:
    return Plan(name, {task.id: task for task in tasks}, {group.id: group for group in groups}, tuple(edges))


def test_groups_are_clusters_and_lines_end_at_them() -> None:
    plan = plan_of(
        Task("get", Kind.BASH),
        Task("train.a", Kind.PYTHON, push=(Push("accuracy", "float"),)),
        Task("choose", Kind.BRANCH),
        groups=(Group("train", "Train models"),),
        edges=(Edge("get", "train"), Edge("train.a", "choose", "accuracy", "acc")),
    )
    lines = to_dot(plan).splitlines()
    assert lines[0] == 'digraph "p" {'
    assert "rankdir=LR" in lines[1]
    assert '  "choose" [label="choose", shape=diamond]' in lines
    assert lines[lines.index('  subgraph "cluster_train" {') + 1 :][:2] == [
        '    label="Train models"',
        '    "train.a" [label="a"]',
    ]
    assert '  "get" -> "train.a" [lhead="cluster_train"]' in lines
    assert any(line.startswith('  "train.a" -> "choose" [label="accuracy: float"') for line in lines)


def test_states_stand_below_the_names() -> None:
    assert '"a" [label="a\\nfailed"]' in to_dot(plan_of(Task("a", Kind.BASH)), states={"a": "failed"})


@pytest.mark.skipif(DOT is None, reason="Graphviz is not installed")
def test_graphviz_reads_any_name_and_label_as_they_are() -> None:
    label = 'a "quoted" back\\slash \\N & <b>bold</b> {x|y} &lt; end\\'
    tasks = [
        Task("node", Kind.BASH, label=label),
        Task("가져오기.일", Kind.WAIT, ("file", "x"), label="결과를\n배포하기"),
        Task("x" * 250, Kind.JOINT),
        Task("a-b", Kind.APPROVE, ("?",)),
    ]
    groups = [Group("가져오기"), Group("empty", label + "\\")]
    edges = [
        Edge("node", "empty"),
        Edge("가져오기", "a-b"),
        Edge("node", "a-b", 'k"ey\\', "x"),
        Edge("empty", "가져오기"),
    ]
    plan = plan_of(*tasks, groups=groups, edges=edges, name='my "own" \\')
    drawn = subprocess.run(
        [str(DOT), "-Tsvg"],
        input=to_dot(plan, direction="TB").encode(),
        capture_output=True,
        check=True,
    )
    assert drawn.stderr == b""
    svg = drawn.stdout.decode()
    for said in (
        "a &quot;quoted&quot; back\\slash \\N &amp; &lt;b&gt;bold&lt;/b&gt; {x|y} &amp;lt; end\\",
        "결과를 배포하기",
        "x" * 250,
        "k&quot;ey\\",
    ):
        assert said in svg.replace("&#45;", "-"), said
