"""Feeds the reader and the check with what a coverage-guided fuzzer makes of real files: no traceback.

    pip install atheris
    python -m tests.fuzz.fuzz_reader -max_total_time=600 [FOLDER]

It begins with all pipelines and all wrong files that the project has. In FOLDER it keeps what led it on, and
takes it up again. All options are libFuzzer's. An input that breaks a claim is written to ./crash-…; make a
test of it beside the code that it breaks.
"""

from __future__ import annotations

import sys
import tempfile
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from pkgutil import iter_modules
from random import Random

from tests.fuzz.mutations import mutated

ROOT = Path(__file__).parent.parent.parent
SEEDS = ("pipelines", "tests/problems")
PARTS = ("flowdesk.model", "flowdesk.plan", "flowdesk.xcom")
LONGEST = 20_000
SLOWEST = 20
"""Seconds that one input may take, instrumented."""


def seeds() -> list[bytes]:
    """The files to begin with."""
    return [file.read_bytes() for folder in SEEDS for file in sorted((ROOT / folder).glob("*.toml"))]


def fuzz(folder: Path) -> None:
    """Run libFuzzer with its options from the command line; it ends the process."""
    atheris = import_module("atheris")
    with atheris.instrument_imports(include=[*PARTS, "tomli"]):
        checked = import_module("tests.properties.claims").checked
        for part in PARTS:  # what is imported late would not be instrumented
            for module in iter_modules(import_module(part).__path__, f"{part}."):
                import_module(module.name)
    at_work = folder / "work"
    at_work.mkdir()
    for source in [*(ROOT / "pipelines").glob("*.py"), ROOT / "tests" / "problems" / "shop.py"]:
        (at_work / source.name).write_bytes(source.read_bytes())
    path = at_work / "pipeline.toml"

    def one_input(data: bytes) -> None:
        try:
            text = data.decode()
        except UnicodeDecodeError:
            path.write_bytes(data)
            checked(path)
        else:
            checked(path, text)

    def mutate(data: bytes, most: int, seed: int) -> bytes:
        random = Random(seed)  # noqa: S311 - no secret depends on it
        if random.random() < 0.3:
            return bytes(atheris.Mutate(data, most))
        return mutated(data.decode(errors="replace"), random, random.randint(1, 4)).encode()[:most]

    corpus = folder / "corpus"
    corpus.mkdir()
    for number, seed in enumerate(seeds()):
        (corpus / str(number)).write_bytes(seed)
    kept = [option for option in sys.argv[1:] if not option.startswith("-")]
    options = [option for option in sys.argv[1:] if option.startswith("-")]
    limits = [f"-max_len={LONGEST}", f"-timeout={SLOWEST}"]
    atheris.Setup([sys.argv[0], *limits, *options, *kept, str(corpus)], one_input, custom_mutator=mutate)
    atheris.Fuzz()


if __name__ == "__main__":
    if find_spec("atheris") is None:
        sys.exit("atheris is not installed here; `pip install atheris` installs it")
    with tempfile.TemporaryDirectory() as top:
        fuzz(Path(top))
