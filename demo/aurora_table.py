"""How Aurora's ceramics, glass and kitchen things are drawn."""

from drawing import box, flank, lathe, light, mix, move, oval, path, smooth, turn

OAK, WALNUT, BRASS, IRON, CLAY = "#d3a873", "#8f6243", "#c9a55c", "#3d4347", "#cfae90"


def vessel(c, profile, colour, cx=500, rim=26, foot=18, speckle=120, clay=0, wall=14, inside=None):
    """A thrown pot: glaze, speckles, an unglazed foot, and the view into it."""
    (y_top, w_top), y_foot = profile[0], profile[-1][0]
    body = c.fill(lathe(profile, cx, rim, foot), colour, "turned")
    if clay:
        wide = max(w for _, w in profile) + 20
        edge = smooth([(cx - wide, y_foot - clay), (cx, y_foot - clay + foot),
                       (cx + wide, y_foot - clay)])
        c.fill(edge + [(cx + wide, y_foot + 60), (cx - wide, y_foot + 60)], CLAY, "turned",
               clip=body)
    c.dots(body, mix(colour, c.dark, 0.55), speckle, alpha=0.35)
    if rim:
        c.fill(oval(cx, y_top, w_top, rim), light(colour, 0.35), "flat")
        well = oval(cx, y_top + 2, w_top - wall, rim - wall * 0.34)
        c.fill(well, inside or mix(colour, c.dark, 0.30), "down", depth=0.8)
    return body


def mug(c, colour):
    c.shadow(500, 800, 150)
    c.tube(oval(652, 655, 82, 92, -100, 115), 34, colour)
    vessel(c, [(520, 158), (560, 160), (720, 154), (775, 142), (800, 120)], colour, clay=34,
           inside="#5b4032")
    c.fill(oval(500, 527, 136, 18), "#6d4a38", "soft")


def espresso(c, colour):
    c.shadow(500, 806, 235)
    c.fill(lathe([(764, 245), (786, 190), (802, 110)], rim=40, foot=16), colour, "turned")
    c.fill(oval(500, 764, 245, 40), light(colour, 0.2), "soft")
    c.fill(oval(500, 768, 130, 20), mix(colour, c.dark, 0.18), "flat")
    c.tube(oval(622, 660, 56, 58, -100, 110), 24, colour)
    vessel(c, [(578, 128), (640, 130), (720, 108), (766, 72)], colour, rim=22, foot=10, speckle=60)
    c.fill(oval(500, 584, 110, 15), "#5a3a2a", "soft")
    c.fill(oval(482, 582, 60, 7), "#a9754c", "flat", alpha=0.6)


def bowl(c, colour, height=190, width=270):
    top = 800 - height
    c.shadow(500, 800, width * 0.62)
    vessel(c, [(top, width), (top + height * .35, width * .95), (top + height * .75, width * .66),
               (785, width * .42), (800, width * .40)], colour, rim=width * .2, foot=14, clay=22,
               wall=12)
    c.fill(oval(500, top + width * .055, width * .72, width * .12), light(colour, 0.12), "down",
           alpha=0.5)


def plates(c, colour):
    c.shadow(500, 806, 280, 58)
    for y in (770, 739, 708):
        c.fill(oval(500, y + 18, 262, 62), mix(colour, c.dark, 0.42), "turned")
        c.fill(oval(500, y + 6, 314, 74), mix(colour, c.dark, 0.12), "turned")
        c.fill(oval(500, y, 320, 74), light(colour, 0.2), "turned", depth=0.7)
    c.fill(oval(500, 708, 320, 74), light(colour, 0.3), "soft")
    c.fill(oval(500, 712, 250, 54), mix(colour, c.dark, 0.14), "soft", depth=0.7)
    plate = c.fill(oval(500, 717, 238, 48), light(colour, 0.10), "soft", depth=0.6)
    c.dots(plate, mix(colour, c.dark, 0.5), 90, alpha=0.3)
    c.line(oval(500, 708, 316, 72), 4, mix(colour, CLAY, 0.7))


