"""The code of an address; only addresses of the portal itself come here."""

import io
from functools import lru_cache

import segno

BORDER = 4  # modules of quiet zone, as ISO/IEC 18004 asks for


@lru_cache(maxsize=256)
def qr(address: str) -> str:
    """Return the code of *address* as SVG, its quiet zone included; a quarter of it may be soiled or torn."""
    out = io.BytesIO()
    segno.make_qr(address, error="Q", boost_error=False).save(
        out, kind="svg", border=BORDER, light="#fff", xmldecl=False, svgclass=None, lineclass=None, omitsize=True
    )
    return out.getvalue().decode()
