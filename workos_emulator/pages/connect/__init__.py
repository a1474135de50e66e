"""The pages of the Connect authorization server: the authorization endpoint, consent, and external sign-in."""
