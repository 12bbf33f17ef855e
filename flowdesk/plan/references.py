"""Reads what `after` refers to. A reference that means nothing becomes a problem and is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.model.codes import Code
from flowdesk.plan.findings import at
from flowdesk.plan.order import After, is_inside

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flowdesk.model.file import PipelineFile
    from flowdesk.plan.findings import At, Findings
    from flowdesk.plan.names import Named, Names


def find(reference: str, place: At, names: Names, findings: Findings) -> Named | None:
    """What a reference stands for. Where it stands for nothing, that is noted and None returned."""
    named = names.resolve(reference)
    if named is None:
        hint = names.nearest(reference)
        findings.add(
            Code.UNKNOWN_REFERENCE,
            f"there is no task or group '{reference}'",
            place,
            suggestion=f"did you mean '{hint}'?" if hint else None,
        )
        return None
    if named.is_glob and not named.tasks:
        hint = names.nearest(reference.removesuffix(".*"))
        findings.add(
            Code.NOTHING_MATCHES,
            f"no task matches '{reference}'",
            place,
            suggestion=f"did you mean '{hint}.*'?" if hint in names.groups and hint is not None else None,
        )
        return None
    return named


def afters(file: PipelineFile, names: Names, findings: Findings) -> list[After]:
    """Everything that `after` says on tasks and groups, groups first."""
    said = [(("groups", group), table.after) for group, table in file.groups.items() if group in names.groups]
    said += [(("tasks", task), table.after) for task, table in file.tasks.items() if task in names.tasks]
    return [after for loc, references in said for after in _read(loc, references, names, findings)]


def _read(
    owner_loc: tuple[str, str], references: tuple[str, ...], names: Names, findings: Findings
) -> Iterator[After]:
    owner = owner_loc[1]
    for position, reference in enumerate(references):
        loc = (*owner_loc, "after", position)
        place = at(*loc)
        named = find(reference, place, names, findings)
        if named is None:
            continue
        if fault := _round_itself(owner, reference, named):
            findings.add(Code.AFTER_ITSELF, fault, place)
            continue
        yield After(owner, named, loc)


def _round_itself(owner: str, reference: str, named: Named) -> str | None:
    """What is wrong with coming after oneself, one's group or a part of oneself, if that is meant."""
    if owner == reference:
        return f"'{owner}' cannot come after itself"
    if is_inside(owner, reference):
        return f"'{owner}' lies in the group '{reference}', so it cannot come after it"
    if is_inside(reference, owner) and not named.is_glob:
        return f"'{reference}' lies in the group '{owner}', so the group cannot come after it"
    if named.is_glob and all(is_inside(task, owner) for task in named.tasks):
        return f"'{reference}' stands for nothing but '{owner}' itself"
    return None
