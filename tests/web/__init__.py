"""Sign-in in web frameworks, through the test client of each and an emulator in process."""
