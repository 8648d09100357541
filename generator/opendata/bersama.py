"""What all satker share as one JSON document: the registers and the standards."""

from generator.model.satker import Bersama
from generator.model.terbuka import BersamaTerbuka
from generator.opendata.alamat import LISENSI


def dokumen_bersama(bersama: Bersama) -> bytes:
    """Return the document of the shared records; a key that says nothing is left out."""
    document = BersamaTerbuka.model_construct(
        lisensi=LISENSI,
        hukum=bersama.hukum,
        kategori=bersama.kategori,
        kanal=bersama.kanal,
        layanan=bersama.layanan,
        dihapus=bersama.dihapus,
        diperiksa=bersama.diperiksa,
    )
    return document.model_dump_json(exclude_none=True).encode() + b"\n"
