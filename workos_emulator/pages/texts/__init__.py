"""The texts of the hosted pages: one file per language, and the choice of the language of a request."""
