"""Agents: blueprints, the instances and sessions made from them, their tokens, and registrations."""
