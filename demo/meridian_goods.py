"""How Ridgeline's clothing and Harbor Pantry's coffee, tea, preserves and sweets are drawn."""

import math

from drawing import box, lathe, light, mirror, mix, move, oval, path, smooth, turn
from meridian_gear import COAL, CREAM, STEEL, TAN, badge

BOOT = ("M 380 330 C 440 316 520 316 566 330 C 572 420 574 500 596 560 C 640 600 730 614 772 650 C "
        "800 676 804 716 800 742 "
        "L 392 742 C 372 640 384 470 380 330")


def jacket(c, colour):
    sleeve = path("M 372 262 C 300 290 270 360 236 520 C 220 600 204 680 196 752 L 280 776 C 300 "
                  "660 330 560 366 480")
    shape = mirror(path("M 500 250 C 450 246 410 246 372 262 C 350 300 352 420 348 520 C 346 640 "
                        "342 740 336 822 "
                        "C 400 836 460 836 500 834"))
    for arm in (sleeve, [(1000 - x, y) for x, y in sleeve]):
        c.drop(arm, 18, 24, 16, 0.3)
        c.fill(arm, mix(colour, c.dark, 0.14), "soft")
    c.drop(shape, 20, 26, 18, 0.32)
    c.fill(shape, colour, "soft")
    c.fill(path("M 340 560 L 660 560 L 672 850 L 328 850"), mix(colour, c.dark, 0.22), "soft",
           clip=shape)
    hood = path("M 400 262 C 390 160 440 116 500 116 C 560 116 610 160 600 262 C 570 300 430 300 "
                "400 262")
    c.fill(hood, light(colour, 0.08), "soft")
    c.fill(path("M 430 258 C 424 190 456 160 500 160 C 544 160 576 190 570 258 C 550 290 450 290 "
                "430 258"),
           mix(colour, c.dark, 0.6), "down")
    c.line([(500, 286), (500, 832)], 11, CREAM)
    for side in (-1, 1):
        c.line([(500 + side * 66, 640), (500 + side * 120, 730)], 9, CREAM)
        c.line(smooth([(500 + side * 26, 270), (500 + side * 30, 320), (500 + side * 26, 372)]), 5,
               CREAM)
    badge(c, 580, 420, 1.0)
    for arm in (-1, 1):
        c.line([(500 + arm * 304, 748), (500 + arm * 222, 772)], 14, COAL)


def fleece(c, colour):
    sleeve = path("M 376 276 C 300 300 270 380 240 520 C 226 600 214 680 208 744 L 290 762 C 310 "
                  "660 336 560 366 480")
    shape = mirror(path("M 500 280 C 450 270 410 268 376 276 C 350 320 352 420 350 520 C 350 640 "
                        "348 740 346 806 "
                        "C 400 820 460 820 500 820"))
    for arm in (sleeve, [(1000 - x, y) for x, y in sleeve]):
        c.drop(arm, 18, 24, 16, 0.3)
        c.fill(arm, mix(colour, c.dark, 0.16), "soft")
        c.dots(arm, light(colour, 0.6), 220, size=4, alpha=0.35)
    c.drop(shape, 20, 26, 18, 0.32)
    c.fill(shape, colour, "soft")
    yoke = path("M 340 250 L 660 250 L 660 400 Q 500 452 340 400")
    c.dots(shape, light(colour, 0.6), 620, size=4, alpha=0.35)
    c.fill(yoke, "#2f5d62", "soft", clip=shape)
    collar = path("M 416 290 C 410 220 440 200 500 200 C 560 200 590 220 584 290 Q 500 330 416 290")
    c.fill(collar, "#2f5d62", "turned")
    c.line([(500, 212), (500, 470)], 10, CREAM)
    c.fill(box(560, 344, 630, 430, 10), mix("#2f5d62", c.dark, 0.25), "soft")
    badge(c, 595, 390, 0.8)
    c.line([(348, 796), (652, 796)], 22, "#2f5d62", clip=shape)


