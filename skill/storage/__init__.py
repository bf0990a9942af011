"""What is remembered of a runner between sessions."""
