from __future__ import annotations

import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path, PurePosixPath
from uuid import UUID

import pytest

from flowdesk.xcom.standard import STANDARD, standard_class, standard_name

VALUES = {
    "datetime": datetime(2020, 1, 1, tzinfo=UTC),
    "date": date(2020, 1, 1),
    "timedelta": timedelta(1),
    "Decimal": Decimal("1.5"),
    "UUID": UUID(int=1),
    "path": Path("a"),
}


@pytest.mark.parametrize("name", STANDARD)
def test_a_value_has_the_name_of_its_class(name: str) -> None:
    assert standard_name(VALUES[name]) == name
    assert isinstance(VALUES[name], standard_class(name))


def test_what_builds_on_a_class_has_its_name_and_others_have_none() -> None:
    assert standard_name(PurePosixPath("a")) == "path"
    assert standard_name(type("Own", (Decimal,), {})(1)) == "Decimal"
    assert [standard_name(value) for value in (1, "a", None, [], object())] == [None] * 5


def test_no_module_is_imported_to_name_what_is_not_of_it() -> None:
    code = (
        "import sys; from flowdesk.xcom.standard import standard_name as name; name(1.5)\n"
        "sys.exit(bool({'datetime', 'decimal', 'uuid', 'pathlib'} & set(sys.modules)))"
    )
    root = str(Path(__file__).parents[2])
    command = [sys.executable, "-S", "-c", f"import sys; sys.path.append({root!r}); {code}"]
    done = subprocess.run(command, check=False)
    assert done.returncode == 0