def canister(c, colour, height=300, width=150):
    top = 800 - height
    c.shadow(500, 800, width)
    vessel(c, [(top, width), (top + 20, width + 2), (770, width), (800, width - 14)], colour, rim=0,
           foot=20)
    c.fill(lathe([(top - 44, width + 6), (top + 2, width + 6)], rim=24, foot=24), OAK, "turned")
    lid = c.fill(oval(500, top - 44, width + 6, 24), light(OAK, 0.3), "soft")
    c.lines([oval(500, top - 40 + i * 9, width + 30, 30, 200, 340) for i in range(-2, 3)], 2,
            WALNUT,
            alpha=0.35, clip=lid)
    c.fill(lathe([(top - 92, 30), (top - 66, 22), (top - 46, 20)], rim=9, foot=6), WALNUT, "turned")
    c.fill(oval(500, top - 92, 30, 9), light(WALNUT, 0.25), "soft")


def teapot(c, colour):
    c.shadow(500, 800, 190)
    c.fill(path("M 330 690 C 250 690 240 590 178 548 C 168 540 182 520 200 524 C 290 548 300 610 "
                "352 620"),
           colour, "soft")
    c.tube(oval(500, 610, 176, 208, 180, 360), 20, WALNUT)
    vessel(c, [(556, 96), (590, 168), (670, 202), (750, 176), (800, 120)], colour, rim=0, clay=36)
    c.fill(lathe([(528, 60), (546, 90), (562, 104)], rim=12, foot=18), light(colour, 0.12),
           "turned")
    c.fill(oval(500, 512, 26, 24), WALNUT, "ball")


def kettle(c, colour):
    c.shadow(490, 800, 190)
    c.tube(smooth([(330, 730), (262, 690), (236, 600), (212, 520), (150, 505)]), 32, colour)
    c.tube(smooth([(596, 566), (740, 548), (790, 630), (752, 742)]), 28, WALNUT)
    body = vessel(c, [(540, 112), (600, 150), (720, 194), (790, 200), (800, 192)], colour, cx=490,
                  rim=0, speckle=0)
    c.fill(box(250, 770, 730, 800), "#b9bcbb", "turned", clip=body)
    c.fill(lathe([(512, 84), (530, 106), (546, 114)], cx=490, rim=14, foot=20), light(colour, 0.10),
           "turned")
    c.fill(lathe([(466, 26), (490, 20), (512, 18)], cx=490, rim=8, foot=5), WALNUT, "turned")
    c.fill(oval(490, 466, 26, 8), light(WALNUT, 0.3), "flat")
    c.line(smooth([(392, 590), (352, 690), (344, 760)]), 12, "#ffffff", alpha=0.35, blur=4)


def board(c, colour, length=430):
    top = 800 - length
    shape = path(f"M 350 800 L 350 {top + 70} C 350 {top + 10} 440 {top + 20} 452 {top - 40} "
                 f"C 455 {top - 110} 545 {top - 110} 548 {top - 40} "
                 f"C 560 {top + 20} 650 {top + 10} 650 {top + 70} L 650 800")
    c.shadow(510, 804, 170, 22)
    c.drop(shape, 26, 8)
    c.fill(move(shape, 10, 3), mix(colour, c.dark, 0.35), "flat")
    c.fill(shape, colour, "soft")
    for i, x in enumerate(range(365, 650, 26)):
        sway = 14 * ((i * 7) % 5 - 2)
        grain = smooth([(x, 810), (x + sway * .5, 700), (x - sway * .4, 600),
                        (x + sway * .3, top - 90)])
        c.line(grain, 3 + i % 3, WALNUT, alpha=0.28, clip=shape)
    c.fill(oval(500, top - 40, 20), mix(colour, c.dark, 0.6), "flat")
    c.line(smooth([(500, top - 52), (470, top - 110), (500, top - 140), (530, top - 110),
                   (500, top - 52)]),
           6, "#e9dfcc")


