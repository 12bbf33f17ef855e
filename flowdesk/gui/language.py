"""The window's words in the user's language: English in the code, others from catalogues in `assets/i18n/`.

`flowdesk_LANGUAGE.ts` is what translators edit, `.qm` what is read here; `make translations` makes both
follow the code. Qt's own words (the buttons of its dialogs, the menus of its text fields) come from its
catalogues, where they are installed. Numbers stay as they are written everywhere else: 0.5, 10,000.

Widgets take their words when they are made, so a language that is chosen later is that of the next window.
Sentences that come from below the window (problems, refusals, reasons) stay as they were written.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, Qt, QTranslator

from flowdesk.assets import asset

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QSettings

CONTEXT = "flowdesk"
KEY = "view/language"
SYSTEM, ENGLISH = "system", "en"
LANGUAGES = {ENGLISH: "English", "ko": "한국어 (Korean)"}
"""What can be chosen, each in its own words, and findable by its English name."""


def tr(text: str) -> str:
    """Say a literal in the language of the window; its `{names}` are filled in afterwards."""
    return QCoreApplication.translate(CONTEXT, text)


def mark(text: str) -> str:
    """Give a literal back as it is: one that catalogues are to know, translated by `tr` where it is shown."""
    return text


def plural(one: str, many: str, number: int) -> str:
    """Say the literal that goes with this number, which stands in it as `{n}`: "1 task", "1,200 tasks"."""
    return tr(one if number == 1 else many).format(n=f"{number:,}")


def bare(text: str) -> str:
    """A text of a menu without the letter to press and the dots: "&Save…" and "저장(&S)…" outside of one."""
    return re.sub(r"\s*\(&\w\)|&(?=.)|…$", "", text).strip()


def kept_language(settings: QSettings) -> str:
    """What the user chose last: SYSTEM or one of LANGUAGES."""
    kept = str(settings.value(KEY, SYSTEM))
    return kept if kept in LANGUAGES else SYSTEM


def use_language(app: QCoreApplication, setting: str = SYSTEM) -> str:
    """Speak the language of LANGUAGES that is asked for, or with SYSTEM the desktop's; returns its code."""
    for old in app.findChildren(QTranslator, options=Qt.FindChildOption.FindDirectChildrenOnly):
        app.removeTranslator(old)
        old.deleteLater()
    chosen = setting if setting in LANGUAGES else _spoken(QLocale.system().uiLanguages())
    if chosen != ENGLISH:
        _install(app, f"qtbase_{chosen}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        _install(app, f"flowdesk_{chosen}", str(asset("i18n")))
    app.setProperty(KEY, chosen)
    return chosen


def used_language() -> str:
    """The code of the language that is spoken; ENGLISH before any was asked for."""
    app = QCoreApplication.instance()
    return str((app and app.property(KEY)) or ENGLISH)


def _spoken(wanted: Sequence[str]) -> str:
    """The first of the desktop's languages ("ko-Kore-KR", "en-US") in which there are words."""
    languages = (name.replace("_", "-").partition("-")[0] for name in wanted)
    return next((language for language in languages if language in LANGUAGES), ENGLISH)


def _install(app: QCoreApplication, name: str, folder: str) -> None:
    translator = QTranslator(app)
    if translator.load(name, folder):
        app.installTranslator(translator)
