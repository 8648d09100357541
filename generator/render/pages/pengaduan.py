"""How to complain: about what, through which channel, and by when it must be answered."""

from collections.abc import Iterator

from jinja2 import Environment

from generator.render.env import render
from generator.render.page import Entry, Kind, Page, Site

KIND = Kind("pengaduan", "pengaduan/index.md", links=("kanal",))
BAGIAN = (
    ("layanan", "Layanan lambat, ditolak, atau tidak sesuai standar", "pelayanan lama lelet dipersulit berbelit antre"),
    ("pungli", "Diminta uang, suap, atau korupsi", "pungli pungutan liar minta uang pelicin calo sogok pemerasan melapor lapor"),
    ("pegawai", "Perilaku pegawai", "petugas pegawai kasar jutek tidak ramah sikap mengadukan"),
    ("informasi", "Permintaan informasi tidak dijawab", "keberatan ppid sengketa informasi"),
    ("gratifikasi", "Pegawai menerima hadiah (gratifikasi)", "hadiah bingkisan parsel tip"),
)
WEIGHT = 0.6  # the page itself comes before its parts
KATA = (
    "pengaduan mengadu keluhan pelayanan komplain aduan lapor laporan saran kritik kotak nomor wa kontak whistleblowing wbs "
    "ombudsman simdumas"
)


def portal_pages(env: Environment, site: Site) -> Iterator[Page]:
    """Yield the one page."""
    body = render(
        env,
        "fragments/pengaduan.html",
        "pengaduan/",
        site=site,
        kanal=site.bersama.kanal,
        bagian={id_: name for id_, name, _ in BAGIAN},
        satker=site.index.nyata(),
    )
    yield Page(
        KIND.name,
        "pengaduan/",
        "Cara mengadu",
        "Kanal untuk setiap jenis keluhan, dan batas waktu jawabannya.",
        body,
        entries=tuple(_entries(site)),
    )


def _entries(site: Site) -> Iterator[Entry]:
    """Yield the page with all channels, and each kind of complaint."""
    yield Entry("Cara mengadu", (KATA, *(kanal.nama for kanal in site.bersama.kanal.values())))
    for id_, name, words in BAGIAN:
        yield Entry(name, (words,), meta={"rinci": "Cara mengadu"}, weight=WEIGHT, part=id_)
