"""The reader of content/: YAML files into the Library, and the slot types of the model."""
