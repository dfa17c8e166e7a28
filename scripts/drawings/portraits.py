"""The portraits: one function for each worker."""

from __future__ import annotations

from .backdrops import books, coffee_pot, gable, leaf, plant, table_line, tree, window
from .faces import (
    BROAD_FACE,
    LONG_FACE,
    NARROW_FACE,
    ROUND_FACE,
    cheeks,
    crow_feet,
    ear,
    eye,
    fingers,
    lashes,
    lips,
    neck_shade,
    tone,
)
from .geometry import box, oval, parse
from .palette import (
    BLUE,
    BRICK,
    BROWN,
    CORD,
    FAIR,
    GREY,
    LINDEN,
    OCHRE,
    OLIVE,
    PALE_BLUE,
    PALE_GREY,
    PALE_LEAF,
    ROSE,
    RUDDY,
    SLATE,
    SOOT,
    STRAW,
    TAN,
    WHITE,
    WOOD,
)
from .pen import Pen, bumpy
from .things import steam


def gijs(pen: Pen) -> None:
    """About 45, the client supporter everyone asks for: curly greying hair, corduroy."""
    window(pen, 86, 84, 520, 556, PALE_BLUE)
    pen.patch("90,430! 240,400 420,430 604,404! 604,636! 90,636!", PALE_LEAF)
    tree(pen.at(196, 566), 1.06)
    pen.line("450,84 452,640", 0.8)
    pen.line("464,84 465,640", 0.8)
    table_line(pen, 652)
    coffee_pot(pen.at(640, 652, 0.86))
    gijs_coat(pen)
    head = pen.at(352, 386, 1.26, -4)
    gijs_face(head)
    gijs_hair(head)
    gijs_mug(pen)


def gijs_coat(pen: Pen) -> None:
    pen.shape("286,500! 282,606 268,662 366,760 448,664 434,606 432,500!", RUDDY.shade)
    neck_shade(pen, 288, 430, 558)
    pen.shape("240,940! 262,690 284,622 368,716 442,622 476,690 492,940!", PALE_BLUE)
    near = "-34,940! -16,830 20,742 84,692 176,662 276,626! 298,706 338,830 352,940!"
    far = "376,940! 390,830 420,706 446,624! 536,660 616,686 672,738 702,826 716,940!"
    for panel, angle in ((near, 82), (far, 98)):
        pen.shape(panel, CORD)
        pen.hatch(panel, 19, angle, 0.42)
    pen.shape("288,604! 258,640 298,724! 366,676!", PALE_BLUE)
    pen.shape("432,602! 464,638 438,720! 370,678!", PALE_BLUE)
    pen.shape("268,632! 216,706 204,752! 246,760! 236,794! 352,916! 340,830 300,716!", CORD)
    pen.shape("454,632! 508,700 518,746! 476,756! 484,788! 374,916! 390,830 432,714!", CORD)
    pen.lines("366,690 364,800 366,940|382,770 382,778", 0.7)


def gijs_mug(pen: Pen) -> None:
    """His hand around a mug of coffee."""
    pen.shape("610,800 596,838 600,900 640,960 740,960 740,830 660,812", CORD)
    pen.hatch("610,800 596,838 600,900 640,960 740,960 740,830 660,812", 19, 62, 0.42)
    pen.shape("486,794! 594,794! 588,960! 492,960!", WHITE)
    pen.shape(oval(540, 794, 54, 12), "#6b4630", 0.9)
    pen.shape("640,806 606,812 600,850 604,940 650,950 660,850", RUDDY.tone)
    fingers(pen.at(616, 922, 1.3, -84), RUDDY)
    steam(pen.at(538, 782, 0.9))


def gijs_face(head: Pen) -> None:
    ear(head, -98, 4, -1, RUDDY)
    ear(head, 99, 2, 1, RUDDY, 0.9)
    head.shape(LONG_FACE, RUDDY.tone)
    tone(head, "88,-40 92,30 80,80 60,118 20,146 44,110 66,70 78,20", RUDDY.shade)
    cheeks(head, RUDDY, (-58, 46), (68, 42))
    eye(head, -36, -12, -1)
    eye(head, 50, -13, 1, 35)
    head.line("-66,-34 -48,-47 -14,-42", 2.0, taper=(0.3, 0.7))
    head.line("30,-45 54,-52 76,-36", 2.0, taper=(0.7, 0.3))
    head.line("17,-14 22,8 36,36 32,50 12,54", 1.0)
    head.lines("-8,40 -15,48 -8,57|-28,48 -42,66 -44,82|52,48 64,64 64,80", 0.6)
    head.line("-30,83 -14,92 6,90 24,93 46,82", 1.1)
    head.lines("-35,78 -30,87|50,77 46,86|-6,110 8,113 22,109|-34,-78 6,-84 44,-79", 0.5)
    crow_feet(head, -62, -10, -1)
    crow_feet(head, 75, -12, 1)


def gijs_hair(head: Pen) -> None:
    edge = bumpy(
        "-100,-10 -112,-66 -106,-116 -76,-160 -26,-184 30,-182 80,-164 108,-120 112,-66 101,-14",
        34,
        12,
    )
    fringe = bumpy("92,-46 86,-80 58,-104 16,-112 -26,-108 -66,-96 -88,-70 -92,-40", 34, -7)
    head.shape([*edge, *fringe], "#a0968a")
    head.curls([*edge, *fringe], 31, 12)


