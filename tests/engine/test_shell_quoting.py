"""Values in shell text: each arrives as data, byte for byte, in every place that real shells know."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flowdesk.engine.shell_quoting import HOLE, Unquotable, Value, quote_into
from tests.engine.nasty import CANARY, STRINGS, filled, run_all
from tests.engine.places import BASH_DOUBTFUL, BASH_PLACES, DOUBTFUL, IN_SUBSTITUTION, PLACES, Place

if TYPE_CHECKING:
    from pathlib import Path

DASH = "/bin/dash"
OF_LINES = tuple(
    text
    for text in STRINGS
    if not text.isascii() or any(part in text for part in ("\n", "\t", "EOF", "\\\\"))
)


def arrives(folder: Path, place: Place, shell: str, *, refuses: bool = False) -> None:
    """Each text is printed as it is; with `refuses`, those of lines are, or are refused."""
    texts = OF_LINES if refuses else STRINGS
    scripts = {text: place.filled(text) for text in texts}
    refused = [text for text, script in scripts.items() if script is None]
    assert refuses or not refused
    found = run_all(folder, {text: one for text, one in scripts.items() if one is not None}, shell)
    assert not (folder / CANARY).exists()
    for text, printed in found.items():
        assert printed == place.prints.replace("@", text).encode(), scripts[text]


@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)
def test_a_value_is_data_for_sh(place: Place, tmp_path: Path) -> None:
    arrives(tmp_path, place, DASH)


@pytest.mark.parametrize("place", [*PLACES.values(), *BASH_PLACES.values()], ids=[*PLACES, *BASH_PLACES])
def test_a_value_is_data_for_bash(place: Place, tmp_path: Path) -> None:
    arrives(tmp_path, place, "/bin/bash")


@pytest.mark.parametrize("place", DOUBTFUL.values(), ids=DOUBTFUL)
def test_a_value_in_any_heredoc_is_data_or_refused(place: Place, tmp_path: Path) -> None:
    arrives(tmp_path, place, DASH, refuses=True)
    arrives(tmp_path, place, "/bin/bash", refuses=True)
    arrives(tmp_path, place.within(IN_SUBSTITUTION), "/bin/bash", refuses=True)


@pytest.mark.parametrize("place", BASH_DOUBTFUL.values(), ids=BASH_DOUBTFUL)
def test_a_value_is_data_for_bash_or_refused(place: Place, tmp_path: Path) -> None:
    arrives(tmp_path, place, "/bin/bash", refuses=True)


def test_a_value_that_needs_no_quotes_has_none() -> None:
    assert filled("cp @ /data/@/x; seq @ {1..@}", "a.csv", "2026-01-02", "5", "5") == (
        "cp a.csv /data/2026-01-02/x; seq 5 {1..5}"
    )


@pytest.mark.parametrize("text", ["if", "a=b", "~", "*", "", "x y"])
def test_a_word_that_would_mean_more_than_itself_has_quotes(text: str) -> None:
    assert filled("echo @", text) == f"echo '{text}'"


def test_a_number_before_a_redirection_is_no_file_descriptor() -> None:
    assert filled("echo @>file", "2") == "echo '2'>file"


COMPUTED = ["$((@ + 1))", "(( x = @ ))", "${x:@}", "${x[@]}", "x[@]=1", "$[@]", "let x=@", 'let "x = @"']
COMPUTED += ["[[ @ -eq 1 ]]", '[[ "@" -lt 1 && a == b ]]', "for ((i = 0; i < @; i++)); do :; done"]
COMPUTED += ['x["@"]=1', "x=([@]=1)", "[[ -v @ ]]", "unset x[@]"]


@pytest.mark.parametrize("place", COMPUTED)
def test_where_the_shell_computes_only_a_number_may_stand(place: str) -> None:
    assert filled(place, "5") == place.replace("@", "5")
    for text in ("a", "a[$(touch canary)]", "08", "1.5", "", " 5", "5\n", "1+1", "٣"):
        assert filled(place, text) is None, text


def test_a_negative_number_is_computed_with() -> None:
    assert filled("${x:@}$((2-@))", "-5", "-5") == "${x:(-5)}$((2-(-5)))"


@pytest.mark.parametrize(
    ("place", "reason"),
    [
        ("echo `echo @`", "backticks"),
        ('echo "`echo @`"', "backticks"),
        ("echo \\@", "a backslash"),
        ('echo "\\@"', "a backslash"),
        ("cat <<EOF\n\\@\nEOF\n", "a backslash"),
        ("echo $@", r"a '\$'"),
        ('echo "$@"', r"a '\$'"),
        ("echo ${@}", "name of a variable"),
        ("echo ${x@}", "name of a variable"),
        ("cat <<@\nEOF\n", "the word that ends"),
        ("cat <<EOF\n@\n", "not closed"),
        ("x=$(cat <<EOF\n@\nEOF)", "not closed"),
        ("echo '@", "not closed"),
        ('echo "@', "not closed"),
        ("echo $(echo @", "not closed"),
        ("echo $((echo @); echo)", "a space between"),
        ("((echo @); echo)", "a space between"),
        ("eval @", "run it as code"),
        ('eval "echo @"', "run it as code"),
        ("trap 'echo @' EXIT", "run it as code"),
        ("bash -c 'echo @'", "run it as code"),
        ('/bin/sh -ec "echo @"', "run it as code"),
        ("declare @=5", "name of a variable"),
        ("cat <<$'EOF'\n@\nEOF\n", "the word that ends"),
        ("cat <<E$(x)\n$z\nE$\necho @\nE$(x)\n", "the word that ends"),
        ("cat <<`x`\n@\n`x`\n", "the word that ends"),
        ("cat <<EOF\r\n@\nEOF\n", "not closed"),
        ("cat <<E\\\nOF\n@\nEOF\n", "the word that ends"),
        ("cat <<EOF; (\n@\nEOF\n)\ncat <<EOF\nEOF\n", r"between << and"),
        ("cat <<EOF; f() (\n@\nEOF\n)\ncat <<EOF\nEOF\n", r"between << and"),
        ("cat <<EOF; echo $(\n@\n)\nEOF\n", r"between << and"),
        ("x=$(cat <<EOF\nEOF@\nEOF\n)", "begin as if it did"),
        ("x=$(cat <<EOF\nEOF)\n@\nEOF\n)", "begin as if it did"),
        ("x=$(cat <<-EOF\n\t\tEOF@\n\tEOF\n)", "begin as if it did"),
        ("x=$(cat <<'EOF'\nEOF@\nEOF\n)", "begin as if it did"),
        ('x="$( (cat <<EOF\nEOF@\nEOF\n))"', "begin as if it did"),
        ("cat <(cat <<EOF\nEOF@\nEOF\n)", "begin as if it did"),
        ("x=$(cat <<EOF\nEO\\\nF@\nEOF\n)", "begin as if it did"),
        ("cat <<A\n$(cat <<B\nB@\nB\n)\nA\n", "begin as if it did"),
        ("x=$(cat <<''\n@\n\n)", "begin as if it did"),
        ("x=$(cat <<EOF\n@\nEOF)\nEOF\n)", "begin as if it did"),
    ],
)
def test_where_no_quotes_help_a_value_is_refused(place: str, reason: str) -> None:
    with pytest.raises(Unquotable, match=reason):
        quote_into(place.replace("@", HOLE), [Value("a")])


@pytest.mark.parametrize(
    ("place", "text"),
    [
        ("# @\n", "a\ntouch canary"),
        ("cat <<'EOF'\n@\nEOF\n", "a\nEOF\ntouch canary"),
        ("cat <<'EOF'\nE@F\nEOF\n", "O"),
        ("cat <<-'EOF'\n\t@\n\tEOF\n", "a\n\tb"),
        ("x=$(cat <<'EOF'\n@\nEOF\n)", "a\nEOF); touch canary; : $("),
        ("x=$(cat <<'EOF'\n@\nEOF\n)", "a\nEOFs are data, but not here"),
        ("x=\"$( (cat <<'EOF'\nE@\nEOF\n))\"", "OF); touch canary; : $("),
        ("cat <<'EOF'\nE@\nEOF\n", "\u00e9"),
        ("cat <(cat <<-'EOF'\n\tE@\n\tEOF\n)", "OF)"),
        ("cat <<EOF\nEO\\\n@\nEOF\n", "F\ntouch canary"),
        ("cat <<EOF\n${x:-@}\nEOF\n", "}"),
        ("echo @", "a\0b"),
    ],
)
def test_what_no_quotes_can_hold_is_refused(place: str, text: str) -> None:
    assert filled(place, text) is None
    assert filled(place, "5") is not None


def test_a_backslash_that_ends_a_line_joins_no_lines_in_a_heredoc_around() -> None:
    assert filled("cat <<E\n$(echo @)\nE\n", "a\\\nb") == "cat <<E\n$(echo 'a\\''\nb')\nE\n"


def test_a_quoted_heredoc_holds_a_value_as_it_is() -> None:
    assert filled("cat <<'EOF'\n@\nEOF\n", '$(a) `b` \\ "') == "cat <<'EOF'\n$(a) `b` \\ \"\nEOF\n"


def test_a_text_without_values_is_left_alone_however_broken() -> None:
    assert quote_into("echo 'never closed", []) == "echo 'never closed"


def test_what_is_not_known_yet_is_shown_as_it_is() -> None:
    assert quote_into(f"echo {HOLE} $(({HOLE}))", [Value("<a>", unknown=True)] * 2) == "echo <a> $((<a>))"
