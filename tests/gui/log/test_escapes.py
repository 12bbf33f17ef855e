from __future__ import annotations

import pytest

from flowdesk.gui.log.escapes import Span, read_line, style_after
from flowdesk.gui.log.ink_style import PLAIN, InkStyle


def test_colours_become_spans() -> None:
    read = read_line("\x1b[32mok\x1b[0m and \x1b[1;31mbad\x1b[0m")
    assert read.text == "ok and bad"
    assert read.spans == (Span(0, 2, InkStyle(2)), Span(7, 10, InkStyle(1, bold=True)))


@pytest.mark.parametrize(
    ("sequence", "style"),
    [
        ("\x1b[38;5;208m", InkStyle(208)),
        ("\x1b[48;5;22m", InkStyle(back=22)),
        ("\x1b[38;2;1;2;3m", InkStyle((1, 2, 3))),
        ("\x1b[38:2::1:2:3m", InkStyle((1, 2, 3))),
        ("\x1b[97m", InkStyle(15)),
        ("\x1b[1;2;3;4;7;9m", InkStyle(None, None, True, True, True, True, True, struck=True)),  # noqa: FBT003 - in their order
        ("\x1b[1m\x1b[22m", PLAIN),
        ("\x1b[31m\x1b[39m", PLAIN),
        ("\x1b[31m\x1b[m", PLAIN),
        ("\x1b[999m", PLAIN),
    ],
)
def test_a_sequence_sets_the_style(sequence: str, style: InkStyle) -> None:
    assert style_after(sequence.encode(), PLAIN) == style


@pytest.mark.parametrize(
    "raw",
    [
        "\x1b]8;;http://x\x1b\\link\x1b]8;;\x1b\\",
        "\x1b]0;a title\x07link",
        "\x1b[2K\x1b[1Glink",
        "\x1b(Blink",
        "\x1b7link\x1b8",
        "link\x1b[3",
        "link\x1b",
    ],
)
def test_links_moves_and_titles_are_swallowed_even_cut_in_two(raw: str) -> None:
    assert read_line(raw).text.startswith("link")
    assert "\x1b" not in read_line(raw).text


def test_a_style_goes_on_into_the_next_line() -> None:
    assert read_line("still red", InkStyle(1)).spans == (Span(0, 9, InkStyle(1)),)


def test_of_a_progress_bar_the_last_is_shown() -> None:
    assert read_line("10%\r50%\r100%\r").text == "100%"
    assert read_line("\x1b[31m10%\r20%").spans == (Span(0, 3, InkStyle(1)),)


def test_what_a_text_cannot_show_is_shown_as_a_sign_and_a_tab_is_left() -> None:
    assert read_line("a\0b\tc\u2028d").text == "a\u2400b\tc\u2424d"