def samira(pen: Pen) -> None:
    """38, Moroccan-Dutch: dark wavy hair tied up, a green blouse."""
    pen.patch("50,64! 664,52! 672,640! 40,652!", STRAW)
    samira_shelf(pen)
    table_line(pen)
    samira_blouse(pen)
    head = pen.at(368, 404, 1.24, 3, flip=True)
    samira_hair_back(head)
    samira_face(head)
    samira_hair(head)


def samira_shelf(pen: Pen) -> None:
    pen.shape("-10,262! 250,264! 250,280! -10,278!", WOOD)
    books(pen.at(36, 262), ((30, 150, BRICK), (24, 128, BLUE), (36, 160, LINDEN), (22, 120, WHITE)))
    pen.at(154, 262, angle=13).shape(box(0, -136, 26, 136), OCHRE, 0.85)
    pen.shape("520,264! 730,260! 730,276! 520,280!", WOOD)
    plant(pen.at(632, 262, 0.92))


def samira_blouse(pen: Pen) -> None:
    pen.shape("300,520! 300,620 262,680 352,820 452,690 420,630 418,520!", TAN.shade)
    neck_shade(pen, 302, 418, 566)
    pen.patch("280,690 356,800 440,690 356,720", TAN.tone)
    pen.shape(
        "74,940! 80,846 98,766 138,716 206,684 284,648! 306,720 356,816! 404,724 438,648!"
        " 516,684 584,712 630,764 652,846 662,940!",
        LINDEN,
    )
    pen.shape("292,628! 256,664 250,716 308,752! 354,820! 322,724!", "#2f7562")
    pen.shape("426,630! 466,664 470,718 414,752! 356,820! 394,726!", "#2f7562")
    pen.lines("356,824 352,880 354,940|366,862 366,870", 0.8)
    pen.lines(
        "168,800 184,870 178,940|560,800 546,870 552,940|224,740 262,790 276,850"
        "|476,760 458,810 452,860",
        0.7,
    )
    pen.line("308,690 352,742 406,690", 0.5)


def samira_hair_back(head: Pen) -> None:
    head.shape(oval(34, -204, 68, 54, 12), SOOT)
    head.lines(
        "-14,-214 20,-240 70,-226|0,-190 40,-216 84,-200|66,-244 96,-226 92,-190", 0.7, "#8a7a6c"
    )


def samira_face(head: Pen) -> None:
    ear(head, -92, 6, -1, TAN, 0.86)
    head.shape(NARROW_FACE, TAN.tone)
    tone(head, "82,-30 86,30 74,76 56,112 20,140 42,106 62,66 72,20", TAN.shade)
    cheeks(head, TAN, (-54, 44), (62, 42))
    for x, side, width in ((-34, -1, 40), (46, 1, 36)):
        eye(head, x, -10, side, width, 10)
        lashes(head, x + side * (width / 2 + 1), -8, side)
    head.line("-66,-34 -44,-46 -10,-38", 1.9, taper=(0.2, 0.8))
    head.line("26,-39 50,-47 72,-33", 1.9, taper=(0.8, 0.2))
    head.line("15,-12 19,10 31,38 27,48 12,51", 0.95)
    head.lines("-6,40 -11,47 -5,54|-34,72 -38,80 -34,88", 0.55)
    lips(head, "-26,85 -8,79 7,82 20,79 40,84 24,99 7,103 -10,99", "#a8503f")
    head.line("-29,83 -12,88 7,87 22,88 43,82", 1.05)
    head.lines("-2,107 8,109 18,106|46,76 49,82 46,88", 0.5)
    head.shape(oval(-106, 50, 7, 11), OCHRE, 0.6)


def samira_hair(head: Pen) -> None:
    edge = bumpy("-96,28 -108,-40 -104,-108 -70,-156 -10,-178 52,-168 96,-128 110,-60 98,32", 52, 9)
    hairline = "98,32! 93,-16 80,-52 76,-78 52,-96 42,-116 18,-124! -12,-104 -30,-112 -58,-86"
    inner = [point for point, _ in parse(f"{hairline} -78,-60 -84,-34 -90,-6")]
    head.shape([*edge, *inner], SOOT)
    head.lines(
        "10,-130 -20,-118 -38,-130 -64,-96 -84,-92 -90,-52 -100,-40|14,-140 -14,-152 -40,-138"
        " -66,-144 -84,-112 -98,-100|24,-134 48,-124 60,-104 84,-92 90,-60 100,-44"
        "|22,-146 48,-152 66,-132 88,-124|0,-168 16,-154 22,-138",
        0.75,
        "#8a7a6c",
    )
    head.lines(
        "-92,16 -108,40 -92,68 -108,98 -98,122|94,24 108,50 94,76 104,106"
        "|-88,22 -98,48 -88,72|20,-124 6,-104 14,-90 2,-76",
        0.9,
    )


