"""Session data, session cookies, and the results of checking and refreshing a session."""