def spoons(c, colour):
    c.shadow(500, 800, 130)
    for angle, wood, head in ((-17, OAK, 44), (15, WALNUT, 40), (-3, "#b98a5a", 46)):
        c.line(turn([(500, 690), (500, 420)], angle, 500, 760), 20, wood, shade="turned")
        c.fill(turn(oval(500, 350, head, 84), angle, 500, 760), wood, "soft")
        c.fill(turn(oval(497, 346, head - 14, 62), angle, 500, 760), mix(wood, c.dark, 0.18),
               "soft", depth=0.7)
    front = [(560, 132), (640, 138), (770, 132), (800, 116)]
    vessel(c, front, colour, rim=20, clay=60)
    for angle, wood in ((-17, OAK), (15, WALNUT), (-3, "#b98a5a")):
        c.line(turn([(500, 584), (500, 520)], angle, 500, 760), 20, wood, shade="turned")
    c.fill([(500 + w, y) for w, y in ((-119, 562), (119, 562))] + oval(500, 562, 119, 15, 0, 180),
           colour, "turned",
           clip=oval(500, 590, 132, 16))


def salt(c, colour):
    c.shadow(500, 800, 170)
    vessel(c, [(650, 170), (690, 178), (770, 164), (800, 140)], colour, rim=44, clay=26)
    c.fill(oval(500, 662, 146, 30), "#fbfaf6", "soft", depth=0.6)
    c.dots(oval(500, 662, 140, 27), "#b9bcb8", 90, size=3.4)
    c.line([(545, 652), (690, 560)], 18, OAK, shade="soft")
    c.fill(turn(oval(528, 662, 46, 24), -32, 528, 662), OAK, "soft")
    lid = turn(oval(268, 720, 30, 118), -14, 268, 720)
    c.drop(lid, 10, 10, 10)
    c.fill(move(lid, -12, 2), WALNUT, "soft")
    c.fill(lid, OAK, "soft")


def casserole(c, colour, size=1.0):
    w, top = 240 * size, 800 - 200 * size
    c.shadow(500, 800, w)
    for side in (-1, 1):
        c.tube(oval(500 + side * w, top + 56 * size, 58 * size, 34 * size, -90 * side - 90,
                    90 - 90 * side + 90),
               24 * size, mix(colour, c.dark, 0.1))
    c.fill(lathe([(top, w), (top + 20, w), (770, w - 6), (800, w - 34)], rim=0, foot=24), colour,
           "turned")
    c.line([(500 - w * .72, top + 44), (500 - w * .72, 760)], 16, "#ffffff", alpha=0.35, blur=5)
    c.fill(lathe([(top - 62 * size, 60 * size), (top - 46 * size, w * .7), (top - 8, w + 8),
                  (top + 8, w + 8)],
                 rim=10, foot=26), light(colour, 0.10), "turned")
    c.fill(lathe([(top - 112 * size, 40 * size), (top - 88 * size, 26 * size),
                  (top - 62 * size, 24 * size)], rim=12, foot=8),
           OAK, "turned")
    c.fill(oval(500, top - 112 * size, 40 * size, 12), light(OAK, 0.3), "soft")


def glass(c, profile, tint, cx=500, rim=20, fill_from=None, liquid="#dcecee"):
    """Clear glass: a faint body, bright edges, and what is in it."""
    body = lathe(profile, cx, rim, 16)
    c.fill(body, tint, "turned", alpha=0.42)
    if fill_from:
        near = min(profile, key=lambda p: abs(p[0] - fill_from))[1] - 10
        c.fill(box(cx - 400, fill_from, cx + 400, 900), liquid, "turned", alpha=0.72,
               clip=move(body, 0, -8, 0.965, cx, 800))
        c.fill(oval(cx, fill_from, near, rim * .8), light(liquid, 0.35), "flat", alpha=0.75)
    (y, w), edge = profile[0], light(tint, 0.7)
    c.line(oval(cx, y, w, rim), 5, edge, alpha=0.9)
    side = flank(profile)
    for sign in (-1, 1):
        c.line([(cx + sign * (ww - 4), yy) for ww, yy in side], 5, edge, alpha=0.75)
    c.line([(cx - ww * 0.68, yy) for ww, yy in side[6:-10]], 13, "#ffffff", alpha=0.5, blur=3)


def tumblers(c, colour):
    for cx, lift in ((612, -26), (402, 0)):
        c.shadow(cx, 800 + lift, 112, strength=0.22)
        profile = [(540 + lift, 122), (660 + lift, 116), (780 + lift, 98), (800 + lift, 92)]
        glass(c, profile, colour, cx, 24, 640 + lift, mix("#e4f0f0", colour, 0.35))


