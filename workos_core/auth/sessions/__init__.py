"""Sessions: the data in a session cookie, sealing it, and the results of authenticating and refreshing a session."""
