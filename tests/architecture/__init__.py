"""Tests of the architecture: import directions, sync twins of the async package, imports of libraries, and test counts."""
