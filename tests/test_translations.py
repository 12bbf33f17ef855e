"""Every word of the window is in every catalogue, translated, with its placeholders and its keys."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTranslator

from tests.translations import (
    CATALOGUES,
    CONTEXT,
    GUI,
    ROOT,
    Message,
    brought_up_to_date,
    catalogue,
    placeholders,
    words,
    words_of,
    write,
)
from tests.untranslated import untranslated

if TYPE_CHECKING:
    from pathlib import Path

each_catalogue = pytest.mark.parametrize("file", sorted(CATALOGUES.glob("*.ts")), ids=lambda file: file.stem)
HOW = "run `make translations`, translate what is unfinished, and run it again"


@each_catalogue
def test_no_word_is_missing_or_unfinished(file: Path) -> None:
    known = catalogue(file)
    missing = [
        word for word in words() if word not in known or known[word].standing or not known[word].translation
    ]
    assert not missing, HOW


@each_catalogue
def test_no_word_is_left_that_the_window_does_not_say(file: Path) -> None:
    said = words()
    stale = [
        source for source, one in catalogue(file).items() if one.standing != "vanished" and source not in said
    ]
    assert not stale, HOW


@each_catalogue
def test_what_is_read_at_run_time_is_what_translators_wrote(file: Path) -> None:
    translator = QTranslator()
    assert translator.load(str(file.with_suffix(".qm")))
    finished = [one for one in catalogue(file).values() if not one.standing]
    stale = [one.source for one in finished if translator.translate(CONTEXT, one.source) != one.translation]
    assert not stale, HOW


@each_catalogue
def test_translations_keep_what_is_filled_in(file: Path) -> None:
    done = [one for one in catalogue(file).values() if one.translation]
    assert not [one for one in done if placeholders(one.source) != placeholders(one.translation)]
    for one in done:
        one.translation.format(*range(9), **dict.fromkeys(placeholders(one.translation), 1))


@each_catalogue
def test_translations_keep_ellipses_keys_and_the_letter_to_press(file: Path) -> None:
    done = [one for one in catalogue(file).values() if one.translation]
    assert not [one for one in done if ("…" in one.source) != ("…" in one.translation)]
    assert not [one for one in done if keys(one.source) != keys(one.translation)]
    with_letter = [one for one in done if re.search(r"&\w", one.source)]
    # Korean has no letters on keys to be told, so the English one stands behind the word: "파일(&F)".
    assert not [one for one in with_letter if not re.search(r"\(&[A-Z0-9]\)", one.translation)]


def keys(text: str) -> list[str]:
    """The key strokes that a text names."""
    return sorted(re.findall(r"(?:Ctrl|Alt|Shift|Esc|Enter|F\d)[+A-Za-z\d]*", text))


@pytest.mark.parametrize("file", sorted(GUI.rglob("*.py")), ids=lambda file: file.relative_to(GUI).as_posix())
def test_all_that_people_read_can_be_translated(file: Path) -> None:
    left = [f"{file.relative_to(ROOT)}:{line}: {said!r}" for line, said in untranslated(file)]
    assert not left, "\n".join(left)


def test_the_words_of_calls_and_deeds_are_found(tmp_path: Path) -> None:
    file = tmp_path / "words.py"
    file.write_text(
        'A = mark("one")\n'
        'tr("two").format(n=1)\n'
        'plural("{n} three", "{n} threes", 3)\n'
        'Deed[Graph]("four", do, tip="five")\n'
        'label("six")\n'
    )
    assert list(words_of(file)) == ["one", "two", "{n} three", "{n} threes", "four", "five"]


def test_an_f_string_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "words.py"
    file.write_text('tr(f"{n} tasks")\n')
    with pytest.raises(ValueError, match=r"words\.py:1"):
        list(words_of(file))


def test_translations_stay_new_words_are_unfinished_and_gone_ones_vanish(tmp_path: Path) -> None:
    old = {word: Message(word, word.upper(), "") for word in ("kept", "gone")}
    messages = brought_up_to_date(old, {"kept": ["a.py"], "new": ["b.py"]})
    file = tmp_path / "flowdesk_xx.ts"
    write(file, "xx", messages)
    again = catalogue(file)
    assert again["kept"] == Message("kept", "KEPT", "", ["a.py"])
    assert again["new"].standing == "unfinished"
    assert (again["gone"].translation, again["gone"].standing) == ("GONE", "vanished")


def test_what_was_shown_in_english_only_is_found(tmp_path: Path) -> None:
    file = tmp_path / "label.py"
    file.write_text(
        '"""A label."""\n'
        'label.setText("Two words")\n'
        'label.setText(tr("Fine words"))\n'
        'label.setObjectName("Run list")\n'
        'raise ValueError("for us only")\n'
        'label.setText(f"{n} tasks")\n'
        'FACE = "Noto Sans"  # not said: a font\n'
    )
    assert [line for line, _ in untranslated(file)] == [2, 6]
