"""How Ridgeline's outdoor gear is drawn."""

import math

from drawing import box, lathe, light, mix, move, oval, path, smooth, turn

STEEL, COAL, CREAM, ROPE, TAN = "#c3c9c8", "#33302f", "#fff1d6", "#e8c887", "#b9783f"


def badge(c, x, y, size=1.0, colour=CREAM):
    """The maker's mark: two peaks in a ring."""
    c.line(oval(x, y, 26 * size), 5 * size, colour)
    c.fill([(x - 20 * size, y + 12 * size), (x - 5 * size, y - 13 * size), (x + 3 * size, y),
            (x + 9 * size, y - 8 * size), (x + 20 * size, y + 12 * size)], colour, "flat")


def tent(c, colour, form="dome"):
    c.shadow(500, 800, 380, 34)
    if form == "dome":
        shell = path("M 130 800 C 190 560 340 420 500 410 C 660 420 810 560 870 800")
        door = path("M 500 440 C 430 520 390 660 380 800 L 620 800 C 610 660 570 520 500 440")
    else:
        shell = path("M 90 800 L 250 470 Q 500 380 750 470 L 910 800")
        door = path("M 500 424 C 470 520 410 680 380 800 L 620 800 C 590 680 530 520 500 424")
    for x, y in ((40, 806), (960, 806)):
        c.line([(500 + (x - 500) * .62, 560), (x, y)], 4, CREAM)
        c.line([(x - 8, y - 22), (x + 6, y + 12)], 8, STEEL)
    c.fill(shell, colour, "soft")
    c.fill(path("M 500 380 C 660 420 810 560 930 830 L 700 830 C 680 640 610 500 500 400"), c.dark,
           "flat", alpha=0.20,
           clip=shell)
    c.fill(path("M 60 740 L 940 740 L 940 830 L 60 830"), c.dark, "flat", alpha=0.25, clip=shell)
    c.fill(door, mix(colour, c.dark, 0.62), "down")
    c.fill(path("M 500 440 C 430 520 390 660 380 800 L 430 800 C 420 660 450 540 500 440"), CREAM,
           "soft", clip=door)
    c.fill(path("M 500 440 C 570 520 610 660 620 800 L 582 800 C 584 660 556 540 500 440"), CREAM,
           "soft", clip=door)
    for points in ("M 130 800 C 240 520 420 420 560 404", "M 870 800 C 760 520 580 420 440 404"):
        c.line(path(points), 7, light(colour, 0.55), clip=shell)
    badge(c, 270, 660, 0.95)
    c.glow(500, 770, 120, "#ffd98a", 0.5)


def sleepingbag(c, colour):
    shape = path("M 500 150 C 610 150 650 220 640 300 C 690 380 700 520 672 680 C 656 790 600 850 "
                 "500 852 "
                 "C 400 850 344 790 328 680 C 300 520 310 380 360 300 C 350 220 390 150 500 150")
    c.drop(shape, 24, 26, 18, 0.36)
    c.fill(shape, colour, "turned")
    for y in range(330, 840, 62):
        c.line(smooth([(290, y - 18), (500, y + 10), (710, y - 18)]), 6, c.dark, alpha=0.30,
               clip=shape)
        c.line(smooth([(290, y - 8), (500, y + 20), (710, y - 8)]), 9, "#ffffff", alpha=0.20,
               blur=3, clip=shape)
    hood = path("M 500 186 C 580 186 606 240 600 300 C 590 352 540 372 500 374 C 460 372 410 352 "
                "400 300 C 394 240 420 186 500 186")
    c.fill(hood, mix(colour, c.dark, 0.6), "down")
    c.fill(path("M 400 330 Q 500 300 600 330 L 590 400 L 410 400"), "#f2b632", "soft", clip=hood)
    c.line(smooth([(404, 334), (500, 312), (596, 334)]), 6, CREAM, clip=hood)
    c.line(hood + hood[:1], 7, light(colour, 0.5))
    c.line(smooth([(548, 372), (580, 500), (572, 640)]), 6, CREAM)
    badge(c, 430, 470, 1.0)


