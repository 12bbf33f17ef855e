"""How a field's own rule refuses a value: an error that carries our code, sentence and way out."""

from datetime import date, datetime, time

from pydantic_core import PydanticCustomError

from flowdesk.model.codes import Code

WRITTEN: tuple[tuple[type | tuple[type, ...], str], ...] = (
    (str, "a string"),
    (bool, "a boolean"),
    (int, "a whole number"),
    (float, "a number"),
    ((list, tuple), "a list"),
    (dict, "a table"),
    ((date, datetime), "a date"),
    (time, "a time"),
)


def written(value: object) -> str:
    """What a sentence calls the kind of value that a file has."""
    return next((words for kinds, words in WRITTEN if isinstance(value, kinds)), "this")


def refusal(  # noqa: PLR0913 - what a problem has
    code: Code,
    sentence: str,
    *,
    suggestion: str | None = None,
    offset: int | None = None,
    at: str | None = None,
    other: str | None = None,
    beside: tuple[str, ...] | None = None,
) -> PydanticCustomError:
    """An error to raise in a validator.

    `sentence` may say "{field}" where the field's own name belongs. `offset` is the character
    inside a string value at which it goes wrong, from 0. `at` is the field in the refused table that it is
    about, `other` the one there that it contradicts; a field's own rule says `beside` for one around it.
    """
    context = {
        "code": code,
        "sentence": sentence,
        "suggestion": suggestion,
        "offset": offset,
        "at": at,
        "other": other,
        "beside": beside,
    }
    return PydanticCustomError(code.value, "{sentence}", context)


def nearest(name: str, known: list[str]) -> str | None:
    """The question "did you mean 'name'?" where one of the known names is near."""
    import difflib

    folded = {candidate.lower(): candidate for candidate in known}
    near = difflib.get_close_matches(name.lower(), folded, n=1)
    return f"did you mean '{folded[near[0]]}'?" if near else None
