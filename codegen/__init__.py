"""The code generator: turns spec/ into models, resource clients, the sync package and the emulator's copy of the spec."""