def pad(c, colour):
    c.shadow(500, 800, 330, 26)
    c.fill(box(250, 560, 800, 800, 40), colour, "down")
    for x in range(330, 800, 52):
        c.line(oval(x, 680, 14, 118, -90, 90), 6, c.dark, alpha=0.28)
        c.line(oval(x + 8, 680, 14, 116, -90, 90), 5, "#ffffff", alpha=0.22)
    c.fill(oval(262, 680, 92, 120), light(colour, 0.12), "soft")
    spiral = [(262 + (96 - i * .9) * .76 * math.cos(i * .22), 680
               + (96 - i * .9) * math.sin(i * .22)) for i in range(104)]
    c.line(spiral, 8, mix(colour, c.dark, 0.5))
    for x in (440, 660):
        c.fill(box(x, 556, x + 34, 804, 6), COAL, "down")
        c.fill(box(x - 8, 640, x + 42, 690, 8), STEEL, "soft")


def lantern(c, colour):
    c.shadow(500, 800, 140)
    c.glow(500, 580, 420, "#ffd777", 0.75)
    c.line(oval(500, 430, 150, 170, 180, 360), 13, STEEL, shade="soft")
    c.fill(lathe([(380, 36), (410, 60), (440, 124), (466, 134)], rim=10, foot=22), colour, "turned")
    glass = c.fill(lathe([(466, 104), (570, 136), (680, 104)], rim=14, foot=16), "#ffe7a6",
                   "turned", depth=0.6)
    c.fill(oval(500, 590, 52, 88), "#fffbe8", "flat", blur=16, clip=glass)
    c.fill(lathe([(540, 22), (600, 30), (680, 34)], rim=6, foot=6), "#ffcf5e", "down", alpha=0.8)
    for x in (-112, 0, 112):
        c.line(smooth([(500 + x, 462), (500 + x * 1.24, 572), (500 + x, 690)]), 7,
               mix(colour, c.dark, 0.3))
    c.fill(lathe([(680, 126), (706, 140), (780, 150), (800, 142)], rim=18, foot=20), colour,
           "turned")
    c.fill(oval(500, 752, 22), COAL, "ball")


def stove(c, colour):
    c.shadow(500, 800, 160)
    c.fill(lathe([(610, 118), (640, 130), (790, 130), (800, 120)], rim=20, foot=20), colour,
           "turned")
    c.text(500, 716, "SPARK", 46, CREAM, weight=0.03, spacing=0.1)
    c.line([(400, 762), (600, 762)], 8, CREAM)
    c.fill(box(470, 540, 530, 612), STEEL, "turned")
    c.line([(530, 572), (640, 572)], 9, STEEL)
    c.fill(box(630, 548, 676, 596, 10), COAL, "soft")
    for lean in (-1, 1):
        c.line([(500 + lean * 30, 520), (500 + lean * 170, 470), (500 + lean * 200, 440)], 13,
               STEEL)
    for i in range(7):
        x = 440 + i * 20
        c.fill(path(f"M {x} 500 C {x - 14} 470 {x - 6} 440 {x} 412 C {x + 6} 440 {x + 14} 470 {x} "
                    f"500"), "#5bb6e8", "down",
               alpha=0.9)
        c.fill(path(f"M {x} 500 C {x - 7} 484 {x - 3} 466 {x} 450 C {x + 3} 466 {x + 7} 484 {x} "
                    f"500"), "#fff1b8", "flat")
    c.fill(lathe([(496, 78), (524, 70), (544, 34)], rim=14, foot=8), "#8d9696", "turned")


