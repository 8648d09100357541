"""
The rules between records: one file a rule, found by its place in this folder.

A rule module has *CODES* (what it may find, for ``/kriteria/``) and one or more functions named for the record they judge:
``check_profil``, ``check_layanan``, ``check_motto``, ``check_inovasi``, ``check_pengaduan``, ``check_hukum``, ``check_kategori``,
``check_kanal`` or ``check_berkas``. Each takes the record and a Context and yields Problems. *KEYS* are the top-level keys the
rule reads, *FILES* the other records of the satker: where one of those already has a finding, the rule is silent. *ACROSS*
names the kinds of record for which the rule asks the index, and so can judge them only when all satker are known.

A rule about texts is made by ``published``, ``everywhere`` or ``TextCheck``: it says what is wrong in one text, which is found
once for all records that have the text, and is not asked about records in which nothing is found.
"""