def ayse(pen: Pen) -> None:
    """31, Turkish-Dutch: shoulder-length black hair, round glasses."""
    pen.patch("58,56! 668,66! 660,640! 46,640!", PALE_BLUE)
    for x, width, height, colour, kind in (
        (-40, 150, 300, ROSE, "trap"),
        (112, 130, 250, STRAW, "lijst"),
        (478, 120, 270, PALE_LEAF, "punt"),
        (600, 150, 330, ROSE, "lijst"),
    ):
        gable(pen.at(x, 640), width, height, colour, kind)
    table_line(pen)
    head = pen.at(362, 404, 1.24, 2)
    ayse_hair_back(head)
    ayse_clothes(pen)
    ayse_face(head)
    ayse_hair(head)
    ayse_glasses(head)


def ayse_clothes(pen: Pen) -> None:
    pen.shape("304,530! 302,626 270,676 360,740 450,676 420,626 418,530!", OLIVE.shade)
    neck_shade(pen, 305, 418, 568)
    pen.shape("200,940! 232,700 282,652 322,690 366,700 410,690 444,650 498,700 524,940!", WHITE)
    pen.line("290,664 330,702 366,710 406,702 438,662", 0.6)
    near = "34,940! 44,846 72,768 124,718 204,688 286,646! 268,740 288,850 304,940!"
    far = "430,940! 452,850 466,740 442,646! 526,688 606,716 656,768 682,848 690,940!"
    for panel in (near, far):
        pen.shape(panel, BRICK)
    pen.lines("262,668 244,744 262,850 276,940|468,668 490,744 476,850 456,940", 0.7)
    pen.lines("142,800 158,866 152,940|588,800 572,866 578,940|206,730 226,770 232,810", 0.6)
    for y in (800, 880):
        pen.shape(oval(456, y, 8), WOOD, 0.7)


def ayse_hair_back(head: Pen) -> None:
    head.shape(
        "-60,-160 -110,-120 -128,-20 -142,90 -136,176 -100,212 -50,190 60,190 104,212"
        " 140,180 146,96 130,-10 112,-120 64,-160",
        SOOT,
    )


def ayse_face(head: Pen) -> None:
    head.shape(ROUND_FACE, OLIVE.tone)
    tone(head, "84,-30 90,30 78,74 56,108 16,134 42,104 64,66 74,20", OLIVE.shade)
    cheeks(head, OLIVE, (-60, 46), (68, 44))
    eye(head, -40, -8, -1, 37, 10)
    eye(head, 48, -8, 1, 36, 10)
    head.line("-68,-48 -46,-57 -18,-52", 1.7, taper=(0.2, 0.8))
    head.line("26,-53 52,-58 74,-46", 1.7, taper=(0.8, 0.2))
    head.line("10,20 20,38 16,47 4,48", 0.95)
    head.lines("-10,38 -14,44 -8,51|-46,68 -50,78 -44,88|56,68 60,77 55,86", 0.55)
    lips(head, "-20,80 -6,75 5,78 16,75 32,80 18,94 5,97 -8,94", "#c4705a")
    head.line("-27,77 -12,84 5,82 20,84 38,76", 1.05)
    head.line("-3,102 6,104 14,101", 0.5)


def ayse_hair(head: Pen) -> None:
    head.shape(
        "-22,-174! -80,-160 -116,-100 -130,-10 -142,90 -134,172 -106,200!"
        " -96,130 -100,60 -92,0 -74,-60 -34,-112!",
        SOOT,
    )
    head.shape(
        "-22,-174! 50,-182 104,-140 124,-50 138,60 140,150 108,204!"
        " 98,130 102,60 96,-10 78,-66 20,-96 -34,-112!",
        SOOT,
    )
    head.lines(
        "-40,-150 -86,-104 -104,-20 -116,80 -112,160|-34,-134 -72,-90 -96,-10"
        "|0,-160 60,-146 100,-80 114,20 122,120|-14,-140 50,-122 92,-60 104,20"
        "|-128,60 -130,120 -122,170|112,70 116,130 112,170",
        0.75,
        "#857d76",
    )


def ayse_glasses(head: Pen) -> None:
    head.line(oval(-40, -6, 38, 37), 1.15, closed=True)
    head.line(oval(48, -6, 36, 37), 1.15, closed=True)
    head.line("-4,-10 4,-16 12,-10", 1.1)
    head.lines("-78,-12 -92,-16|84,-12 96,-16", 1.1)


def wim(pen: Pen) -> None:
    """61, of the odd-job service: grey beard, cap, a folding rule in his pocket."""
    pen.patch("44,62! 670,54! 662,640! 54,640!", STRAW)
    wim_tools(pen)
    table_line(pen)
    wim_jacket(pen)
    head = pen.at(358, 388, 1.26, -3, flip=True)
    wim_face(head)
    wim_beard(head)
    wim_cap(head)