def cookset(c, colour):
    c.shadow(500, 800, 230)
    c.line([(690, 560), (850, 520), (880, 526)], 22, COAL)
    c.fill(lathe([(540, 210), (780, 206), (800, 186)], rim=0, foot=26), STEEL, "turned")
    c.fill(lathe([(500, 120), (516, 190), (540, 222), (552, 222)], rim=18, foot=28),
           mix(STEEL, c.dark, 0.12), "turned")
    c.fill(box(470, 470, 530, 502, 12), colour, "soft")
    c.fill(lathe([(700, 92), (790, 88), (800, 80)], cx=250, rim=16, foot=14), colour, "turned")
    c.fill(oval(250, 700, 92, 16), COAL, "down")
    c.line(oval(158, 748, 34, 36, 80, 280), 12, colour)
    c.line([(340, 612), (340, 760)], 14, "#ffffff", alpha=0.4, blur=4)
    badge(c, 500, 680, 1.3, COAL)


def mug(c, colour):
    c.shadow(480, 800, 160)
    c.tube(oval(650, 650, 84, 96, -100, 112), 30, colour)
    body = c.fill(lathe([(500, 172), (780, 166), (800, 150)], cx=490, rim=28, foot=22), colour,
                  "turned")
    c.dots(body, CREAM, 150, size=4.4, alpha=0.75)
    c.fill(oval(490, 502, 172, 28), COAL, "flat")
    c.fill(oval(490, 506, 158, 21), "#4c2a1c", "soft")
    badge(c, 480, 660, 2.0)
    for x in (430, 500, 560):
        c.line(smooth([(x, 470), (x - 22, 420), (x + 14, 370), (x - 8, 310)]), 12, "#ffffff",
               alpha=0.4, blur=7)


def chair(c, colour):
    c.shadow(500, 806, 260, 22)
    for a, b in (((300, 806), (690, 560)), ((700, 806), (310, 560)), ((350, 800), (330, 300)),
                 ((650, 800), (670, 300))):
        c.line([a, b], 16, COAL)
        c.line([(a[0] - 3, a[1] - 3), (b[0] - 3, b[1] - 3)], 4, STEEL, alpha=0.7)
    back = path("M 318 300 Q 500 336 682 300 C 700 420 690 540 664 640 Q 500 676 336 640 C 310 540 "
                "300 420 318 300")
    c.fill(back, colour, "soft")
    c.fill(path("M 330 480 Q 500 520 670 480 L 668 520 Q 500 560 332 520"), CREAM, "flat",
           alpha=0.9, clip=back)
    seat = path("M 310 620 Q 500 662 690 620 L 724 690 Q 500 744 276 690")
    c.fill(move(seat, 0, 12), c.dark, "flat", alpha=0.3, blur=8)
    c.fill(seat, mix(colour, c.dark, 0.14), "soft")
    for x in (282, 718):
        c.line([(x, 556), (x + (500 - x) * -.12, 566)], 30, COAL)
    badge(c, 500, 420, 1.2)


def hammock(c, colour):
    for side in (-1, 1):
        x = 500 + side * 400
        c.fill(path(f"M {x - 38} -40 C {x - 30} 300 {x - 34} 600 {x - 52} 830 L {x + 52} 830 C "
                    f"{x + 34} 600 {x + 30} 300 {x + 38} -40"),
               "#6b4226", "turned")
        for i in range(7):
            c.line(smooth([(x - 20 + i * 6, i * 120), (x - 24 + i * 8, 80 + i * 120)]), 5, c.dark,
                   alpha=0.35)
        c.line([(x - 38, 360), (x + 38, 350)], 15, ROPE)
    for i in range(7):
        for side in (-1, 1):
            c.line([(500 + side * 360, 356), (500 + side * 240, 470 + i * 9)], 4, ROPE)
    cloth = path("M 250 440 C 340 640 660 640 750 440 C 770 560 690 730 500 736 C 310 730 230 560 "
                 "250 440")
    c.fill(move(cloth, 20, 70), c.dark, "flat", alpha=0.22, blur=24)
    c.fill(cloth, colour, "soft")
    for i, stripe in enumerate((CREAM, "#f7c548", CREAM)):
        c.line(smooth([(246, 500 + i * 46), (360, 636 + i * 26), (500, 664 + i * 24),
                       (640, 636 + i * 26), (754, 500 + i * 46)]),
               13, stripe, alpha=0.85, clip=cloth)
    c.fill(path("M 250 440 C 340 640 660 640 750 440 C 660 600 340 600 250 440"),
           mix(colour, c.dark, 0.45), "down")


