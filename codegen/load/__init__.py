"""From the spec folder to one merged document."""
