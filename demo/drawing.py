"""A small vector canvas for the demo pictures: coordinates run from 0 to 1000, y downwards.

Everything is drawn at twice the final size and scaled down once, which smooths the edges.
"""

import math
import random
import re

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont, ImageOps

SIZE = 800
SCALE = 2 * SIZE / 1000


def rgb(colour):
    """'#a1b2c3' or an (r, g, b) triple, as a triple."""
    if isinstance(colour, str):
        return tuple(int(colour[i:i + 2], 16) for i in (1, 3, 5))
    return tuple(colour)


def mix(a, b, share):
    """The colour `share` of the way from a to b."""
    return tuple(round(x + (y - x) * share) for x, y in zip(rgb(a), rgb(b)))


def light(colour, share=0.25):
    return mix(colour, (255, 253, 248), share)


def luminance(colour):
    """Relative luminance as WCAG 2 defines it."""
    parts = [v / 255 for v in rgb(colour)]
    r, g, b = [v / 12.92 if v <= 0.03928 else ((v + 0.055) / 1.055) ** 2.4 for v in parts]
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(a, b):
    """Contrast ratio of two colours as WCAG 2 defines it, from 1 to 21."""
    low, high = sorted((luminance(a), luminance(b)))
    return (high + 0.05) / (low + 0.05)


# --- outlines: lists of points -------------------------------------------------------------

def path(text):
    """Points of an SVG-like path with absolute M, L, C and Q; always closed when filled."""
    numbers, points, command = [], [], None
    for token in re.findall(r"[MLCQ]|-?\d+\.?\d*", text):
        if token in "MLCQ":
            command = token
            continue
        numbers.append(float(token))
        if len(numbers) == {"M": 2, "L": 2, "Q": 4, "C": 6}[command]:
            knots = list(zip(numbers[::2], numbers[1::2]))
            points += knots if len(knots) == 1 else bezier([points[-1], *knots])
            numbers = []
    return points


def bezier(knots, steps=24):
    result = []
    for i in range(1, steps + 1):
        level = knots
        while len(level) > 1:
            level = [(ax + (bx - ax) * i / steps, ay + (by - ay) * i / steps)
                     for (ax, ay), (bx, by) in zip(level, level[1:])]
        result.append(level[0])
    return result


def smooth(points, closed=False, steps=14):
    """A Catmull-Rom curve through the points."""
    n = len(points)
    at = (lambda i: points[i % n]) if closed else (lambda i: points[min(max(i, 0), n - 1)])
    result = []
    for i in range(n if closed else n - 1):
        p0, p1, p2, p3 = at(i - 1), at(i), at(i + 1), at(i + 2)
        for s in range(steps):
            t = s / steps
            result.append(tuple(
                0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t
                       + (3 * b - a - 3 * c + d) * t ** 3)
                for a, b, c, d in zip(p0, p1, p2, p3)))
    return result if closed else result + [points[-1]]


def oval(cx, cy, rx, ry=None, start=0, end=360):
    """Points on an ellipse, clockwise from the right, between two angles."""
    ry = rx if ry is None else ry
    steps = 72
    return [(cx + rx * math.cos(math.radians(start + (end - start) * i / steps)),
             cy + ry * math.sin(math.radians(start + (end - start) * i / steps)))
            for i in range(steps + 1)]


def box(x0, y0, x1, y1, r=0):
    """A rectangle with rounded corners."""
    if r <= 0:
        return [(x0, y0), (x1, y0), (x1, y1), (x0, y1)]
    corners = [(x1 - r, y0 + r, 270), (x1 - r, y1 - r, 0), (x0 + r, y1 - r, 90),
               (x0 + r, y0 + r, 180)]
    return [p for cx, cy, a in corners for p in oval(cx, cy, r, r, a, a + 90)]


def flank(profile, steps=14):
    """The right-hand side of a turned body: through every (y, half width), never beyond them."""
    rise = [(w1 - w0) / (y1 - y0) for (y0, w0), (y1, w1) in zip(profile, profile[1:])]
    slopes = [rise[0], *(2 * a * b / (a + b) if a * b > 0 else 0 for a, b in zip(rise, rise[1:])),
              rise[-1]]
    result = []
    for i, ((y0, w0), (y1, w1)) in enumerate(zip(profile, profile[1:])):
        for s in range(steps):
            t, h = s / steps, y1 - y0
            w = (w0 * (1 + 2 * t) * (1 - t) ** 2 + slopes[i] * h * t * (1 - t) ** 2
                 + w1 * t * t * (3 - 2 * t) - slopes[i + 1] * h * t * t * (1 - t))
            result.append((w, y0 + h * t))
    return result + [(profile[-1][1], profile[-1][0])]


