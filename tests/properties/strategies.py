"""Makes valid pipelines: all kinds of task, groups, globs, all forms of push and pull, settings, params.

Tasks come in three tiers, so that no circle can arise: the first ones depend on nothing, those in groups on
what was made before them, the last ones, in no group, on anything before them, whole groups too. How the
tiers stand in the file is left to chance.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Any, NamedTuple

from hypothesis import strategies as st

Table = dict[str, Any]

TYPES: dict[str, object] = {
    "int": 3,
    "float": 0.5,
    "str": "x",
    "bool": True,
    "bytes | None": None,
    "date": date(2026, 1, 31),
    "datetime": datetime(2026, 1, 31, 9, tzinfo=UTC),
    "list[int]": [1, 2],
    "dict[str, float]": {"a": 0.5},
    "tuple[int, str]": [1, "a"],
    "set[str]": ["a"],
    "Literal['a', 'b']": "a",
    "UUID": "12345678-1234-5678-1234-567812345678",
    "json": {"a": [1, {"b": True}]},
    "any": "anything",
    "file": None,
    "array": None,
    "table": None,
}
"""Types, each with a value as a file would have it; None where it could have none."""

LIMITS: dict[str, Table] = {
    "int": {"ge": 0, "lt": 10},
    "float": {"gt": 0, "le": 1},
    "str": {"min_length": 1, "pattern": "^[a-z]+$"},
    "list[int]": {"max_length": 5},
}
KEYS = ["return_value", "return_value", "a key", "정확도"]
GROUPS = ["g", "g.h", "g.h.i", "훈련"]
RULES = ["all_done", "none_failed", "one_success", "none_failed_min_one_success", "always", "none_skipped"]
SCHEDULES = ["@daily", "@once", "0 6 * * MON-FRI", "*/5 * * * *", "every 15m", "every 1h30m"]
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), min_size=1, max_size=8).filter(
    lambda text: bool(text.strip()) and "{" not in text
)
DURATIONS = st.sampled_from([1, 0.5, 90, "10s", "1h30m", "250ms", "2d"])

SETTINGS = st.fixed_dictionaries(
    {},
    optional={
        "retries": st.integers(0, 5),
        "retry_delay": DURATIONS,
        "retry_backoff": st.sampled_from([True, False, 1, 1.5]),
        "max_retry_delay": DURATIONS,
        "timeout": DURATIONS,
        "pool": st.just("gpu"),
        "pool_slots": st.just(1),
        "priority": st.integers(-9, 9),
        "depends_on_past": st.booleans(),
        "env": st.just({"MODE": "fast", "TOKEN": {"from": "env:TOKEN"}}),
        "cwd": st.sampled_from(["work", "temp"]),
        "interpreter": st.just("python3"),
        "cache": st.booleans(),
        "skip_on_exit_code": st.sampled_from([99, [3, 4]]),
        "notify": st.sampled_from(["desktop", {"on": "failed", "command": ["true"]}]),
    },
)
HEADERS = st.fixed_dictionaries(
    {"params": st.just({"epochs": {"type": "int", "default": 3, "ge": 1}, "day": "date"})},
    optional={
        "name": WORDS,
        "description": WORDS,
        "schedule": st.sampled_from(SCHEDULES),
        "start_date": st.sampled_from([date(2020, 1, 1), datetime(2020, 1, 1, 6, tzinfo=UTC)]),
        "timezone": st.sampled_from(["UTC", "Asia/Seoul"]),
        "catchup": st.booleans(),
        "max_active_tasks": st.integers(1, 9),
        "tags": st.sampled_from(["ml", ["ml", "daily"]]),
        "keep_runs": st.integers(1, 9),
    },
)
WAITS = [{"seconds": 1}, {"file": "data.csv"}, {"until": time(9)}, {"until": "{{ ds }}T09:00:00"}]
ACTS: list[Table] = [
    *[{"bash": "echo {{ ds }} {{ params.epochs }}"}] * 4,
    *[{"command": ["echo", "{{ run_id }}"]}] * 4,
    *[{"python": "anything:call"}] * 8,
    {"short_circuit": "anything:call"},
    *({"wait": wait} for wait in WAITS),
    {"approve": "Go on?"},
    {"approve": {"question": "Which?", "choices": ["a", "b"], "timeout": "1d"}},
    {},
]
PUSHING = ("bash", "command", "python")


class Pushed(NamedTuple):
    """A key that a task of the pipeline pushes."""

    task: str
    key: str
    type: str


class Made(NamedTuple):
    """What was made so far: the tasks, and what can be pulled."""

    tasks: dict[str, Table]
    pushed: list[Pushed]


@st.composite
def pipelines(draw: st.DrawFn) -> Table:
    """The tables of a valid file."""
    made = Made({}, [])
    for number in range(draw(st.integers(1, 2))):
        _add(draw, made, f"first{number}", depends=False)
    for number in range(draw(st.integers(0, 5))):
        _add(draw, made, f"{draw(st.sampled_from(GROUPS))}.t{number}")
    inside = dict(made.tasks)
    for number in range(draw(st.integers(0, 3))):
        _add(draw, made, f"last{number}", wholes=_groups_of(inside))
    last = [task for task in made.tasks if task not in inside]
    if last and _either(draw):
        some = draw(st.lists(st.sampled_from(last), min_size=1, unique=True))
        made.tasks["pick"] = {"branch": "anything:call", "choices": some, "after": "first0"}
    if setups := [task for task, table in made.tasks.items() if table.get("setup")]:
        made.tasks["clean_up"] = {
            "bash": "true",
            "teardown": draw(st.sampled_from([True, setups, setups[0]])),
        }
    order = draw(st.permutations(list(made.tasks)))
    tables: Table = {
        "pipeline": draw(HEADERS),
        "defaults": draw(SETTINGS),
        "pools": {"gpu": draw(st.sampled_from([2, {"slots": 2, "description": "cards"}]))},
        "groups": {group: draw(_group()) for group in sorted(_groups_of(inside)) if _either(draw)},
        "tasks": {task: made.tasks[task] for task in order},
    }
    return {name: table for name, table in tables.items() if table or _either(draw)}


def _either(draw: st.DrawFn) -> bool:
    return draw(st.booleans())


def _groups_of(tasks: dict[str, Table]) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = {}
    for task in tasks:
        parts = task.split(".")[:-1]
        for depth in range(1, len(parts) + 1):
            groups.setdefault(".".join(parts[:depth]), []).append(task)
    return groups


def _group() -> st.SearchStrategy[Table]:
    fields = {"label": WORDS, "tooltip": WORDS, "after": st.just(["first0"]), "defaults": SETTINGS}
    return st.fixed_dictionaries({}, optional={**fields, "retries": st.integers(0, 3)})


def _add(
    draw: st.DrawFn,
    made: Made,
    task: str,
    *,
    depends: bool = True,
    wholes: dict[str, list[str]] | None = None,
) -> None:
    table: Table = {**draw(st.sampled_from(ACTS)), **draw(SETTINGS)}
    if _either(draw):
        table |= {"label": draw(WORDS), "description": draw(WORDS)}
    is_sure = not (made.tasks and _either(draw))
    if not is_sure:
        table["trigger_rule"] = draw(st.sampled_from(RULES))
    does = any(kind in table for kind in PUSHING)
    if depends and made.tasks:
        sources = [*made.tasks, *(wholes or {}), *(f"{group}.*" for group in wholes or {})]
        after = draw(st.lists(st.sampled_from(sources), max_size=2, unique=True))
        table |= {"after": after} if len(after) != 1 or _either(draw) else {"after": after[0]}
        if does and made.pushed:
            table["pull"] = draw(_pulls(made, wholes or {}, is_sure=is_sure))
    if does and _either(draw):
        table["expand"] = {"each": draw(_each(made if depends and is_sure else Made({}, [])))}
    if _either(draw):
        table |= {"setup": True} if depends else {"teardown": False}
    pushed = (
        draw(st.lists(st.tuples(st.sampled_from(KEYS), st.sampled_from(list(TYPES))), max_size=2))
        if does
        else []
    )
    table["push"] = {key: draw(_push(type_)) for key, type_ in pushed}
    if not table["push"]:
        del table["push"]
        if _either(draw):
            table["do_xcom_push"] = False
    made.tasks[task] = table
    made.pushed.extend(Pushed(task, key, type_) for key, type_ in dict(pushed).items())


@st.composite
def _each(draw: st.DrawFn, made: Made) -> object:
    lists: list[object] = [[1, 2], ["a"], [{"a": 1}, {"a": 2}]]
    lists += [
        f"{task}:{key}" for task, key, type_ in made.pushed if type_.startswith(("list", "set", "tuple"))
    ]
    return draw(st.sampled_from(lists))


@st.composite
def _push(draw: st.DrawFn, type_: str) -> object:
    if _either(draw):
        return type_
    table: Table = {"type": type_}
    if _either(draw):
        table |= LIMITS.get(type_, {})
    if TYPES[type_] is not None and _either(draw):
        table["example"] = {"int": 3}.get(type_, TYPES[type_])
    extras = {"max_bytes": st.sampled_from([1000, "10MB"]), "secret": st.booleans(), "show": st.booleans()}
    return table | draw(st.fixed_dictionaries({}, optional={**extras, "description": WORDS}))


@st.composite
def _pulls(draw: st.DrawFn, made: Made, wholes: dict[str, list[str]], *, is_sure: bool) -> Table:
    names = draw(st.lists(st.sampled_from(["x", "y", "값"]), max_size=2, unique=True))
    return {name: draw(_pull(made, wholes, is_sure=is_sure)) for name in names}


@st.composite
def _pull(draw: st.DrawFn, made: Made, wholes: dict[str, list[str]], *, is_sure: bool) -> object:
    some = draw(st.lists(st.sampled_from(made.pushed), min_size=1, max_size=3))
    one = some[0]
    written = f"{one.task}:{one.key}"
    forms: list[object] = [written] if is_sure else []
    if is_sure and one.key == "return_value":
        forms.append(one.task)
    if is_sure:
        forms.append([f"{pushed.task}:{pushed.key}" for pushed in some])
    way_out: Table = {"default": TYPES[one.type]} if _either(draw) else {"required": False}
    is_mapped = "expand" in made.tasks[one.task]
    if is_mapped or way_out == {"default": None}:
        way_out = {"required": False}
    type_ = f"list[{one.type}]" if is_mapped else one.type
    forms.append({"from": one.task, "key": one.key, "type": type_, **way_out})
    forms.append(
        {"from": [written, written], "type": f"list[{one.type}]", "required": False, "earlier": True}
    )
    for group, members in wholes.items():
        can = [task for task in members if _pushes_something(made.tasks[task])]
        if can and all(one.key in made.tasks[task].get("push", {}) for task in can):
            forms.append({"from": f"{group}.*", "key": one.key, "required": False})
    return draw(st.sampled_from(forms))


def _pushes_something(table: Table) -> bool:
    is_joint = not any(field in table for act in ACTS for field in act)
    return not is_joint and table.get("do_xcom_push", True)
