"""`flowdesk xcom`: the values that tasks pushed."""

from __future__ import annotations

from flowdesk.cli.lazy import Entry, LazyGroup

xcom = LazyGroup(
    "xcom",
    {
        "list": Entry("flowdesk.cli.xcom_list:list_", "List all values of a run."),
        "get": Entry("flowdesk.cli.xcom_get:get", "Print one value."),
        "history": Entry("flowdesk.cli.xcom_history:history", "Show one key over the runs of a file."),
        "diff": Entry("flowdesk.cli.xcom_diff:diff", "Show what differs between two runs or two tries."),
        "edit": Entry("flowdesk.cli.xcom_edit:edit", "Put another value in the place of a pushed one."),
        "restore": Entry("flowdesk.cli.xcom_edit:restore", "Put what was pushed in its own place again."),
        "export": Entry("flowdesk.cli.xcom_export:export", "Write the values of a run to a file."),
    },
    help="""List, get, compare and edit the values that tasks pushed.

\b
Examples:
  flowdesk xcom list
  flowdesk xcom list 12 --json
  flowdesk xcom get choose_best_model best
  flowdesk xcom get training_model_a model_accuracy --run 12 --try 1
  flowdesk xcom history training_model_a model_accuracy
  flowdesk xcom diff 11 12
  flowdesk xcom edit 12 train accuracy 0.95
  flowdesk xcom export 12 values.csv
""",
)
