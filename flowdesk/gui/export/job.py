"""A graph to be drawn, as text for a process of its own: a plan, of a run its events, and how it looks."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from flowdesk.gui.colours import DARK, HIGH_CONTRAST, HIGH_CONTRAST_DARK, LIGHT
from flowdesk.gui.export.looks import Looks
from flowdesk.gui.language import ENGLISH
from flowdesk.layout.graph import Layout, Point, Rect, Route
from flowdesk.plan.events import Event, EventKind
from flowdesk.plan.graph_formats import GraphFormat
from flowdesk.plan.run_view import RunView
from flowdesk.plan.states import RunState
from flowdesk.plan.written import from_json, to_json

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flowdesk.plan.plan import Plan

_THEMES = {theme.name: theme for theme in (LIGHT, DARK, HIGH_CONTRAST, HIGH_CONTRAST_DARK)}


class Job(NamedTuple):
    """A plan, over it a run as it stands, and as what it is to be drawn, its words in a `language`."""

    plan: Plan
    view: RunView | None
    form: GraphFormat
    looks: Looks
    language: str = ENGLISH


def to_text(job: Job, events: Iterable[Event] = ()) -> str:
    """The job on one line. `events` are those that the view has taken up; further ones are left out."""
    view, looks = job.view, job.looks
    told = {
        "plan": to_json(job.plan),
        "run": None if view is None else _of_run(view, events),
        "form": job.form.value,
        "language": job.language,
        "theme": looks.theme.name,
        "direction": looks.direction,
        "folded": sorted(looks.folded),
        "only": None if looks.only is None else sorted(looks.only),
        "scale": looks.scale,
        "layout": None if looks.layout is None else _of_layout(looks.layout),
    }
    return json.dumps(told, ensure_ascii=False)


def from_text(text: str) -> Job:
    """The job that was written so."""
    told = json.loads(text)
    looks = Looks(
        _THEMES[told["theme"]],
        told["direction"],
        frozenset(told["folded"]),
        None if told["only"] is None else frozenset(told["only"]),
        told["scale"],
        None if told["layout"] is None else _to_layout(told["layout"]),
    )
    plan = from_json(told["plan"])
    view = None if told["run"] is None else _to_run(told["run"], plan)
    return Job(plan, view, GraphFormat(told["form"]), looks, told["language"])


# Any: what JSON holds.
def _of_run(view: RunView, events: Iterable[Event]) -> dict[str, Any]:
    taken = [
        (event.seq, event.at, event.kind, event.task, event.try_number, dict(event.data), event.map_index)
        for event in events
        if event.seq <= view.last_seq
    ]
    return {"id": view.run_id, "events": taken, "is_cut": view.run_state is RunState.INTERRUPTED}


def _to_run(told: dict[str, Any], plan: Plan) -> RunView:
    run_id, view = told["id"], RunView(plan, told["id"])
    view.apply(Event(seq, run_id, at, EventKind(kind), *more) for seq, at, kind, *more in told["events"])
    if told["is_cut"]:
        view.interrupt()
    return view


def _of_layout(layout: Layout) -> list[Any]:
    edges = [(route.points, route.label) for route in layout.edges]
    return [dict(layout.nodes), dict(layout.groups), edges, layout.width, layout.height]


def _to_layout(told: list[Any]) -> Layout:
    nodes, groups, edges, width, height = told
    routes = (
        Route(tuple(Point(*point) for point in points), None if label is None else Rect(*label))
        for points, label in edges
    )
    return Layout(_rects(nodes), _rects(groups), tuple(routes), width, height)


def _rects(places: dict[str, list[float]]) -> dict[str, Rect]:
    return {name: Rect(*place) for name, place in places.items()}
