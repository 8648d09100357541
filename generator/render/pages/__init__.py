"""
The kinds of record pages: one module each.

A module has *KIND* and either ``satker_pages(env, site, satker)`` for pages that belong to one satker, or
``portal_pages(env, site)`` for those that are drawn from the index.
"""
