"""The rules of spec/README.md that a program can check."""