def wim_tools(pen: Pen) -> None:
    pen.line("-10,150 240,152", 1.2)
    pen.line("540,146 730,148", 1.2)
    saw = pen.at(120, 168, 1.0, 4)
    saw.shape("-34,40! 44,36! 62,330! 30,332!", PALE_GREY, 0.9)
    saw.shape("-44,50! -46,-12 10,-22 52,-8 50,46!", WOOD)
    saw.shape("-20,30 -22,6 8,2 28,8 26,28", STRAW, 0.8)
    hammer = pen.at(600, 160)
    hammer.shape("-8,8! 8,8! 12,230! -12,230!", WOOD)
    hammer.shape("-44,-4! 26,-6! 50,14! 26,26! -44,28!", GREY)
    pliers = pen.at(672, 164)
    pliers.shape("-14,-6! 0,-16 14,-6! 12,50! 34,190 18,196 0,80 -18,196 -34,190 -12,50!", BRICK)
    pliers.blot(0, 52, 5)


def wim_jacket(pen: Pen) -> None:
    pen.shape("282,560! 280,640 262,690 370,760 470,690 450,640 448,560!", RUDDY.shade)
    pen.shape("220,940! 250,690 286,640 360,700 440,640 482,690 506,940!", BRICK)
    pen.hatch("220,940! 250,700 300,690 360,720 430,690 482,700 506,940!", 30, 0, 0.5)
    pen.hatch("220,940! 250,700 300,690 360,720 430,690 482,700 506,940!", 30, 90, 0.5)
    work = "#7f9fae"
    pen.shape("-34,940! -22,826 14,738 80,694 176,668 278,636! 306,720 334,830 340,940!", work)
    pen.shape("400,940! 408,830 428,720 452,636! 556,670 646,698 704,742 736,826 750,940!", work)
    pen.shape("270,622! 220,668 222,732 320,772! 306,700!", work)
    pen.shape("460,622! 512,666 512,728 418,768! 432,700!", work)
    wim_rule(pen.at(560, 862))
    pen.shape("494,826! 624,820! 628,930! 560,950! 498,934!", work)
    pen.line("494,846 626,840", 0.6)
    pen.lines(
        "88,806 106,870 100,940|652,796 644,830 646,940|150,760 176,800 188,850"
        "|318,790 326,860 330,940",
        0.7,
    )


def wim_rule(pen: Pen) -> None:
    """A folding rule, half out of the pocket."""
    for x, angle in ((-14, -5), (10, 3)):
        slat = pen.at(x, 0, 1.0, angle)
        slat.shape("-11,-128! 11,-128! 11,0! -11,0!", OCHRE, 0.85)
        for k in range(7):
            slat.line([(-10, -118 + 15 * k), (-2 if k % 2 else 3, -118 + 15 * k)], 0.5)
    pen.blot(-18, -118, 3)


def wim_face(head: Pen) -> None:
    ear(head, -101, 2, -1, RUDDY, 1.05)
    head.shape(BROAD_FACE, RUDDY.tone)
    tone(head, "88,-50 96,20 86,50 70,40 80,0", RUDDY.shade)
    cheeks(head, RUDDY, (-62, 32), (72, 30), size=1.05)
    eye(head, -38, -18, -1, 34, 7, 6)
    eye(head, 48, -19, 1, 32, 7, 6)
    head.patch("-74,-30 -56,-52 -14,-50 -18,-36 -50,-36", PALE_GREY, shift=(1, 1))
    head.patch("24,-38 28,-52 62,-54 82,-38 76,-28 54,-38", PALE_GREY, shift=(1, 1))
    head.lines("-70,-32 -58,-46|-58,-36 -48,-50|-46,-38 -34,-49|-32,-38 -20,-46", 0.7)
    head.lines("28,-38 36,-49|40,-40 52,-51|54,-38 66,-48|66,-32 76,-42", 0.7)
    head.line("14,-18 22,6 42,28 42,44 18,50", 1.05)
    head.lines("-10,34 -20,42 -12,52|30,40 36,46|-58,-2 -44,2 -26,0|36,0 50,2 64,-3", 0.6)
    crow_feet(head, -60, -17, -1)
    crow_feet(head, 70, -18, 1)


def wim_beard(head: Pen) -> None:
    beard = (
        "-102,-4! -110,60 -102,120 -74,166 -30,194 20,196 70,176 102,128 110,64 103,-8!"
        " 94,30 80,56 58,62 12,66 -36,60 -66,52 -88,28"
    )
    head.shape(beard, "#d3cfc4")
    low = "-96,60 -92,116 -66,160 -20,186 30,184 74,156 98,110 102,60 70,104 10,124 -60,106"
    head.hatch(low, 15, 82, 0.5)
    lips(head, "-18,96 8,92 34,96 24,110 8,113 -8,110", "#c4816d")
    head.shape("8,62! -24,58 -54,78 -68,104 -34,102 8,88! 44,102 78,98 62,74 38,58!", "#e3dfd4")
    head.lines("-10,72 -30,80 -48,96|24,72 44,80 60,94|-2,76 -12,84|-14,112 8,117 28,111", 0.55)


def wim_cap(head: Pen) -> None:
    cap = "-104,-66 -118,-104 -94,-154 -36,-182 34,-184 94,-160 118,-118 112,-72 40,-92 -40,-92"
    head.shape(cap, SLATE)
    head.hatch("-90,-150 -110,-104 -98,-76 -50,-100 -60,-160", 11, 60, 0.5)
    head.shape("-92,-78! -30,-106 50,-108 116,-78! 138,-50 110,-42 50,-66 -30,-66 -84,-54!", SLATE)
    head.line("-10,-182 10,-190 30,-184", 1.4)


