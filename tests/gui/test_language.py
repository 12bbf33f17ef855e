"""The window speaks the language that is asked for, or the desktop's, or English."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QLibraryInfo, QSettings

from flowdesk.gui import language
from flowdesk.gui.language import bare, kept_language, plural, tr, use_language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    """The application, speaking English before and after."""
    use_language(qapp, "en")
    yield qapp
    use_language(qapp, "en")


def test_korean_is_spoken_where_it_is_asked_for(app: QApplication) -> None:
    assert use_language(app, "ko") == "ko"
    assert tr("Failed") == "실패"


def test_english_comes_back(app: QApplication) -> None:
    use_language(app, "ko")
    use_language(app, "en")
    assert tr("Failed") == "Failed"


def test_qts_own_buttons_go_along(app: QApplication) -> None:
    if not Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath), "qtbase_ko.qm").exists():
        pytest.skip("Qt came without its words in Korean")
    use_language(app, "ko")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "취소"


def test_a_text_without_translation_is_said_in_english(app: QApplication) -> None:
    use_language(app, "ko")
    assert tr("no catalogue has this") == "no catalogue has this"


@pytest.mark.parametrize(
    ("wanted", "spoken"),
    [
        (["ko-Kore-KR", "ko-KR", "ko"], "ko"),
        (["de-DE", "de", "ko_KR", "en"], "ko"),
        (["en-US", "en", "ko"], "en"),
        (["de-DE"], "en"),
        ([], "en"),
        (["C"], "en"),
    ],
)
def test_the_first_of_the_desktops_languages_that_is_known_is_spoken(wanted: list[str], spoken: str) -> None:
    assert language._spoken(wanted) == spoken


def test_a_number_has_its_own_word(app: QApplication) -> None:
    assert app is not None
    assert plural("{n} error", "{n} errors", 1) == "1 error"
    assert plural("{n} error", "{n} errors", 1200) == "1,200 errors"


@pytest.mark.parametrize("text", ["&Save…", "저장(&S)…", "저장(&S)", "Sa&ve"])
def test_outside_of_a_menu_there_is_no_letter_to_press(text: str) -> None:
    assert bare(text) in {"Save", "저장"}


def test_what_was_chosen_is_kept_and_nonsense_is_not(tmp_path: Path) -> None:
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    assert kept_language(settings) == "system"
    settings.setValue(language.KEY, "ko")
    assert kept_language(settings) == "ko"
    settings.setValue(language.KEY, "tlh")
    assert kept_language(settings) == "system"