def carafe(c, colour):
    c.shadow(500, 800, 165, strength=0.26)
    glass(c, [(430, 92), (520, 56), (600, 70), (700, 168), (770, 176), (800, 150)], "#c8d4d4", 500,
          20, 680, "#5b3a28")
    collar = c.fill(lathe([(486, 74), (530, 62), (584, 72)], rim=14, foot=14), colour, "turned")
    c.line([(400, 536), (600, 536)], 9, "#4a3628", clip=collar)
    c.fill(oval(560, 540, 13), OAK, "ball")


def tray(c, colour):
    c.shadow(500, 784, 330, 60)
    c.fill(lathe([(700, 350), (744, 346), (756, 330)], rim=96, foot=92), colour, "turned")
    c.fill(oval(500, 700, 350, 96), light(colour, 0.25), "soft")
    floor = c.fill(oval(500, 708, 326, 82), mix(colour, WALNUT, 0.25), "soft")
    c.lines([smooth([(150, 640 + i * 17), (420, 650 + i * 17), (860, 636 + i * 17)])
             for i in range(8)], 3, WALNUT,
            alpha=0.35, clip=floor)
    for side in (-1, 1):
        c.line([(500 + side * 342, 668), (500 + side * 342, 716)], 16, IRON)
    c.fill(lathe([(590, 66), (640, 68), (700, 52)], cx=420, rim=14, foot=14), "#e9e3d8", "turned")
    c.fill(oval(420, 590, 66, 14), "#6d4a38", "soft")
    c.fill(oval(600, 706, 92, 24), "#f2ede3", "soft")
    for x, y in ((570, 690), (630, 692), (600, 676)):
        c.fill(oval(x, y, 34, 28), "#cf9358", "ball")


def cakestand(c, colour):
    c.shadow(500, 800, 140)
    vessel(c, [(640, 40), (700, 34), (770, 70), (800, 128)], colour, rim=0, foot=20)
    c.fill(lathe([(610, 290), (634, 282), (650, 80)], rim=50, foot=20), colour, "turned")
    c.fill(oval(500, 608, 290, 50), light(colour, 0.32), "soft")
    c.fill(oval(500, 610, 190, 28), mix(colour, c.dark, 0.28), "flat", alpha=0.5, blur=6)
    c.fill(lathe([(470, 180), (600, 180)], rim=34, foot=34, curved=False), "#d9a86a", "turned")
    c.fill(lathe([(520, 182), (548, 182)], rim=30, foot=30, curved=False), "#f5ecda", "turned")
    icing = [(320, 466), (680, 466), (682, 500), *[(x, 512 + 18 * (i % 2)) for i,
                                                   x in enumerate(range(660, 320, -34))],
             (318, 500)]
    c.fill(smooth(icing, closed=True), "#fbf6ec", "turned", depth=0.5)
    c.fill(oval(500, 466, 182, 36), "#fffdf6", "soft", depth=0.4)
    for x, y in ((430, 452), (520, 446), (580, 466), (480, 474)):
        c.fill(oval(x, y, 20, 18), "#7d4257", "ball")


def pitcher(c, colour):
    c.shadow(490, 800, 150)
    c.tube(smooth([(590, 470), (700, 470), (728, 580), (640, 690)]), 32, colour)
    profile = [(430, 104), (480, 92), (560, 118), (680, 164), (770, 148), (800, 124)]
    vessel(c, profile, colour, cx=490, rim=24, clay=40)
    c.fill(path("M 412 414 C 370 404 350 410 338 424 C 356 440 376 470 396 486 C 388 450 392 430 "
                "420 436"), colour, "soft")
    c.fill(path("M 412 416 C 380 408 360 412 346 424 C 370 428 390 432 420 438"),
           mix(colour, c.dark, 0.3), "flat")


def stem(c, x, y, lean, height, leaf, kind="leaf"):
    """One dried branch from a vase's mouth."""
    tip = (x + lean, y - height)
    line = smooth([(x, y + 20), (x + lean * .25, y - height * .45), tip])
    c.line(line, 6, mix(leaf, c.dark, 0.3))
    for i in range(8, len(line), 3):
        px, py = line[i]
        for side in (-1, 1):
            if kind == "leaf":
                shape = turn(oval(px + side * 26, py - 8, 28, 10), side * -34, px, py)
                c.fill(shape, leaf, "soft", depth=0.8)
            else:
                c.fill(oval(px + side * 11, py - 6, 8, 9), leaf, "ball")