def backpack(c, colour, size=1.0):
    c.shadow(500, 806, 210)
    tall = 290 - 100 * (size - 1)
    for side in (-1, 1):
        pocket = box(500 + side * 190 - 46, 580, 500 + side * 190 + 46, 780, 34)
        c.fill(pocket, mix(colour, c.dark, 0.30), "soft")
    if size > 1:
        c.fill(box(330, tall - 90, 670, tall + 20, 54), "#f2b632", "down")
        for x in (420, 580):
            c.fill(box(x - 9, tall - 94, x + 9, tall + 30, 4), COAL, "flat")
    c.line(path(f"M 448 {tall + 10} C 450 {tall - 62} 550 {tall - 62} 552 {tall + 10}"), 18, COAL)
    body = path(f"M 320 800 C 296 700 300 480 330 {tall + 70} C 350 {tall - 10} 650 {tall - 10} "
                f"670 {tall + 70} "
                "C 700 480 704 700 680 800 Q 500 822 320 800")
    c.fill(body, colour, "turned")
    lid = path(f"M 316 {tall + 190} C 310 {tall + 40} 360 {tall - 6} 500 {tall - 6} C 640 "
               f"{tall - 6} 690 {tall + 40} 684 {tall + 190} "
               f"Q 500 {tall + 232} 316 {tall + 190}")
    c.fill(move(lid, 0, 12), c.dark, "flat", alpha=0.3, blur=8, clip=body)
    c.fill(lid, light(colour, 0.10), "turned")
    for x in (410, 590):
        c.fill(box(x - 11, tall + 130, x + 11, 600, 4), TAN, "down")
        c.fill(box(x - 20, tall + 236, x + 20, tall + 282, 7), STEEL, "soft")
    pocket = box(358, 600, 642, 776, 40)
    c.fill(move(pocket, 4, 8), c.dark, "flat", alpha=0.25, blur=6)
    c.fill(pocket, mix(colour, c.dark, 0.16), "turned")
    c.line([(380, 640), (620, 640)], 6, CREAM, alpha=0.8)
    c.line([(612, 640), (622, 676)], 7, "#f2b632")
    badge(c, 500, tall + 96, 1.25)


def drybag(c, colour, size=1.0):
    w, top = 150 * size, 800 - 380 * size
    c.shadow(500, 800, w)
    c.line(smooth([(500 + w * .7, top + 40), (500 + w * 1.7, top + 160), (500 + w * 1.1, 760)]), 14,
           COAL)
    body = c.fill(lathe([(top + 30, w * .72), (top + 90, w * .96), (780, w), (800, w * .96)], rim=0,
                        foot=22), colour, "turned")
    c.fill(box(500 - w * .84, top - 24, 500 + w * .84, top + 46, 26), mix(colour, c.dark, 0.2),
           "down")
    c.line(path(f"M {500 - w * .8} {top + 10} C {500 - w * .6} {top - 110} {500 + w * .6} "
                f"{top - 110} {500 + w * .8} {top + 10}"),
           16, COAL)
    c.fill(box(470, top - 92, 530, top - 58, 8), STEEL, "soft")
    c.fill(box(300, 690, 700, 720), CREAM, "turned", clip=body)
    badge(c, 500, top + 180 * size, 1.7 * size)
    c.line([(500 - w * .62, top + 110), (500 - w * .66, 760)], 16, "#ffffff", alpha=0.35, blur=5)


