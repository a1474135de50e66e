"""What the job stores."""
from dataclasses import dataclass, field
from typing import Dict, List, Optional


@dataclass
class Person:
    workos_id: str
    email: Optional[str]
    name: str
    active: bool = True
    groups: List[str] = field(default_factory=list)


@dataclass
class Report:
    organization: str
    people: Dict[str, Person] = field(default_factory=dict)
    flags: List[str] = field(default_factory=list)
    errors: List[str] = field(default_factory=list)

    def summary(self) -> str:
        return f"{self.organization}: {len(self.people)} people, {len(self.flags)} flags, {len(self.errors)} errors"
