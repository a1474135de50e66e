"""The connections that the SDK opens with httpcore, and their pools."""
