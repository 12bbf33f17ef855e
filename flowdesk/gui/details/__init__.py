"""All that is known of one task: what the file says of it, and what each of its tries did."""