def lotte(pen: Pen) -> None:
    """27: red-blond hair in a loose braid, a knitted jumper."""
    lotte_garden(pen)
    table_line(pen)
    head = pen.at(356, 392, 1.22, 5)
    head.shape("-96,-40 -112,40 -92,130 -40,160 60,160 104,120 112,30 96,-40", "#c27a3c")
    lotte_jumper(pen)
    lotte_face(head)
    lotte_hair(head)
    lotte_braid(pen)


def lotte_garden(pen: Pen) -> None:
    pen.patch("40,50! 676,62! 664,640! 50,640!", PALE_LEAF)
    pen.shape(
        "-10,660! 34,480 42,280 16,60 -10,20! 110,-10! 112,180 128,420 176,640! 190,660!", WOOD
    )
    pen.lines("52,120 70,240 66,380|92,200 96,330 108,470|40,500 46,560 34,620|84,560 92,610", 0.7)
    pen.line("108,120 220,96 420,60 730,84", 2.0)
    for x, y, size, angle in (
        (210, 116, 1.2, 20),
        (300, 96, 1.3, -14),
        (470, 82, 1.4, 16),
        (560, 96, 1.3, -20),
        (648, 110, 1.5, 14),
        (610, 186, 1.2, 32),
        (520, 20, 1.2, 170),
        (390, 20, 1.2, 190),
        (250, 40, 1.2, 200),
        (690, 240, 1.1, -16),
    ):
        leaf(pen, x, y, size, angle)


def lotte_jumper(pen: Pen) -> None:
    pen.shape("306,520! 304,630 420,640 416,520!", FAIR.shade)
    neck_shade(pen, 307, 415, 562)
    body = (
        "62,940! 70,846 96,764 144,716 216,690 290,660 366,690 440,658 520,690 590,716"
        " 636,764 660,846 668,940!"
    )
    pen.shape(body, "#8fb0c0")
    for x, y in pen.scatter(body, 38):
        if 100 < x < 632 and y > 690:
            pen.line([(x - 9, y - 8), (x, y + 6), (x + 9, y - 8)], 0.5)
    pen.shape(
        "276,668 284,616 320,606 362,612 404,604 440,612 450,664 408,694 362,702 316,694", "#8fb0c0"
    )
    for k in range(11):
        x = 290 + k * 14.6
        pen.line([(x, 618 + abs(k - 5)), (x - 2 + k * 0.4, 684 - abs(k - 5) * 4)], 0.5)


def lotte_face(head: Pen) -> None:
    ear(head, -92, 8, -1, FAIR, 0.84)
    head.shape(NARROW_FACE, FAIR.tone)
    tone(head, "82,-30 86,30 74,76 56,112 20,140 42,106 62,66 72,20", FAIR.shade)
    cheeks(head, FAIR, (-54, 42), (64, 40))
    for x, y in (
        (-66, 24),
        (-54, 30),
        (-42, 24),
        (-50, 16),
        (50, 26),
        (62, 20),
        (70, 30),
        (-8, 26),
        (8, 18),
        (-34, 33),
        (40, 34),
    ):
        head.patch(oval(x, y, 2.3), "#bd7747", shift=(1, 1))
    eye(head, -35, -8, -1, 39, 10)
    eye(head, 46, -8, 1, 36, 10)
    head.line("-64,-34 -44,-42 -14,-37", 1.5, colour="#8d5426", taper=(0.3, 0.8))
    head.line("26,-38 50,-44 70,-33", 1.5, colour="#8d5426", taper=(0.8, 0.3))
    head.line("14,20 26,36 22,46 9,48", 0.9)
    head.lines("-7,38 -11,44 -6,50|-36,72 -40,80 -36,87", 0.55)
    lips(head, "-20,84 -6,79 7,82 20,79 36,83 22,96 7,99 -8,96", "#cf7f6a")
    head.line("-26,81 -10,87 7,85 22,87 42,79", 1.05)
    head.lines("0,105 8,107 16,104|46,73 50,79 47,85", 0.5)


def lotte_hair(head: Pen) -> None:
    copper = "#d58c4a"
    head.shape(
        "-90,34! -108,-30 -104,-104 -70,-156 -8,-178 54,-168 98,-126 112,-56 100,36!"
        " 94,-16 80,-64 48,-108 4,-128! -34,-108 -68,-76 -84,-36 -86,4!",
        copper,
    )
    head.lines(
        "2,-130 -46,-116 -84,-66 -94,-6|0,-142 -56,-138 -94,-90|8,-132 56,-116 88,-66 98,0"
        "|10,-146 64,-142 98,-92 106,-30|-2,-172 2,-150 4,-132|-20,-164 -64,-146",
        0.6,
    )
    head.lines("-88,20 -98,50 -90,76|-6,-124 -40,-88 -58,-58 -62,-40|96,24 104,52 98,80", 0.75)


