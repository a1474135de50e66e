"""The hosted pages: AuthKit sign-in and sign-up, device confirmation, password reset, mailbox and identity provider, as plain HTML."""
