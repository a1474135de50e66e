"""The pages of the Admin Portal, where IT admins set up the features of their organization."""
