"""Tests of sign-in in web frameworks, through each framework's test client and an emulator in process."""
