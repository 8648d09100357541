"""One module a kind of document: ``dokumen(site, satker)`` yields what there is of it."""
