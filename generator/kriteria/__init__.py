"""
The criteria that a satker is measured by: one file a criterion, found by its place in this folder.

A module `c05.py` has *KRITERIA*, the words of the criterion, and ``nilai(satker, konteks)``, which computes its outcome from the
records and says why. Whether a criterion is met is never declared, only computed.
"""
