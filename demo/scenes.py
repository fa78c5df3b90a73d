"""The places where the products stand, one set per brand, and the brands' logos."""

import math

from PIL import Image, ImageDraw, ImageFont

from drawing import Canvas, box, light, mix, move, oval, rgb, smooth

AURORA_DARK = (52, 60, 70)
AURORA_TONES = {
    "sand": ("#efe7da", "#e3d7c4", "#f8f4ec"), "mist": ("#e4eaec", "#cfdadd", "#f4f6f6"),
    "sage": ("#e3e8dd", "#ced8c6", "#f4f5ee"), "blush": ("#f1e4dd", "#e5d0c5", "#faf4f0"),
    "dusk": ("#dfe1e8", "#c8ccd8", "#f2f2f5"), "oat": ("#f0ece2", "#e1d9c8", "#faf7f0"),
}
MERIDIAN_DARK = (58, 26, 22)
MERIDIAN_TONES = {
    "ember": ("#f6a04d", "#f8d38b", "#d9562f", "#a8381f"),
    "pine": ("#8fc1a9", "#f3e3b3", "#2f7d6b", "#1c5148"),
    "gold": ("#f7c548", "#fdeab0", "#e2872b", "#b5571c"),
    "lake": ("#6fb7c4", "#f7e6c0", "#2a7f97", "#17546b"),
    "brick": ("#ee7d5b", "#f9cfa6", "#b93f35", "#7f2529"),
    "plum": ("#d9839a", "#f9d9b8", "#8f3a5c", "#5d2242"),
}


def aurora(seed, tone, stance, zoom=1.0, focus=(500, 500)):
    """A pale room: a wall with an arch or a disc, window light, a table when things stand."""
    c = Canvas(AURORA_DARK, seed, zoom, focus)
    wall, accent, table = AURORA_TONES[tone]
    c.fill(box(-900, -900, 1900, 1900), wall, "flat")
    c.fill(box(-100, -100, 1100, 1100), wall, "soft", depth=0.5)
    if stance == "table":
        if c.random.random() < 0.55:
            arch = [(210, 770), *oval(500, 400, 290, 290, 180, 360), (790, 770)]
        else:
            arch = oval(c.random.choice((400, 600)), 430, 320)
        c.fill(arch, accent, "down", depth=0.45, alpha=0.85)
    else:
        c.fill(oval(500, 500, 400), accent, "soft", depth=0.4, alpha=0.55)
    for x in (60, 330):  # two panes of window light
        pane = [(x, -40), (x + 200, -40), (x + 520, 1040), (x + 320, 1040)]
        c.fill(pane, "#ffffff", "flat", alpha=0.20, blur=18)
    if stance == "table":
        c.fill(box(-100, 740, 1100, 1100), table, "down", depth=0.5)
        c.fill(box(-100, 738, 1100, 745), light(table, 0.6), "flat")
    return c


def meridian(seed, tone, stance, zoom=1.0, focus=(500, 500)):
    """Outdoors with sun and ridges, a market counter under an awning, or a bold map."""
    c = Canvas(MERIDIAN_DARK, seed, zoom, focus)
    sky, sun, mid, deep = MERIDIAN_TONES[tone]
    c.fill(box(-900, -900, 1900, 1900), sky, "flat")
    if stance == "counter":
        counter(c, sky, sun, mid, deep)
    elif stance == "map":
        contours(c, sky, sun)
    else:
        ridges(c, sky, sun, mid, deep)
    return c


def ridges(c, sky, sun, mid, deep):
    c.fill(box(-50, -50, 1050, 800), sky, "down", depth=0.55)
    x = c.random.choice((300, 690))
    c.fill(oval(x, 330, 230), sun, "flat", alpha=0.45)
    c.fill(oval(x, 330, 170), sun, "flat")
    for level, (colour, base, height) in enumerate(
            ((mix(sky, mid, 0.45), 610, 210), (mix(sky, mid, 0.85), 690, 150))):
        points, at, up = [(-60, 900)], -60, level == 0
        while at < 1100:
            points.append((at, base - (height if up
                                       else height * 0.25) * c.random.uniform(0.6, 1.0)))
            at += c.random.uniform(90, 170)
            up = not up
        c.fill(points + [(1100, 900)], colour, "down", depth=0.35)
    c.fill(smooth([(-60, 735), (250, 715), (560, 738), (1060, 712)]) + [(1060, 1060), (-60, 1060)],
           deep, "down", depth=0.7)


