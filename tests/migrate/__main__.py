"""Write the golden files of the programs: `python -m tests.migrate`."""

from tests.migrate.test_programs import ALL, PROGRAMS, run_codemod

for name, program in ALL.items():
    for path, result in run_codemod(PROGRAMS / name / "before", program).items():
        golden = PROGRAMS / name / "after" / path
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_bytes(result.after)
