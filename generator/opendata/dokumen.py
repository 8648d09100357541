"""A satker as one JSON document, from which its pages can be made again."""

from generator.kemajuan import Kemajuan
from generator.model.layanan import Layanan
from generator.model.satker import Satker
from generator.model.terbuka import Kelengkapan, LayananTerbuka, SatkerTerbuka, pasangan
from generator.opendata.alamat import LISENSI, SKEMA, halaman
from generator.render.page import Site
from generator.senama import Senama

_KEYS = list(SatkerTerbuka.model_fields)
_BEFORE, _AFTER = set(_KEYS[: _KEYS.index("layanan")]), set(_KEYS[_KEYS.index("layanan") + 1 :])
_SERVICE = [key for key, field in LayananTerbuka.model_fields.items() if not field.exclude]
_pairs: Senama[str] = Senama()


def dokumen(site: Site, satker: Satker) -> bytes:
    """Return the document of *satker*; a key that says nothing is left out."""
    base, progress = site.identitas.base, site.kemajuan[satker.slug]
    document = SatkerTerbuka.model_construct(
        lisensi=LISENSI,
        skema=f"{base}{SKEMA}",
        id=satker.slug,
        alamat=f"{base}{halaman(satker.slug)}",
        per=progress.per,
        fakta=satker.per,
        profil=satker.profil,
        layanan={},
        inovasi=satker.inovasi,
        motto=satker.motto,
        pengaduan=satker.pengaduan,
        zi=satker.zi,
        survei=satker.survei,
        informasi=satker.informasi,
        berkas={name: satker.berkas[name].terbit for name in sorted(satker.dirujuk & satker.berkas.keys())},
        kelengkapan=_kelengkapan(progress),
    )
    before, after = (document.model_dump_json(include=keys, exclude_none=True) for keys in (_BEFORE, _AFTER))
    services = ",".join([f'"{slug}":{_layanan(item, satker.sendiri.get(slug))}' for slug, item in satker.layanan.items()])
    return f'{before[:-1]},"layanan":{{{services}}},{after[1:]}'.encode()


def _layanan(item: Layanan, own: tuple[str, ...] | None) -> str:
    """Return a service; what others say of a key too is written once."""
    said = vars(item) | {"sendiri": own}
    return f"{{{','.join(_pairs.all(pasangan, [(key, value) for key in _SERVICE if (value := said[key]) is not None]))}}}"


def _kelengkapan(progress: Kemajuan) -> Kelengkapan:
    return Kelengkapan.model_construct(
        persen=progress.kelengkapan.persen,
        kriteria={kode: item.status for kode, item in progress.kelengkapan.hasil.items()},
        rekomendasi=tuple(item.status for item in progress.rekomendasi),
    )
