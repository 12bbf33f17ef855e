"""Any text, in any place, within any other: it arrives as data, or is refused, and is never code."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.engine.nasty import CANARY, STRINGS, filled, run_all
from tests.engine.test_shell_quoting import BASH_PLACES, DASH, PLACES

SIGNS = st.sampled_from([*"'\"\\$`{}()[];&|<>#!*?~\n\t \r\x01\x7f=-0aEOF", "$(", "${", "\nEOF\n", "'\\''"])
ANY = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
TEXTS = st.lists(SIGNS | ANY, max_size=12).map("".join) | st.sampled_from(STRINGS)
BASES = st.sampled_from([*PLACES.values(), *BASH_PLACES.values()])

WRAPS = (
    "( {}\n)",
    "{{ {}\n}}",
    'printf %s "$({}\nprintf .)" | head -c -1',
    "case x in\n(y) ;;\nx) {}\n;; esac",
    "if [[ a == a && 1 -lt 2 ]]; then # it's\n{}\nfi",
    "f() {{ {}\n}}; f",
    "cat <({}\n)",
    "cat <<E1 | head -c -2\n$({}\nprintf .)\nE1\n",
    'unset u; printf %s "${{u:-"$({}\nprintf .)"}}" | head -c -1',
    "for i in {{1..1}}; do {}\ndone",
    # Not right within the array: bash doubles some control characters of what is expanded there.
    'v="$({}\nprintf .)"; a=(x "$v"); printf %s "${{a[1]}}" | head -c -1',
    "(( 1 + $(echo 1) )) && {}",
)


def nested(base: str, wraps: list[str]) -> str:
    for wrap in wraps:
        base = wrap.format(base)
    return base


CASES = st.tuples(st.builds(nested, BASES, st.lists(st.sampled_from(WRAPS), max_size=3)), TEXTS)


def check(cases: list[tuple[str, str]], shell: str, *, refuses: bool) -> None:
    scripts = {f"s{n}": filled(place, *[text] * place.count("@")) for n, (place, text) in enumerate(cases)}
    if not refuses:
        assert None not in scripts.values()
    with tempfile.TemporaryDirectory() as folder:
        found = run_all(Path(folder), {n: one for n, one in scripts.items() if one is not None}, shell)
        assert not (Path(folder) / CANARY).exists()
    for name, printed in found.items():
        place, text = cases[int(name[1:])]
        assert printed == text.encode(), (place, scripts[name])


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(CASES, min_size=1, max_size=40))
def test_any_text_is_data_however_its_place_is_nested(cases: list[tuple[str, str]]) -> None:
    check(cases, "/bin/bash", refuses=True)


@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.tuples(st.sampled_from(list(PLACES.values())), TEXTS), min_size=1, max_size=40))
def test_any_text_is_data_for_sh(cases: list[tuple[str, str]]) -> None:
    check(cases, DASH, refuses=False)


@settings(max_examples=300, deadline=None)
@given(st.lists(SIGNS | st.just("@"), max_size=30).map("".join), TEXTS)
def test_no_text_with_a_value_in_it_makes_the_reader_fail(place: str, text: str) -> None:
    filled(place, *[text] * place.count("@"))
