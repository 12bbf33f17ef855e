from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flowdesk.plan.plan import Push
from tests.builders import carried_out, printed, pushed, python_job

if TYPE_CHECKING:
    from pathlib import Path

    from flowdesk.executors.local import Local

TEXT = (Push("return_value", "str"),)
LOOK = """
import locale, logging, os
def g():
    root = logging.getLogger()
    said = root.handlers, root.level, root.manager.disable, locale.setlocale(locale.LC_ALL)
    return f"{os.getpid()} {said}"
"""


@pytest.mark.parametrize(
    "body",
    [
        "logging.basicConfig(level=10)",
        "logging.basicConfig(filename='own.log'); logging.warning('kept there')",
        "logging.disable(50); logging.getLogger().setLevel(50)",
        "locale.setlocale(locale.LC_NUMERIC, 'C.UTF-8')",
    ],
)
def test_what_a_callable_sets_does_not_reach_the_next_one_in_the_same_process(
    local: Local, tmp_path: Path, body: str
) -> None:
    before = pushed(carried_out(local, python_job(tmp_path, LOOK, push=TEXT)))
    carried_out(local, python_job(tmp_path, f"import locale, logging\ndef f():\n  {body}", id="t/2"))
    assert pushed(carried_out(local, python_job(tmp_path, LOOK, push=TEXT, id="t/3"))) == before


def test_what_a_module_sets_when_it_is_imported_stays_for_its_next_task(local: Local, tmp_path: Path) -> None:
    source = """
    import logging
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    def f():
        logging.info("heard")
        logging.getLogger().setLevel(logging.ERROR)
    """
    for number in (1, 2):
        one = python_job(tmp_path, source, id=f"t/{number}")
        carried_out(local, one)
        assert printed(one) == "heard\n"
