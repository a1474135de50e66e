"""Sealed values: Fe26.2 and Fernet, the passwords that seal them, and cookies that hold them."""