def lotte_braid(pen: Pen) -> None:
    """The braid over her shoulder: strands laid over each other."""
    copper = "#d58c4a"
    pen.shape("462,470 492,540 496,600 520,640 470,650 440,600 446,530", copper)
    pen.lines("466,510 478,570 488,620|452,540 462,590 480,636", 0.6)
    for k in range(5):
        own = pen.at(494 + k * 4, 644 + k * 44, 1 - k * 0.05, -6)
        own.shape("-34,-22 -8,-26 20,4 22,34 0,40 -28,16", copper, 0.85)
        own.shape("34,-24 10,-22 -12,8 -6,40 12,40 32,14", copper, 0.85)
        own.lines("18,-10 4,8 2,26|-20,-10 -14,2", 0.5)
    pen.shape(box(496, 862, 34, 14), LINDEN, 0.8)
    pen.shape("498,876! 528,876! 534,912 520,938! 512,916! 502,936! 492,908", copper, 0.8)


def daan(pen: Pen) -> None:
    """34: stubble, a rain jacket, the bicycle helmet under his arm."""
    daan_street(pen)
    table_line(pen)
    daan_jacket(pen)
    head = pen.at(344, 374, 1.24, -5)
    daan_face(head)
    daan_hair(head)
    daan_helmet(pen)


def daan_street(pen: Pen) -> None:
    pen.patch("52,60! 670,50! 664,640! 44,640!", PALE_BLUE)
    for x, width, height, colour, kind in (
        (-60, 140, 380, STRAW, "punt"),
        (82, 120, 300, ROSE, "lijst"),
        (500, 110, 300, STRAW, "trap"),
        (612, 150, 380, PALE_LEAF, "punt"),
    ):
        gable(pen.at(x, 640), width, height, colour, kind)
    for dx in (0, 22, 44, 66):
        pen.line([(120 + dx * 7, 110 + dx % 44), (112 + dx * 7, 142 + dx % 44)], 0.7)


def daan_jacket(pen: Pen) -> None:
    pen.shape("284,500! 282,610 260,660 352,730 436,660 418,610 416,500!", FAIR.shade)
    neck_shade(pen, 286, 416, 548)
    pen.shape("230,720! 262,640 300,626 350,690 404,626 446,640 470,720!", SLATE)
    pen.shape("176,668! 196,610 270,590 300,640 340,720! 250,740!", "#c27d22")
    pen.shape("524,664! 502,608 436,588 408,640 366,720! 450,738!", "#c27d22")
    pen.shape("-30,940! -14,836 28,748 90,702 176,668! 262,712 340,712! 356,940!", "#e0a03c")
    pen.shape("356,940! 346,712! 440,704 520,662! 604,698 662,746 696,830 712,940!", "#e0a03c")
    pen.lines("340,716 352,820 354,940|352,714 366,820 368,940", 0.6)
    pen.lines("238,724 236,780|446,722 450,774", 1.2, WHITE)
    pen.lines("92,806 112,870 106,940|150,760 180,800 190,850|220,860 226,900 224,940", 0.65)


def daan_helmet(pen: Pen) -> None:
    pen.line("420,812 440,870 520,880 560,816", 1.0)
    own = pen.at(526, 768, 1.0, -8)
    own.shape("-134,46! -128,-20 -92,-78 -20,-106 60,-90 110,-40 126,36!", WHITE)
    for track in (
        "-96,0 -76,-48 -40,-74 -48,-30 -66,8",
        "-34,2 -22,-56 2,-84 12,-40 0,4",
        "38,2 44,-50 50,-76 78,-40 78,2",
    ):
        own.shape(track, SLATE, 0.9)
    own.shape("-138,44! -60,30 50,28 130,36! 132,58 60,58 -60,60 -136,66!", BRICK)
    pen.shape("730,752 696,786 640,826 560,846 476,850! 470,930 560,960 740,960!", "#e0a03c")
    pen.shape("482,850 430,842 400,860 404,900 436,922 480,920", FAIR.tone)
    fingers(pen.at(392, 866, 0.98, 8), FAIR)
    pen.lines("706,822 660,850 610,868|474,852 480,890 472,926", 0.7)


def daan_face(head: Pen) -> None:
    ear(head, -97, 2, -1, FAIR)
    ear(head, 98, 0, 1, FAIR, 0.9)
    head.shape(LONG_FACE, FAIR.tone)
    tone(head, "88,-40 92,10 84,40 74,30 78,0", FAIR.shade)
    cheeks(head, FAIR, (-58, 34), (70, 32))
    jaw = (
        "-92,30 -84,80 -64,118 -32,144 2,150 38,142 66,114 84,74 92,26 74,58 54,70 12,66 -32,70"
        " -66,56"
    )
    head.patch(jaw, "#dcb190", shift=(2, 2))
    for x, y in head.scatter(jaw, 9.5):
        head.line([(x, y), (x + 0.8, y + 4.2)], 0.42)
    lips(head, "-22,92 -6,88 8,91 22,88 38,91 22,102 8,105 -8,102", FAIR.blush)
    eye(head, -36, -12, -1, 37, 9)
    eye(head, 49, -13, 1, 34, 9)
    head.line("-66,-38 -44,-46 -14,-38", 2.3, taper=(0.3, 0.8))
    head.line("28,-40 52,-49 74,-38", 2.3, taper=(0.8, 0.3))
    head.line("15,-12 18,12 30,38 26,50 10,53", 0.95)
    head.lines("-8,42 -14,48 -8,56|-40,82 -44,90 -40,98|52,80 55,88", 0.55)
    head.line("-32,89 -14,94 8,92 26,95 46,86", 1.1)


