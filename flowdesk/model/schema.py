"""The JSON Schema of a pipeline file, from which editors complete, check and explain while one types.

Pydantic makes it from the models, and here it is made one for people: every field gets the words that
stand under it in the source, null (which TOML has not) goes, and all kinds of task become one table that
takes the fields of exactly one kind. A union of nine tables, which pydantic makes of it, lets editors say
no more than that none of the nine fits. Kinds of installed packages are not in it.

Draft 2020-12: both taplo and tombi, which editors check TOML with, take it, and a reference may have
words of its own. Dates have tombi's formats, which others pass over.

    python -m flowdesk.model.schema > assets/pipeline.schema.json
"""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

from flowdesk.model.file import PipelineFile
from flowdesk.model.kinds import KINDS
from flowdesk.model.table import Table
from flowdesk.model.wording import words_of

if TYPE_CHECKING:
    from pydantic import BaseModel

DRAFT = "https://json-schema.org/draft/2020-12/schema"
TITLE = "flowdesk pipeline"
EITHER = ("tasks", "include", "groups", "pools")
"""A file has one of these at least: an included one need not have tasks."""

# Any: a JSON Schema is JSON.
Node = dict[str, Any]


def schema_text() -> str:
    """The schema as JSON text, as `assets/pipeline.schema.json` has it."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


def schema() -> Node:
    """The schema of a pipeline file, and of one that others include."""
    made = PipelineFile.model_json_schema()
    tables = made.pop("$defs")
    models = _models()
    for name, table in tables.items():
        _explain(table, models[name])
    _explain(made, PipelineFile)
    made["properties"]["tasks"] |= {"additionalProperties": {"$ref": "#/$defs/Task"}}
    made["properties"]["tasks"].pop("minProperties")
    tables["PipelineTable"].pop("required")
    params = tables["ParamTable"]["properties"]
    params["enum"] = {**params["choices"], "title": "Enum"}
    kinds = {kind: tables.pop(model.__name__) for kind, model in KINDS.items()}
    tables["Task"] = _task(tables.pop("AnyTask"), kinds, tables["Settings"])
    order = ("pipeline", "include", "defaults", "store", "pools", "groups", "tasks")
    made["properties"] = {name: made["properties"][name] for name in order}
    made.pop("required")
    found = {"$schema": DRAFT, **made, "title": TITLE, "$defs": dict(sorted(tables.items()))}
    found["anyOf"] = [{"required": [name]} for name in EITHER]
    return _without_null(found)


def _models() -> dict[str, type[BaseModel]]:
    """All models of the format, by their names."""
    found: dict[str, type[BaseModel]] = {}
    for module in [name for name in sys.modules if name.startswith("flowdesk.model.")]:
        for one in vars(sys.modules[module]).values():
            if isinstance(one, type) and issubclass(one, Table):
                found[one.__name__] = one
    return found


def _explain(table: Node, model: type[BaseModel]) -> None:
    """Give each field its words, and the table's first line those of its class."""
    words = words_of(model)
    for name, field in model.model_fields.items():
        written = field.alias or _first_alias(field.validation_alias) or name
        node = table["properties"][written]
        node["title"] = written.replace("_", " ").capitalize()
        if name in words:
            node["description"] = words[name]
    table["description"] = (model.__doc__ or "").partition("\n")[0]
    table["title"] = model.__name__.removesuffix("Table")


def _first_alias(alias: object) -> str | None:
    choices = getattr(alias, "choices", None)
    return str(choices[0]) if choices else None


def _task(common: Node, kinds: dict[str, Node], settings: Node) -> Node:
    """One table for a task of any kind, which takes the field of one kind, and no field of another one."""
    own = {
        kind: [name for name in table["properties"] if name not in common["properties"]]
        for kind, table in kinds.items()
    }
    fields = {name: kinds[kind]["properties"][name] for kind, names in own.items() for name in names}
    mine = [name for name in common["properties"] if name not in settings["properties"]]
    fields |= {name: common["properties"][name] for name in (*mine, *settings["properties"])}
    acts = [kind for kind in kinds if kind in fields]
    needs = {name: [kind] for kind, names in own.items() for name in names if name != kind}
    needs |= {kind: needed for kind in acts if (needed := _also(kinds[kind], kind))}
    nothing = {"not": {"anyOf": [{"required": [kind]} for kind in acts]}}
    return {
        "title": "Task",
        "description": f"What to do, one of {', '.join(acts)} or nothing, and how it is done.",
        "type": "object",
        "properties": fields,
        "additionalProperties": False,
        "oneOf": [*({"required": [kind]} for kind in acts), nothing],
        "dependentRequired": needs,
    }


def _also(table: Node, kind: str) -> list[str]:
    return [name for name in table.get("required", ()) if name != kind]


def _without_null(node: Node) -> Node:
    """The same without null and empty defaults, and with unions of one as what they are."""
    found = {name: _inside(name, one) for name, one in node.items() if name != "default" or _tells(one)}
    choices = [one for one in found.pop("anyOf", []) if one != {"type": "null"}]
    if len(choices) == 1:
        return {**choices[0], **found}
    return {**found, "anyOf": choices} if choices else found


def _inside(name: str, node: Any) -> Any:  # noqa: ANN401 - any JSON
    if name in ("properties", "$defs"):
        return {field: _without_null(one) for field, one in node.items()}
    if name in ("anyOf", "oneOf"):
        return [_without_null(one) for one in node]
    return (
        _without_null(node)
        if name in ("items", "additionalProperties") and node not in (True, False)
        else node
    )


def _tells(default: object) -> bool:
    return default is not None and not isinstance(default, list | dict)


if __name__ == "__main__":
    sys.stdout.write(schema_text())
