#!/usr/bin/python3
"""Makes public/fonts/NotoSansGeorgian-Moqalaqe.ttf, the font that signed documents carry: letters of Georgia and of its
neighbours from Debian's fonts-noto-core (SIL Open Font License 1.1), without hints and layout tables.

    apt-get install fonts-noto-core python3-fonttools && tests/setup/font/makeFont.py
"""
import io
import os

from fontTools import merge, subset
from fontTools.ttLib import TTFont

SOURCE = "/usr/share/fonts/truetype/noto/"
TARGET = os.path.join(os.path.dirname(__file__), "../../../public/fonts/NotoSansGeorgian-Moqalaqe.ttf")
# Latin with its accents, Greek, Cyrillic, punctuation, currency (with the lari), letter-like signs, arrows.
LATIN = [*range(0x20, 0x7F), *range(0xA0, 0x180), 0x18F, 0x259, *range(0x2B0, 0x2E0), *range(0x370, 0x400), *range(0x400, 0x530),
         *range(0x1E00, 0x1F00), *range(0x2010, 0x2060), *range(0x2070, 0x20D0), *range(0x2100, 0x2150), *range(0x2190, 0x2194), 0x2212, 0x25CC, 0xFFFD]
# With its ligatures; it is set from the left, and needs no shaping.
ARMENIAN = [*range(0x530, 0x590), *range(0xFB13, 0xFB18)]
GEORGIAN = [*range(0x10A0, 0x1100), *range(0x1C90, 0x1CC0), *range(0x2D00, 0x2D30)]


def part(name, unicodes):
    font = TTFont(SOURCE + name)
    options = subset.Options(layout_features=[], hinting=False, notdef_outline=True, glyph_names=False, name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14], drop_tables=["GSUB", "GPOS", "GDEF", "DSIG", "STAT", "meta"])
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=unicodes)
    cutter.subset(font)
    out = io.BytesIO()
    font.save(out)
    out.seek(0)
    return out


merger = merge.Merger()
font = merger.merge([part("NotoSansGeorgian-Regular.ttf", GEORGIAN), part("NotoSans-Regular.ttf", LATIN), part("NotoSansArmenian-Regular.ttf", ARMENIAN)])
for record in font["name"].names:
    if record.nameID in (1, 4):
        record.string = "Noto Sans Georgian Moqalaqe"
    if record.nameID == 6:
        record.string = "NotoSansGeorgian-Moqalaqe"
font["head"].created = font["head"].modified = 3_800_000_000
font.recalcTimestamp = False
font.save(TARGET)
print(len(font.getBestCmap()), "characters,", os.path.getsize(TARGET), "bytes")