def lathe(profile, cx=500, rim=0, foot=0, curved=True):
    """The outline of a turned body: (y, half width) pairs from top to bottom."""
    side = flank(profile) if curved else [(w, y) for y, w in profile]
    (y_top, w_top), (y_foot, w_foot) = profile[0], profile[-1]
    base = oval(cx, y_foot, w_foot, foot, 0, 180)
    if w_foot < 0.985 * profile[-2][1]:  # a body that narrows meets its foot in a flatter curve
        base = [(x, y_foot + foot * (1 - ((x - cx) / w_foot) ** 2)) for x, _ in base]
    return ([(cx + w, y) for w, y in side] + base
            + [(cx - w, y) for w, y in reversed(side)] + oval(cx, y_top, w_top, rim, 180, 360))


def mirror(points, axis=500):
    """Half an outline, made whole by its mirror image."""
    return points + [(2 * axis - x, y) for x, y in reversed(points)]


def turn(points, degrees, cx=500, cy=500):
    s, c = math.sin(math.radians(degrees)), math.cos(math.radians(degrees))
    return [(cx + (x - cx) * c - (y - cy) * s, cy + (x - cx) * s + (y - cy) * c) for x, y in points]


def move(points, dx=0, dy=0, size=1.0, cx=500, cy=500):
    return [(cx + (x - cx) * size + dx, cy + (y - cy) * size + dy) for x, y in points]


# --- painting ------------------------------------------------------------------------------

def gradient(size, colour, shade, depth, dark):
    """A filled rectangle, lit from the upper left."""
    lit, deep = light(colour, 0.30 * depth), mix(colour, dark, 0.34 * depth)
    if shade == "ball":
        sphere = Image.radial_gradient("L").crop((44, 52, 256, 256)).resize(size, Image.BICUBIC)
        return ImageOps.colorize(sphere, lit, deep, colour, midpoint=105)
    if shade == "turned":
        row = [mix(colour, dark, 0.20 * depth), lit, light(colour, 0.10 * depth), colour,
               mix(colour, dark, 0.14 * depth), deep]
        strip = Image.new("RGB", (len(row), 1))
        strip.putdata(row)
    elif shade == "down":
        strip = Image.new("RGB", (1, 2))
        strip.putdata([lit, deep])
    else:
        strip = Image.new("RGB", (2, 2))
        strip.putdata([lit, colour, colour, deep])
    return strip.resize(size, Image.BICUBIC)


