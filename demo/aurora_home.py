"""How Aurora's lamps, candles, textiles and things for the wall are drawn."""

import math

from aurora_table import BRASS, IRON, OAK, WALNUT, vessel
from drawing import box, lathe, light, mix, mirror, move, oval, path, smooth, turn

LINEN, WARM = "#efe6d6", "#ffe0a0"


def pendant(c, colour, form="dome"):
    c.line([(500, -60), (500, 330)], 6, IRON)
    forms = {"dome": [(330, 44), (370, 110), (440, 196), (520, 240), (560, 246)],
             "cone": [(330, 40), (360, 56), (450, 140), (540, 222), (560, 240)],
             "bell": [(330, 40), (380, 120), (450, 140), (520, 190), (560, 262)]}
    c.glow(500, 690, 330, WARM, 0.6)
    c.fill([(270, 566), (730, 566), (860, 1040), (140, 1040)], WARM, "flat", alpha=0.16, blur=30)
    shade = lathe(forms[form], rim=10, foot=34)
    c.drop(shade, 40, 46, 26, 0.2)
    c.fill(shade, colour, "turned")
    c.fill(oval(500, 560, forms[form][-1][1], 34), mix(colour, c.dark, 0.25), "flat")
    c.fill(oval(500, 562, forms[form][-1][1] - 12, 27), "#fff0cc", "down", depth=0.4)
    c.fill(oval(500, 568, 58, 40), "#fffaf0", "ball", depth=0.3)
    c.fill(box(480, 296, 520, 334, 8), BRASS, "turned")


def tablelamp(c, colour):
    c.shadow(500, 802, 120)
    c.glow(500, 420, 420, WARM, 0.5)
    c.line([(500, 560), (500, 500)], 18, BRASS, shade="turned")
    vessel(c, [(560, 34), (600, 60), (680, 130), (750, 124), (800, 84)], colour, rim=0, clay=26)
    shade = c.fill(lathe([(300, 134), (510, 206)], rim=18, foot=30, curved=False), LINEN, "turned",
                   depth=0.7)
    c.fill(oval(500, 420, 150, 110), WARM, "flat", alpha=0.55, blur=40, clip=shade)
    for i in range(-9, 10):
        c.line([(500 + i * 14.6, 280), (500 + i * 22.4, 545)], 2, "#c9b891", alpha=0.35, clip=shade)
    c.fill(oval(500, 300, 134, 18), "#fff4d6", "flat")


def floorlamp(c, colour):
    c.glow(500, 300, 420, WARM, 0.5)
    c.shadow(500, 872, 190, 20)
    for x, y in ((560, 852), (330, 872), (670, 872)):
        c.line([(500 + (x - 500) * .08, 400), (x, y)], 17, colour, shade="soft")
    c.fill(oval(500, 640, 76, 15), OAK, "soft")
    shade = c.fill(lathe([(180, 130), (392, 190)], rim=16, foot=26, curved=False), LINEN, "turned",
                   depth=0.7)
    c.fill(oval(500, 300, 140, 100), WARM, "flat", alpha=0.5, blur=40, clip=shade)
    c.line(oval(500, 388, 189, 26, 0, 180), 6, colour)
    c.fill(oval(500, 180, 130, 16), "#fff4d6", "flat")


def mushroom(c, colour):
    c.shadow(500, 802, 150)
    c.glow(500, 640, 330, WARM, 0.55)
    c.fill(lathe([(560, 40), (700, 42), (770, 60), (800, 130)], rim=0, foot=20), colour, "turned")
    c.fill(oval(500, 560, 218, 30), "#fff0c8", "down", depth=0.4)
    c.fill([(282, 560), *oval(500, 560, 218, 190, 180, 360), (718, 560)]
           + oval(500, 560, 218, 30, 0, 180),
           colour, "ball")
    c.line(oval(500, 560, 216, 30, 4, 176), 5, "#fff0c8")
    c.fill(oval(420, 440, 46, 24), "#ffffff", "flat", alpha=0.35, blur=14)