def hippack(c, colour):
    c.line(smooth([(250, 520), (110, 480), (60, 560), (180, 690), (420, 740)]), 30, COAL)
    c.line(smooth([(750, 520), (890, 480), (940, 560), (820, 690), (580, 740)]), 30, COAL)
    c.fill(box(452, 712, 548, 772, 14), STEEL, "soft")
    body = path("M 230 470 C 300 400 700 400 770 470 C 800 560 760 680 690 696 C 560 720 440 720 "
                "310 696 C 240 680 200 560 230 470")
    c.drop(body, 18, 30, 18, 0.34)
    c.fill(body, colour, "soft")
    front = path("M 290 560 Q 500 600 710 560 C 716 630 690 676 650 680 Q 500 700 350 680 C 310 "
                 "676 284 630 290 560")
    c.fill(front, mix(colour, c.dark, 0.18), "soft")
    c.line(smooth([(256, 500), (500, 470), (744, 500)]), 9, CREAM)
    c.line([(700, 490), (724, 540)], 9, "#f2b632")
    badge(c, 500, 634, 1.2)


def bottle(c, colour):
    c.shadow(500, 802, 110)
    c.line(oval(500, 300, 60, 66, 180, 360), 17, COAL)
    c.fill(lathe([(300, 66), (372, 70)], rim=14, foot=12, curved=False), COAL, "turned")
    body = c.fill(lathe([(376, 68), (410, 74), (470, 118), (540, 122), (780, 122), (800, 112)],
                        rim=12, foot=20),
                  colour, "turned")
    c.fill(box(350, 720, 650, 752), CREAM, "turned", clip=body, depth=0.7)
    c.fill(box(350, 762, 650, 772), CREAM, "turned", clip=body, depth=0.7)
    badge(c, 500, 600, 2.0)
    c.line([(424, 490), (418, 760)], 15, "#ffffff", alpha=0.42, blur=5)


def rope(c, colour):
    c.line(oval(522, 570, 262, 206), 80, c.dark, alpha=0.28, blur=20)
    for i in range(9):
        loop = turn(oval(500 + (i - 4) * 7, 540, 262 - i * 9, 206 + (i % 3) * 9), (i - 4) * 3.2)
        c.tube(loop, 31, colour)
        for k in range(0, 72, 3):
            x, y = loop[k]
            c.line([(x - 8, y - 9), (x + 8, y + 9)], 4, CREAM if k % 2 else "#f2b632", alpha=0.85)
    for i in range(5):
        wrap = [(452 + i * 24, 282), (448 + i * 24, 430)]
        c.tube(wrap, 29, mix(colour, c.dark, 0.10))
    c.tube(smooth([(560, 430), (640, 640), (600, 780), (700, 850)]), 29, colour)
    c.line([(690, 842), (712, 858)], 31, COAL)


def compass(c, colour):
    body = oval(500, 530, 280)
    c.line(oval(500, 206, 48), 17, TAN)
    c.fill(box(470, 226, 530, 280, 8), STEEL, "soft")
    c.drop(body, 22, 34, 22, 0.38)
    c.fill(body, colour, "soft")
    c.fill(oval(500, 530, 246), mix(colour, c.dark, 0.5), "soft")
    c.fill(oval(500, 530, 230), CREAM, "soft", depth=0.5)
    for i in range(36):
        c.line(turn([(500, 316), (500, 334 if i % 9 else 352)], i * 10, 500, 530), 7 if i % 9 == 0
               else 3, COAL)
    for word, x, y in (("N", 500, 386), ("E", 646, 530), ("S", 500, 676), ("W", 354, 530)):
        c.text(x, y, word, 52, "#b3341f" if word == "N" else COAL, weight=0.03)
    for colour_half, flip in (("#d9362a", 0), (STEEL, 180)):
        c.fill(turn([(500, 352), (538, 530), (462, 530)], 32 + flip, 500, 530), colour_half, "soft")
    c.fill(oval(500, 530, 22), "#c9a23f", "ball")
    c.fill(path("M 330 440 C 370 350 450 318 520 318 C 440 350 390 400 366 480"), "#ffffff", "flat",
           alpha=0.4, blur=6)


