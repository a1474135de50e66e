"""Handlers of agents: blueprints, registrations, instances, and their sessions and tokens."""
