"""Garbage collection is paused while a command starts, and skips the objects of the start while it runs."""

import gc

import pytest

from workos_emulator.cli.garbage_collection import freeze_objects, pause_collection


def test_collection_is_paused() -> None:
    with pause_collection():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_an_error_ends_the_pause() -> None:
    with pytest.raises(ValueError, match="seed"), pause_collection():
        raise ValueError("seed")
    assert gc.isenabled()


def test_disabled_collection_stays_disabled() -> None:
    gc.disable()
    try:
        with pause_collection():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_objects_are_frozen() -> None:
    gc.unfreeze()  # Python 3.12 itself freezes objects when it starts
    with freeze_objects():
        assert gc.get_freeze_count() > 1000
    assert gc.get_freeze_count() == 0