def poles(c, colour):
    for lean, x in ((-7, 410), (7, 590)):
        def at(points):
            return turn(points, lean, x, 560)
        c.line(move(at([(x, 190), (x, 850)]), 22, 16), 16, c.dark, alpha=0.28, blur=10)
        c.line(at([(x, 320), (x, 600)]), 20, colour, shade="soft")
        c.line(at([(x, 600), (x, 810)]), 14, STEEL, shade="soft")
        c.fill(at(box(x - 16, 586, x + 16, 630, 6)), COAL, "soft")
        c.line(at([(x, 170), (x, 300)]), 40, TAN, shade="soft")
        c.line(at([(x - 14, 200), (x + 14, 200)]), 5, c.dark, alpha=0.4)
        c.line(at([(x - 14, 232), (x + 14, 232)]), 5, c.dark, alpha=0.4)
        c.line(at(smooth([(x, 160), (x - 70, 230), (x - 50, 330), (x, 250)])), 10, COAL)
        c.fill(at(oval(x, 770, 54, 15)), COAL, "soft")
        c.line(at([(x, 810), (x, 852)]), 7, COAL)


def headlamp(c, colour):
    band = oval(500, 500, 300, 210)
    c.line(move(band, 16, 34), 60, c.dark, alpha=0.25, blur=18)
    c.line(oval(500, 500, 300, 210, 180, 360), 58, mix(colour, c.dark, 0.5))
    c.line(oval(500, 500, 300, 210, 0, 180), 66, colour, shade="soft")
    c.line(oval(500, 502, 300, 210, 0, 180), 8, CREAM)
    c.glow(500, 704, 430, "#fff0b0", 0.8)
    lamp = box(386, 610, 614, 800, 50)
    c.drop(lamp, 12, 16, 12, 0.35)
    c.fill(lamp, COAL, "soft")
    c.fill(oval(500, 704, 74), STEEL, "ball")
    c.fill(oval(500, 704, 56), "#fff6cf", "ball", depth=0.4)


def carabiners(c, colour):
    for dx, dy, angle, fill in ((-150, -20, -16, colour),
                                (150, -20, 16, mix(colour, "#f2b632", 0.55)),
                                (0, 50, 0, light(colour, 0.25))):
        ring = smooth([(440, 300), (520, 262), (590, 310), (580, 480), (560, 660), (500, 720),
                       (430, 680), (424, 480)], closed=True)
        ring = turn(move(ring, dx, dy), angle, 500 + dx, 500 + dy)
        c.line(move(ring, 18, 24), 40, c.dark, alpha=0.28, blur=12)
        c.tube(ring + ring[:2], 42, fill)
        gate = turn(move([(432, 360), (428, 600)], dx, dy), angle, 500 + dx, 500 + dy)
        c.line(gate, 28, STEEL, shade="soft")


KINDS = {
    "tent": (tent, "ground"), "sleepingbag": (sleepingbag, "map"), "pad": (pad, "ground"),
    "lantern": (lantern, "ground"), "stove": (stove, "ground"), "cookset": (cookset, "ground"),
    "campmug": (mug, "ground"), "chair": (chair, "ground"), "hammock": (hammock, "ground"),
    "backpack": (backpack, "ground"), "drybag": (drybag, "ground"), "hippack": (hippack, "map"),
    "bottle": (bottle, "ground"), "rope": (rope, "map"), "compass": (compass, "map"),
    "poles": (poles, "map"), "headlamp": (headlamp, "map"), "carabiners": (carabiners, "map"),
}
