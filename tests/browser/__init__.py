"""The hosted pages and apps in a real browser."""
