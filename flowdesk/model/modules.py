"""Where a Python module's source lies, found without importing it or the packages around it."""

from __future__ import annotations

import sys
from importlib.machinery import PathFinder
from pathlib import Path

from flowdesk.records import NamedTuple


class Found(NamedTuple):
    """Whether there is such a module, and its source where it has one."""

    exists: bool
    source: Path | None = None


def find_module(folder: Path, module: str) -> Found:
    """Look for a dotted module beside the pipeline file in `folder`, then among the installed ones."""
    beside = folder.joinpath(*module.split("."))
    for source in (beside / "__init__.py", beside.with_name(f"{beside.name}.py")):
        if source.is_file():
            return Found(exists=True, source=source)
    return _installed(module)


def modules_beside(folder: Path) -> list[str]:
    """The modules in `folder` that a pipeline there could name, packages and theirs included."""
    try:
        files = [*folder.glob("*.py"), *folder.glob("*/*.py")]
    except OSError:
        return []
    names = set()
    for file in files:
        parts = file.relative_to(folder).with_suffix("").parts
        names.add(".".join(parts[:-1] if parts[-1] == "__init__" else parts))
    return sorted(names - {""})


def _installed(module: str) -> Found:
    # The working directory is on the path of `python -m flowdesk`, but not on the workers'.
    path = [entry for entry in sys.path if entry and Path(entry) != Path.cwd()]
    name = ""
    for part in module.split("."):
        name = f"{name}.{part}" if name else part
        if name in sys.builtin_module_names:
            return Found(exists=True)
        try:
            spec = PathFinder.find_spec(name, path)
        except (ImportError, OSError, ValueError):
            return Found(exists=False)
        if spec is None:
            return Found(exists=False)
        path = list(spec.submodule_search_locations or [])
        source = Path(spec.origin) if spec.origin and spec.origin.endswith(".py") else None
        if name == module:
            return Found(exists=True, source=source)
    return Found(exists=False)
