"""What a user can do, as data: one file for each thing that it is done to."""