def flame(c, x, y, size=1.0):
    c.glow(x, y - 20, 150 * size, WARM, 0.6)
    drop = path("M 0 0 C -34 -30 -16 -70 0 -112 C 16 -70 34 -30 0 0")
    c.fill([(x + px * size, y + py * size) for px, py in drop], "#f7b54a", "down")
    c.fill([(x + px * size * .55, y + py * size * .6) for px, py in drop], "#fff3c9", "flat")
    c.line([(x, y + 10 * size), (x, y - 14 * size)], 5 * size, IRON)


def candle(c, colour, words="PINE"):
    c.shadow(500, 800, 150)
    body = vessel(c, [(540, 150), (600, 152), (780, 150), (800, 138)], colour, rim=28, speckle=60,
                  inside="#f7efdf")
    c.fill(oval(500, 552, 128, 18), "#fdf6e6", "soft", depth=0.4)
    c.fill(box(414, 640, 586, 750, 4), "#fbf8f1", "soft", depth=0.35, clip=body)
    c.text(500, 672, "AURORA", 20, IRON, spacing=0.25)
    c.line([(470, 694), (530, 694)], 2, IRON)
    c.text(500, 718, words, 19, IRON, width=150, spacing=0.12)
    flame(c, 500, 545, 0.9)


def holders(c, colour):
    for cx, top in ((350, 640), (500, 540), (650, 590)):
        c.shadow(cx, 800, 62)
        c.fill(lathe([(786, 66), (800, 70)], cx, rim=12, foot=14), colour, "turned")
        c.fill(lathe([(top, 20), (top + 30, 16), (790, 14)], cx, rim=4, foot=4, curved=False),
               colour, "turned")
        c.fill(oval(cx, 786, 66, 12), light(colour, 0.25), "soft")
        c.fill(lathe([(top - 8, 34), (top + 6, 30), (top + 24, 14)], cx, rim=8, foot=4), colour,
               "turned")
        c.fill(lathe([(top - 230, 11), (top - 10, 17)], cx, rim=4, foot=5, curved=False), "#f4ecdc",
               "turned")
        flame(c, cx, top - 236, 0.55)


def tapers(c, colour):
    for i in range(6):
        lean = turn([(500 - 9, 250), (500 + 9, 250), (500 + 17, 770), (500 - 17, 770)],
                    (i - 2.5) * 5.4, 500, 1000)
        c.drop(lean, 12, 8, 8, 0.22)
        c.fill(lean, mix(colour, "#ffffff", 0.06 * (i % 3)), "turned")
        c.line(turn([(500, 250), (500, 228)], (i - 2.5) * 5.4, 500, 1000), 4, "#f5efe3")
    band = path("M 386 560 Q 500 528 614 560 L 622 640 Q 500 606 378 640")
    c.drop(band, 6, 8, 6, 0.2)
    c.fill(band, "#f6f1e6", "turned", depth=0.6)
    c.text(500, 582, "AURORA", 24, IRON, spacing=0.28)


PILLOW = ("M 210 480 C 240 440 330 462 500 452 C 670 462 760 440 790 480 C 806 520 782 600 786 660 "
          "C 790 730 810 770 786 800 C 740 818 640 796 500 802 C 360 796 260 818 214 800 "
          "C 190 770 210 730 214 660 C 218 600 194 520 210 480")


