"""Which fonts the window speaks in: the desktop's own, with Korean, Japanese and Chinese to fall back on.

Without a desktop's settings Qt only knows "Sans Serif", which fontconfig resolves to whatever is there;
then a calm face is picked by name. Monospace is for logs, code and values.
"""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase

_FACES = ("Inter", "Adwaita Sans", "Cantarell", "Noto Sans", "Open Sans", "Roboto", "Liberation Sans")
_MONO_FACES = ("JetBrains Mono", "Cascadia Mono", "Adwaita Mono", "Noto Sans Mono", "DejaVu Sans Mono")
_CJK = (
    "Pretendard", "Noto Sans CJK KR", "Noto Sans KR", "Apple SD Gothic Neo", "Malgun Gothic",
    "Noto Sans CJK JP", "Noto Sans CJK SC",
)  # fmt: skip
_MONO_CJK = ("D2Coding", "Noto Sans Mono CJK KR", "Noto Sans CJK KR")
_GENERIC = frozenset({"Sans Serif", "Sans", "sans-serif", "Monospace", "monospace", ""})
_GENERIC_POINTS = 9.75  # 13 px at 96 dpi: what the desktops have that do tell their font


def interface_font() -> QFont:
    """The font of everything that is not code."""
    return _font(QFontDatabase.SystemFont.GeneralFont, _FACES, _CJK)


def mono_font(points: float | None = None) -> QFont:
    """The font of logs, code and values; `points` defaults to the interface's size."""
    font = _font(QFontDatabase.SystemFont.FixedFont, _MONO_FACES, _MONO_CJK)
    font.setStyleHint(QFont.StyleHint.Monospace)
    font.setPointSizeF(points or interface_font().pointSizeF())
    return font


def _font(kind: QFontDatabase.SystemFont, faces: tuple[str, ...], further: tuple[str, ...]) -> QFont:
    font = QFontDatabase.systemFont(kind)
    if font.family() in _GENERIC:
        installed = set(QFontDatabase.families())
        first = [face for face in faces if face in installed][:1]
        font.setPointSizeF(_GENERIC_POINTS)
    else:
        first = [font.family()]
    font.setFamilies([*first, *further, *(face for face in faces if face not in first)])
    return font
