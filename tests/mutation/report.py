"""The score of the tests, and the report of the mutants that they don't notice."""

from collections.abc import Iterable, Mapping

from attrs import frozen

from tests.mutation.mutants import Mutant

REQUIRED = 95.0
"""The lowest score in percent."""


@frozen
class Score:
    """How many mutants were run, and how many of them made a test fail."""

    mutants: int
    killed: int

    @property
    def percent(self) -> float:
        """The share of killed mutants; 100 if none were run."""
        return 100 * self.killed / self.mutants if self.mutants else 100.0


def score(mutants: Iterable[Mutant], killed: Mapping[str, bool]) -> Score:
    """Return the score of those mutants that were run."""
    results = [killed[mutant.name] for mutant in mutants if mutant.name in killed]
    return Score(len(results), sum(results))


def render(mutants: Iterable[Mutant], killed: Mapping[str, bool]) -> str:
    """Return the survivors with their differences, and a table with one row per file."""
    run = [mutant for mutant in mutants if mutant.name in killed]
    survivors = sorted((mutant for mutant in run if not killed[mutant.name]), key=lambda each: (each.path, each.line))
    paths = sorted({mutant.path for mutant in run})
    width = max(map(len, [*paths, "total"]))
    rows = [(path, score([mutant for mutant in run if mutant.path == path], killed)) for path in paths]
    rows.append(("total", score(run, killed)))
    return "\n".join(
        [
            *map(str, survivors),
            f"{'file'.ljust(width)}  mutants  killed  survived  score",
            *(
                f"{path.ljust(width)}  {each.mutants:7}  {each.killed:6}  {each.mutants - each.killed:8}"
                f"  {each.percent:4.1f}%"
                for path, each in rows
            ),
        ]
    )
