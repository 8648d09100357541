"""The printed documents of a satker, made from the same record as its pages; one module in `jenis/` is one kind."""
