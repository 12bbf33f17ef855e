"""Any text, in any place, within any other: it arrives as data, or is refused, and is never code."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.engine.nasty import CANARY, STRINGS, filled, run_all
from tests.engine.places import BASH_DOUBTFUL, BASH_PLACES, DOUBTFUL, PLACES, WRAPS, Place
from tests.engine.test_shell_quoting import DASH

ENDS = ("EOF", "\nEOF\n", "\nEOF)", "\n\tEOF", "\\\n", f"$(touch {CANARY})")
SIGNS = st.sampled_from([*"'\"\\$`{}()[];&|<>#!*?~\n\t \r\x01\x7f=-0aEOF", "$(", "${", "'\\''", *ENDS])
ANY = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
TEXTS = st.lists(SIGNS | ANY, max_size=12).map("".join) | st.sampled_from(STRINGS)
BASES = [*PLACES.values(), *BASH_PLACES.values(), *DOUBTFUL.values(), *BASH_DOUBTFUL.values()]


def nested(base: Place, wraps: list[Place]) -> Place:
    for wrap in wraps:
        base = base.within(wrap)
    return base


PLACED = st.builds(nested, st.sampled_from(BASES), st.lists(st.sampled_from(WRAPS), max_size=3))
FOR_SH = st.sampled_from([*PLACES.values(), *DOUBTFUL.values()])


def check(cases: list[tuple[Place, str]], shell: str) -> None:
    scripts = {f"s{n}": place.filled(text) for n, (place, text) in enumerate(cases)}
    with tempfile.TemporaryDirectory() as folder:
        found = run_all(Path(folder), {n: one for n, one in scripts.items() if one is not None}, shell)
        assert not (Path(folder) / CANARY).exists()
    for name, printed in found.items():
        place, text = cases[int(name[1:])]
        assert printed == place.prints.replace("@", text).encode(), (place, scripts[name])


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.tuples(PLACED, TEXTS), min_size=1, max_size=20))
def test_any_text_is_data_however_its_place_is_nested(cases: list[tuple[Place, str]]) -> None:
    check(cases, "/bin/bash")


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.tuples(FOR_SH, TEXTS), min_size=1, max_size=20))
def test_any_text_is_data_for_sh(cases: list[tuple[Place, str]]) -> None:
    check(cases, DASH)


@settings(max_examples=300, deadline=None)
@given(st.lists(SIGNS | st.just("@"), max_size=30).map("".join), TEXTS)
def test_no_text_with_a_value_in_it_makes_the_reader_fail(place: str, text: str) -> None:
    filled(place, *[text] * place.count("@"))
