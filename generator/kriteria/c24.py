"""C24: there is a change agent with a decree and a role."""

from generator.kriteria.hasil import Bukti, Dasar, Hasil, Konteks, Kriteria, alamat, dari_sk, rekomendasi
from generator.model.satker import Satker
from generator.model.zi import AgenPerubahan

KRITERIA = Kriteria(
    kode="C24",
    judul="Agen perubahan",
    bobot="galat",
    dasar=(
        rekomendasi(4),
        Dasar("PermenPANRB 90/2021 LKE PPA4B"),
        Dasar("PermenPANRB 27/2014"),
        Dasar("KMA 111/2016"),
    ),
    terpenuhi="Setidaknya satu agen perubahan menyebut SK dan perannya.",
    sebagian="Agen perubahan ada, tetapi belum ada yang menyebut SK dan perannya.",
    belum="Agen perubahan belum dipublikasikan.",
    cara="Tulis `agen_perubahan` di zi.yml, masing-masing dengan `jabatan`, `sk`, dan `peran`.",
)


def nilai(satker: Satker, konteks: Konteks) -> Hasil:
    """Look for at least one agent who has both."""
    agents = satker.zi.agen_perubahan
    if not agents:
        return Hasil("belum", "Agen perubahan belum dipublikasikan.", kurang=("zi.yml: agen_perubahan",))
    lacks = [(agent.jabatan, lack) for agent in agents if (lack := _kurang(agent))]
    met = len(agents) - len(lacks)
    return Hasil(
        status="terpenuhi" if met else "sebagian",
        alasan=f"{met} dari {len(agents)} agen perubahan menyebut SK dan perannya.",
        bukti=(Bukti("Agen perubahan", alamat(satker, "zi/#r4")), *dari_sk(agent.sk for agent in agents)),
        kurang=() if met else tuple(f"zi.yml: agen_perubahan, {lack} ({name})" for name, lack in lacks),
    )


def _kurang(agent: AgenPerubahan) -> str:
    return ", ".join(key for key, value in (("sk", agent.sk), ("peran", agent.peran)) if value is None)
