"""What templates made of a try: the texts that are carried out, and those that are kept for the record."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from flowdesk.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class Unrenderable(Exception):
    """A template cannot be rendered; the message is the reason of the failed try, one sentence."""


class Rendered(NamedTuple):
    """A try's texts with every template filled in.

    `code`, `env`, `cwd` and `params` are as in `plan.Task`; `params` are JSON texts. `env` has the
    secrets too. `texts` is what to keep and show of what templates made, secrets masked: `code` (a list),
    `env`, `cwd`, `params`; None where there was no template.
    """

    code: tuple[str, ...]
    env: Mapping[str, str] = MappingProxyType({})
    cwd: str | None = None
    params: Mapping[str, str] = MappingProxyType({})
    texts: Mapping[str, object] | None = None