def beanie(c, colour):
    dome = path("M 250 640 C 240 420 350 290 500 290 C 650 290 760 420 750 640")
    c.drop(dome, 18, 26, 18, 0.3)
    pom = oval(500, 268, 76)
    c.fill(pom, CREAM, "ball")
    c.dots(pom, mix(CREAM, c.dark, 0.3), 160, size=4)
    c.fill(dome, colour, "ball")
    for i in range(-6, 7):
        c.line(smooth([(500 + i * 12, 296), (500 + i * 32, 430), (500 + i * 41, 650)]), 9, c.dark,
               alpha=0.14, clip=dome)
        c.line(smooth([(506 + i * 12, 296), (510 + i * 32, 430), (512 + i * 41, 650)]), 5,
               "#ffffff", alpha=0.16, clip=dome)
    c.fill(path("M 220 470 L 780 470 L 780 520 L 220 520"), CREAM, "turned", clip=dome, alpha=0.9)
    cuff = box(226, 600, 774, 752, 46)
    c.drop(cuff, 10, 16, 12, 0.28)
    c.fill(cuff, mix(colour, c.dark, 0.16), "turned")
    for x in range(250, 770, 26):
        c.line([(x, 610), (x, 742)], 7, c.dark, alpha=0.16)
    c.fill(box(442, 630, 558, 722, 8), TAN, "soft")
    badge(c, 500, 676, 1.2)


def boot(c, colour, dx, dy, tone):
    shape = move(path(BOOT), dx, dy)
    c.shadow(590 + dx, 800 + dy, 220, 20)
    sole = move(path("M 376 730 L 806 730 C 822 770 812 800 790 802 L 396 802 C 374 800 370 764 "
                     "376 730"), dx, dy)
    c.fill(sole, COAL, "down")
    for x in range(400, 800, 38):
        c.fill(move(box(x, 786, x + 20, 808, 4), dx, dy), mix(COAL, "#000000", 0.4), "flat")
    c.fill(shape, mix(colour, c.dark, tone), "soft")
    c.fill(move(path("M 660 590 C 740 610 810 640 810 750 L 640 750 C 690 700 690 640 660 590"), dx,
                dy),
           mix(colour, c.dark, 0.42 + tone), "soft", clip=shape)
    c.fill(move(path("M 360 600 C 440 600 480 660 470 750 L 370 750"), dx, dy),
           mix(colour, c.dark, 0.42 + tone), "soft", clip=shape)
    c.fill(move(box(370, 314, 576, 352, 18), dx, dy), mix(colour, c.dark, 0.5), "down")
    for i in range(6):
        y, x = 396 + i * 34, 548 + max(0, i - 3) * 26
        c.line([(x - 50 + dx, y + 10 + dy), (x + 18 + dx, y - 6 + dy)], 9, "#f2b632")
        c.fill(oval(x - 56 + dx, y + 12 + dy, 8), STEEL, "ball")
    c.line(move(smooth([(376, 716), (560, 708), (806, 720)]), dx, dy), 6, CREAM, clip=shape)


def boots(c, colour):
    boot(c, colour, -30, -46, 0.22)
    boot(c, colour, -160, 0, 0.0)


def socks(c, colour):
    for dx, angle, tone in ((110, 8, 0.2), (-80, -6, 0.0)):
        shape = path("M 400 210 L 560 210 C 560 340 552 450 566 540 C 600 620 700 660 716 730 C "
                     "722 800 660 826 600 800 "
                     "C 500 760 410 690 396 580 C 392 450 402 340 400 210")
        shape = turn(move(shape, dx - 60, 0), angle)
        fill = mix(colour, c.dark, tone)
        c.drop(shape, 16, 24, 16, 0.3)
        c.fill(shape, fill, "soft")
        for y, width, stripe in ((300, 26, CREAM), (344, 12, "#f2b632"), (384, 26, CREAM)):
            c.line(turn([(380 + dx - 60, y), (600 + dx - 60, y)], angle), width, stripe, clip=shape,
                   alpha=0.95)
        c.fill(turn(move(oval(690, 790, 120, 90), dx - 60, 0), angle), CREAM, "flat", alpha=0.9,
               clip=shape)
        c.fill(turn(move(oval(400, 660, 74, 84), dx - 60, 0), angle), CREAM, "flat", alpha=0.9,
               clip=shape)
        c.line(turn(move([(392, 224), (568, 224)], dx - 60, 0), angle), 30, mix(fill, c.dark, 0.2),
               clip=shape)


def anchor(c, x, y, size, colour):
    """Harbor Pantry's mark."""
    c.line(oval(x, y - 30 * size, 9 * size), 5 * size, colour)
    c.line([(x, y - 20 * size), (x, y + 34 * size)], 6 * size, colour)
    c.line([(x - 18 * size, y - 8 * size), (x + 18 * size, y - 8 * size)], 5 * size, colour)
    c.line(oval(x, y + 4 * size, 30 * size, 30 * size, 10, 170), 6 * size, colour)


