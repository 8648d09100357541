"""Follow-ups as the criteria count them."""

from datetime import date

from generator.model.record import Tugas
from generator.model.zi import CatatanPendampingan


def is_selesai(task: Tugas | CatatanPendampingan) -> bool:
    """Say whether nothing more is to be done."""
    return task.status in ("selesai", "batal")


def utang(task: Tugas | CatatanPendampingan, per: date) -> str:
    """Say what is to be written about the deadline of *task*; empty if it is done, or its deadline is not over."""
    if is_selesai(task):
        return ""
    if task.tenggat is None:
        return "tenggat"
    return "" if task.tenggat >= per else f"tenggat {task.tenggat} sudah lewat, tulis status selesai atau tenggat baru"