class Canvas:
    """One picture. `dark` is the colour that shadows lean to; it sets the brand's mood."""

    def __init__(self, dark, seed, zoom=1.0, focus=(500, 500)):
        self.side = 2 * SIZE
        self.image = Image.new("RGB", (self.side, self.side))
        self.dark, self.zoom, self.focus = dark, zoom, focus
        self.random = random.Random(seed)

    def closer(self, factor, still):
        """From here on everything is drawn larger; the point `still` keeps its place."""
        (fx, fy), (sx, sy) = self.focus, still
        self.focus = (sx - (sx - fx) / factor, sy - (sy - fy) / factor)
        self.zoom *= factor

    def place(self, points):
        (fx, fy), k = self.focus, self.zoom
        return [(((x - fx) * k + 500) * SCALE, ((y - fy) * k + 500) * SCALE) for x, y in points]

    def frame(self, placed, pad):
        xs, ys = [x for x, _ in placed], [y for _, y in placed]
        edges = [max(0, int(min(xs) - pad)), max(0, int(min(ys) - pad)),
                 min(self.side, int(max(xs) + pad) + 2), min(self.side, int(max(ys) + pad) + 2)]
        return edges if edges[0] < edges[2] and edges[1] < edges[3] else None

    def paint(self, mask, frame, whole, colour, shade, depth, alpha, clip):
        """Lays a colour through a mask; `whole` is the frame of the shape before cropping."""
        x0, y0, x1, y1 = frame
        if clip is not None:
            stencil = Image.new("L", mask.size, 0)
            ImageDraw.Draw(stencil).polygon([(x - x0, y - y0) for x, y in self.place(clip)],
                                            fill=255)
            mask = ImageChops.multiply(mask, stencil)
        if alpha < 1:
            mask = mask.point(lambda v: round(v * alpha))
        if shade == "flat":
            fill = Image.new("RGB", mask.size, rgb(colour))
        else:
            wx0, wy0, wx1, wy1 = whole
            size = (max(1, wx1 - wx0), max(1, wy1 - wy0))
            fill = gradient(size, rgb(colour), shade, depth, self.dark)
            fill = fill.crop((x0 - wx0, y0 - wy0, x1 - wx0, y1 - wy0))
        self.image.paste(fill, (x0, y0), mask)

    def fill(self, points, colour, shade="soft", depth=1.0, alpha=1.0, clip=None, blur=0):
        """Fills an outline; gives it back, so that it can clip what is drawn on it."""
        placed, spread = self.place(points), blur * SCALE * self.zoom
        frame = self.frame(placed, spread * 3)
        if frame:
            mask = Image.new("L", (frame[2] - frame[0], frame[3] - frame[1]), 0)
            ImageDraw.Draw(mask).polygon([(x - frame[0], y - frame[1]) for x, y in placed],
                                         fill=255)
            if blur:
                mask = mask.filter(ImageFilter.GaussianBlur(spread))
            xs, ys = [x for x, _ in placed], [y for _, y in placed]
            whole = (int(min(xs)), int(min(ys)), int(max(xs)) + 2, int(max(ys)) + 2)
            whole = frame if shade == "flat" else (min(whole[0], frame[0]), min(whole[1], frame[1]),
                                                   max(whole[2], frame[2]), max(whole[3], frame[3]))
            self.paint(mask, frame, whole, colour, shade, depth, alpha, clip)
        return points

    def line(self, points, width, colour, shade="flat", depth=1.0, alpha=1.0, clip=None, blur=0):
        """A line with round ends and corners."""
        placed, thick = self.place(points), max(1, round(width * SCALE * self.zoom))
        frame = self.frame(placed, thick + blur * SCALE * self.zoom * 3)
        if not frame:
            return
        mask = Image.new("L", (frame[2] - frame[0], frame[3] - frame[1]), 0)
        pen, r = ImageDraw.Draw(mask), thick / 2
        local = [(x - frame[0], y - frame[1]) for x, y in placed]
        pen.line(local, fill=255, width=thick, joint="curve")
        for x, y in (local if thick > 5 else (local[0], local[-1])):
            pen.ellipse((x - r, y - r, x + r, y + r), fill=255)
        if blur:
            mask = mask.filter(ImageFilter.GaussianBlur(blur * SCALE * self.zoom))
        self.paint(mask, frame, frame, colour, shade, depth, alpha, clip)

    def lines(self, segments, width, colour, **options):
        for points in segments:
            self.line(points, width, colour, **options)

    def tube(self, points, width, colour, clip=None):
        """A thick round line with a lighter ridge: handles, ropes, stems."""
        self.line(points, width, mix(colour, self.dark, 0.22), clip=clip)
        self.line(move(points, -width * 0.08, -width * 0.08), width * 0.66, colour, clip=clip)
        self.line(move(points, -width * 0.16, -width * 0.16), width * 0.22, light(colour, 0.3),
                  clip=clip, alpha=0.8)

    def shadow(self, cx, cy, rx, ry=None, strength=0.34):
        """What stands on a table: a wide soft shadow and a narrow one at the foot."""
        ry = rx * 0.14 if ry is None else ry
        self.fill(oval(cx + rx * 0.20, cy + ry * 0.25, rx * 1.22, ry * 1.3), self.dark, "flat",
                  alpha=strength * 0.75, blur=22)
        self.fill(oval(cx + 6, cy, rx * 0.98, ry), self.dark, "flat", alpha=strength, blur=7)

    def drop(self, points, dx=14, dy=22, blur=16, strength=0.30):
        """The shadow that a flat or hanging thing throws on what is behind it."""
        self.fill(move(points, dx, dy), self.dark, "flat", alpha=strength, blur=blur)

    def glow(self, cx, cy, radius, colour="#ffe2a8", alpha=0.55):
        self.fill(oval(cx, cy, radius * 0.55), colour, "flat", alpha=alpha, blur=radius * 0.28)

    def dots(self, clip, colour, count, size=2.6, alpha=0.5):
        """Fine speckles, as in a glaze or a knitted cloth."""
        xs, ys = [x for x, _ in clip], [y for _, y in clip]
        for _ in range(count):
            x, y = self.random.uniform(min(xs), max(xs)), self.random.uniform(min(ys), max(ys))
            r = self.random.uniform(0.5, 1.0) * size
            self.fill(oval(x, y, r, r * 0.85), colour, "flat", alpha=alpha, clip=clip)

    def text(self, x, y, words, size, colour, width=None, weight=0.0, spacing=0):
        """One centred line of lettering, made smaller where it would be wider than `width`."""
        k = SCALE * self.zoom
        (px, py), = self.place([(x, y)])
        while True:
            font = ImageFont.load_default(max(4, size * k))
            stroke, gap = round(weight * size * k), spacing * size * k
            advances = [font.getlength(ch) + gap for ch in words]
            total = sum(advances) - gap
            if width is None or total <= width * k:
                break
            size *= 0.94
        pen, at = ImageDraw.Draw(self.image), px - total / 2
        for ch, advance in zip(words, advances):
            pen.text((at, py), ch, font=font, fill=rgb(colour), anchor="lm",
                     stroke_width=stroke, stroke_fill=rgb(colour))
            at += advance

    def finish(self):
        return self.image.resize((SIZE, SIZE), Image.LANCZOS)
