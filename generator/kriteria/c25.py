"""C25: every change agent has a programme, and somebody looked at it within the last quarter."""

from datetime import date, timedelta

from generator.kriteria.hasil import Bukti, Dasar, Hasil, Konteks, Kriteria, alamat, dari_bagian, rekomendasi
from generator.model.satker import Satker
from generator.model.zi import AgenPerubahan

KRITERIA = Kriteria(
    kode="C25",
    judul="Program dan monev agen perubahan",
    bobot="peringatan",
    dasar=(rekomendasi(4), Dasar("PermenPANRB 90/2021 LKE PRA1A dan PRA1B")),
    terpenuhi="Setiap agen perubahan punya program dan monev dalam 90 hari terakhir.",
    sebagian="Sebagian agen perubahan demikian.",
    belum="Tidak ada agen perubahan yang demikian.",
    cara="Tulis `program` dan `monev` pada setiap agen di `agen_perubahan` pada zi.yml. Monev diulang setiap triwulan.",
)

MASA = timedelta(days=90)


def nilai(satker: Satker, konteks: Konteks) -> Hasil:
    """Count the agents who have both, and name the programmes per agent."""
    agents = satker.zi.agen_perubahan
    if not agents:
        return Hasil("belum", "Agen perubahan belum dipublikasikan.", kurang=("zi.yml: agen_perubahan",))
    lacks = [(agent.jabatan, lack) for agent in agents if (lack := _kurang(agent, konteks.per))]
    met = len(agents) - len(lacks)
    programmes = sum(len(_program(agent)) for agent in agents)
    return Hasil(
        status=dari_bagian(met, len(agents)),
        alasan=f"{met} dari {len(agents)} agen perubahan punya program dan monev dalam 90 hari terakhir; {programmes} program "
        f"untuk {len(agents)} agen.",
        bukti=(Bukti("Agen perubahan", alamat(satker, "zi/#r4")),) if met else (),
        kurang=tuple(f"zi.yml: agen_perubahan, {lack} ({name})" for name, lack in lacks),
    )


def _program(agent: AgenPerubahan) -> list[str]:
    return [item.judul for item in agent.program if item.status != "batal"]


def _kurang(agent: AgenPerubahan, per: date) -> str:
    recent = any(per - MASA <= item.tanggal <= per for item in agent.monev)
    lacks = {"program": not _program(agent), f"monev ({per - MASA} sampai {per})": not recent}
    return ", ".join(key for key, lack in lacks.items() if lack)
