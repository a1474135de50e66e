"""Event streams and cursor stores."""
