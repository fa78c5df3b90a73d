"""Aurora: a calm Nordic homeware brand with one seller, in Shopify's legacy CSV."""

import aurora_home
import aurora_table
import scenes
from catalogue import LEGACY, Product

SLUG, SKU, BARCODES, WEIGHT_UNIT, HEADER = "aurora", "AUR", 1_000_000, "g", LEGACY
SCENE, LOGO = scenes.aurora, scenes.aurora_logo
KINDS = aurora_table.KINDS | aurora_home.KINDS

PALETTE = {
    "Chalk": "#ebe5d9", "Moss": "#8a9a80", "Clay": "#c98f6e", "Dusk": "#7d8797", "Sand": "#d6c3a3",
    "Ink": "#3f4a55", "Oat": "#ddd0b8", "Slate": "#6b7780", "Sage": "#a9b79c", "Ochre": "#d1a04f",
    "Rust": "#b5694a", "Ivory": "#f1e9d8", "Cream": "#efe5d0", "Rose": "#d3a79c", "Fog": "#b9c3c6",
    "Clear": "#d3dfe0", "Smoke": "#7f868a", "Amber": "#c58a45", "Oak": "#d3a873",
    "Walnut": "#8f6243", "Black": "#34393d", "Brass": "#c9a55c", "Natural": "#d6b98a",
    "Graphite": "#4a5157", "Pine": "#9fae94", "Birch Smoke": "#ddd3c3", "Sea Salt": "#b3c2c7",
}

BRAND = {
    "slug": "aurora", "name": "Aurora", "tagline": "Quiet things for everyday rooms",
    "currency": "EUR", "country": "DE", "locale": "en-DE",
    "tax": {"included": True, "rate_ppm": 190000, "name": "VAT 19 %"},
    "brand": {
        "name": "Aurora", "logo": "media/logo.webp",
        "colors": {"primary": "#2f4a4d", "on_primary": "#ffffff", "background": "#faf8f4",
                   "surface": "#f0ece4", "text": "#2b3436", "accent": "#a85f3d"},
        "fonts": {"heading": "Lora", "body": "Inter"},
        "radius": "small",
        "pages": [
            {"slug": "imprint", "title": "Imprint", "html": (
                "<p>Aurora Homeware is an invented store that comes with Stoa to try things with."
                " Nothing is sold or sent.</p><p>Aurora<br>Harbour Street 1<br>20457 Hamburg<br>G"
                "ermany</p>"
            )},
            {"slug": "terms", "title": "Terms of sale", "html": (
                "<p>Prices include VAT. A contract is made when we confirm your order by e-mail. "
                "We send orders within two working days.</p>"
            )},
            {"slug": "privacy", "title": "Privacy", "html": (
                "<p>We use your name, address and e-mail to send your order and to write to you a"
                "bout it. Payments are made with Stripe; we never see your card number.</p>"
            )},
            {"slug": "returns", "title": "Returns", "html": (
                "<p>You can return anything within 30 days of receiving it. Write to us, and we s"
                "end a label.</p>"
            )},
        ],
    },
    "merchants": [{"slug": "aurora", "name": "Aurora", "commission_bps": 500}],
    "shipping_options": [
        {"name": "Standard parcel", "rate": {"kind": "by_weight", "tiers": [
            {"up_to_grams": 1000, "price": {"amount": 490, "currency": "EUR"}},
            {"up_to_grams": 5000, "price": {"amount": 690, "currency": "EUR"}},
            {"up_to_grams": 15000, "price": {"amount": 1290, "currency": "EUR"}},
            {"up_to_grams": 31500, "price": {"amount": 1990, "currency": "EUR"}}]}},
        {"name": "Express, next working day", "rate": {"kind": "flat", "price": {"amount": 1490, "currency": "EUR"}}},
    ],
}


def product(title, category, type, tags, art, tone, price, grams, stock, body, **more):
    return Product(title, category, type, tags, art, tone, price, grams, stock, body,
                   vendor="Aurora", **more)


