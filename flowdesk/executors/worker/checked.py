"""A pushed value as the store takes it: held to its type and limits, and written as text."""

from __future__ import annotations

from flowdesk.executors.worker.push_limits import check_limits, check_size, refusal
from flowdesk.executors.worker.refused import Refused
from flowdesk.xcom import preview, types, values
from flowdesk.xcom.instances import importing
from flowdesk.xcom.stored import size_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from flowdesk.executors.talk import Message
    from flowdesk.executors.worker.job import Declared, Job


def checked(job: Job, declared: Declared, value: object) -> Message:
    """The value as the message that tells of it.

    Raises:
        Refused: the value does not fit its declaration, or cannot be stored.
    """
    try:
        with importing():
            fitting = types.parse(declared.type).convert(value)
        check_limits(declared, fitting)
        text = _text(job, declared, fitting)
    except (types.Mismatch, values.Unstorable) as error:
        raise Refused(refusal(declared, value, error), key=declared.key) from None
    told: Message = {
        "say": "pushed",
        "key": declared.key,
        "value": text,
        "type": values.type_name(text),
        "size": size_of(text),
    }
    if not declared.secret:
        told["preview"] = preview.preview(text)
    return told


def fits(declared: Declared, value: object) -> bool:
    """Whether the value is of the declared type."""
    try:
        types.parse(declared.type).convert(value)
    except types.Mismatch:
        return False
    return True


def _text(job: Job, declared: Declared, value: object) -> str:
    """The value as text. A secret one is never written to a file: only the store can encrypt it."""
    if job.stored.has_place and not declared.secret and not _has_secret(job, value):
        return job.stored.keep(value, declared.max_bytes)
    text = values.encode(value)
    check_size(declared, text)
    return text


def _has_secret(job: Job, value: object) -> bool:
    """Whether a value has a secret of the job in it; files, arrays and tables are not looked into."""
    if not job.secrets:
        return False
    from flowdesk.executors.worker.masker import masked

    try:
        text = values.encode(value)
    except values.Unstorable:
        return False
    return masked(text, job.secrets) != text
