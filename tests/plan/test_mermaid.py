from __future__ import annotations

import re

from flowdesk.plan.mermaid import to_mermaid
from flowdesk.plan.plan import Edge, Group, Kind, Plan, Push, Task


def plan_of(
    *tasks: Task, groups: tuple[Group, ...] = (), edges: tuple[Edge, ...] = (), name: str = ""
) -> Plan:
    return Plan(name, {task.id: task for task in tasks}, {group.id: group for group in groups}, edges)


def test_groups_are_subgraphs_and_lines_tell_their_keys() -> None:
    plan = plan_of(
        Task("get", Kind.BASH),
        Task("train.a", Kind.PYTHON, push=(Push("accuracy", "float"),)),
        Task("choose", Kind.BRANCH),
        groups=(Group("train", "Train models"),),
        edges=(Edge("get", "train"), Edge("train.a", "choose", "accuracy", "acc")),
        name="my pipeline",
    )
    assert to_mermaid(plan) == (
        "---\n"
        'title: "my pipeline"\n'
        "---\n"
        "flowchart LR\n"
        '  t_get("get")\n'
        '  t_choose{"choose"}\n'
        '  subgraph g_train["Train models"]\n'
        '    t_train_a("a")\n'
        "  end\n"
        "  t_get --> g_train\n"
        '  t_train_a ==>|"accuracy: float"| t_choose\n'
    )


def test_the_way_it_flows_is_told() -> None:
    assert to_mermaid(plan_of(Task("a", Kind.BASH)), direction="TB").startswith("flowchart TB\n")


def test_no_two_tasks_share_an_id_and_none_is_a_word_of_mermaids() -> None:
    names = ("end", "a-b", "a_b", "a.b", "가져오기", "내보내기")
    text = to_mermaid(plan_of(*(Task(name, Kind.BASH) for name in names), groups=(Group("a"),)))
    ids = re.findall(r"^ +(t_\w+)\(", text, re.MULTILINE)
    assert len(set(ids)) == len(names)
    assert all(one.isascii() for one in ids)
    assert "t_end" in ids


def test_what_means_something_to_mermaid_is_written_as_a_code() -> None:
    label = 'say "hi" #1 <b> a & b `x` c:\\d %%{init}%%\nnext; *bold*'
    text = to_mermaid(plan_of(Task("a", Kind.BASH, label=label)))
    inside = re.search(r't_a\("(.*)"\)', text)
    assert inside is not None
    assert inside[1].startswith("say #quot;hi#quot; #35;1 #lt;b#gt; a #amp; b #96;x#96; c:#92;d ")
    assert not set('"<>&`\\%*') & set(inside[1])
    assert re.sub(r"#\w+;", "", inside[1]).count(";") == 0


def test_labels_keep_their_letters() -> None:
    assert '("결과를 배포하기")' in to_mermaid(plan_of(Task("a", Kind.BASH, label="결과를 배포하기")))


def test_states_stand_below_the_names() -> None:
    assert 't_a("a<br/>failed")' in to_mermaid(plan_of(Task("a", Kind.BASH)), states={"a": "failed"})
