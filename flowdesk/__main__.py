"""`python -m flowdesk` is `flowdesk`."""

import sys

from flowdesk.cli.border import main

if __name__ == "__main__":
    sys.exit(main())
