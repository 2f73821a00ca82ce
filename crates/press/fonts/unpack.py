"""Unpack the site's font for the press. README.md has the commands."""

from pathlib import Path

from fontTools.ttLib import TTFont

here = Path(__file__).parent
font = TTFont(here / "../../../public/fonts/literata.woff2", recalcTimestamp=False)
font.flavor = None
for table in ("gasp", "GSUB"):  # hinting and ligatures: not used
    if table in font:
        del font[table]
font.save(here / "literata.ttf")