def counter(c, sky, sun, mid, deep):
    for i in range(24):  # rays behind the goods
        a, b = math.radians(i * 15), math.radians(i * 15 + 7.5)
        ray = [(500, 560), (500 + 1100 * math.cos(a), 560 + 1100 * math.sin(a)),
               (500 + 1100 * math.cos(b), 560 + 1100 * math.sin(b))]
        c.fill(ray, sun, "flat", alpha=0.42)
    c.fill(oval(500, 520, 330), sun, "flat", alpha=0.75)
    c.fill(box(-50, -60, 1050, 150), c.dark, "flat", alpha=0.22, blur=14)
    for i in range(10):  # a striped awning with scallops
        colour = mid if i % 2 else "#fff4dc"
        left = i * 100
        c.fill([(left, -50), (left + 100, -50), (left + 100, 90),
                *oval(left + 50, 90, 50, 44, 0, 180)],
               colour, "down", depth=0.5)
    c.fill(box(-50, 742, 1050, 1050), mix(deep, "#6b3a1e", 0.45), "down", depth=0.8)
    c.fill(box(-50, 742, 1050, 762), light(mix(deep, "#9a5a2e", 0.6), 0.18), "flat")
    for y in (850, 940):
        c.line([(-20, y), (1020, y)], 3, c.dark, alpha=0.25)


def contours(c, sky, sun):
    c.fill(box(-50, -50, 1050, 1050), sky, "soft", depth=0.7)
    c.fill(oval(500, 500, 390), sun, "flat", alpha=0.8)
    for cx, cy, count in ((90, 130, 6), (930, 900, 6), (900, 90, 4), (80, 930, 4)):
        wobble = [c.random.uniform(0.8, 1.25) for _ in range(9)]
        for i in range(1, count + 1):
            ring = [(cx + i * 34 * w * math.cos(math.tau * k / 9),
                     cy + i * 34 * w * math.sin(math.tau * k / 9)) for k, w in enumerate(wobble)]
            ring = smooth(ring, closed=True)
            c.line(ring + ring[:1], 4, light(sky, 0.6), alpha=0.55)


def wordmark(pen, words, x, y, size, colour, weight=0, spacing=0.0):
    font = ImageFont.load_default(size)
    for ch in words:
        pen.text((x, y), ch, font=font, fill=colour, anchor="lm", stroke_width=weight)
        x += font.getlength(ch) + spacing * size


def aurora_logo():
    """Three veils of northern light over a horizon, and a widely set name."""
    image = Image.new("RGBA", (1600, 400), (0, 0, 0, 0))
    pen = ImageDraw.Draw(image)
    disc = Image.new("L", (1600, 400), 0)
    ImageDraw.Draw(disc).ellipse((30, 30, 370, 370), fill=255)
    for colour, lift in (("#2f4a4d", 0), ("#5f8586", 120), ("#9cb8ad", 190), ("#e3d3b8", 262)):
        veil = Image.new("L", (1600, 400), 0)
        wave = smooth([(20, 60 + lift), (120, 20 + lift), (210, 70 + lift), (300, 30 + lift),
                       (390, 10 + lift)])
        if lift == 0:
            wave = [(0, 0), (400, 0)]
        ImageDraw.Draw(veil).polygon(wave + [(400, 400), (0, 400)], fill=255)
        cut = Image.composite(disc, Image.new("L", disc.size, 0), veil)
        image.paste(Image.new("RGBA", image.size, rgb(colour) + (255,)), (0, 0), cut)
    wordmark(pen, "AURORA", 470, 200, 190, rgb("#2b3436") + (255,), weight=0, spacing=0.20)
    return image.resize((800, 200), Image.LANCZOS)


def meridian_logo():
    """A sun behind two ridges over a wave, and a heavy name in two lines."""
    image = Image.new("RGBA", (1600, 400), (0, 0, 0, 0))
    badge = Image.new("L", (400, 400), 0)
    ImageDraw.Draw(badge).rounded_rectangle((20, 20, 380, 380), 84, fill=255)
    art = Image.new("RGBA", (400, 400), rgb("#b3341f") + (255,))
    pen = ImageDraw.Draw(art)
    pen.ellipse((118, 74, 282, 238), fill=rgb("#f7c548"))
    pen.polygon([(0, 300), (130, 150), (200, 232), (270, 128), (400, 290), (400, 400), (0, 400)],
                fill=rgb("#1c5148"))
    pen.polygon([(130, 150), (98, 187), (128, 198), (150, 186), (166, 192)], fill=rgb("#fff4dc"))
    pen.polygon([(270, 128), (232, 180), (262, 196), (288, 178), (312, 180)], fill=rgb("#fff4dc"))
    wave = smooth([(-20, 300), (60, 275), (140, 305), (220, 275), (300, 305), (420, 272)])
    pen.polygon(wave + [(420, 420), (-20, 420)], fill=rgb("#fff4dc"))
    pen.polygon(move(wave, 0, 42) + [(420, 420), (-20, 420)], fill=rgb("#2a7f97"))
    image.paste(art, (0, 0), badge)
    pen = ImageDraw.Draw(image)
    wordmark(pen, "MERIDIAN", 440, 142, 190, rgb("#3a1a16") + (255,), weight=9, spacing=0.045)
    wordmark(pen, "MARKET", 444, 308, 100, rgb("#b3341f") + (255,), weight=4, spacing=0.42)
    return image.resize((800, 200), Image.LANCZOS)
