"""Guards of the architecture: import directions, twins of the async package, libraries, vocabulary of the public surface."""
