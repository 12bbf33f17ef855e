"""Whatever is read stands out from what it stands on, in every look, and so does the edge of a control."""

from __future__ import annotations

from dataclasses import fields

import pytest
from PySide6.QtGui import QColor

from flowdesk.gui.colours import DARK, HIGH_CONTRAST, HIGH_CONTRAST_DARK, LIGHT, Theme

THEMES = (LIGHT, DARK, HIGH_CONTRAST, HIGH_CONTRAST_DARK)
BACKGROUNDS = ("canvas", "window", "surface", "raised", "accent_soft", "failed_soft")
STATES = ("waiting", "running", "retry", "success", "failed", "blocked", "skipped", "cancelled")
READ = ("text", "text_dim", "accent", *STATES)
each_theme = pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)


def contrast(one: QColor, other: QColor) -> float:
    """The contrast of two colours, from 1 to 21 (WCAG 2.2, "contrast ratio")."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: QColor) -> float:
    red, green, blue = (linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def too_faint(theme: Theme, pairs: list[tuple[str, str]], least: float) -> list[str]:
    found = [(front, back, contrast(theme.colour(front), theme.colour(back))) for front, back in pairs]
    return [f"{front} on {back}: {ratio:.2f}" for front, back, ratio in found if ratio < least]


@each_theme
def test_whatever_is_read_stands_out_from_every_background(theme: Theme) -> None:
    pairs = [(front, back) for front in READ for back in BACKGROUNDS]
    assert not too_faint(theme, [*pairs, ("on_accent", "accent")], 7 if theme.is_strong else 4.5)


@each_theme
def test_the_edges_of_controls_and_the_lines_of_the_graph_stand_out(theme: Theme) -> None:
    pairs = [(front, back) for front in ("line", "accent") for back in ("canvas", "window", "surface")]
    assert not too_faint(theme, pairs, 4.5 if theme.is_strong else 3)


@each_theme
def test_the_ring_of_what_has_the_keys_differs_from_its_edge_at_rest(theme: Theme) -> None:
    """A button's ring is `accent` where its edge is `line`; the main button's is `text` on `accent`."""
    assert not too_faint(theme, [("accent", "surface"), ("accent", "window"), ("text", "window")], 3)
    assert theme.accent not in {theme.line, theme.text}


@pytest.mark.parametrize("theme", [HIGH_CONTRAST, HIGH_CONTRAST_DARK], ids=lambda theme: theme.name)
def test_in_high_contrast_what_is_off_can_be_read_and_every_edge_is_seen(theme: Theme) -> None:
    pairs = [(front, back) for front in ("text_disabled", "border_strong") for back in BACKGROUNDS]
    assert not too_faint(theme, pairs, 4.5)
    assert not too_faint(theme, [("border", back) for back in ("canvas", "window", "surface")], 3)


@each_theme
def test_a_look_is_made_of_colours(theme: Theme) -> None:
    names = [field.name for field in fields(Theme) if field.type == "str" and field.name != "name"]
    assert not [name for name in names if not QColor(getattr(theme, name)).isValid()]


def test_the_sample_of_the_rule_is_measured_right() -> None:
    assert contrast(QColor("#000000"), QColor("#ffffff")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("#ffffff")) == pytest.approx(4.48, abs=0.01)
