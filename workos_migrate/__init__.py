"""A codemod that migrates programs from the official Python SDK for WorkOS: `workos-migrate PATH`."""
