"""The codes of all problems that a pipeline file can have, each with what it means.

A code never changes its meaning and is never used again for another one: people silence and search by it.
FD0xx the file cannot be read, FD1xx shape, FD2xx names, FD3xx order, FD4xx types, FD5xx presence,
FD6xx code, FD7xx templates, FD8xx use, FD9xx what Airflow could not carry (only with `validate --target`).

With a new code goes its text in `explained/`: why it is a problem, a wrong example, the mended one.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flowdesk.model.explain import Explained


class Code(StrEnum):
    """A problem's code; `explanation` says in general what a `Problem` says of one case."""

    explanation: str

    def __new__(cls, code: str, explanation: str) -> Code:  # noqa: PYI034 - a member is a Code
        """Make a member that is the text `code`."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.explanation = explanation
        return member

    @property
    def explained(self) -> Explained | None:
        """Why it is a problem, with a wrong example and the same mended, as `explain` has it."""
        from flowdesk.model.explain import explained

        return explained(self)

    @property
    def wrong(self) -> str:
        """An example that has this problem; empty where none was written."""
        return self.explained.wrong if self.explained else ""

    @property
    def right(self) -> str:
        """The same example, mended."""
        return self.explained.right if self.explained else ""

    FILE_MISSING = "FD001", "There is no file at the path."
    FILE_IS_FOLDER = "FD002", "The path leads to a folder; a pipeline is one file."
    FILE_UNREADABLE = "FD003", "The machine does not let the file be read."
    NOT_UTF8 = "FD004", "TOML is UTF-8 text; the file has bytes that are not."
    EMPTY = "FD005", "The file says nothing."
    NOT_TOML = "FD006", "The file breaks a rule of TOML, so nothing of it can be read."
    TOO_DEEP = "FD007", "Lists or tables lie in one another more deeply than anything needs."
    NUMBER_TOO_LONG = "FD008", "A number has more digits than can be read."

    UNKNOWN_FIELD = "FD101", "The field means nothing here; usually a slip in its name."
    WRONG_TYPE = "FD102", "The field holds a value of a kind that it cannot mean."
    MISSING_FIELD = "FD103", "A field is missing that has no default."
    WRONG_VALUE = "FD104", "The field holds a value of the right kind that makes no sense there."
    SEVERAL_KINDS = "FD105", "A task does exactly one thing: bash, command, python and so on, or nothing."
    NO_TASKS = "FD106", "A pipeline has at least one task."
    BAD_DURATION = "FD107", 'A duration is a number of seconds or a text like "1h30m".'
    FIELD_TWICE = "FD109", "Two fields say the same thing in two ways."
    JOINT_HAS_DATA = "FD110", "A joint runs nothing, so it can neither push nor pull."
    BAD_SCHEDULE = "FD111", 'A schedule is cron\'s five fields, a preset like @daily, or "every 15m".'
    BAD_TIMEZONE = "FD112", "A timezone is a name of the tz database, like Asia/Seoul."
    BAD_DATE = "FD113", "A date is TOML's own, without quotes, and the first day is not after the last."
    BAD_TIME = "FD114", "A moment is a date with a time, a time of day, or a template that gives one."
    NO_NEXT_RUN = "FD115", "No run would ever start by this schedule within these dates."
    BAD_URL = "FD116", "A store's URL begins with sqlite:///, postgresql:// or mysql://."
    BAD_SECRET = "FD117", "A secret is taken from env:NAME or from keyring:service/name."
    PLUGIN_BROKEN = "FD118", "An installed package adds this kind of task, but its code cannot be used."

    BAD_TASK_ID = "FD201", "Task ids are letters, digits, '_', '-' and, between groups, '.' (Airflow's rule)."
    BAD_GROUP_ID = "FD202", "Group ids follow the rule of task ids."
    BAD_KEY = "FD203", "An XCom key is a text of 1 to 512 characters."
    BAD_ARGUMENT = "FD204", "A pull's name is an argument of a Python function: an identifier, no keyword."
    BAD_FUNCTION_REFERENCE = "FD205", "A Python task names its function as module:function."
    BAD_REFERENCE = (
        "FD206",
        "A reference is a task id, a group id or a glob like group.*, with :key in a pull.",
    )
    UNKNOWN_REFERENCE = "FD207", "Nothing in the file has the id that is referred to."
    NOTHING_MATCHES = "FD208", "A glob or a group stands for no task, or for none that could be pulled from."
    UNKNOWN_KEY = "FD209", "A key is pulled that the task does not declare among what it pushes."
    TASK_IS_GROUP = (
        "FD210",
        "An id is both a task and the group of other tasks; a reference could mean either.",
    )
    EMPTY_GROUP = "FD211", "A group is written that no task lies in."
    INCLUDE_MISSING = "FD212", "A file that is included, or run as a task, is not there."
    ID_TWICE = "FD213", "Two files of one pipeline have a task, a group or a pool of the same name."
    INCLUDE_FIELD = (
        "FD214",
        "An included file adds tasks, groups and pools; all else belongs to the one that includes it.",
    )
    INNER_BROKEN = "FD215", "The pipeline that a task runs has problems of its own."
    UNKNOWN_POOL = "FD216", "A task names a pool that [pools] does not have."
    UNKNOWN_PARAM = "FD217", "The pipeline that a task runs has no such param."

    CYCLE = "FD301", "Tasks wait for one another in a circle, so none of them could ever start."
    AFTER_ITSELF = "FD302", "A task or group waits for itself, for its own group or for a part of itself."
    INCLUDE_CYCLE = "FD303", "Files include one another, or run one another as tasks, in a circle."
    NEVER_RUNS = "FD304", "A task can never run, whatever happens in a run."
    AFTER_SAID_TWICE = "FD305", "An `after` says what a pull of the same task says already."

    BAD_TYPE = "FD401", "A declared type cannot be read."
    UNSTORABLE_DEFAULT = "FD402", "A default is a value that could not be pushed."
    BAD_PATTERN = "FD403", "A pattern is no regular expression."
    BAD_CONSTRAINT = "FD404", "A bound, length or pattern means nothing for its type, or leaves no value."
    EXAMPLE_MISFIT = "FD405", "An example does not fit its own type and constraints."
    DEFAULT_MISFIT = "FD406", "A default, or a choice, does not fit its own type and constraints."
    CLASS_MISSING = "FD407", "A type names a class that its module does not define."
    TYPE_MISFIT = "FD408", "A value is pushed whose type is not always the one that its consumer expects."
    MIXED_LIST = "FD409", "A pull makes one list of values whose types have nothing in common."
    PARAMETER_MISFIT = "FD410", "A function's parameter is annotated with another type than what it is given."
    RETURN_MISFIT = "FD411", "A function is annotated to return another type than the file declares."
    NOTHING_TO_EXPAND = "FD412", "A task is expanded over a value that is neither a list nor a dict."

    PUSH_TURNED_OFF = "FD501", "A task has do_xcom_push = false, yet it declares a push or is pulled from."
    MAYBE_ABSENT = (
        "FD502",
        "A value is pulled without a default from a task that may be skipped, have failed or not have ended.",
    )
    MAYBE_NOT_PUSHED = "FD503", "A key is pulled without a default that its task need not push."

    MODULE_MISSING = "FD601", "The module is neither beside the pipeline file nor installed."
    FUNCTION_MISSING = "FD602", "The module does not define the function."
    MODULE_BROKEN = "FD603", "The module cannot be read as Python."
    FUNCTION_ASYNC = "FD604", "The function is async; tasks call plain functions."
    ARGUMENT_NOT_TAKEN = "FD605", "A value is pulled that the function has no parameter for."
    PARAMETER_NOT_FILLED = "FD606", "The function has a required parameter that nothing fills."
    CODE_PUSHES_UNDECLARED = "FD607", "The code pushes a key that the file does not declare."
    CODE_PULLS_UNDECLARED = "FD608", "The code pulls what the file does not say that its task pulls."

    TEMPLATE_BROKEN = "FD701", "A template breaks a rule of Jinja."
    TEMPLATE_NAME = "FD702", "A template uses a name that nothing gives it."
    TEMPLATE_IN_SHELL = "FD703", "A template stands where the shell could not take its value as data."

    KEY_NOT_PULLED = "FD801", "A key is pushed that no task pulls, by a task that others come after."
    PARAM_NOT_USED = "FD802", "A param is declared that nothing uses."
    PLAIN_SECRET = "FD803", "Something that is called like a secret stands in the file for everybody to read."
    POOL_NOT_USED = "FD804", "A pool is declared that no task takes slots from."

    TOO_LARGE_THERE = "FD901", "A value is, or may be, larger than Airflow's database takes."
    REFUSED_THERE = "FD902", "A value is of a kind that Airflow refuses to push."
    CHANGED_THERE = "FD903", "A value comes back from Airflow as something else."
    KEY_THERE = "FD904", "A key is one that Airflow cannot pull, or cannot keep."
    CLASS_THERE = "FD905", "A value is of a class that Airflow gives back only where it is told to."
