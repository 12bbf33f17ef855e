"""The window: it reads the store, and starts runs by starting `flowdesk run`."""

from flowdesk.gui.singletons import spare_singletons

spare_singletons()