def cushion(c, colour, pattern="plain"):
    shape = [(500 + (x - 500) * 0.86, 808 - (806 - y) * 1.36) for x, y in path(PILLOW)]
    c.shadow(505, 800, 262, 30)
    c.fill(shape, colour, "ball")
    ink = mix(colour, c.dark, 0.42) if pattern == "cross" else light(colour, 0.5)
    if pattern == "stripe":
        for x in (330, 352, 374, 626, 648, 670):
            c.line(smooth([(x, 310), (x + (x - 500) * .05, 580), (x, 830)]), 7, ink, alpha=0.8,
                   clip=shape)
    elif pattern == "cross":
        for row in range(7):
            for col in range(7):
                x, y = 266 + col * 78 + 39 * (row % 2), 380 + row * 64
                c.line([(x - 11, y), (x + 11, y)], 5, ink, clip=shape)
                c.line([(x, y - 11), (x, y + 11)], 5, ink, clip=shape)
    for x, y, dx, dy in ((266, 390, 80, 76), (734, 390, -80, 76), (266, 786, 84, -70),
                         (734, 786, -84, -70)):
        c.line([(x, y), (x + dx, y + dy)], 15, c.dark, alpha=0.16, blur=7, clip=shape)
    c.line(shape + shape[:1], 6, light(colour, 0.35), alpha=0.8)
    c.dots(shape, light(colour, 0.4), 160, size=2.2, alpha=0.35)


def throw(c, colour):
    c.fill(box(120, 236, 880, 262, 13), OAK, "down")
    c.line([(150, 248), (150, -40)], 8, LINEN)
    c.line([(850, 248), (850, -40)], 8, LINEN)
    back = [(300, 240), (760, 240), (768, 640), (296, 640)]
    c.fill(back, mix(colour, c.dark, 0.35), "down")
    front = path("M 268 246 C 276 224 300 222 330 222 L 700 222 C 728 222 736 232 738 250 C 742 "
                 "400 734 600 748 800 "
                 "C 660 790 600 812 508 802 C 420 794 340 810 252 800 C 264 600 258 400 268 246")
    c.drop(front, 24, 26, 22, 0.22)
    for i in range(42):
        x = 258 + i * 11.7
        c.line([(x, 796), (x + 4 * math.sin(i * 2.4), 846)], 4.5, light(colour, 0.25))
    c.fill(front, colour, "soft", depth=0.7)
    for y in (610, 640, 700, 730):
        c.line(smooth([(240, y), (400, y + 8), (600, y - 6), (760, y + 2)]), 13 if y in (640, 700)
               else 5,
               light(colour, 0.62), alpha=0.85, clip=front)
    for x in (330, 440, 566, 668):
        c.line(smooth([(x, 226), (x + 12, 420), (x - 8, 640), (x + 10, 820)]), 22, c.dark,
               alpha=0.10, blur=12, clip=front)
        c.line(smooth([(x + 38, 226), (x + 44, 420), (x + 28, 640), (x + 42, 820)]), 16, "#ffffff",
               alpha=0.14, blur=9,
               clip=front)


def folded(c, colour, x0, y0, x1, y1, stripe=None):
    """One folded cloth of a pile, seen from its rounded front edge."""
    layer = box(x0, y0, x1, y1, (y1 - y0) / 2 - 1)
    c.fill(layer, colour, "down")
    mid = (y0 + y1) / 2
    c.line([(x0 + 26, mid), (x1 - 8, mid)], 3, c.dark, alpha=0.28)
    c.line([(x0 + 30, mid - 18), (x1 - 20, mid - 18)], 4, "#ffffff", alpha=0.18, blur=2)
    if stripe:
        for x in (x1 - 150, x1 - 124, x1 - 98):
            c.fill(box(x, y0, x + 12, y1), stripe, "flat", alpha=0.75, clip=layer)
    c.dots(layer, light(colour, 0.5), 60, size=2.4, alpha=0.3)


def towels(c, colour):
    c.shadow(500, 800, 280, 22)
    folded(c, mix(colour, c.dark, 0.16), 236, 706, 764, 800, light(colour, 0.6))
    folded(c, colour, 244, 612, 756, 708, light(colour, 0.6))
    folded(c, light(colour, 0.22), 252, 520, 748, 614, mix(colour, c.dark, 0.25))


