from __future__ import annotations

from flowdesk.errors import Severity
from flowdesk.gui.weight_look import WEIGHTS, by_weight, heaviest
from tests.gui.canvas.test_problem_badge import ERROR, WARNING


def test_every_weight_has_a_look_and_no_two_share_word_or_icon() -> None:
    assert set(WEIGHTS) == set(Severity)
    assert len({look.word for look in WEIGHTS.values()}) == len({look.icon for look in WEIGHTS.values()}) == 3


def test_errors_weigh_more_than_warnings() -> None:
    assert by_weight([WARNING, ERROR]) == [ERROR, WARNING]
    assert heaviest([WARNING, ERROR]) is Severity.ERROR
