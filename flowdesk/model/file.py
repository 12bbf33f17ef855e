"""What a pipeline file says, as one model: the pipeline, its defaults, groups and tasks."""

from typing import Annotated

from pydantic import Field

from flowdesk.model.contract import Table
from flowdesk.model.fields import Filled
from flowdesk.model.kinds import After, Settings, TaskTable
from flowdesk.model.names import MAX_ID, GroupId, TaskId


class PipelineTable(Table):
    """What the pipeline is. `name` is the file's stem where none is written."""

    name: Annotated[Filled, Field(max_length=MAX_ID)]
    description: str | None = None


class GroupTable(Table):
    """What a group has of its own. A group that has nothing need not be written."""

    label: str | None = None
    tooltip: str | None = None
    after: After = ()
    defaults: Settings = Settings()


class PipelineFile(Table):
    """The whole file. Tasks and groups in the order of the file, by their full ids."""

    pipeline: PipelineTable
    defaults: Settings = Settings()
    groups: dict[GroupId, GroupTable] = Field(default_factory=dict)
    tasks: Annotated[dict[TaskId, TaskTable], Field(min_length=1)]
