"""What follows from a file: graph, contract, states and their moves. No I/O, clock, thread or process."""
