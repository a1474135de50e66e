"""The generator: spec/ in, models, resource clients, the sync package and the emulator's copy of the spec out."""
