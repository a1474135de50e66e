"""How much memory this process had at most."""

import sys
from pathlib import Path


def most_memory() -> float:
    """Bytes. Linux is asked about the process since its program began: `getrusage` counts the parent that started it as well."""
    status = Path("/proc/self/status")
    if status.exists():
        for line in status.read_text().splitlines():
            if line.startswith("VmHWM:"):
                return float(line.split()[1]) * 1024
    import resource  # not on Windows

    return float(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss) * (1 if sys.platform == "darwin" else 1024)
