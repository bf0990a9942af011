"""The conversation: requests in, cues and their timeline out. Pure: no clock, no chance, no files."""