VASES = {
    "lund": [(470, 66), (500, 58), (560, 96), (660, 162), (750, 150), (800, 104)],
    "bud": [(560, 34), (610, 30), (670, 60), (730, 96), (780, 84), (800, 66)],
    "tall": [(410, 74), (440, 70), (560, 104), (690, 112), (780, 92), (800, 84)],
}


def vase(c, colour, form="lund", plant="leaf", leaf="#8d9b78"):
    profile = VASES[form]
    top = profile[0][0]
    c.shadow(500, 800, profile[-1][1] * 1.25)
    for lean, height in ((-120, 250), (30, 320),
                         (130, 230)) if form != "bud" else ((-40, 250), (60, 200)):
        stem(c, 500 + lean * .1, top, lean, min(height, top - 110), leaf, plant)
    vessel(c, profile, colour, rim=15 if form != "bud" else 8, clay=30, wall=9)
    inner = profile[0][1] - 10
    for lean in (-120, 30, 130) if form != "bud" else (-40, 60):
        c.line([(500 + lean * .1 * inner / 60, top + 3), (500 + lean * .14, top - 20)], 6,
               mix(leaf, c.dark, 0.3))


def ringvase(c, colour):
    c.shadow(500, 802, 110)
    for lean, height in ((-110, 200), (70, 260)):
        stem(c, 500, 400, lean, height, "#c8a878", "berry")
    c.fill(lathe([(396, 40), (420, 34), (460, 44)], rim=9, foot=10), colour, "turned")
    ring = oval(500, 610, 158)
    c.line(ring, 84, mix(colour, c.dark, 0.28))
    c.line(move(ring, -5, -6), 66, colour)
    c.line(move(ring, -13, -15), 24, light(colour, 0.35), alpha=0.6, blur=9)
    c.fill(oval(500, 396, 40, 9), light(colour, 0.4), "flat")
    c.fill(oval(500, 397, 30, 6), mix(colour, c.dark, 0.5), "flat")
    c.fill(lathe([(786, 96), (804, 104)], rim=10, foot=12), colour, "turned")


def planter(c, colour, size=1.0):
    w, top = 150 * size, 800 - 210 * size
    c.shadow(500, 802, w * .9)
    for i in range(11):
        angle = -78 + i * 15.6
        reach = (250 if i % 2 else 310) * size
        leaf = path(f"M 500 {top} C {500 - 52 * size} {top - reach * .4} {500 - 34 * size} "
                    f"{top - reach * .8} 500 {top - reach} "
                    f"C {500 + 34 * size} {top - reach * .8} {500 + 52 * size} {top - reach * .4} "
                    f"500 {top}")
        green = mix("#5f7d62", "#93a97f", (i % 3) / 2)
        c.fill(turn(leaf, angle, 500, top + 10), green, "soft")
        c.line(turn([(500, top), (500, top - reach * .9)], angle, 500, top + 10), 3,
               light(green, 0.35), alpha=0.7)
    vessel(c, [(top, w), (top + 40 * size, w), (780, w * .78), (800, w * .72)], colour, rim=0,
           foot=16)
    c.fill(lathe([(top - 4, w + 10), (top + 44 * size, w + 8)], rim=18, foot=18),
           light(colour, 0.08), "turned")
    c.fill(lathe([(792, w * .92), (812, w * .86)], rim=14, foot=14), mix(colour, CLAY, 0.3),
           "turned")


KINDS = {
    "mug": (mug, "table"), "espresso": (espresso, "table"), "bowl": (bowl, "table"),
    "plates": (plates, "table"), "canister": (canister, "table"), "teapot": (teapot, "table"),
    "kettle": (kettle, "table"), "board": (board, "table"), "spoons": (spoons, "table"),
    "salt": (salt, "table"), "casserole": (casserole, "table"), "tumblers": (tumblers, "table"),
    "carafe": (carafe, "table"), "tray": (tray, "table"), "cakestand": (cakestand, "table"),
    "pitcher": (pitcher, "table"), "vase": (vase, "table"), "ringvase": (ringvase, "table"),
    "planter": (planter, "table"),
}
