"""Every state has a look, no two look alike, and all can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flowdesk.gui.state_look import LOOKS, Nuance, look_of, shown_of, shown_of_row
from flowdesk.gui.theme import DARK, LIGHT, Theme
from flowdesk.plan.run_view import TaskView
from flowdesk.plan.states import RunState, TaskState, TryState
from flowdesk.store.rows import RunRow

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

BACKGROUNDS = ("canvas", "window", "surface", "raised", "accent_soft", "failed_soft")
TEXTS = ("text", "text_dim", "accent")


@pytest.mark.parametrize("state", [*RunState, *TaskState, *TryState])
def test_every_state_has_a_look(state: RunState | TaskState | TryState) -> None:
    assert look_of(state).word


def test_no_two_states_share_a_word_or_an_icon() -> None:
    assert len({look.word for look in LOOKS.values()}) == len(LOOKS)
    assert len({look.icon for look in LOOKS.values()}) == len(LOOKS)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("background", BACKGROUNDS)
def test_words_can_be_read_on_every_background(theme: Theme, background: str) -> None:
    roles = {*TEXTS, *(look.role for look in LOOKS.values())}
    weak = {role: _contrast(theme, role, background) for role in roles}
    assert {role: ratio for role, ratio in weak.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_text_on_the_accent_can_be_read(theme: Theme) -> None:
    assert _contrast(theme, "on_accent", "accent") >= 4.5


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_lines_of_the_graph_can_be_seen(theme: Theme) -> None:
    for background in ("canvas", "surface"):
        assert _contrast(theme, "line", background) >= 3
        assert _contrast(theme, "accent", background) >= 3


def _contrast(theme: Theme, one: str, other: str) -> float:
    """The contrast ratio of WCAG 2.2, 1 to 21."""
    low, high = sorted((_luminance(theme.colour(one)), _luminance(theme.colour(other))))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: QColor) -> float:
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize(
    ("view", "shown"),
    [
        (TaskView(TaskState.RUNNING, 1, asks={"question": "Go on?"}), Nuance.ASKING),
        (TaskView(TaskState.SUCCESS, 1, cached_from="r1"), Nuance.CACHED),
        (TaskView(TaskState.FAILED, 1, reason="timed out after 30s"), Nuance.TIMED_OUT),
        (TaskView(TaskState.FAILED, 1, reason="nobody answered within 600s"), Nuance.TIMED_OUT),
        (TaskView(TaskState.FAILED, 1, reason="exit code 1"), TaskState.FAILED),
    ],
)
def test_what_a_state_does_not_tell_has_a_look_of_its_own(view: TaskView, shown: Nuance | TaskState) -> None:
    assert shown_of(view, RunState.RUNNING) is shown


def test_a_run_that_is_paused_or_ran_out_of_time_says_so_in_the_list() -> None:
    row = RunRow("r1", 1, "p", "/p.toml", "h", RunState.RUNNING, None, 1.0, None, paused=True)
    assert shown_of_row(row) is Nuance.PAUSED
    assert shown_of_row(row._replace(state=RunState.INTERRUPTED)) is RunState.INTERRUPTED
    late = row._replace(state=RunState.FAILED, reason="timed out after 30s")
    assert shown_of_row(late) is Nuance.TIMED_OUT
