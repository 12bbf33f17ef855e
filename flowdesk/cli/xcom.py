"""`flowdesk xcom`: the values that tasks pushed."""

from __future__ import annotations

from flowdesk.cli.lazy import Entry, LazyGroup

xcom = LazyGroup(
    "xcom",
    {
        "list": Entry("flowdesk.cli.xcom_list:list_", "List all values of a run."),
        "get": Entry("flowdesk.cli.xcom_get:get", "Print one value."),
    },
    help="""List and get the values that tasks pushed.

\b
Examples:
  flowdesk xcom list
  flowdesk xcom list 12 --json
  flowdesk xcom get choose_best_model best
  flowdesk xcom get training_model_a model_accuracy --run 12 --try 1
""",
)
