"""Tests of the codemod: whole programs, single rules, and the command line."""
