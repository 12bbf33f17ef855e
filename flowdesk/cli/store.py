"""`flowdesk store`: the database that runs are kept in."""

from __future__ import annotations

from flowdesk.cli.lazy import Entry, LazyGroup

store = LazyGroup(
    "store",
    {
        "info": Entry("flowdesk.cli.store_info:info", "Say where runs are kept, and how much there is."),
        "check": Entry("flowdesk.cli.store_check:check", "Make sure that all that is kept is whole."),
        "copy": Entry("flowdesk.cli.store_copy:copy", "Copy all runs to another database."),
    },
    help="""Look after the database that runs are kept in.

It is named by a URL: sqlite:///FILE (four slashes for an absolute path), postgresql://USER@HOST/DATABASE or
mysql://USER@HOST/DATABASE. The URL is taken from --store, from $FLOWDESK_STORE, or from `[store] url` of the
pipeline's file; by default it is the file flowdesk.db in $FLOWDESK_HOME.

\b
Examples:
  flowdesk store info
  flowdesk store check --store postgresql://me@db.example/flowdesk
  flowdesk store copy home postgresql://me@db.example/flowdesk
""",
)