def daan_hair(head: Pen) -> None:
    brown = "#7d5a3c"
    head.shape(
        "-94,-20! -108,-70 -100,-124 -64,-166! -70,-186! -20,-184 18,-204! 24,-188"
        " 70,-186! 74,-172 106,-136 112,-76 97,-22! 88,-66 78,-92! 60,-82 46,-104!"
        " 20,-86 0,-110! -26,-88 -44,-104! -70,-76 -84,-60!",
        brown,
    )
    head.lines(
        "46,-104 40,-140 10,-172|0,-110 -10,-140 -40,-164|-44,-104 -60,-128 -84,-136"
        "|78,-92 80,-124 60,-156|-86,-60 -96,-90|94,-50 100,-84",
        0.65,
    )


def marjolein(pen: Pen) -> None:
    """55: short grey hair, a scarf, calm."""
    marjolein_kitchen(pen)
    table_line(pen)
    marjolein_cardigan(pen)
    head = pen.at(364, 384, 1.22, -2, flip=True)
    marjolein_face(head)
    marjolein_hair(head)
    marjolein_scarf(pen)


def marjolein_kitchen(pen: Pen) -> None:
    pen.patch("48,54! 668,60! 674,640! 42,640!", ROSE)
    window(pen, 470, 130, 180, 340, PALE_BLUE)
    pen.line("470,300 650,298", 0.9)
    plant(pen.at(610, 470, 0.8), OCHRE)
    pen.line("150,-10 152,120", 0.9)
    pen.shape("152,116! 176,128 230,206! 152,220 74,206! 128,128!", LINDEN)
    pen.shape("130,212 152,206 174,212 168,236 136,236", STRAW, 0.8)
    coffee_pot(pen.at(118, 640, 0.92), SLATE)


def marjolein_cardigan(pen: Pen) -> None:
    pen.shape("306,520! 304,660 420,660 418,520!", FAIR.shade)
    pen.shape(
        "58,940! 66,846 92,766 142,718 214,692 290,664! 366,730 438,662! 516,692 586,718"
        " 632,766 658,846 668,940!",
        LINDEN,
    )
    pen.lines("356,800 352,870 354,940|374,800 372,870 374,940", 0.8)
    pen.lines("160,804 176,870 170,940|562,804 548,870 554,940|220,760 250,800 262,860", 0.7)
    pen.shape(oval(365, 880, 7), WOOD, 0.7)


def marjolein_face(head: Pen) -> None:
    ear(head, -92, 8, -1, FAIR, 0.9)
    head.shape(NARROW_FACE, FAIR.tone)
    tone(head, "82,-30 86,30 74,76 56,112 20,140 42,106 62,66 72,20", FAIR.shade)
    cheeks(head, FAIR, (-54, 42), (62, 40))
    eye(head, -35, -10, -1, 37, 8, 7)
    eye(head, 45, -11, 1, 34, 8, 7)
    head.line("-64,-36 -44,-46 -14,-40", 1.2, taper=(0.3, 0.7))
    head.line("26,-41 50,-48 70,-36", 1.2, taper=(0.7, 0.3))
    head.line("14,-8 20,14 32,38 29,49 11,53", 0.95)
    head.lines("-8,42 -13,48 -7,56|-28,54 -40,70 -42,86|50,52 60,68 60,82", 0.55)
    head.lines("-52,6 -38,10 -20,7|36,8 48,9 60,4|-26,-80 8,-84 36,-80", 0.45)
    lips(head, "-22,88 -6,84 7,87 20,84 36,87 22,97 7,100 -8,97", "#c27a68")
    head.line("-28,86 -12,90 7,89 22,90 42,84", 1.05)
    head.lines("-32,82 -29,90|46,80 44,88|0,108 9,110 18,107", 0.5)
    crow_feet(head, -58, -8, -1)
    crow_feet(head, 68, -9, 1)
    head.shape(oval(-102, 46, 7), BLUE, 0.7)


def marjolein_hair(head: Pen) -> None:
    grey = "#cfcbc2"
    head.shape(
        "-90,30! -114,-8 -116,-70 -98,-130 -50,-172 14,-182 70,-164 106,-118 114,-50"
        " 100,20! 92,-22 86,-58! 50,-64 0,-84 -40,-118! -48,-84 -72,-50 -86,-26!",
        grey,
    )
    head.lines(
        "-40,-118 0,-104 50,-92 92,-84|-34,-132 20,-130 72,-116 100,-90"
        "|-30,-150 30,-156 80,-132|-46,-122 -80,-92 -98,-40|-52,-140 -90,-108 -106,-50"
        "|-90,-30 -100,-4|-60,-158 -30,-166|96,-50 104,-20",
        0.6,
    )


