"""What the desktop shows of flowdesk while its window is not looked at."""
