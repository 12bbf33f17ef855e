"""What may be the name of a task, a group, a key, an argument, a function.

Task and group ids follow Airflow's rule (`validate_key`: word characters, '-' and '.', at most 250);
keys Airflow's limit of 512. Word characters are Unicode's, so that a task may be called 다운로드.
"""

import keyword
import re
from typing import Annotated

from pydantic import AfterValidator

from flowdesk.model.codes import Code
from flowdesk.model.refusals import refusal

MAX_ID = 250
MAX_KEY = 512

_ID = re.compile(r"[\w-]+(?:\.[\w-]+)*")
_FOREIGN = re.compile(r"[^\w.-]")
_FOREIGN_IN_TARGET = re.compile(r"[^\w.*-]")
_MODULE = re.compile(r"[^\W\d]\w*(\.[^\W\d]\w*)*")


def _fault(name: str, foreign: re.Pattern[str]) -> str | None:
    if len(name) <= MAX_ID and _ID.fullmatch(name):  # nearly all, and quickly
        return None
    if not name:
        return "it is empty"
    if len(name) > MAX_ID:
        return f"it has {len(name)} characters, {MAX_ID} are allowed"
    if found := foreign.search(name):
        return f"{found[0]!r} is not allowed in it"
    return None if all(name.split(".")) else "a part between its dots is empty"


def _mended(name: str) -> str | None:
    """The id without what is not allowed in it."""
    parts = [part for part in _FOREIGN.sub("_", name.strip()).split(".") if part]
    return f'write "{".".join(parts)}"' if parts and len(name) <= MAX_ID else None


def _check_task_id(name: str) -> str:
    if fault := _fault(name, _FOREIGN):
        raise refusal(Code.BAD_TASK_ID, f"{_shown(name)} is no task id: {fault}", suggestion=_mended(name))
    return name


def _check_group_id(name: str) -> str:
    if fault := _fault(name, _FOREIGN):
        raise refusal(Code.BAD_GROUP_ID, f"{_shown(name)} is no group id: {fault}", suggestion=_mended(name))
    return name


def _check_target(name: str) -> str:
    if fault := _fault(name, _FOREIGN_IN_TARGET):
        hint = f'write "{name.partition(":")[0]}": a key is only named in a pull' if ":" in name else None
        sentence = f"{_shown(name)} names no task, group or glob: {fault}"
        raise refusal(Code.BAD_REFERENCE, sentence, suggestion=hint)
    return name


def _check_key(key: str) -> str:
    if not key:
        raise refusal(Code.BAD_KEY, "a key must not be empty")
    if len(key) > MAX_KEY:
        raise refusal(Code.BAD_KEY, f"a key of {len(key)} characters; {MAX_KEY} are allowed")
    return key


def _check_argument(name: str) -> str:
    if not name.isidentifier():
        mended = re.sub(r"\W", "_", name)
        hint = f"write '{mended}'" if mended.isidentifier() else None
        sentence = f"{_shown(name)} cannot be the name of a function's argument"
        raise refusal(Code.BAD_ARGUMENT, sentence, suggestion=hint)
    if keyword.iskeyword(name):
        sentence = f"{name!r} is a keyword of Python and cannot be an argument"
        raise refusal(Code.BAD_ARGUMENT, sentence, suggestion=f"write '{name}_'")
    return name


def check_source(text: str) -> str:
    """The text, where it is a target, maybe with `:key`; else it is refused."""
    target, colon, key = text.partition(":")
    if fault := _fault(target, _FOREIGN_IN_TARGET):
        parts = [part.strip() for part in text.split(",")]
        hint = f"write a list: [{', '.join(map(_quoted, parts))}]" if all(parts) and len(parts) > 1 else None
        raise refusal(Code.BAD_REFERENCE, f"{_shown(text)} names no task: {fault}", suggestion=hint)
    if colon:
        _check_key(key)
    return text


def _check_function(text: str) -> str:
    module, colon, function = text.partition(":")
    if not colon:
        head, dot, tail = text.rpartition(".")
        hint: str | None
        if dot and tail == "py":
            hint = f'write "{head.replace("/", ".").strip(".")}:" and the name of the function in it'
        elif dot and _MODULE.fullmatch(head) and tail.isidentifier():
            hint = f'write "{head}:{tail}"'
        else:
            hint = 'write "shop:train" for def train() in shop.py beside this file'
        raise refusal(Code.BAD_FUNCTION_REFERENCE, "{field} must be 'module:function'", suggestion=hint)
    if not _MODULE.fullmatch(module):
        raise refusal(Code.BAD_FUNCTION_REFERENCE, f"{_shown(module)} is no module's name", offset=0)
    if not function.isidentifier() or keyword.iskeyword(function):
        sentence = f"{_shown(function)} is no name of a function at a module's top"
        bare = function.partition("(")[0].strip()
        hint = f'write "{module}:{bare}"' if bare != function and bare.isidentifier() else None
        raise refusal(Code.BAD_FUNCTION_REFERENCE, sentence, offset=len(module) + 1, suggestion=hint)
    return text


def _check_pool(name: str) -> str:
    if not name.strip() or len(name) > MAX_ID:
        raise refusal(Code.WRONG_VALUE, f"a pool's name has 1 to {MAX_ID} characters")
    return name


def is_function_name(text: str) -> bool:
    """Whether the text has the form `module:function`."""
    module, _, function = text.partition(":")
    return bool(_MODULE.fullmatch(module)) and function.isidentifier() and not keyword.iskeyword(function)


def _quoted(name: str) -> str:
    return f'"{name}"'


def _shown(name: str) -> str:
    return repr(name if len(name) <= 60 else name[:57] + "…")  # noqa: PLR2004 - what fits a line


TaskId = Annotated[str, AfterValidator(_check_task_id)]
GroupId = Annotated[str, AfterValidator(_check_group_id)]
Key = Annotated[str, AfterValidator(_check_key)]
PoolName = Annotated[str, AfterValidator(_check_pool)]
Argument = Annotated[str, AfterValidator(_check_argument)]
FunctionName = Annotated[str, AfterValidator(_check_function)]
"""`module:function`"""
Target = Annotated[str, AfterValidator(_check_target)]
"""A task id, a group id or a glob."""
SourceText = Annotated[str, AfterValidator(check_source)]
"""A target, maybe with `:key`."""
