"""The public surface of the SDK: its snapshot, and the changes between two of them."""
