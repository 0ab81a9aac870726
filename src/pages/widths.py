#!/usr/bin/env python3
"""Makes widths.inc from the fonts: python3 src/pages/widths.py > src/pages/widths.inc

Needs python3-fonttools, fonts-crosextra-carlito, fonts-crosextra-caladea and fonts-liberation2. Run it
only to add a font: the table is part of the project, so that building needs no fonts."""
import glob
from fontTools.ttLib import TTFont

EM = 2048
WIDTH = 200  # of the lines of the table, which nobody reads
FAMILIES = ["Carlito", "Caladea", "LiberationSans", "LiberationSerif", "LiberationMono"]
FACES = ["Regular", "Bold", "Italic", "BoldItalic"]
# Latin-1 and Latin Extended-A in one run, then what running text uses beside them.
RUN = range(0x20, 0x180)
EXTRA = [0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2018, 0x2019, 0x201A, 0x201C, 0x201D, 0x201E,
         0x2020, 0x2022, 0x2026, 0x2030, 0x2039, 0x203A, 0x20AC, 0x2122, 0x2190, 0x2192, 0x2212,
         0x2264, 0x2265, 0x25AA, 0x25CF, 0x25CB, 0x2610]
# Letters that may be drawn together.
JOINED = ["ff", "fi", "fl", "fb", "fh", "fj", "fk", "ft", "tt", "ti", "tf",
          "ffi", "ffl", "ffb", "ffh", "ffj", "ffk", "fft", "tti", "ttf"]


def find(family, face):
    hits = glob.glob(f"/usr/share/fonts/**/{family}-{face}.ttf", recursive=True)
    return TTFont(sorted(hits)[0])


def row(values):
    text, line = "", "\t\t"
    for value in values:
        if len(line) + len(str(value)) > WIDTH:
            text, line = text + line + "\n", "\t\t"
        line += f"{value},"
    return text + line + "\n"


def joined(font, letters):
    """How much wider a ligature is than its letters: nearly always less than nothing."""
    cmap, metrics = font.getBestCmap(), font["hmtx"]
    glyphs = [cmap[ord(c)] for c in letters]
    table = font["GSUB"].table
    used = {i for record in table.FeatureList.FeatureRecord if record.FeatureTag == "liga"
            for i in record.Feature.LookupListIndex}
    for i in sorted(used):
        for part in table.LookupList.Lookup[i].SubTable:
            part = getattr(part, "ExtSubTable", part)
            for one in getattr(part, "ligatures", {}).get(glyphs[0], []):
                if one.Component == glyphs[1:]:
                    return metrics[one.LigGlyph][0] - sum(metrics[g][0] for g in glyphs)
    return 0


print("/* Made by widths.py. Advances in 2048ths of an em: U+0020-017F, the extra characters, joined letters. */")
print("static const uint16_t extra[] = {\n" + row(EXTRA) + "};\n")
print("static const char joined[][4] = {\n" + row([f'"{letters}"' for letters in JOINED]) + "};\n")
print("static const struct face faces[] = {")
for family in FAMILIES:
    for face in FACES:
        font = find(family, face)
        scale = EM / font["head"].unitsPerEm
        cmap, metrics, hhea = font.getBestCmap(), font["hmtx"], font["hhea"]
        width = lambda c: round(metrics[cmap[c]][0] * scale) if c in cmap else 0
        body = round((hhea.ascent - hhea.descent) * scale)
        print(f"\t{{ /* {family} {face} */ {body}, {round(hhea.lineGap * scale)}, {{")
        print(row([width(c) for c in RUN]) + "\t}, {")
        print(row([width(c) for c in EXTRA]) + "\t}, {")
        print(row([round(joined(font, letters) * scale) for letters in JOINED]) + "\t} },")
print("};")
