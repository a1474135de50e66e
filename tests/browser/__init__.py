"""Tests of the hosted pages and the example apps in a real browser."""
