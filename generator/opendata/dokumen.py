"""A satker as one JSON document, from which its pages can be made again."""

from generator.kemajuan import Kemajuan
from generator.model.satker import Satker
from generator.model.terbuka import Kelengkapan, LayananTerbuka, SatkerTerbuka
from generator.opendata.alamat import LISENSI, SKEMA, halaman
from generator.render.page import Site


def dokumen(site: Site, satker: Satker) -> bytes:
    """Return the document of *satker*; a key that says nothing is left out."""
    base, progress = site.identitas.base, site.kemajuan[satker.slug]
    return (
        SatkerTerbuka.model_construct(
            lisensi=LISENSI,
            skema=f"{base}{SKEMA}",
            id=satker.slug,
            alamat=f"{base}{halaman(satker.slug)}",
            per=progress.per,
            fakta=satker.per,
            profil=satker.profil,
            layanan={
                slug: LayananTerbuka.model_construct(**dict(item), sendiri=satker.sendiri.get(slug))
                for slug, item in satker.layanan.items()
            },
            inovasi=satker.inovasi,
            motto=satker.motto,
            pengaduan=satker.pengaduan,
            zi=satker.zi,
            survei=satker.survei,
            informasi=satker.informasi,
            berkas={name: satker.berkas[name].terbit for name in sorted(satker.dirujuk & satker.berkas.keys())},
            kelengkapan=_kelengkapan(progress),
        )
        .model_dump_json(exclude_none=True)
        .encode()
    )


def _kelengkapan(progress: Kemajuan) -> Kelengkapan:
    return Kelengkapan.model_construct(
        persen=progress.kelengkapan.persen,
        kriteria={kode: item.status for kode, item in progress.kelengkapan.hasil.items()},
        rekomendasi=tuple(item.status for item in progress.rekomendasi),
    )
