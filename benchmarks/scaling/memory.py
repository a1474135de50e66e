"""The peak memory of this process."""

import sys
from pathlib import Path


def peak_memory() -> float:
    """Return the peak memory in bytes. On Linux, it is read from /proc, since `getrusage` includes the parent before exec."""
    status = Path("/proc/self/status")
    if status.exists():
        for line in status.read_text().splitlines():
            if line.startswith("VmHWM:"):
                return float(line.split()[1]) * 1024
    import resource  # not on Windows

    return float(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss) * (1 if sys.platform == "darwin" else 1024)
