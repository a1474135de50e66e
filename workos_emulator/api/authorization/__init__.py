"""The handlers of authorization: roles, permissions, resources and role assignments."""