def label(c, body, y0, y1, colour, words, small="HARBOR PANTRY", width=300, cx=500):
    """A paper label around a jar, a tin or a bag."""
    c.fill(box(cx - 400, y0, cx + 400, y1), colour, "turned", depth=0.55, clip=body)
    mid, ink = (y0 + y1) / 2, mix("#3a1a16", colour, 0.06)
    c.text(cx, y0 + (y1 - y0) * .26, small, 17, ink, width=width * .74, spacing=0.12)
    c.text(cx, mid + (y1 - y0) * .06, words, 44, ink, width=width * .80, weight=0.028, spacing=0.03)
    c.line([(cx - width * .18, mid + (y1 - y0) * .28), (cx + width * .18, mid + (y1 - y0) * .28)],
           4, "#b3341f")


def coffee(c, colour, words="ESPRESSO"):
    c.shadow(500, 804, 190)
    bag = path("M 330 330 L 670 330 C 684 460 694 640 700 796 Q 500 826 300 796 C 306 640 316 460 "
               "330 330")
    c.fill(bag, colour, "turned")
    for side in (-1, 1):
        c.line(smooth([(500 + side * 150, 340), (500 + side * 166, 560), (500 + side * 176, 800)]),
               14, c.dark, alpha=0.22,
               blur=6, clip=bag)
    c.fill(box(322, 250, 678, 340, 6), mix(colour, c.dark, 0.14), "turned")
    for y in (270, 286, 302):
        c.line([(330, y), (670, y)], 4, c.dark, alpha=0.22)
    c.fill(box(310, 312, 690, 340, 12), "#f2b632", "down")
    anchor(c, 500, 430, 1.5, CREAM)
    c.fill(oval(500, 372, 11), mix(colour, c.dark, 0.5), "flat")
    label(c, bag, 540, 700, CREAM, words, width=330)
    for x, y, a in ((230, 790, 20), (190, 808, -30), (266, 814, 60), (760, 806, 40),
                    (810, 796, -20)):
        bean = turn(oval(x, y, 25, 17), a, x, y)
        c.fill(move(bean, 5, 8), c.dark, "flat", alpha=0.35, blur=4)
        c.fill(bean, "#5a2f1b", "ball")
        c.line(turn(smooth([(x - 20, y), (x, y + 4), (x + 20, y)]), a, x, y), 4, "#2c140b")


def dripper(c, colour):
    c.shadow(500, 802, 170)
    glass = c.fill(lathe([(590, 84), (640, 100), (740, 158), (800, 150)], rim=12, foot=20),
                   "#e6eeee", "turned", alpha=0.6)
    c.fill(box(300, 700, 700, 850), "#4c2413", "turned", alpha=0.9,
           clip=move(glass, 0, -6, 0.94, 500, 800))
    c.fill(oval(500, 700, 118, 14), "#7a4324", "flat")
    c.tube(oval(646, 480, 56, 62, -90, 110), 26, colour)
    c.fill(oval(500, 592, 170, 26), mix(colour, c.dark, 0.15), "soft")
    c.fill(oval(500, 584, 170, 26), light(colour, 0.1), "soft")
    c.fill(lathe([(400, 196), (430, 186), (560, 84), (580, 74)], rim=34, foot=14), colour, "turned")
    c.fill(oval(500, 400, 196, 34), light(colour, 0.4), "soft")
    c.fill(path("M 322 398 L 350 330 Q 500 360 650 330 L 678 398 Q 500 440 322 398"), "#fff8e8",
           "turned")
    c.fill(oval(500, 346, 152, 20), "#efe2c4", "flat")
    c.fill(oval(500, 352, 126, 14), "#4c2413", "soft")
    for x in (460, 520):
        c.line(smooth([(x, 310), (x - 22, 270), (x + 14, 220), (x - 8, 180)]), 12, "#ffffff",
               alpha=0.5, blur=7)
    anchor(c, 500, 500, 1.2, CREAM)


def bottle(c, colour, words="COLD BREW", cap="#3a1a16", size=1.0):
    c.shadow(500, 802, 112)
    body = c.fill(lathe([(300, 44), (380, 46), (440, 66), (500, 116), (560, 122), (780, 122),
                         (800, 112)], rim=8, foot=18),
                  colour, "turned", depth=1.1)
    c.fill(lathe([(250, 52), (318, 54)], rim=9, foot=9, curved=False), cap, "turned")
    label(c, body, 560, 726, CREAM, words, width=236)
    anchor(c, 500, 760, 0.55, CREAM)
    c.line([(426, 500), (412, 770)], 12, "#ffffff", alpha=0.42, blur=4)
    c.line([(468, 330), (466, 420)], 8, "#ffffff", alpha=0.4, blur=3)