def marjolein_scarf(pen: Pen) -> None:
    loop = "250,640 268,600 320,596 364,620 412,594 462,602 478,644 450,700 364,730 278,702"
    pen.shape("392,690! 440,676! 500,800 512,904! 440,918! 420,800!", BRICK)
    pen.shape(loop, BRICK)
    pen.lines(
        "276,620 330,660 400,664|264,664 320,694 390,700|448,622 420,650|440,724 462,800 470,880"
        "|330,622 364,640 400,630",
        0.65,
    )
    for k in range(6):
        pen.line([(446 + k * 12, 916 - k * 2), (446 + k * 13, 938 - k * 2)], 0.7)
    for x, y in (*pen.scatter(loop, 42), (440, 760), (470, 800), (450, 850), (484, 860)):
        pen.patch(oval(x, y, 5), STRAW)


def robert(pen: Pen) -> None:
    """50, Moluccan-Dutch: shaven head, shirt and jacket, kind eyes."""
    robert_door(pen)
    table_line(pen)
    robert_jacket(pen)
    robert_head(pen.at(362, 396, 1.26, 3))


def robert_door(pen: Pen) -> None:
    pen.patch("40,58! 672,50! 666,640! 52,640!", STRAW)
    for row in range(12):
        for column in range(8):
            x, y = 62 + column * 82 + (row % 2) * 40, 84 + row * 46
            if pen.sheet.rng.random() < 0.5:
                pen.line([(x, y), (x + 52, y + 1)], 0.5)
    pen.shape(box(132, 40, 452, 604), WHITE)
    pen.shape(box(156, 64, 404, 580), LINDEN)
    for x in (184, 372):
        pen.shape(box(x, 96, 160, 180), PALE_BLUE, 0.9)
    pen.lines("200,250 250,180|220,262 290,160|400,250 440,190", 0.7, WHITE)
    pen.shape(box(618, 210, 64, 56), BLUE, 0.9)
    pen.lines("636,226 636,250|652,228 668,226 654,250", 1.0)


def robert_jacket(pen: Pen) -> None:
    pen.shape("280,520! 278,620 262,676 366,770 464,676 446,620 444,520!", BROWN.shade)
    neck_shade(pen, 283, 443, 572)
    pen.shape("230,940! 258,700 288,636 366,730 438,634 476,700 496,940!", WHITE)
    pen.shape("-30,940! -14,828 22,740 86,700 172,676 280,644! 300,730 344,850 356,940!", SLATE)
    pen.shape("384,940! 392,850 424,730 448,644! 556,680 640,704 694,746 724,832 738,940!", SLATE)
    pen.shape("290,618! 258,654 300,742! 364,696!", WHITE)
    pen.shape("440,616! 470,652 434,740! 370,698!", WHITE)
    pen.shape("272,652! 222,714 216,764! 254,768! 248,800! 354,926! 342,850 304,744!", SLATE)
    pen.shape("458,650! 508,712 512,762! 474,768! 480,798! 382,926! 394,850 430,744!", SLATE)
    pen.lines("366,720 364,820 366,940|380,800 380,808|380,870 380,878", 0.65)
    pen.lines("92,810 110,870 104,940|630,810 614,870 620,940", 0.65)


def robert_head(head: Pen) -> None:
    ear(head, -100, 2, -1, BROWN, 1.05)
    ear(head, 101, 0, 1, BROWN, 0.98)
    head.shape(
        "-100,-60 -102,-14 -99,32 -92,80 -74,120 -42,146 2,152 44,145 76,119 94,78 100,30"
        " 103,-20 100,-66 86,-122 48,-160 0,-170 -50,-160 -88,-118",
        BROWN.tone,
    )
    tone(head, "92,-60 96,20 86,76 66,116 22,146 50,110 72,70 82,10 78,-60", BROWN.shade)
    tone(head, "-60,-140 -92,-90 -96,-40 -84,-60 -72,-100 -40,-140", BROWN.shade)
    cheeks(head, BROWN, (-60, 46), (68, 44))
    head.lines("-30,-148 -6,-154 10,-153", 1.6, "#c4946c")
    eye(head, -38, -12, -1, 38, 8)
    eye(head, 48, -12, 1, 36, 8)
    head.line("-70,-36 -48,-48 -16,-42", 2.1, taper=(0.3, 0.8))
    head.line("28,-43 54,-49 76,-36", 2.1, taper=(0.8, 0.3))
    head.line("-12,36 -24,44 -20,56 -6,54 8,60 22,54 36,54 38,42 28,34", 1.0)
    head.lines(
        "14,-6 18,12|-32,48 -46,66 -48,84|50,46 62,64 62,80|-56,4 -42,9 -24,6|36,7 50,8 62,3", 0.6
    )
    lips(head, "-30,88 -10,80 6,84 22,80 46,87 28,107 6,112 -14,107", "#8f4f41")
    head.line("-34,85 -14,92 6,91 26,93 50,84", 1.15)
    head.lines(
        "-38,80 -34,89|54,79 50,88|-4,118 8,120 20,117|-36,-82 6,-88 44,-83|-26,-100 8,-104"
        " 36,-100",
        0.5,
    )
    crow_feet(head, -62, -10, -1)
    crow_feet(head, 72, -11, 1)
