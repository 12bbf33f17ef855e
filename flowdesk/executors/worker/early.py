"""What most tasks need, imported by a new worker while it has nothing to do: nobody waits for it then."""

import flowdesk.executors.worker.python_task
import flowdesk.executors.worker.shell_task
import flowdesk.executors.worker.stored_values
import flowdesk.xcom.keeping
import flowdesk.xcom.limits
import flowdesk.xcom.types  # noqa: F401 - all of these
