"""Make the site's two font files; with a third argument also print the fallbacks that match them.

    python3 subset.py LITERATA_FILES OUT [FOLDER_OF_FALLBACK_PACKAGES]

README.md has the commands that fetch the packages.
"""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer
from fontTools.varLib.models import normalizeLocation
from fontTools.varLib.varStore import VarStoreInstancer

# Basic Latin, the letters of Western European names, and the signs of our prose.
TEXT = (
    "".join(map(chr, range(0x20, 0x7F)))
    + "\u00a0ÄÅÇÉÖØÜßàáâãäåæçèéêëìíîïñòóôõöøùúûüýœ–—‘’“”›…•·°±×−µ²³½¼¾©"
)
ITALIC_TEXT = (
    "".join(c for c in map(chr, range(0x20, 0x7F)) if c not in "#$@\\^_`{|}~<>")
    + "\u00a0áäåçèéêíñóöøúü–—‘’“”…·°±×−"
)
FEATURES = ["kern", "liga", "tnum", "mark", "ccmp"]


def shrink(source: Path, target: Path, text: str, weights: tuple[float, float] | float) -> None:
    """Write `source` with only `text`, with the weight axis limited or pinned to `weights`."""
    font = TTFont(source, recalcTimestamp=False)
    options = subset.Options()
    options.layout_features = FEATURES
    options.hinting = False
    options.notdef_outline = False
    options.glyph_names = False
    options.name_IDs = [0, 1, 2, 4, 6, 13, 14]  # copyright, names, license and its address
    options.name_languages = [0x409]
    options.drop_tables += ["STAT", "MVAR", "DSIG", "meta", "vhea", "vmtx"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(text=text)
    subsetter.subset(font)
    if isinstance(weights, tuple):
        one_kerning(font, 550)
    font = instancer.instantiateVariableFont(font, {"wght": weights})
    font.flavor = "woff2"
    font.save(target)
    print(f"{target.name}: {target.stat().st_size} bytes, {len(font.getGlyphOrder())} glyphs")


def one_kerning(font: TTFont, weight: float) -> None:
    """Bake the kerning of `weight` into all weights: no pair moves by more than 1/20 em, the mean by 1/200 em,
    and the file is 2.8 kB smaller."""
    axes = font["fvar"].axes
    place = normalizeLocation({"wght": weight}, {a.axisTag: (a.minValue, a.defaultValue, a.maxValue) for a in axes})
    deltas = VarStoreInstancer(font["GDEF"].table.VarStore, axes, place)
    for lookup in font["GPOS"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            table = getattr(table, "ExtSubTable", table)
            if table.LookupType != 2:
                continue
            if table.Format == 1:
                values = [pair.Value1 for pairs in table.PairSet for pair in pairs.PairValueRecord]
            else:
                values = [second.Value1 for first in table.Class1Record for second in first.Class2Record]
            for value in values:
                device = getattr(value, "XAdvDevice", None)
                if device is not None:
                    value.XAdvance += round(deltas[(device.StartSize << 16) + device.EndSize])
                    del value.XAdvDevice
            table.ValueFormat1 &= 0x0F
    font["GDEF"].table.VarStore = None
    font["GDEF"].table.Version = 0x00010002


# Letters of English prose per thousand characters, spaces included: what a line is made of.
PROSE = dict(
    zip(
        " etaoinshrdlucmfwygpbvk,.xjqz",
        [180, 102, 74, 66, 62, 57, 57, 51, 49, 48, 34, 33, 23, 23, 20, 18, 17, 16, 16, 15, 12, 8, 6, 11, 11, 1, 1, 1, 1],
    )
)


# Free fonts with the widths of the reader's own: Gelasio for Georgia, Tinos for Times New Roman.
FALLBACKS = {
    "gelasio": ("Literata-Georgia", ["Georgia", "Gelasio"]),
    "tinos": ("Literata-Times", ["Times New Roman", "Liberation Serif", "Tinos"]),
    "noto-serif": ("Literata-Noto", ["Noto Serif"]),
}


def advance(font: TTFont) -> float:
    """Mean advance of a character of English prose, in em."""
    widths, cmap, em = font["hmtx"], font.getBestCmap(), font["head"].unitsPerEm
    return sum(n * widths[cmap[ord(c)]][0] for c, n in PROSE.items()) / sum(PROSE.values()) / em


def fallback(ours: TTFont, theirs: TTFont, family: str, local: list[str], style: str, weight: str) -> str:
    """The `@font-face` that gives a font of the reader's machine the widths and line height of ours."""
    size = advance(ours) / advance(theirs)
    em = ours["head"].unitsPerEm
    ascent, descent = ours["hhea"].ascent / em / size, -ours["hhea"].descent / em / size
    sources = ",".join(f'local("{name}")' for name in local)
    return (
        f"@font-face{{font-family:{family};font-style:{style};font-weight:{weight};src:{sources};"
        f"size-adjust:{size:.1%};ascent-override:{ascent:.1%};descent-override:{descent:.1%};line-gap-override:0%}}"
    )


def main() -> None:
    source, target = Path(sys.argv[1]), Path(sys.argv[2])
    roman, italic = target / "literata.woff2", target / "literata-italic.woff2"
    shrink(source / "literata-latin-wght-normal.woff2", roman, TEXT, (400, 700))
    shrink(source / "literata-latin-wght-italic.woff2", italic, ITALIC_TEXT, 400)
    if len(sys.argv) < 4:
        return
    twins = Path(sys.argv[3])
    ours = {
        ("normal", "400"): TTFont(roman),
        ("normal", "700"): instancer.instantiateVariableFont(TTFont(roman), {"wght": 600}),
        ("italic", "400"): TTFont(italic),
    }
    for twin, (family, names) in FALLBACKS.items():
        for (style, weight), font in ours.items():
            theirs = TTFont(twins / twin / "files" / f"{twin}-latin-{weight}-{style}.woff2")
            suffix = " Italic" if style == "italic" else " Bold" if weight == "700" else ""
            print(fallback(font, theirs, family, [name + suffix for name in names], style, weight))


main()