def napkins(c, colour):
    c.shadow(500, 804, 260, 30)
    for i in range(4):
        slab = path(f"M 250 {786 - i * 30} L 430 {676 - i * 30} L 770 {690 - i * 30} L 650 "
                    f"{806 - i * 30}")
        c.fill(move(slab, 0, 20), mix(colour, c.dark, 0.30), "flat")
        c.fill(move(slab, 0, 8), mix(colour, c.dark, 0.16), "flat")
        c.fill(slab, colour, "soft", depth=0.7)
    hem = path("M 282 692 L 436 600 L 732 612 L 634 706")
    c.line(hem + hem[:1], 3, light(colour, 0.6), alpha=0.8)
    c.line(path("M 460 712 Q 560 640 596 594"), 8, "#b59a72")
    c.line(path("M 452 720 L 450 762"), 8, "#b59a72")
    sprig = smooth([(470, 690), (520, 640), (590, 620)])
    c.line(sprig, 5, "#6f7f5f")
    for i in range(4, len(sprig) - 2, 5):
        x, y = sprig[i]
        c.fill(turn(oval(x, y - 18, 8, 24), 30, x, y), "#8d9b78", "soft")
        c.fill(turn(oval(x, y + 18, 8, 24), 50, x, y), "#8d9b78", "soft")


def bedding(c, colour):
    c.shadow(500, 804, 320, 24)
    folded(c, mix(colour, c.dark, 0.12), 190, 690, 810, 806, light(colour, 0.6))
    folded(c, colour, 204, 588, 796, 694, light(colour, 0.6))
    pillow = move(path(PILLOW), 0, -152, 0.72, 500, 640)
    top = min(y for _, y in pillow)
    squash = [(500 + (x - 500) * 1.22, top + 110 + (y - top) * 0.62) for x, y in pillow]
    c.fill(move(squash, 6, 12), c.dark, "flat", alpha=0.2, blur=10)
    c.fill(squash, light(colour, 0.28), "ball")
    c.line(squash + squash[:1], 5, light(colour, 0.6), alpha=0.7)


def tablecloth(c, colour):
    c.shadow(500, 860, 250, 20)
    for x in (300, 700):
        c.fill(box(x - 16, 640, x + 16, 866), OAK, "turned")
    drape = path("M 170 560 L 830 560 C 850 640 846 720 862 770 Q 806 740 760 776 Q 700 742 630 "
                 "778 Q 560 744 500 780 "
                 "Q 430 744 366 778 Q 300 742 240 776 Q 190 742 138 770 C 154 720 150 640 170 560")
    c.fill(drape, colour, "soft")
    for x in (240, 366, 500, 630, 760):
        c.line(smooth([(500 + (x - 500) * .94, 574), (x, 690), (x, 776)]), 20, c.dark, alpha=0.13,
               blur=9, clip=drape)
    c.fill(oval(500, 560, 332, 62), light(colour, 0.30), "soft", depth=0.6)
    c.line(smooth([(140, 744), (240, 750), (366, 752), (500, 754), (630, 752), (760, 750),
                   (860, 744)]), 5, light(colour, 0.6),
           clip=drape)
    vessel(c, [(430, 26), (470, 24), (530, 62), (556, 44)], "#c98f6e", cx=560, rim=7, speckle=30,
           wall=6)
    c.fill(oval(410, 556, 72, 16), "#f8f5ee", "soft")
    for x, y in ((386, 538), (430, 540), (408, 520)):
        c.fill(oval(x, y, 25, 23), "#b9a05a", "ball")


def rug(c, colour):
    for i in range(64):
        dx, dy = math.cos(math.tau * i / 64), math.sin(math.tau * i / 64)
        fringe = [(500 + 360 * dx, 660 + 172 * dy), (500 + 392 * dx, 662 + 192 * dy)]
        c.line(fringe, 4, light(colour, 0.5))
    c.fill(oval(508, 676, 372, 182), c.dark, "flat", alpha=0.25, blur=14)
    whole = c.fill(oval(500, 660, 366, 176), colour, "soft", depth=0.6)
    for r, tone in ((318, 0.55), (286, 0.0), (214, 0.42), (150, 0.0), (96, 0.6)):
        c.fill(oval(500, 660, r, r * .48), light(colour, tone), "soft", depth=0.5)
    for r in range(30, 366, 12):
        c.line(oval(500, 660, r, r * .48), 2, c.dark, alpha=0.10)
    c.dots(whole, "#ffffff", 200, size=2.4, alpha=0.25)


