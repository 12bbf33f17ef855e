"""How the graph is looked at: what of it is shown, which way it flows, and how near."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.gui.actions import Deed
from flowdesk.gui.canvas.folds import depth_of, folded_from, folded_less, folded_more
from flowdesk.gui.canvas.kept_look import ANIMATIONS, DIRECTION, look_changes, wants_animations
from flowdesk.gui.deeds.of_picture import FIND
from flowdesk.gui.icons import Icon
from flowdesk.gui.language import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from flowdesk.gui.page import PipelinePage


def _fold_to(page: PipelinePage, depth: int) -> None:
    picture, plan = page.stage.graph.picture, page.stage.graph.graph.plan
    if plan is not None:
        picture.fold(folded_from(plan, depth))


def _why_not_fold(depth: int) -> Callable[[PipelinePage], str]:
    def reason(page: PipelinePage) -> str:
        plan = page.stage.graph.graph.plan
        if plan is None or not plan.groups:
            return tr("The pipeline has no groups")
        if depth >= depth_of(plan):
            return tr("The groups are not nested so deep")
        if page.stage.graph.picture.folded == folded_from(plan, depth):
            return tr("It is folded so already")
        return ""

    return reason


def _why_not_unfold(page: PipelinePage) -> str:
    return "" if page.stage.graph.picture.folded else tr("No group is folded")


def _why_not_fold_one(page: PipelinePage) -> str:
    return "" if page.stage.graph.group_at_hand else tr("Select a task in a group, or a folded group, first")


def _fold_more(page: PipelinePage) -> None:
    picture, plan = page.stage.graph.picture, page.stage.graph.graph.plan
    if plan is not None:
        picture.fold(folded_more(plan, picture.folded))


def _unfold_more(page: PipelinePage) -> None:
    picture = page.stage.graph.picture
    picture.fold(folded_less(picture.folded))


def _turn(page: PipelinePage) -> None:
    page.settings.setValue(DIRECTION, "LR" if page.stage.graph.picture.direction == "TB" else "TB")
    look_changes().look_changed.emit()


def _animate(page: PipelinePage) -> None:
    page.settings.setValue(ANIMATIONS, not wants_animations(page.settings))
    look_changes().look_changed.emit()


def _why_not_chosen(page: PipelinePage) -> str:
    return "" if page.stage.graph.graph.chosen else tr("Nothing is selected")


def _why_not_all(page: PipelinePage) -> str:
    return "" if page.stage.graph.picture.only is not None else tr("All is shown already")


FIT: Deed[PipelinePage] = Deed(
    "&Fit", lambda page: page.stage.graph.fit(), "Fit the graph into the view", Icon.FIT, ("Ctrl+0",)
)
ACTUAL_SIZE: Deed[PipelinePage] = Deed(
    "&100 %",
    lambda page: page.stage.graph.zoom_to(1.0),
    "Show the graph at its own size",
    shortcuts=("Ctrl+1",),
)
FIT_SELECTION: Deed[PipelinePage] = Deed(
    "Fit the &selection",
    lambda page: page.stage.graph.fit_selection(),
    "Bring the selected task or group near",
    shortcuts=("Ctrl+2",),
    refused=_why_not_chosen,
)
ZOOM_IN: Deed[PipelinePage] = Deed(
    "Zoom &in", lambda page: page.stage.graph.zoom_in(), "Zoom in", Icon.ZOOM_IN, ("Ctrl++", "Ctrl+=")
)
ZOOM_OUT: Deed[PipelinePage] = Deed(
    "Zoom &out", lambda page: page.stage.graph.zoom_out(), "Zoom out", Icon.ZOOM_OUT, ("Ctrl+-",)
)
OF_ZOOM: tuple[Deed[PipelinePage], ...] = (FIT, ZOOM_IN, ZOOM_OUT, ACTUAL_SIZE, FIT_SELECTION)

FOLD_ONE: Deed[PipelinePage] = Deed(
    "Fold or unfold &this group",
    lambda page: page.stage.graph.fold_asked.emit(page.stage.graph.group_at_hand),
    "Fold the group of the selected task, or unfold the selected one; Space does so on the graph",
    shortcuts=("Ctrl+Alt+G",),
    refused=_why_not_fold_one,
)
FOLD_ALL: Deed[PipelinePage] = Deed(
    "&Fold all groups",
    lambda page: _fold_to(page, 0),
    "Show every group as one box",
    Icon.FOLD,
    ("Ctrl+Alt+0",),
    refused=_why_not_fold(0),
)
FOLD_1: Deed[PipelinePage] = Deed(
    "Unfold to depth &1",
    lambda page: _fold_to(page, 1),
    "Unfold the outermost groups, and fold what lies in them",
    shortcuts=("Ctrl+Alt+1",),
    refused=_why_not_fold(1),
)
FOLD_2: Deed[PipelinePage] = Deed(
    "Unfold to depth &2",
    lambda page: _fold_to(page, 2),
    "Unfold groups and those in them, and fold what lies deeper",
    shortcuts=("Ctrl+Alt+2",),
    refused=_why_not_fold(2),
)
UNFOLD_ALL: Deed[PipelinePage] = Deed(
    "&Unfold all groups",
    lambda page: page.stage.graph.picture.fold(()),
    "Show every task",
    Icon.UNFOLD,
    ("Ctrl+Alt+9",),
    refused=_why_not_unfold,
)
FOLD_MORE: Deed[PipelinePage] = Deed(
    "Fold one level mo&re",
    _fold_more,
    "Fold the innermost groups of those that are unfolded",
    shortcuts=("Ctrl+Alt+-",),
    refused=_why_not_fold(0),
)
UNFOLD_MORE: Deed[PipelinePage] = Deed(
    "Unfold &one level more",
    _unfold_more,
    "Unfold the outermost groups of those that are folded",
    shortcuts=("Ctrl+Alt+=",),
    refused=_why_not_unfold,
)
OF_FOLDS = (FOLD_ONE, FOLD_MORE, UNFOLD_MORE, FOLD_ALL, FOLD_1, FOLD_2, UNFOLD_ALL)

FOCUS: Deed[PipelinePage] = Deed(
    "Show only the &neighbourhood",
    lambda page: page.stage.graph.focus_on(page.stage.graph.graph.chosen),
    "Show the selected task or group with what comes right before and after it, and hide the rest",
    shortcuts=("Ctrl+Shift+N",),
    refused=_why_not_chosen,
)
SHOW_ALL: Deed[PipelinePage] = Deed(
    "Show &all again",
    lambda page: page.stage.graph.let_go(),
    "Show the whole pipeline again; Escape does so on the graph",
    shortcuts=("Ctrl+Shift+A",),
    refused=_why_not_all,
)
DOWNWARDS: Deed[PipelinePage] = Deed(
    "Flow from top to &bottom",
    _turn,
    "Draw the graph from top to bottom, or from left to right",
    Icon.DOWNWARDS,
    ("Ctrl+B",),
    checked=lambda page: page.stage.graph.picture.direction == "TB",
)
ANIMATE: Deed[PipelinePage] = Deed(
    "Ani&mate",
    _animate,
    "Let things glide to their places, and arcs turn while something runs",
    checked=lambda page: wants_animations(page.settings),
)
OF_LOOK = (FOCUS, SHOW_ALL, DOWNWARDS, ANIMATE)
OF_GRAPH: tuple[Deed[PipelinePage], ...] = (FIND, FIT, ZOOM_IN, ZOOM_OUT, FOLD_ALL, UNFOLD_ALL, DOWNWARDS)
"""What stands in the tool bar too."""
