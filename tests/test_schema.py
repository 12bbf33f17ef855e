"""The JSON Schema in editors' engines for TOML: the course passes, a folder of wrong files does not.

Neither goes online here: taplo does only with `--default-schema-catalogs`, tombi is told not to. Both were
watched with strace.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from flowdesk.assets import asset

if TYPE_CHECKING:
    from collections.abc import Callable

    Lint = Callable[..., subprocess.CompletedProcess[str]]

ROOT = Path(__file__).parent.parent
SCHEMA = asset("pipeline.schema.json")
PIPELINES = sorted((ROOT / "pipelines").glob("*.toml"))
WRONG = sorted((ROOT / "tests" / "schema_wrong").glob("*.toml"))

NOT_SEEN = {
    "taplo": {
        "branch_without_choices": "taplo 0.9.3 passes over dependentRequired",
        "choices_without_branch": "taplo 0.9.3 passes over dependentRequired",
        "date_as_text": "taplo takes a TOML date for a text, so both fit",
    },
    "tombi": {},
}
"""What an engine cannot find, and why."""

TOMBI = """
[lint.rules] # of style: a course may tell of a task where it is needed
dotted-keys-out-of-order = "off"
tables-out-of-order = "off"

[schema]
catalog = { paths = [] }
"""


def _program(name: str) -> str:
    found = shutil.which(name, path=str(Path(sys.executable).parent))
    assert found, f"{name} is not installed; it is among the dev dependencies"
    return found


@pytest.fixture(params=["taplo", "tombi"])
def engine(request: pytest.FixtureRequest) -> str:
    """The name of an engine."""
    return str(request.param)


@pytest.fixture
def lint(engine: str, tmp_path: Path) -> Lint:
    """Lint a file with the schema that is given, or with the one that the file names itself."""

    def run(file: Path, schema: Path | None = None) -> subprocess.CompletedProcess[str]:
        if engine == "taplo":
            named = ["--schema", schema.as_uri()] if schema else []
            arguments = ["lint", "--no-auto-config", *named, str(file)]
        else:
            named = [f'\n[[schemas]]\npath = "{schema}"\ninclude = ["**/*.toml"]\n'] if schema else []
            (tmp_path / "tombi.toml").write_text(TOMBI + "".join(named))
            arguments = ["lint", "--offline", "--error-on-warnings", str(file)]
        return subprocess.run(
            [_program(engine), *arguments], cwd=tmp_path, capture_output=True, text=True, check=False
        )

    return run


@pytest.mark.parametrize("file", PIPELINES, ids=lambda file: file.stem)
def test_the_course_passes(lint: Lint, file: Path) -> None:
    for schema in (SCHEMA, None):
        done = lint(file, schema)
        assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("file", WRONG, ids=lambda file: file.stem)
def test_a_wrong_file_does_not(lint: Lint, engine: str, file: Path) -> None:
    done = lint(file, SCHEMA)
    if reason := NOT_SEEN[engine].get(file.stem):
        assert done.returncode == 0, f"it is found now, though {reason}"
    else:
        assert done.returncode == 1, done.stdout + done.stderr


@pytest.mark.parametrize("file", PIPELINES, ids=lambda file: file.stem)
def test_each_file_of_the_course_names_the_schema(file: Path) -> None:
    directive, _, path = file.read_text("utf-8").splitlines()[0].partition(" ")
    assert directive == "#:schema"
    assert (file.parent / path).resolve() == SCHEMA


def test_the_first_line_of_a_file_is_enough_for_an_engine(lint: Lint, tmp_path: Path) -> None:
    shutil.copy(SCHEMA, tmp_path / "schema.json")
    folder = tmp_path / "pipelines"
    folder.mkdir()
    (folder / "p.toml").write_text('#:schema ../schema.json\n[tasks.a]\nbsh = "true"\n')
    assert lint(folder / "p.toml").returncode == 1


def test_there_are_enough_wrong_files_and_each_says_what_is_wrong() -> None:
    assert len(WRONG) >= 25
    for file in WRONG:
        first = file.read_text("utf-8").splitlines()[0]
        assert first.startswith("# Wrong: "), file
        assert first.endswith("."), file


def test_flowdesk_refuses_each_for_its_shape() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "flowdesk", "validate", "--json", *map(str, WRONG)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2, done.stderr
    codes: dict[str, set[str]] = {}
    for problem in json.loads(done.stdout):
        codes.setdefault(problem["file"], set()).add(problem["code"][:3])
    assert codes.keys() == {str(file) for file in WRONG}
    assert all("FD1" in of_file for of_file in codes.values())
