"""The portals, the rivals' projects and the stopwatch of `bench_build.py`."""