def apron(c, colour):
    half = path("M 500 250 C 460 250 430 252 410 262 C 404 340 388 400 318 446 C 306 600 306 700 "
                "300 812 "
                "C 380 826 440 824 500 824")
    shape = mirror(half)
    c.line(path("M 416 266 C 410 120 590 120 584 266"), 14, mix(colour, c.dark, 0.25))
    c.line(path("M 322 470 C 240 500 220 560 200 640"), 12, mix(colour, c.dark, 0.25))
    c.line(path("M 678 470 C 760 500 780 560 800 640"), 12, mix(colour, c.dark, 0.25))
    c.drop(shape, 22, 26, 20, 0.25)
    c.fill(shape, colour, "soft", depth=0.8)
    for x in (390, 610):
        c.line(smooth([(500 + (x - 500) * .5, 300), (x, 560), (x - 8, 820)]), 20, c.dark,
               alpha=0.11, blur=10, clip=shape)
    pocket = box(392, 560, 608, 700, 14)
    c.fill(move(pocket, 4, 6), c.dark, "flat", alpha=0.2, blur=5)
    c.fill(pocket, light(colour, 0.08), "soft", depth=0.6)
    c.line([(392, 584), (608, 584)], 3, light(colour, 0.6))
    c.line([(500, 584), (500, 698)], 3, light(colour, 0.6), alpha=0.7)
    for x in (416, 584):
        c.fill(oval(x, 268, 10), BRASS, "ball")


def clock(c, colour):
    face = oval(500, 500, 270)
    c.drop(face, 26, 38, 26, 0.28)
    c.fill(face, colour, "soft")
    c.fill(oval(500, 500, 244), mix(colour, c.dark, 0.3), "flat")
    c.fill(oval(500, 500, 240), "#f8f5ee", "soft", depth=0.5)
    for i in range(12):
        c.line(turn([(500, 286), (500, 310 if i % 3 else 326)], i * 30), 9 if i % 3 == 0 else 5,
               IRON)
    c.line(turn([(500, 520), (500, 370)], -54), 14, IRON)
    c.line(turn([(500, 530), (500, 312)], 62), 9, IRON)
    c.fill(oval(500, 500, 15), BRASS, "ball")


def mirror_round(c, colour, size=1.0):
    r = 280 * size
    c.line([(500, 500 - r - 120), (500 - r * .5, 500 - r * .84)], 14, WALNUT)
    c.line([(500, 500 - r - 120), (500 + r * .5, 500 - r * .84)], 14, WALNUT)
    c.fill(oval(500, 500 - r - 120, 14), BRASS, "ball")
    c.drop(oval(500, 500, r), 26, 38, 26, 0.28)
    c.fill(oval(500, 500, r), colour, "soft")
    pane = c.fill(oval(500, 500, r - 20), "#dfe8ea", "soft", depth=1.0)
    for x, w in ((380, 70), (520, 26)):
        c.fill([(x, 100), (x + w, 100), (x + w - 260, 900), (x - 260, 900)], "#ffffff", "flat",
               alpha=0.45, clip=pane)


