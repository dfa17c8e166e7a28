"""The scenes: one function for each client group or service."""

from __future__ import annotations

from dataclasses import replace

from .backdrops import coffee_pot, gable, leaf, mug, plant, table_line, window
from .figures import Person, front, hand, lettering, limb, profile, shoe, torso, under_table
from .geometry import box, oval
from .palette import (
    BLUE,
    BRICK,
    DARK,
    FAIR,
    GREY,
    LEAF,
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
from .things import (
    bowl,
    chair,
    cloud_tree,
    envelope,
    lamp,
    shopping_bag,
    soup_pan,
    steam,
    table,
    trolley,
)

GREY_LADY = Person(FAIR, "#d8d4ca", "bun", glasses=True, old=True)
OLD_MAN = Person(RUDDY, "#dcd8ce", "bald", glasses=True, old=True)
DARK_LADY = Person(DARK, "#2f2b29", "curls")
BLOND = Person(FAIR, "#d9b36a", "long")
MOTHER = Person(OLIVE, "#4b3a30", "bun")
FATHER = Person(TAN, "#3d3733", "short", beard=True)
WIDOW = Person(FAIR, "#d6d2c9", "bob", old=True)
REDHEAD = Person(RUDDY, "#b56a38", "short", beard=True)
CARER = Person(OLIVE, "#6d5644", "bob", glasses=True)


def sketch(pen: Pen) -> Pen:
    """The finer pen for scenes."""
    return replace(pen, weight=3.9, shift=(4.5, 3.5))


def ouderen(pen: Pen) -> None:
    """An older woman at home, ready to go out with her shopping trolley."""
    pen = sketch(pen)
    pen.patch("64,56! 1140,46! 1132,612! 70,606!", PALE_LEAF)
    front_door(pen.at(130, 610))
    table_line(pen, 610)
    coat_rack(pen.at(960, 200))
    pen.shape("330,716! 860,716! 930,776! 280,776!", STRAW, 0.9)
    pen.hatch("330,716! 860,716! 930,776! 280,776!", 22, 90, 0.4)
    trolley(pen.at(778, 752))
    walking_lady(pen.at(590, 0))


def front_door(pen: Pen) -> None:
    """An open front door with the street behind it; it stands on 0,0."""
    pen.shape(box(0, -520, 270, 520), WHITE)
    pen.shape(box(24, -496, 222, 496), PALE_BLUE, 0.9)
    gable(pen.at(128, -80), 116, 200, ROSE, "punt")
    cloud_tree(pen.at(84, -66), 1.0)
    pen.shape("24,-80! 246,-76! 246,0! 24,0!", PALE_GREY, 0.8)
    pen.shape("24,-496! -76,-540! -76,76! 24,0!", LINDEN)
    pen.shape("2,-452! -54,-474! -54,-270! 2,-272!", PALE_BLUE, 0.9)
    pen.shape(oval(-8, -226, 7, 9), OCHRE, 0.8)
    pen.shape("-50,-170! 0,-172! 0,-152! -50,-148!", OCHRE, 0.7)


def coat_rack(pen: Pen) -> None:
    """A coat, a hat and an umbrella on hooks."""
    pen.shape(box(-120, -12, 260, 26), WOOD)
    pen.shape(
        "-84,26 -60,10 -36,26 -8,50 4,110 14,210! -10,216! -14,262! -104,264! -106,218! -130,212!"
        " -122,110 -110,50",
        BLUE,
    )
    pen.lines("-58,40 -56,140 -58,262|-104,110 -106,160 -106,218|-14,110 -10,160 -10,214", 0.65)
    pen.lines("-82,30 -60,60 -38,30|-60,10 -60,-2", 0.9)
    pen.shape("36,40! 30,20 66,4 100,22 98,42!", SOOT)
    pen.shape("16,40 66,34 120,42 66,56", SOOT)
    pen.line("66,44 96,40", 1.0, OCHRE)
    pen.shape("112,60! 126,60! 128,200! 118,240! 108,200!", BRICK, 0.9)
    pen.line("119,20 119,60", 1.0)


def walking_lady(pen: Pen) -> None:
    """In her coat, one hand on the trolley."""
    for x in (-34, 22):
        limb(pen, [(x, 600), (x + 2, 660), (x, 728)], 40, 30, ROSE)
        shoe(pen.at(x, 752, 0.95))
    limb(pen, "-62,372 -104,440 -100,516", 60, 44, OCHRE)
    hand(pen.at(-100, 528, 0.9, 92, flip=True), FAIR)
    pen.shape(
        "-40,330 -84,352 -96,430 -94,540 -112,650! 98,652! 84,540 86,430 74,352 36,330", OCHRE
    )
    pen.lines("-2,366 0,500 -4,648|-50,560 -62,640|54,560 62,640", 0.65)
    for y in (410, 470, 530):
        pen.shape(oval(14, y, 6), WOOD, 0.7)
    front(pen.at(-6, 240, 0.47, 3), GREY_LADY)
    pen.shape("-58,330 -20,348 30,344 52,322 60,350 20,376 -30,378 -64,356", LINDEN)
    pen.shape("10,366! 36,362! 46,440! 14,446!", LINDEN)
    limb(pen, "66,372 92,430 88,462", 58, 48, OCHRE)
    hand(pen.at(86, 464, 0.95, 4), FAIR)


def mantelzorgers(pen: Pen) -> None:
    """Someone at the kitchen table, her partner in the armchair by the window."""
    pen = sketch(pen)
    pen.patch("58,50! 1142,58! 1136,612! 64,604!", STRAW)
    window(pen, 690, 96, 330, 330, PALE_BLUE)
    pen.patch("692,330! 800,310 900,334 1018,318! 1018,424! 692,424!", PALE_LEAF)
    cloud_tree(pen.at(940, 396), 0.9)
    pen.line("852,98 854,424", 0.8)
    table_line(pen, 610)
    armchair_man(pen.at(890, 0))
    lamp(pen.at(300, 170), 190)
    table_woman(pen.at(246, 0))
    table(pen, 70, 590, 560)
    mug(pen.at(454, 622, 0.9), BRICK)
    coffee_pot(pen.at(534, 606, 0.7), LINDEN)
    pillbox(pen.at(226, 616))
    limb(pen, "240,440 262,560 362,598", 66, 46, BLUE)
    hand(pen.at(370, 602, 0.95, 8), OLIVE)


def pillbox(pen: Pen) -> None:
    """The week's pills: seven small lids."""
    pen.shape("-110,-6! -20,-10! -14,12! -112,16!", WHITE, 0.8)
    for k in range(1, 6):
        pen.line([(-110 + k * 15, -7), (-110 + k * 16, 14)], 0.5)


def armchair_man(pen: Pen) -> None:
    """He sits in his chair with a blanket and looks at her."""
    pen.shape("-70,300 -30,262 70,266 110,310 120,520 100,640 -60,640", LINDEN)
    pen.shape("-70,372 -40,352 40,352 70,390 84,560 -70,560", PALE_BLUE)
    pen.lines("0,372 2,450 0,540", 0.6)
    profile(pen.at(-8, 270, 0.43, 4, flip=True), OLD_MAN)
    for x in (-120, -60):
        limb(pen, [(x + 20, 610), (x - 6, 680), (x - 10, 736)], 46, 38, SLATE)
        shoe(pen.at(x - 8, 756, flip=True), BRICK)
    pen.shape("84,520 -40,500 -140,540 -160,620 -150,690! -20,700! 100,650", BRICK)
    blanket = "84,524 -40,506 -136,544 -152,620 -144,684 -20,692 96,640"
    pen.hatch(blanket, 36, 6, 0.8, STRAW)
    pen.hatch(blanket, 36, 96, 0.8, STRAW)
    limb(pen, "50,400 40,480 -40,520", 54, 40, PALE_BLUE)
    hand(pen.at(-44, 522, 0.85, 172, flip=True), RUDDY)
    pen.shape("40,500 80,470 128,480 140,520 132,740! 60,744! 52,560", LINDEN)
    pen.line("66,520 90,506 118,512", 0.6)


def table_woman(pen: Pen) -> None:
    """She sits with him, her hands on the table for a moment."""
    under_table(pen, SOOT, BRICK, WOOD)
    torso(pen, 362, 640, 88, BLUE)
    pen.shape("-34,366 0,398 36,366 20,356 -20,356", WHITE, 0.8)
    profile(pen.at(6, 276, 0.43, 6), CARER)
    pen.lines("-50,450 -44,520 -50,600|-6,410 -2,500", 0.6)


def ouders(pen: Pen) -> None:
    """Two parents on a bench, the playground behind them."""
    pen = sketch(pen)
    pen.patch("54,56! 1146,48! 1140,640! 60,632!", PALE_BLUE)
    for x, width, height, colour, kind in (
        (40, 130, 230, ROSE, "punt"),
        (172, 120, 190, STRAW, "lijst"),
        (294, 124, 240, WHITE, "trap"),
        (830, 120, 210, STRAW, "punt"),
        (952, 130, 250, ROSE, "lijst"),
        (1084, 120, 200, WHITE, "punt"),
    ):
        gable(pen.at(x, 560), width, height, colour, kind)
    pen.patch("-20,560! 1220,560! 1220,830! -20,830!", PALE_LEAF)
    table_line(pen, 610)
    cloud_tree(pen.at(760, 610), 1.45)
    swing(pen.at(250, 640))
    bench_people(pen)


def swing(pen: Pen) -> None:
    """A child on a swing; it stands on 0,0."""
    pen.lines("-150,10 -110,-330|-70,10 -110,-330|150,-10 110,-330|70,10 110,-330", 1.6)
    pen.line("-126,-328 126,-330", 2.0)
    pen.lines("-20,-328 -66,-130|30,-328 -10,-122", 0.7)
    limb(pen, "-34,-132 10,-118 40,-134", 26, 20, SLATE)
    shoe(pen.at(44, -124, 0.5, -30), BRICK)
    pen.shape("-60,-210 -34,-220 -14,-206 -16,-128 -58,-130", OCHRE)
    profile(pen.at(-32, -254, 0.25, -10), Person(TAN, "#3d3733", "curls"))
    limb(pen, "-36,-200 -20,-180 -18,-168", 18, 14, OCHRE)
    pen.line("-70,-126 0,-120", 1.8)


def bench_people(pen: Pen) -> None:
    for y in (446, 500):
        pen.shape(box(400, y, 660, 34), WOOD)
    pen.lines("430,440 432,600|1030,440 1028,600", 2.4)
    for x in (436, 1010):
        pen.shape(f"{x},624! {x + 16},624! {x + 18},772! {x - 2},772!", SOOT, 0.8)
    pen.shape("384,600! 1076,600! 1084,626! 376,626!", WOOD)
    bench_mother(pen.at(620, 0))
    bench_father(pen.at(850, 0))
    stroller(pen.at(1110, 776, 0.96))


def lap(pen: Pen, colour: str, shoes: str, feet: tuple[float, float]) -> None:
    """The legs of somebody on a bench, seen from the front: thighs, knees, shins."""
    for knee, foot, flip in ((-44, feet[0], True), (44, feet[1], False)):
        limb(pen, [(knee, 640), (knee * 0.7 + foot * 0.3, 690), (foot, 744)], 62, 44, colour)
        shoe(pen.at(foot, 772, flip=flip), shoes)
    pen.shape(
        "-82,572 -92,620 -84,662 -50,674 -14,662 0,640 14,662 50,674 84,662 92,620 82,572", colour
    )
    pen.lines("0,640 0,606|-66,656 -46,662 -28,652|28,652 46,662 66,656", 0.6)


def bench_mother(pen: Pen) -> None:
    lap(pen, SLATE, BRICK, (-52, 30))
    torso(pen, 368, 604, 82, LINDEN)
    pen.lines("-40,430 -34,520|0,390 2,520", 0.6)
    profile(pen.at(4, 282, 0.41, 2), MOTHER)
    limb(pen, "-60,414 -86,510 -20,578", 58, 42, LINDEN)
    hand(pen.at(-18, 580, 0.9, 6), OLIVE)
    limb(pen, "62,420 74,510 24,570", 54, 40, LINDEN)
    mug(pen.at(2, 590, 0.66), OCHRE)
    hand(pen.at(22, 572, 0.8, 176, flip=True), OLIVE)


def bench_father(pen: Pen) -> None:
    lap(pen, SOOT, WOOD, (-30, 56))
    torso(pen, 358, 604, 90, BRICK)
    pen.line("0,372 2,480 0,600", 0.7)
    profile(pen.at(-4, 270, 0.43, 2, flip=True), FATHER)
    limb(pen, "70,412 96,510 30,576", 62, 44, BRICK)
    hand(pen.at(30, 580, 0.9, 176, flip=True), TAN)
    limb(pen, "-68,412 -92,500 -40,560", 60, 44, BRICK)
    hand(pen.at(-42, 566, 0.9, 20), TAN)


def stroller(pen: Pen) -> None:
    """A pushchair; it stands on 0,0."""
    pen.lines("-40,-40 40,-150|46,-40 -30,-130|40,-150 86,-196 100,-192", 1.5)
    pen.shape("-76,-150! -66,-210 -10,-240 40,-210 46,-150! 30,-104 -40,-100", OCHRE)
    pen.line("-76,-150 -20,-160 46,-150", 0.8)
    pen.lines("-20,-236 -22,-160|10,-232 16,-156", 0.6)
    for x in (-44, 48):
        pen.shape(oval(x, -24, 24), PALE_GREY)
        pen.blot(x, -24, 4)


def nieuwkomers(pen: Pen) -> None:
    """Two people with a notebook, learning words."""
    pen = sketch(pen)
    pen.patch("60,48! 1138,58! 1144,610! 56,606!", ROSE)
    word_cards(pen)
    table_line(pen, 610)
    learner(pen.at(320, 0))
    teacher(pen.at(870, 0))
    table(pen, 170, 1030, 570, depth=110)
    notebook(pen.at(606, 634))
    mug(pen.at(960, 656, 0.95), BLUE)
    mug(pen.at(250, 660, 0.95), BRICK)
    limb(pen, "300,450 316,586 420,632", 72, 48, OCHRE)
    pen.line("452,590 486,650", 1.6)
    hand(pen.at(426, 634, 1.0, -4), DARK)
    limb(pen, "896,450 870,590 786,626", 72, 50, LINDEN)
    hand(pen.at(780, 628, 1.0, 174, flip=True), RUDDY)


def word_cards(pen: Pen) -> None:
    """Cards on the wall: a house, a tree, a cup, each with its word."""
    for x, word, angle in ((472, "huis", -3), (606, "plant", 2), (734, "kop", -2)):
        card = pen.at(x, 160, 1.0, angle)
        card.shape(box(-54, -80, 112, 150), WHITE, 0.85)
        card.blot(2, -72, 4)
        lettering(card.at(-40, 54, 0.72), word, width=0.65)
    house = pen.at(472, 160, 1.0, -3)
    house.shape("-26,10! -26,-24! 2,-52! 30,-24! 30,10!", BRICK, 0.8)
    house.shape(box(-6, -18, 16, 28), STRAW, 0.6)
    plant(pen.at(608, 176, 0.36))
    mug(pen.at(732, 172, 0.9), BLUE)


def learner(pen: Pen) -> None:
    under_table(pen, SLATE, WOOD)
    torso(pen, 368, 660, 96, OCHRE)
    pen.shape("-40,384 0,412 42,382 24,366 -24,366", "#c27d22", 0.8)
    pen.lines("-56,460 -50,540|40,470 36,540", 0.6)
    profile(pen.at(4, 276, 0.47, 9), DARK_LADY)
    pen.shape(oval(-4, 296, 5, 8), STRAW, 0.7)


def teacher(pen: Pen) -> None:
    under_table(pen.at(0, 0, flip=True), SOOT, BRICK)
    torso(pen, 368, 660, 100, LINDEN)
    pen.shape("-40,384! -20,366 26,364 40,384! 0,420!", WHITE, 0.8)
    pen.lines("-36,470 -34,550|56,460 50,540", 0.6)
    profile(pen.at(-4, 272, 0.47, 8, flip=True), OLD_MAN)


def notebook(pen: Pen) -> None:
    """An open notebook with a word in it."""
    pen.shape("-110,-34! 0,-26! 0,40! -130,34!", WHITE)
    pen.shape("0,-26! 112,-34! 134,32! 0,40!", WHITE)
    lettering(pen.at(-84, 6, 0.62), "thuis", width=0.75)
    pen.lines("-106,22 -20,26|18,-8 104,-13|18,8 110,3|20,22 112,18", 0.45)


def nabestaanden(pen: Pen) -> None:
    """Someone with a cup at the window; the chair beside her is empty."""
    pen = sketch(pen)
    pen.patch("56,54! 1144,50! 1138,606! 62,612!", BLUE)
    window(pen, 380, 90, 440, 420, PALE_BLUE)
    pen.patch("382,420! 500,404 640,424 818,406! 818,508! 382,508!", PALE_LEAF)
    cloud_tree(pen.at(610, 490), 1.3, OCHRE)
    for x, y in ((470, 380), (520, 440), (700, 400), (740, 330), (670, 470), (440, 470)):
        pen.patch(oval(x, y, 6, 4, 30), OCHRE)
    pen.line("600,92 601,508", 0.8)
    pen.shape(box(346, 524, 508, 20), WHITE)
    table_line(pen, 610)
    empty_chair(pen.at(900, 776))
    window_lady(pen.at(270, 0))
    pen.shape(oval(600, 618, 150, 26), WOOD)
    pen.lines("600,646 598,744|540,776 600,742 664,776", 2.2)
    mug(pen.at(676, 622, 0.8), BRICK)
    pen.shape("560,590! 622,588! 628,622! 556,622!", WHITE, 0.8)
    pen.shape(oval(592, 603, 11, 10), OCHRE, 0.6)
    limb(pen, "276,430 330,540 430,500", 62, 44, BRICK)
    mug(pen.at(470, 516, 0.85), WHITE)
    hand(pen.at(434, 498, 0.95, -6), FAIR)
    steam(pen.at(470, 466, 0.8))


def empty_chair(pen: Pen) -> None:
    """His chair, with his cardigan over the back."""
    chair(pen.at(0, 0, 1.12, flip=True), WOOD)
    pen.shape("52,-388 84,-398 112,-384 124,-300 118,-226! 48,-222! 46,-300", LINDEN)
    pen.lines("78,-380 80,-300 76,-230|96,-340 100,-260", 0.6)
    pen.shape("50,-300 36,-250 34,-196! 62,-194! 66,-260", LINDEN, 0.9)


def window_lady(pen: Pen) -> None:
    chair(pen.at(-30, 776, 1.1), WOOD)
    limb(pen, "-20,606 90,610 110,700 108,748", 86, 50, SLATE)
    shoe(pen.at(104, 776), SOOT)
    torso(pen, 366, 636, 82, BRICK)
    pen.lines("-40,440 -36,540|10,400 14,480", 0.6)
    profile(pen.at(4, 282, 0.44, 2), WIDOW)


def geldzorgen(pen: Pen) -> None:
    """A pile of envelopes and two people who sort them."""
    pen = sketch(pen)
    pen.patch("60,56! 1140,48! 1146,612! 54,604!", PALE_LEAF)
    lamp(pen.at(600, 170), 190, OCHRE)
    calendar(pen.at(140, 130))
    table_line(pen, 610)
    sorter(pen.at(320, 0), BRICK, SLATE)
    profile(pen.at(326, 282, 0.47, 12), REDHEAD)
    sorter(pen.at(880, 0, flip=True), BLUE, SOOT)
    profile(pen.at(874, 284, 0.47, 10, flip=True), MOTHER)
    table(pen, 140, 1060, 560, depth=120)
    envelopes(pen)
    limb(pen, "296,450 296,590 392,600", 72, 48, BRICK)
    envelope(pen.at(452, 580, 1.0, -12), WHITE, 120)
    hand(pen.at(400, 600, 1.0, -10), RUDDY)
    limb(pen, "906,450 912,596 826,616", 72, 48, BLUE)
    pen.shape("716,560! 800,548! 812,650! 726,660!", WHITE, 0.9)
    pen.lines("732,582 788,574|734,598 790,590|736,614 780,608", 0.55)
    hand(pen.at(824, 618, 1.0, 176, flip=True), OLIVE)


def sorter(pen: Pen, colour: str, legs: str) -> None:
    """Somebody at the table, looking right."""
    under_table(pen, legs, SOOT, OCHRE)
    torso(pen, 372, 660, 98, colour)
    pen.shape("-36,378 0,408 38,378 22,366 -22,366", WHITE, 0.8)
    pen.lines("-54,470 -50,550|46,470 42,550", 0.6)


def calendar(pen: Pen) -> None:
    """A calendar on the wall with a few days crossed."""
    pen.shape(box(0, 0, 130, 150), WHITE, 0.9)
    pen.shape(box(0, 0, 130, 34), BRICK, 0.9)
    for k in range(12):
        x, y = 22 + (k % 4) * 29, 58 + (k // 4) * 32
        pen.line([(x - 6, y), (x + 6, y)], 0.55)
    pen.lines("68,110 90,132|90,110 68,132", 0.9)


def envelopes(pen: Pen) -> None:
    """The pile, and the neat rows it turns into."""
    spots = (
        (600, 640, 8, WHITE),
        (566, 628, -14, PALE_BLUE),
        (634, 622, 16, WHITE),
        (596, 610, -5, STRAW),
        (572, 596, 9, WHITE),
        (622, 590, -12, WHITE),
        (598, 574, 4, PALE_BLUE),
    )
    for x, y, angle, colour in spots:
        envelope(pen.at(x, y, 1.0, angle), colour)
    for k in range(3):
        envelope(pen.at(250 + k * 4, 654 - k * 7, 0.9), (WHITE, PALE_BLUE, WHITE)[k])
        envelope(pen.at(930 + k * 4, 660 - k * 7, 0.9), (STRAW, WHITE, STRAW)[k])


def vrijwilligers(pen: Pen) -> None:
    """Two people carry a table, a third the soup."""
    pen = sketch(pen)
    pen.patch("54,50! 1142,56! 1146,606! 58,612!", STRAW)
    bunting(pen)
    table_line(pen, 610)
    for y in (650, 700):
        pen.line([(-10, y + 20), (1210, y + 24)], 0.35)
    carrier(pen.at(300, 0), LINDEN, BLOND)
    carrier(pen.at(740, 0, flip=True), BLUE, REDHEAD)
    carried_table(pen)
    for x, side, skin, colour in ((300, False, FAIR, LINDEN), (740, True, RUDDY, BLUE)):
        own = pen.at(x, 0, flip=side)
        limb(own, "-16,350 24,430 96,446", 58, 42, colour)
        hand(own.at(98, 448, 0.95, 4), skin)
    soup_carrier(pen.at(990, 0))


def bunting(pen: Pen) -> None:
    """Little flags on a line."""
    pen.line("-10,96 300,150 620,110 900,150 1210,92", 0.9)
    flags = (
        (80, 112),
        (180, 132),
        (280, 148),
        (390, 144),
        (500, 126),
        (610, 110),
        (720, 122),
        (830, 142),
        (940, 148),
        (1050, 128),
        (1140, 108),
    )
    for k, (x, y) in enumerate(flags):
        pen.shape(
            f"{x - 26},{y}! {x + 26},{y}! {x},{y + 56}!", (BRICK, LEAF, WHITE, BLUE)[k % 4], 0.8
        )


def carrier(pen: Pen, colour: str, who: Person) -> None:
    """Someone who carries one end of a table, seen from the side."""
    limb(pen, "-16,540 -44,640 -70,736", 72, 46, SLATE)
    shoe(pen.at(-72, 770))
    limb(pen, "0,540 36,640 30,736", 74, 46, SLATE)
    shoe(pen.at(28, 770))
    torso(pen.at(-10, 0), 306, 566, 66, colour)
    pen.lines("-40,400 -36,500|20,440 18,520", 0.6)
    profile(pen.at(0, 218, 0.43, 4), who)


def carried_table(pen: Pen) -> None:
    for x, y in ((452, 446), (570, 446), (418, 470), (606, 470)):
        pen.shape(f"{x},{y}! {x + 24},{y}! {x + 20},{y + 158}! {x + 4},{y + 158}!", WOOD)
    pen.shape("400,456! 650,456! 648,486! 402,486!", WOOD)
    pen.shape("412,404! 634,404! 674,444! 374,444!", WOOD)
    pen.shape("374,444! 674,444! 674,460! 374,460!", WOOD)
    pen.lines("440,418 540,419|470,430 600,431", 0.45)


def soup_carrier(pen: Pen) -> None:
    for x in (-30, 34):
        limb(pen, [(x, 560), (x + 2, 650), (x, 736)], 66, 46, SOOT)
        shoe(pen.at(x, 770, flip=x < 0), BRICK)
    torso(pen, 332, 584, 84, BRICK)
    front(pen.at(0, 238, 0.45, -4), DARK_LADY)
    pen.shape("-46,384! 46,384! 72,640! -72,640!", WHITE)
    pen.lines("-42,384 -28,346|42,384 30,346", 0.9)
    soup_pan(pen.at(0, 548, 0.95), LINDEN)
    for side in (False, True):
        own = pen.at(0, 0, flip=side)
        limb(own, "60,386 106,440 112,474", 50, 40, BRICK)
        hand(own.at(113, 472, 0.8, 96), DARK)


def boodschappentaxi(pen: Pen) -> None:
    """The small van, its side door open, and the shopping."""
    pen = sketch(pen)
    pen.patch("52,54! 1146,48! 1140,610! 58,604!", PALE_BLUE)
    for x, width, height, colour, kind in (
        (30, 160, 330, ROSE, "trap"),
        (192, 150, 270, WHITE, "punt"),
        (344, 170, 340, STRAW, "lijst"),
        (516, 150, 280, PALE_LEAF, "punt"),
        (668, 160, 330, ROSE, "lijst"),
        (830, 160, 280, WHITE, "trap"),
        (992, 170, 330, STRAW, "punt"),
    ):
        gable(pen.at(x, 610), width, height, colour, kind)
    table_line(pen, 610)
    pen.line("-10,760 1210,756", 0.8)
    van(pen.at(240, 720))
    shopping_bag(pen.at(140, 752, 1.0), BRICK)
    shopping_bag(pen.at(234, 768, 0.86), BLUE)
    trolley(pen.at(1070, 764, 0.98))


def van(pen: Pen) -> None:
    """A small bus; it stands on 0,0 and is 720 long."""
    body = (
        "20,-40! 14,-200 24,-330 60,-356! 470,-356! 520,-340 610,-214! 690,-190 716,-150 720,-44!"
        " 700,-30! 40,-30!"
    )
    pen.shape(body, LINDEN, 1.1)
    pen.shape("494,-318! 578,-212! 430,-212! 430,-318!", PALE_BLUE, 0.9)
    pen.shape("60,-318! 190,-318! 190,-212! 56,-212!", PALE_BLUE, 0.9)
    pen.shape("218,-324! 404,-324! 404,-52! 218,-52!", SOOT)
    pen.shape("228,-130! 330,-130! 330,-60! 228,-60!", WOOD, 0.9)
    shopping_bag(pen.at(270, -118, 0.66), OCHRE)
    shopping_bag(pen.at(352, -58, 0.8), BRICK)
    profile(pen.at(498, -238, 0.22), Person(RUDDY, "#d3cfc4", "short", beard=True))
    pen.shape("440,-204! 456,-222 520,-222 536,-204!", OCHRE, 0.8)
    pen.shape("424,-211! 600,-211! 600,-176! 424,-176!", LINDEN, 0)
    pen.line("540,-240 556,-214", 1.3)
    pen.line("430,-212 580,-212", 1.0)
    pen.lines("416,-340 418,-40|200,-340 202,-40|440,-180 470,-181", 0.7)
    leaf(pen.at(118, -164), 0, 0, 1.2, 0)
    pen.shape(box(684, -132, 34, 34), STRAW, 0.8)
    for x in (130, 590):
        pen.shape(oval(x, -30, 62), SOOT)
        pen.shape(oval(x, -30, 30), PALE_GREY, 0.8)
        pen.blot(x, -30, 6)
    pen.shape(box(690, -64, 44, 22), GREY, 0.8)


def eetpunt(pen: Pen) -> None:
    """A long table, laid, with soup."""
    pen = sketch(pen)
    pen.patch("58,48! 1140,56! 1146,600! 54,608!", ROSE)
    for x in (260, 600, 940):
        lamp(pen.at(x, 190), 210, OCHRE if x == 600 else LINDEN)
    pen.shape(box(90, 250, 200, 120), SOOT)
    lettering(pen.at(122, 328, 1.5), "soep", WHITE, 1.0)
    table_line(pen, 560)
    for x in (196, 400, 800, 1004):
        pen.shape(f"{x - 52},600! {x - 46},432 {x},424 {x + 46},432 {x + 52},600!", BLUE)
        pen.lines(f"{x - 16},450 {x - 18},580|{x + 16},450 {x + 18},580", 0.9)
    long_table(pen)


def long_table(pen: Pen) -> None:
    cloth = "96,560! 1104,560! 1216,730! -16,730!"
    pen.shape("-16,730! 1216,730! 1216,830! -16,830!", WHITE)
    pen.shape(cloth, WHITE)
    pen.line("-16,790 1216,790", 2.2, BRICK)
    pen.line("-16,806 1216,806", 0.9, BRICK)
    soup_pan(pen.at(600, 640, 1.0), BRICK)
    steam(pen.at(600, 476, 1.1))
    for x, y in ((240, 612), (420, 610), (800, 610), (980, 612)):
        bowl(pen.at(x, y, 0.9))
    for x in (120, 352, 590, 890, 1112):
        bowl(pen.at(x, 712, 1.12))
        pen.lines(f"{x + 84},690 {x + 92},722|{x - 84},690 {x - 92},722", 1.2)
    bread(pen.at(740, 690))
    plant_jar(pen.at(320, 650))


def bread(pen: Pen) -> None:
    """A loaf, half cut."""
    pen.shape("-70,-6! -76,-40 -40,-58 30,-56 62,-34 58,0!", WOOD)
    pen.lines("-46,-54 -36,-30|-16,-58 -6,-32|14,-58 22,-34", 0.8)
    pen.shape("58,0! 54,-36 78,-44 92,-30 88,2!", STRAW)


def plant_jar(pen: Pen) -> None:
    """Flowers in a jam jar."""
    for x, y, colour in ((-22, -92, OCHRE), (2, -112, BRICK), (24, -90, OCHRE)):
        pen.line([(0, -40), (x * 0.7, y * 0.7), (x, y)], 0.7)
        pen.shape(bumpy([*oval(x, y, 13), (x + 13, y)], 10, 4), colour, 0.7)
    pen.shape("-20,-50! 20,-50! 22,-4! 0,0 -22,-4!", PALE_BLUE, 0.9)


def koffie(pen: Pen) -> None:
    """A cup of coffee for 75 cents."""
    pen = sketch(pen)
    pen.patch("60,56! 1142,48! 1136,606! 54,610!", STRAW)
    chalkboard(pen.at(140, 90))
    pen.shape(box(760, 250, 340, 18), WOOD)
    for x, colour in ((810, BLUE), (918, WHITE), (1026, LEAF)):
        mug(pen.at(x, 250, 1.25), colour)
    table_line(pen, 610)
    coffee_pot(pen.at(560, 640, 1.9), LINDEN)
    pen.shape(oval(860, 694, 230, 42), WHITE)
    pen.line(oval(862, 690, 170, 24), 0.6, closed=True)
    pen.line("1000,520 1078,512 1082,600 978,622", 3.0)
    pen.shape("702,480! 1012,480! 1004,570 976,650 930,690! 790,690! 736,650 710,570", BRICK, 1.2)
    pen.shape(oval(857, 480, 155, 32), WHITE)
    pen.shape(oval(858, 486, 130, 22), "#6b4630", 0.9)
    pen.lines("744,540 752,600 776,650", 1.1, ROSE)
    steam(pen.at(856, 440, 2.0))
    pen.shape("604,716! 650,700 668,712 650,730!", PALE_GREY, 0.8)
    pen.line("664,716 760,738", 1.6)
    biscuit(pen.at(1090, 720))


def two_cups(pen: Pen) -> None:
    """Two cups and a folded newspaper at the window; one chair is drawn back."""
    pen = sketch(pen)
    pen.patch("56,54! 1144,50! 1138,606! 62,612!", STRAW)
    window(pen, 250, 80, 700, 400, PALE_BLUE)
    pen.patch("252,400! 420,376 640,404 948,380! 948,478! 252,478!", PALE_LEAF)
    cloud_tree(pen.at(800, 450), 1.2)
    pen.line("600,82 601,478", 0.8)
    pen.shape(box(210, 494, 780, 22), WHITE)
    plant(pen.at(330, 494, 0.9))
    empty_chair(pen.at(1010, 776))
    table(pen, 160, 900, 640)
    mug(pen.at(560, 694, 1.5), BLUE)
    mug(pen.at(730, 686, 1.5), WHITE)
    steam(pen.at(560, 610, 1.2))
    steam(pen.at(730, 602, 1.2))
    pen.shape("246,656! 452,652! 462,706! 222,708!", WHITE, 1.0)
    pen.lines(
        "258,668 436,664|252,682 292,680|312,680 362,679|382,679 440,677|244,696 450,692", 1.2
    )


def chalkboard(pen: Pen) -> None:
    """The board with the price."""
    pen.shape(box(0, 0, 330, 400), WOOD)
    pen.shape(box(22, 22, 286, 356), SOOT)
    lettering(pen.at(54, 124, 1.7), "koffie", WHITE, 1.2)
    lettering(pen.at(56, 262, 2.4), "0,75", "#f0cf8e", 1.6)
    pen.line("60,296 150,302 270,294", 1.0, WHITE)


def biscuit(pen: Pen) -> None:
    """A biscuit beside the cup."""
    pen.shape(oval(0, 0, 54, 22), WOOD)
    for x, y in ((-20, -4), (6, -8), (24, 2), (-4, 7)):
        pen.blot(x, y, 2.6)


def klusdienst(pen: Pen) -> None:
    """A ladder, a lamp and a tool box."""
    pen = sketch(pen)
    pen.patch("54,48! 1144,58! 1138,610! 60,602!", BLUE)
    window(pen, 860, 140, 220, 300, PALE_BLUE)
    pen.line("970,142 971,440", 0.8)
    plant(pen.at(1010, 440, 0.8))
    table_line(pen, 610)
    pen.line([(430, -10), (432, 110)], 1.0)
    lamp(pen.at(432, 180, 1.35), 60, OCHRE)
    for x, y in ((330, 256), (372, 280), (432, 292), (492, 280), (534, 256)):
        pen.line([(x, y), (x + (x - 432) * 0.26, y + 36)], 0.9)
    ladder(pen.at(640, 770))
    toolbox(pen.at(280, 760))
    bulb(pen.at(980, 736, 1.0, 62))


def ladder(pen: Pen) -> None:
    """A stepladder; it stands on 0,0."""
    pen.line("30,-476 116,-16", 1.7)
    pen.line("104,-476 204,-4", 1.7)
    pen.line("92,-150 174,-144", 1.0)
    for k in range(5):
        y = -60 - k * 82
        pen.shape(
            f"{-122 + k * 22},{y}! {66 - k * 2},{y}! {68 - k * 2},{y + 16}!"
            f" {-126 + k * 22},{y + 16}!",
            WOOD,
            0.9,
        )
    pen.shape("-148,0! -14,-480! 8,-480! -122,0!", OCHRE)
    pen.shape("62,0! 44,-480! 66,-480! 90,0!", OCHRE)
    pen.shape("-30,-500! 118,-500! 118,-476! -36,-476!", OCHRE)


def toolbox(pen: Pen) -> None:
    """An open wooden tool box; it stands on 0,0."""
    hammer = pen.at(-60, -70, 0.9, -16)
    hammer.shape("-8,-110! 8,-110! 9,30! -9,30!", WOOD)
    hammer.shape("-44,-132! 30,-134! 52,-118! 26,-104! -44,-104!", GREY)
    driver = pen.at(26, -70, 1.0, 10)
    driver.shape("-12,-104 0,-112 12,-104! 10,-50! -10,-50!", BRICK)
    driver.line("0,-50 0,20", 1.5)
    rule = pen.at(92, -70, 0.9, 20)
    rule.shape("-12,-90! 12,-90! 12,40! -12,40!", OCHRE)
    for k in range(5):
        rule.line([(-11, -80 + 16 * k), (-2, -80 + 16 * k)], 0.6)
    pen.line("-120,-90 -116,-190 116,-190 120,-90", 2.4)
    pen.shape("-150,-100! 150,-100! 138,0! -138,0!", BRICK)
    pen.line("-146,-74 146,-74", 0.6)


def bulb(pen: Pen) -> None:
    """The new light bulb, its middle on 0,0."""
    pen.shape("-14,40 -16,24 -36,0 -28,-32 0,-42 28,-32 36,0 16,24 14,40", WHITE)
    pen.shape("-15,38! 15,38! 13,66! 0,74 -13,66!", GREY, 0.9)
    pen.lines("-14,48 14,46|-14,58 13,56|-8,30 -10,4 0,12 10,4 8,30", 0.6)