def tin(c, colour, words="BREAKFAST"):
    c.shadow(500, 802, 170)
    body = c.fill(lathe([(420, 156), (780, 156), (800, 150)], rim=0, foot=24, curved=False), colour,
                  "turned")
    for i in range(-8, 9):
        for row in range(3):
            x, y = 500 + i * 36, 470 + row * 22 + (i % 2) * 11
            c.line(oval(x, y, 18, 15, 180, 360), 4, light(colour, 0.6), alpha=0.7, clip=body)
    label(c, body, 560, 720, CREAM, words, width=300)
    c.fill(box(300, 744, 700, 758), "#f2b632", "turned", clip=body)
    c.fill(lathe([(356, 164), (420, 164)], rim=26, foot=26, curved=False),
           mix(colour, c.dark, 0.30), "turned")
    c.fill(oval(500, 356, 164, 26), light(mix(colour, c.dark, 0.2), 0.2), "soft")
    c.fill(lathe([(322, 24), (336, 16), (354, 18)], rim=7, foot=5), "#f2b632", "turned")
    for x, y, a in ((250, 800, 18), (220, 780, -40), (762, 804, 70), (790, 786, 10),
                    (282, 822, 100)):
        c.fill(turn(path(f"M {x - 26} {y} Q {x} {y - 22} {x + 26} {y} Q {x} {y + 22} {x - 26} {y}"),
                    a, x, y), "#4f7a4a", "soft")


def jar(c, colour, words="BLACKBERRY", lid="gingham", bits=None):
    c.shadow(500, 802, 170)
    body = lathe([(410, 128), (450, 140), (490, 166), (780, 166), (800, 150)], rim=0, foot=22)
    c.fill(body, "#eef4f0", "turned", alpha=0.65)
    fruit = c.fill(move(body, 0, -7, 0.945, 500, 800), colour, "turned", depth=1.15)
    if bits:
        for _ in range(34):
            x, y = c.random.uniform(340, 660), c.random.uniform(470, 790)
            r = c.random.uniform(9, 21)
            c.fill(turn(oval(x, y, r, r * .8), c.random.uniform(0, 90), x, y), bits, "ball",
                   alpha=0.75, clip=fruit)
    label(c, body, 560, 716, CREAM, words, width=310)
    c.line([(362, 500), (360, 770)], 14, "#ffffff", alpha=0.5, blur=4)
    if lid == "gingham":
        cloth = lathe([(334, 140), (380, 152), (420, 148), (462, 186)], rim=24, foot=18)
        c.fill(cloth, "#fff4dc", "turned", depth=0.6)
        for x in range(310, 700, 36):
            c.line([(500 + (x - 500) * .8, 300), (x, 480)], 15, "#c7402d", alpha=0.5, clip=cloth)
        for y in range(318, 480, 32):
            c.line(smooth([(300, y - 8), (500, y + 14), (700, y - 8)]), 13, "#c7402d", alpha=0.5,
                   clip=cloth)
        c.line(smooth([(352, 414), (500, 432), (648, 414)]), 9, TAN)
    else:
        c.fill(lathe([(350, 142), (424, 144)], rim=22, foot=22, curved=False), lid, "turned")
        c.fill(oval(500, 350, 142, 22), light(lid, 0.3), "soft")
        for i in range(-9, 10):
            x = 143 * math.sin(i * .165)
            c.line([(500 + x, 376), (500 + x, 440)], 3, c.dark, alpha=0.22)


def chocolate(c, colour, words="SEA SALT"):
    bar = turn(box(366, 190, 634, 830, 10), 10)
    c.drop(bar, 26, 34, 18, 0.42)
    foil = turn(box(374, 170, 626, 330, 4), 10)
    c.fill(foil, "#e9d7a4", "soft")
    choc = turn(box(384, 150, 616, 300, 6), 10)
    c.fill(choc, "#4a2516", "soft")
    for col in range(3):
        for row in range(2):
            square = turn(box(392 + col * 74, 158 + row * 72, 392 + col * 74 + 66, 158 + row * 72
                              + 64, 7), 10)
            c.fill(square, "#5f3320", "soft")
            c.line(square[:20], 3, light("#5f3320", 0.35), alpha=0.7)
    ragged = [(366, 306), *[(366 + i * 19, 290 + 22 * (i % 2)) for i in range(1, 14)], (634, 300),
              (634, 830), (366, 830)]
    wrap = c.fill(turn(ragged, 10), colour, "soft")
    for i in range(-6, 14):
        c.line(turn([(366, 330 + i * 60), (634, 420 + i * 60)], 10), 14, light(colour, 0.5),
               alpha=0.30, clip=wrap)
    plate = turn(box(390, 440, 610, 700, 8), 10)
    c.fill(plate, CREAM, "soft", depth=0.5)
    anchor(c, 510, 506, 1.1, "#b3341f")
    c.text(500, 590, "72 %", 50, "#3a1a16", weight=0.03)
    c.text(494, 650, words, 30, "#3a1a16", width=190, weight=0.02, spacing=0.05)