def basket(c, colour, size=1.0):
    w, top = 240 * size, 800 - 270 * size
    c.shadow(500, 800, w * .9)
    for side in (-1, 1):
        c.line(oval(500 + side * w * .86, top - 4, 54 * size, 66 * size, 180, 360), 16, WALNUT)
    body = c.fill(lathe([(top, w), (top + 60, w * 1.06), (740, w * .98), (800, w * .84)],
                        rim=46 * size, foot=26),
                  colour, "turned")
    c.fill(oval(500, top, w, 46 * size), mix(colour, c.dark, 0.5), "down")
    linen = smooth([(500 - w * .8, top + 6), (500 - w * .4, top - 60 * size), (500, top - 20),
                    (500 + w * .45, top - 76 * size),
                    (500 + w * .8, top + 6), (500, top + 44 * size)], closed=True)
    c.fill(linen, "#f3ede1", "soft")
    for row in range(int(250 * size // 20)):
        y = top + 34 * size + row * 20
        for col in range(-16, 17):
            x = 500 + col * 32 * size + (16 * size if row % 2 else 0)
            bow = 38 * size * (1 - ((x - 500) / (w * 1.1)) ** 2)
            c.line(oval(x, y + bow, 13 * size, 7, 190, 350), 4.5, mix(colour, WALNUT, 0.75),
                   alpha=0.55, clip=body)
    c.line(oval(500, top, w, 46 * size, 0, 180), 15, mix(colour, WALNUT, 0.25))


def pegs(c, colour):
    rail = box(120, 330, 880, 400, 14)
    c.drop(rail, 12, 24, 14, 0.25)
    c.fill(rail, colour, "down", depth=0.7)
    c.lines([smooth([(120, 345 + i * 14), (400, 350 + i * 13), (880, 342 + i * 14)])
             for i in range(4)], 2, WALNUT,
            alpha=0.3, clip=rail)
    bag = path("M 372 480 L 548 480 C 560 600 566 700 572 780 Q 460 800 348 780 C 354 700 360 600 "
               "372 480")
    c.line(path("M 410 486 C 410 400 430 372 460 372 C 490 372 510 400 510 486"), 9, LINEN)
    c.drop(bag, 20, 22, 18, 0.22)
    c.fill(bag, LINEN, "soft", depth=0.8)
    c.text(460, 640, "AURORA", 24, IRON, spacing=0.2)
    c.line(path("M 700 372 L 700 430"), 5, WALNUT)
    c.line(oval(700, 520, 86), 14, BRASS, shade="soft")
    for x in (220, 340, 460, 580, 700, 820):
        c.fill(oval(x + 6, 378, 22), c.dark, "flat", alpha=0.25, blur=5)
        c.fill(oval(x, 368, 20), light(colour, 0.12), "ball")


def boxes(c, colour):
    c.shadow(500, 800, 270, 26)
    for x0, y0, x1, y1, tone in ((230, 650, 770, 800, 0.0), (280, 522, 700, 650, 0.3),
                                 (340, 420, 640, 522, 0.55)):
        fill = light(colour, tone)
        c.fill(box(x0, y0, x1, y1, 6), fill, "soft")
        c.fill(box(x0 - 8, y0 - 6, x1 + 8, y0 + 34, 6), light(fill, 0.14), "soft", depth=0.7)
        c.fill(box(x0 - 4, y0 + 34, x1 + 4, y0 + 42), c.dark, "flat", alpha=0.18, blur=3)
        mid, low = (x0 + x1) / 2, (y0 + y1) / 2 + 14
        c.fill(box(mid - 42, low - 16, mid + 42, low + 20, 4), BRASS, "soft")
        c.fill(box(mid - 34, low - 9, mid + 34, low + 13, 2), "#faf6ec", "flat")


KINDS = {
    "pendant": (pendant, "wall"), "tablelamp": (tablelamp, "table"),
    "floorlamp": (floorlamp, "table"), "mushroom": (mushroom, "table"), "candle": (candle, "table"),
    "holders": (holders, "table"), "tapers": (tapers, "wall"), "cushion": (cushion, "table"),
    "throw": (throw, "wall"), "towels": (towels, "table"), "napkins": (napkins, "table"),
    "bedding": (bedding, "table"), "tablecloth": (tablecloth, "table"), "rug": (rug, "wall"),
    "apron": (apron, "wall"), "clock": (clock, "wall"), "mirror": (mirror_round, "wall"),
    "basket": (basket, "table"), "pegs": (pegs, "wall"), "boxes": (boxes, "table"),
}
