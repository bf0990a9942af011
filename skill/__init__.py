"""Stretch Coach: an Alexa skill that coaches runners through foot and calf stretches."""
