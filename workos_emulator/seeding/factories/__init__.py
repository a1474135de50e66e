"""Factories: create an object of any type from as few fields as possible."""