def caramels(c, colour):
    c.shadow(500, 802, 260)
    lid = [(250, 560), (750, 560), (812, 400), (188, 400)]
    c.fill(lid, mix(colour, c.dark, 0.1), "down")
    c.fill([(274, 548), (726, 548), (780, 412), (220, 412)], light(colour, 0.3), "soft")
    anchor(c, 500, 480, 1.1, "#b3341f")
    c.fill([(250, 560), (750, 560), (790, 640), (210, 640)], mix(colour, c.dark, 0.6), "flat")
    for row, y in ((0, 584), (1, 626)):
        for i in range(6):
            x = 290 + i * 84 - row * 4
            c.fill(box(x - 32, y - 26, x + 32, y + 34, 10), "#d98a3d", "soft")
            for side in (-1, 1):
                c.fill([(x + side * 30, y), (x + side * 46, y - 14), (x + side * 46, y + 16)],
                       "#fff4dc", "soft")
            c.fill(box(x - 14, y - 24, x + 14, y + 32, 4), "#fff4dc", "soft", alpha=0.8)
    front = c.fill([(206, 640), (794, 640), (766, 804), (234, 804)], colour, "soft")
    label(c, front, 668, 778, CREAM, "SALTED CARAMELS", width=460)


def pouch(c, colour, words="GRANOLA", crumbs="#c98b4a"):
    c.shadow(500, 804, 190)
    bag = path("M 316 300 C 330 420 300 640 306 792 Q 500 836 694 792 C 700 640 670 420 684 300 Q "
               "500 316 316 300")
    c.fill(bag, colour, "turned")
    c.fill(path("M 316 300 Q 500 316 684 300 L 682 352 Q 500 366 318 352"),
           mix(colour, c.dark, 0.25), "turned")
    c.line(path("M 320 372 Q 500 386 680 372"), 5, CREAM, alpha=0.8)
    window = oval(500, 480, 94, 82)
    c.fill(window, mix(crumbs, c.dark, 0.4), "flat")
    for _ in range(60):
        x, y = c.random.uniform(400, 600), c.random.uniform(395, 565)
        tone = c.random.choice((crumbs, light(crumbs, 0.4), mix(crumbs, "#7d2b23", 0.5)))
        c.fill(turn(oval(x, y, 17, 11), c.random.uniform(0, 180), x, y), tone, "ball", clip=window)
    c.line(window, 8, CREAM)
    label(c, bag, 604, 744, CREAM, words, width=350)


def fishtin(c, colour):
    c.shadow(500, 790, 300, 34)
    for lift, paper in ((0, "#f7c548"), (1, CREAM)):
        y = 690 - lift * 110
        side = c.fill(box(200, y, 800, y + 110, 46), mix(STEEL, colour, 0.85), "turned")
        c.fill(box(200, y + 16, 800, y + 94), paper, "turned", depth=0.55, clip=side)
        anchor(c, 300, y + 55, 0.8, "#b3341f")
        c.text(520, y + 56, "SARDINES", 46, "#3a1a16", weight=0.03, spacing=0.05)
    top = box(200, 466, 800, 586, 60)
    c.fill(top, light(STEEL, 0.3), "soft")
    c.fill(box(224, 480, 776, 572, 46), colour, "soft")
    fish = smooth([(330, 500), (430, 472), (560, 478), (640, 500), (690, 474), (690, 526),
                   (640, 500), (560, 522), (430, 528)],
                  closed=True)
    c.fill(move(fish, 0, 26), CREAM, "soft")
    c.fill(oval(378, 522, 7), "#3a1a16", "flat")
    c.line(oval(748, 526, 22, 15), 8, STEEL)


KINDS = {
    "jacket": (jacket, "map"), "fleece": (fleece, "map"), "beanie": (beanie, "map"),
    "boots": (boots, "ground"), "socks": (socks, "map"), "coffee": (coffee, "counter"),
    "dripper": (dripper, "counter"), "syrup": (bottle, "counter"), "tin": (tin, "counter"),
    "jar": (jar, "counter"), "chocolate": (chocolate, "counter"), "caramels": (caramels, "counter"),
    "pouch": (pouch, "counter"), "fishtin": (fishtin, "counter"),
}
