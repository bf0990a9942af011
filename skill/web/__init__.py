"""The Flask endpoint: verified bytes in, JSON out."""