PRODUCTS = [
    product("Fjell Mug", "Kitchen > Mugs", "Mug", "stoneware, coffee, handmade",
            "mug", "sand", "24.00", 380, "120 86 3 45",
            "A generous stoneware mug with an unglazed foot and a handle made for four fingers. "
            "| Each one is thrown by hand, so no two have quite the same speckle.",
            options={"Colour": "Chalk, Moss, Clay, Dusk"}, detail=True),
    product("Lille Espresso Cup", "Kitchen > Mugs", "Cup", "stoneware, coffee, espresso",
            "espresso", "mist", "19.50", 260, "64 0",
            "Small, thick walled and slow to cool. | * Holds 80 ml | * Comes with its saucer | "
            "* Safe in the dishwasher",
            options={"Colour": "Chalk, Ink"}),
    product("Havn Kettle", "Kitchen > Kettles & Pots", "Kettle", "kettle, tea, induction",
            "kettle", "sage", "89.00", 1250, "34 21 2",
            "A gooseneck kettle that pours a thin, steady line. The walnut handle stays cool; "
            "the base works on every hob, **induction included**.",
            options={"Colour": "Cream, Slate, Moss"}, was={"Slate": "109.00"}, detail=True),
    product("Ro Teapot", "Kitchen > Kettles & Pots", "Teapot", "stoneware, tea",
            "teapot", "oat", "64.00", 980, "41",
            "A round pot for long afternoons. The strainer is thrown into the wall behind the "
            "spout, so loose leaves stay inside. | Holds 900 ml.",
            colour="Dusk", detail=True),
    product("Komfur Casserole", "Kitchen > Kettles & Pots", "Casserole", "enamel, cooking, oven",
            "casserole", "blush", "119.00", 3400, "18 12 25 0",
            "Enamelled cast iron with a tight lid and an oak knob that lifts off for the oven. "
            "| It goes from hob to table without apology.",
            options={"Colour": "Rust, Slate", "Size": "3 l, 5 l"}, by={"5 l": ("149.00", 4700)}),
    product("Bjørk Cutting Board", "Kitchen > Boards & Tools", "Cutting board",
            "wood, oak, serving",
            "board", "mist", "29.00", 620, "90 72 38",
            "Cut from a single plank of European oak and rubbed with linseed oil. A leather "
            "loop lets it hang where it is used. | * Wash by hand | * Oil twice a year",
            colour="Oak", options={"Size": "Small, Medium, Large"},
            by={"Medium": ("42.00", 1100), "Large": ("58.00", 1750)}),
    product("Skov Spoon Set", "Kitchen > Boards & Tools", "Utensils", "wood, cooking, gift",
            "spoons", "sage", "36.00", 540, "57",
            "Three spoons in three woods – oak, walnut and beech – in a stoneware crock that "
            "keeps them upright. Nothing here scratches a pan.",
            colour="Chalk"),
    product("Salta Salt Cellar", "Kitchen > Storage Jars", "Salt cellar", "stoneware, salt",
            "salt", "blush", "27.50", 430, "88 3",
            "Flaky salt within reach of the stove. | The oak lid doubles as a rest for the "
            "little spoon.",
            options={"Colour": "Sage, Clay"}),
    product("Skab Canister", "Kitchen > Storage Jars", "Canister", "stoneware, storage, oak",
            "canister", "dusk", "32.00", 700, "60 55 40 44 31 1",
            "Flour, coffee, oats: a canister with an oak lid and a soft silicone seal. The "
            "shoulders are straight so that several stand close together.",
            options={"Colour": "Chalk, Moss", "Size": "0.5 l, 1 l, 2 l"},
            by={"1 l": ("39.00", 980), "2 l": ("49.00", 1450)}),
    product("Dråbe Coffee Carafe", "Kitchen > Kettles & Pots", "Carafe", "glass, coffee, pour over",
            "carafe", "sand", "54.00", 610, "29",
            "Heat-proof glass with a wooden collar and a leather tie. | Brew for two, pour for "
            "three, and keep the rest warm on the lowest flame.",
            colour="Oak", was={"": "62.00"}),
    product("Værk Linen Apron", "Kitchen > Boards & Tools", "Apron", "linen, cooking, washable",
            "apron", "sage", "58.00", 420, "33 47",
            "Heavy washed linen that softens every time. | * Two pockets and a towel loop | * "
            "Ties at the front | * Brass rivets where it pulls",
            options={"Colour": "Oat, Slate"}),

    product("Nord Dinner Plate", "Tableware > Plates", "Plate", "stoneware, dinner, stackable",
            "plates", "blush", "22.00", 520, "140 150 96 110 80 0",
            "A flat plate with a low rim that frames the food and stacks quietly. Sold singly, "
            "so a set can grow one plate at a time.",
            options={"Colour": "Chalk, Sand, Dusk", "Size": "21 cm, 27 cm"},
            by={"27 cm": ("28.00", 840)}),
    product("Bølge Bowl", "Tableware > Bowls", "Bowl", "stoneware, breakfast",
            "bowl", "sage", "18.00", 340, "130 105 62",
            "A bowl for porridge, for soup or for the whole salad, depending on the size. | The "
            "glaze breaks to a warm brown along the rim.",
            colour="Moss", options={"Size": "Small, Medium, Large"},
            by={"Medium": ("26.00", 620), "Large": ("44.00", 1350)}),
    product("Nord Pasta Bowl", "Tableware > Bowls", "Bowl", "stoneware, dinner",
            "bowl", "oat", "27.00", 690, "84 91",
            "Wide and shallow, halfway between a plate and a bowl. It holds sauce where it "
            "belongs.",
            options={"Colour": "Clay, Chalk"}, draw={"height": 130, "width": 300}),
    product("Klar Tumbler, set of two", "Tableware > Glass", "Tumbler", "glass, water, gift",
            "tumblers", "mist", "26.00", 480, "75 60 22",
            "Blown in a mould and finished at the flame, with a heavy base and a fine lip. | "
            "Sold as a pair.",
            options={"Colour": "Clear, Smoke, Amber"}),
    product("Kilde Pitcher", "Tableware > Glass", "Pitcher", "stoneware, water, vase",
            "pitcher", "dusk", "48.00", 1050, "37 2",
            "For water at the table, or for tulips when nobody is thirsty. | Holds 1.4 litres.",
            options={"Colour": "Fog, Clay"}, detail=True),
    product("Eik Serving Tray", "Tableware > Serving", "Tray", "wood, oak, serving",
            "tray", "mist", "69.00", 1300, "26 19",
            "Steam-bent oak with blackened handles. Breakfast in bed arrives level.",
            colour="Oak", options={"Diameter": "38 cm, 46 cm"}, by={"46 cm": ("84.00", 1800)}),
    product("Fest Cake Stand", "Tableware > Serving", "Cake stand", "stoneware, cake, party",
            "cakestand", "sage", "56.00", 1600, "23",
            "A plate that knows when it is somebody’s birthday. The foot unscrews so that both "
            "parts fit the cupboard.",
            colour="Rose", was={"": "64.00"}),

    product("Sol Pendant Lamp", "Lighting > Pendants", "Pendant", "lamp, metal, ceiling",
            "pendant", "sand", "149.00", 1900, "24 17 20 3",
            "A spun dome that throws a warm circle on the table and keeps the glare out of your "
            "eyes. | * E27, up to 40 W | * Textile cord, 3 m | * Brass fitting",
            options={"Colour": "Chalk, Ochre, Sage, Ink"}, was={"Ochre": "179.00"}, detail=True),
    product("Kegle Pendant Lamp", "Lighting > Pendants", "Pendant", "lamp, metal, ceiling",
            "pendant", "mist", "129.00", 1500, "15 28",
            "A narrow cone for the end of a counter or a row of three above it.",
            options={"Colour": "Graphite, Sand"}, draw={"form": "cone"}),
    product("Måne Table Lamp", "Lighting > Table & Floor", "Table lamp", "lamp, linen, stoneware",
            "tablelamp", "mist", "118.00", 2300, "31 16",
            "A thrown stoneware base under a pleated linen shade. | The dimmer sits on the "
            "cord, where a sleepy hand finds it.",
            options={"Colour": "Sage, Clay"}),
    product("Stille Floor Lamp", "Lighting > Table & Floor", "Floor lamp", "lamp, linen, oak",
            "floorlamp", "sage", "239.00", 5200, "6 0",
            "Three legs, one shade and a small shelf for the book you are reading. Made to "
            "order when we run out; allow two weeks.",
            options={"Wood": "Oak, Black"}, oversell=True),
    product("Lykt Portable Lamp", "Lighting > Table & Floor", "Table lamp",
            "lamp, rechargeable, garden",
            "mushroom", "blush", "79.00", 900, "66 52 40",
            "Charge it by day, carry it out at night. | * 14 hours of light | * Three steps, "
            "one touch | * Rain is fine (IP44)",
            options={"Colour": "Cream, Moss, Rust"}),
    product("Vinter Scented Candle", "Lighting > Candles", "Candle", "candle, soy, scent",
            "candle", "dusk", "32.00", 620, "95 48 71",
            "Soy wax in a stoneware cup that becomes a small planter afterwards. | Burns for "
            "about 45 hours.",
            options={"Scent": "Pine, Birch Smoke, Sea Salt"}, words=True),
    product("Lys Candle Holders", "Lighting > Candles", "Candle holder",
            "candle, metal, set of three",
            "holders", "oat", "74.00", 1150, "27 33",
            "Three heights that belong together. Sold as a set; candles are extra.",
            options={"Finish": "Brass, Black"}),
    product("Taper Candles, set of six", "Lighting > Candles", "Candle", "candle, stearin",
            "tapers", "sand", "14.00", 420, "200 160 180 145",
            "Dip-dyed tapers that burn straight for seven hours. | Made of vegetable stearin; "
            "they do not drip unless there is a draught.",
            options={"Colour": "Ivory, Sage, Rust, Dusk"}),

    product("Sky Cushion", "Textiles > Cushions", "Cushion", "linen, sofa",
            "cushion", "mist", "49.00", 780, "58 44 36 2",
            "Washed linen with a piped edge and a filling of feathers. The zip hides in the "
            "lower seam.",
            options={"Colour": "Dusk, Sage, Rose, Oat"}, draw={"pattern": "stripe"}),
    product("Tind Cushion", "Textiles > Cushions", "Cushion", "wool, sofa, woven",
            "cushion", "blush", "59.00", 860, "25 30",
            "Small crosses woven in, not printed on. | Wool on the front, cotton on the back.",
            options={"Colour": "Clay, Fog"}, draw={"pattern": "cross"}),
    product("Ull Wool Throw", "Textiles > Throws & Rugs", "Throw", "wool, blanket, winter",
            "throw", "sage", "139.00", 1100, "22 18 40",
            "New wool from Gotland sheep, woven at a small mill and brushed once. | 130 × 200 "
            "cm, with fringes on the short sides.",
            options={"Colour": "Oat, Moss, Rust"}, was={"Rust": "159.00"}),
    product("Vev Round Rug", "Textiles > Throws & Rugs", "Rug", "wool, jute, floor",
            "rug", "dusk", "189.00", 4800, "12 9 1",
            "Rings of wool and jute, coiled and stitched by hand. Reversible, and quiet "
            "underfoot.",
            colour="Sage", options={"Diameter": "120 cm, 160 cm, 200 cm"},
            by={"160 cm": ("289.00", 8200), "200 cm": ("429.00", 12900)}),
    product("Dis Towel", "Textiles > Bath", "Towel", "cotton, bath",
            "towels", "blush", "19.00", 260, "150 120 140 98 133 0",
            "A waffle of organic cotton that dries you first and itself soon after.",
            options={"Colour": "Sage, Rose, Fog", "Size": "Hand 50 × 90, Bath 70 × 140"},
            by={"Bath 70 × 140": ("36.00", 520)}),
    product("Lin Napkins, set of four", "Textiles > Table Linen", "Napkin", "linen, table",
            "napkins", "dusk", "38.00", 320, "70 65 54",
            "Stone-washed linen with a hand-stitched hem. | Iron them, or better, don’t.",
            options={"Colour": "Rust, Oat, Slate"}),
    product("Strand Tablecloth", "Textiles > Table Linen", "Tablecloth",
            "linen, table, made to measure",
            "tablecloth", "oat", "98.00", 900, "0 0",
            "Cut and hemmed for your table in our own workshop, in linen of 220 g/m². | We "
            "start when you order, so there is always enough.",
            colour="Ivory", options={"Length": "180 cm, 260 cm"}, by={"260 cm": ("134.00", 1300)},
            tracked=False),
    product("Sove Bed Linen", "Textiles > Bed Linen", "Bed linen", "cotton, percale, sleep",
            "bedding", "mist", "129.00", 1500, "28 35 14 20",
            "Crisp percale, washed once before it leaves us. | * Duvet cover and two "
            "pillowcases | * Buttons of corozo nut",
            options={"Colour": "Fog, Sand", "Size": "140 × 200, 200 × 220"},
            by={"200 × 220": ("169.00", 2300)}),

    product("Lund Vase", "Decor > Vases", "Vase", "stoneware, flowers",
            "vase", "dusk", "52.00", 900, "43 38 27",
            "A full body and a short neck: three branches are enough.",
            options={"Colour": "Chalk, Clay, Slate"}, detail=True),
    product("Høj Vase", "Decor > Vases", "Vase", "stoneware, flowers, tall",
            "vase", "sand", "68.00", 1400, "19",
            "A tall, slender vase for pampas, dill that has gone to seed, or one very long "
            "tulip.",
            colour="Rust", draw={"form": "tall", "plant": "berry", "leaf": "#c8a878"}),
    product("Knop Bud Vase", "Decor > Vases", "Vase", "stoneware, small, gift",
            "vase", "sage", "21.00", 310, "112 97",
            "For the one flower that broke off. | Stands 14 cm high and fits any window sill.",
            options={"Colour": "Dusk, Ochre"}, draw={"form": "bud"}),
    product("Ring Vase", "Decor > Vases", "Vase", "stoneware, sculpture",
            "ringvase", "oat", "84.00", 1250, "11 3",
            "Half vase, half drawing. The ring is hollow and holds just enough water.",
            options={"Colour": "Sand, Ink"}),
    product("Spire Planter", "Decor > Planters", "Planter", "stoneware, plants",
            "planter", "sand", "28.00", 800, "77 64 32",
            "A pot with its own saucer, fired hot enough to stay out in the frost. | The plant "
            "is not included, only implied.",
            colour="Clay", options={"Size": "14 cm, 18 cm, 24 cm"},
            by={"18 cm": ("39.00", 1500), "24 cm": ("59.00", 2900)}),
    product("Tid Wall Clock", "Decor > Wall", "Clock", "clock, wood, silent",
            "clock", "blush", "92.00", 950, "30 26",
            "A silent movement behind a paper-white face. It tells the time and nothing else.",
            options={"Wood": "Oak, Black"}),
    product("Rund Mirror", "Decor > Wall", "Mirror", "mirror, brass, leather",
            "mirror", "dusk", "159.00", 5400, "8 5",
            "Hung from a leather strap on a brass pin, framed in oak just thick enough to catch "
            "the light.",
            colour="Oak", options={"Diameter": "50 cm, 70 cm"}, by={"70 cm": ("219.00", 8900)}),

    product("Flet Basket", "Storage > Baskets", "Basket", "seagrass, laundry, toys",
            "basket", "sage", "45.00", 900, "50 42 2",
            "Woven seagrass with leather handles, for firewood, toys or the blankets of the "
            "whole sofa.",
            colour="Natural", options={"Size": "Small, Medium, Large"},
            by={"Medium": ("59.00", 1400), "Large": ("79.00", 2100)}, detail=True),
    product("Knage Peg Rail", "Storage > Wall Storage", "Peg rail", "wood, hallway, oak",
            "pegs", "oat", "66.00", 1700, "36 20",
            "Six turned pegs on a solid rail. | * Screws and plugs included | * Holds 5 kg a "
            "peg",
            options={"Wood": "Oak, Walnut"}, by={"Walnut": ("82.00", 1800)}),
    product("Kasse Storage Boxes", "Storage > Boxes", "Box", "paper, office, set of three",
            "boxes", "mist", "39.00", 1250, "40",
            "Three boxes of sturdy board covered in book cloth, with a brass label frame on "
            "each. | Arriving in spring.",
            colour="Dusk", draft=True),
]
