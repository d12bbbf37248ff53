"""The contact plot as a picture (PNG), for documents that hold no drawings."""

import io

from communique.export.brief.dossier import Plot
from communique.export.brief.drawing.layout import HEIGHT, SHADES, SIZE, WIDTH, Box, Dot, layout
from communique.export.brief.fonts import fonts
from communique.export.extras import needed_for

SCALE = 4  # dots a point: 288 an inch
INK = "#555f66"


def picture(plot: Plot) -> bytes:
    """The bytes of the PNG; the same plot gives the same. Raises MissingExtra without Pillow."""
    with needed_for("a brief as DOCX"):
        from PIL import Image, ImageDraw, ImageFont
    drawn = Image.new("RGB", (round(WIDTH * SCALE), round(HEIGHT * SCALE)), "white")
    pen = ImageDraw.Draw(drawn)
    font = ImageFont.truetype(str(fonts().plain), round(SIZE * SCALE))
    for each in layout(plot):
        x, y = each.x * SCALE, each.y * SCALE
        if isinstance(each, Box):
            corner = (x + each.width * SCALE - 1, y + each.height * SCALE - 1)
            pen.rectangle((x, y, *corner), fill=SHADES[each.shade])
        elif isinstance(each, Dot):
            pen.circle((x, y), SCALE * 1.2, fill=INK)
        else:
            pen.text((x, y), each.text, fill=INK, font=font, anchor="ls" if each.anchor == "start" else "ms")
    made = io.BytesIO()
    drawn.quantize(64).save(made, "PNG", dpi=(SCALE * 72, SCALE * 72), optimize=True)
    return made.getvalue()
