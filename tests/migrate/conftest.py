collect_ignore = ["programs"]  # contains tests that are migrated, and run by test_programs.py
