"""Radar: the assessment of sign-in and sign-up attempts, and what follows from it."""
