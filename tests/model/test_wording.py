"""The words of a field are those that stand under it in the source, inherited ones too."""

from __future__ import annotations

from flowdesk.model.contract import PushTable
from flowdesk.model.kinds import BashTask
from flowdesk.model.wording import words_of


def test_the_words_under_a_field_are_found() -> None:
    assert words_of(PushTable)["required"] == "Whether a try that ends without having pushed it has failed."


def test_the_words_of_the_models_that_a_model_builds_on_are_found_too() -> None:
    words = words_of(BashTask)
    assert set(BashTask.model_fields) <= set(words)
