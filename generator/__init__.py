"""Public transparency portals from the YAML records of public offices."""
