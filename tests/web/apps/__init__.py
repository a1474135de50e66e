"""The same app in each framework; `client` starts it and yields a function that sends requests to it."""
