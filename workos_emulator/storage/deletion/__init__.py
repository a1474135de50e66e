"""Deletion of objects together with the objects that depend on them."""
