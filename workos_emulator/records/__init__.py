"""What the emulator stores, one module for each part of the API that keeps several kinds of objects together."""
