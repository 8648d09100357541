"""The cases of the criteria, by what they measure; every module but ``kasus`` has its own in *CASES*, found by its place."""
