"""The same app in each framework; `client` starts it and gives what sends requests."""
