"""The window: it reads the store, and starts runs by starting `flowdesk run`."""

import PySide6.QtCore  # noqa: F401 - puts in the hook

from flowdesk.gui.import_hook import take_out_import_hook

take_out_import_hook()  # before what else is imported: it would take 70 ms over all the modules of the window
