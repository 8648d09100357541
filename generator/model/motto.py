"""``motto.yml``: the change mottos and where they hang (recommendation 3)."""

from generator.model.record import Bukti, Diperiksa, Rekaman, RekamanUtama, Sk
from generator.model.scalar import Tanggal, Teks


class Titik(Rekaman):
    """A place where a motto hangs; the names are those of *gedung* in ``satker.yml``."""

    gedung: Teks
    lantai: Teks | None = None
    ruang: Teks | None = None
    dipasang: Tanggal | None = None
    bukti: tuple[Bukti, ...] = ()


class Motto(Rekaman):
    """One motto."""

    teks: Teks
    makna: Teks | None = None
    sk: Sk | None = None
    titik: tuple[Titik, ...] = ()


class BerkasMotto(RekamanUtama):
    """The whole file."""

    motto: tuple[Motto, ...] = ()
    diperiksa: Diperiksa | None = None
