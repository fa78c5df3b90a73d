"""Meridian Market: outdoor gear and pantry goods of two sellers, in Shopify's current template."""

import meridian_gear
import meridian_goods
import scenes
from catalogue import CURRENT, Product

SLUG, SKU, BARCODES, WEIGHT_UNIT, HEADER = "meridian", "MER", 2_000_000, "lb", CURRENT
SCENE, LOGO = scenes.meridian, scenes.meridian_logo
KINDS = meridian_gear.KINDS | meridian_goods.KINDS

PALETTE = {
    "Ember": "#d9562f", "Pine": "#2f7d6b", "Marigold": "#f2b632", "Lake": "#2a7f97",
    "Brick": "#b93f35", "Plum": "#8f3a5c", "Cream": "#f3e2bd", "Navy": "#274a6b",
    "Cocoa": "#7a4a2e", "Charcoal": "#4a4644", "Sky": "#7ec0cf", "Olive": "#7c8440",
    "Steel": "#aeb6b6", "Rust": "#a8542d", "Sea Salt": "#2a7f97", "Orange": "#e8842c",
    "Hazelnut": "#8f5a34", "Raspberry": "#b8325a", "Dark Roast": "#4a2a20", "Blackberry": "#5a2347",
    "Apricot": "#ee9c3c", "Fig": "#7d3b4f", "Honey": "#e6a22b", "Pickle": "#8fa04a",
    "Tomato": "#cc4029", "Maple": "#8a3f1c", "Mint": "#5fa88a", "Jasmine": "#88b06a",
    "Chai": "#c07a35", "Smoke": "#5c5354",
}

BRAND = {
    "slug": "meridian", "name": "Meridian Market", "tagline": "Good gear, good breakfast",
    "currency": "USD", "country": "US", "locale": "en-US",
    "tax": {"included": False, "rate_ppm": 82500, "name": "Sales tax 8.25 %"},
    "brand": {
        "name": "Meridian Market", "logo": "media/logo.webp",
        "colors": {"primary": "#b3341f", "on_primary": "#ffffff", "background": "#fff6e3",
                   "surface": "#fde6bd", "text": "#3a1a16", "accent": "#1c5148"},
        "fonts": {"heading": "Bitter", "body": "Work Sans"},
        "radius": "large",
        "pages": [
            {"slug": "terms", "title": "Terms of sale", "html": (
                "<p>Meridian Market is an invented marketplace that comes with Stoa to try things"
                " with. Nothing is sold or sent.</p><p>Sales tax is added at checkout. Each selle"
                "r sends its own goods.</p>"
            )},
            {"slug": "privacy", "title": "Privacy", "html": (
                "<p>We use your name, address and e-mail to send your order and to write to you a"
                "bout it. Payments are made with Stripe; we never see your card number.</p>"
            )},
            {"slug": "returns", "title": "Returns", "html": (
                "<p>Unused gear comes back within 60 days. Food stays with you, unless it arrived"
                " damaged: send us a photo, and we refund it.</p>"
            )},
        ],
    },
    "merchants": [
        {"slug": "ridgeline-outfitters", "name": "Ridgeline Outfitters", "commission_bps": 800},
        {"slug": "harbor-pantry", "name": "Harbor Pantry", "commission_bps": 1000},
    ],
    "shipping_options": [
        {"name": "Ground", "rate": {"kind": "by_weight", "tiers": [
            {"up_to_grams": 500, "price": {"amount": 595, "currency": "USD"}},
            {"up_to_grams": 2500, "price": {"amount": 895, "currency": "USD"}},
            {"up_to_grams": 10000, "price": {"amount": 1495, "currency": "USD"}},
            {"up_to_grams": 30000, "price": {"amount": 2995, "currency": "USD"}}]}},
        {"name": "Two-day air", "rate": {"kind": "flat", "price": {"amount": 2450, "currency": "USD"}}},
    ],
}


def gear(title, category, type, tags, art, tone, price, grams, stock, body, **more):
    return Product(title, category, type, tags, art, tone, price, grams, stock, body,
                   vendor="Ridgeline Outfitters", **more)


def pantry(title, category, type, tags, art, tone, price, grams, stock, body, **more):
    return Product(title, category, type, tags, art, tone, price, grams, stock, body,
                   vendor="Harbor Pantry", **more)


PRODUCTS = [
    gear("Switchback 2 Tent", "Camp > Tents", "Tent", "tent, two person, three season",
         "tent", "gold", "329.00", 2100, "24 18",
         "Two people, two doors and a fly that goes up first when the sky turns. Packs to the "
         "size of a loaf of bread. | * Three seasons | * 4 lb 10 oz on the trail | * "
         "Color-coded poles",
         options={"Color": "Ember, Pine"}, detail=True),
    gear("Basecamp 4 Tent", "Camp > Tents", "Tent", "tent, family, car camping",
         "tent", "lake", "449.00", 6800, "9",
         "Stand up, turn around, find your boots. A cabin for four with room for the dog.",
         colour="Marigold", was={"": "499.00"}, draw={"form": "cabin"}),
    gear("Lowland 20 Sleeping Bag", "Camp > Sleep", "Sleeping bag", "sleeping bag, down, 20F",
         "sleepingbag", "brick", "219.00", 1050, "31 22 27 2",
         "Water-shy down rated to 20 °F, cut wide at the knees for people who do not sleep like "
         "mummies.",
         options={"Color": "Pine, Navy", "Size": "Regular, Long"}, by={"Long": ("239.00", 1180)}),
    gear("Drift Sleeping Pad", "Camp > Sleep", "Sleeping pad", "sleeping pad, insulated",
         "pad", "pine", "89.00", 620, "44 29",
         "Three inches of quiet between you and the gravel. | R-value 4.2; inflates in fifteen "
         "breaths.",
         colour="Marigold", options={"Width": "Regular, Wide"}, by={"Wide": ("109.00", 760)}),
    gear("Beacon Lantern", "Camp > Light & Fire", "Lantern", "lantern, rechargeable",
         "lantern", "plum", "49.00", 480, "70 66 3",
         "A warm lamp with the shape of an old one. **80 hours** on low, and it charges your "
         "phone in a pinch.",
         options={"Color": "Brick, Pine, Marigold"}, detail=True),
    gear("Spark Canister Stove", "Camp > Light & Fire", "Stove", "stove, canister, cooking",
         "stove", "gold", "54.00", 95, "85",
         "Boils a liter in three and a half minutes and folds into its own mug. | Fuel is sold "
         "in any town with a hardware store.",
         colour="Ember"),
    gear("Trailhead Cookset", "Camp > Camp Kitchen", "Cookset", "cookset, pot, titanium",
         "cookset", "lake", "74.00", 540, "38",
         "A pot, a lid that drains and a mug that nests inside. Nothing rattles.",
         colour="Ember", was={"": "89.00"}),
    gear("Speckle Camp Mug", "Camp > Camp Kitchen", "Mug", "mug, enamel, coffee",
         "campmug", "ember", "16.00", 180, "150 140 95 120",
         "Enamel over steel, speckled like the night sky. It chips honorably and never breaks.",
         options={"Color": "Navy, Brick, Pine, Plum"}),
    gear("Perch Camp Chair", "Camp > Furniture", "Chair", "chair, folding",
         "chair", "pine", "99.00", 1900, "26 19",
         "Sits low, holds 300 lb and folds to the length of your forearm. | The pockets are "
         "where your hands fall.",
         options={"Color": "Ember, Lake"}),
    gear("Two Pines Hammock", "Camp > Furniture", "Hammock", "hammock, ripstop",
         "hammock", "gold", "69.00", 520, "55 0 41",
         "Ripstop wide enough to lie across, with straps that are kind to bark. Trees not "
         "included.",
         options={"Color": "Brick, Pine, Lake"}),

    gear("Ridge 28 Backpack", "Packs > Day Packs", "Backpack", "backpack, daypack, 28 liters",
         "backpack", "lake", "139.00", 980, "48 37 52 1",
         "A day pack with leather straps and a modern back panel. | * 28 liters | * Rain cover "
         "in the lid | * Fits a 15-inch laptop on Mondays",
         options={"Color": "Pine, Ember, Marigold, Charcoal"}, detail=True),
    gear("Traverse 55 Pack", "Packs > Expedition Packs", "Backpack",
         "backpack, expedition, 55 liters",
         "backpack", "ember", "259.00", 1850, "14 17 11 0",
         "Five days of food, one bear can and a bedroll on top. The hip belt carries the weight "
         "so that you can look around.",
         options={"Color": "Navy, Brick", "Torso": "S/M, M/L"}, draw={"size": 1.4}, oversell=True),
    gear("Creek Dry Bag", "Packs > Dry Bags", "Dry bag", "dry bag, paddling, waterproof",
         "drybag", "brick", "24.00", 160, "92 80 64",
         "Roll it three times, clip it, throw it in the river. Welded seams, no excuses.",
         colour="Lake", options={"Volume": "5 L, 10 L, 20 L"},
         by={"10 L": ("29.00", 210), "20 L": ("36.00", 290)}),
    gear("Dawn Hip Pack", "Packs > Day Packs", "Hip pack", "hip pack, trail running",
         "hippack", "gold", "42.00", 260, "73 61",
         "Keys, jacket, half a sandwich. It stays put on the way down.",
         options={"Color": "Plum, Lake"}),

    gear("Canteen 750 Bottle", "Trail Gear > Hydration", "Bottle", "bottle, steel, insulated",
         "bottle", "ember", "34.00", 390, "180 160 140 25",
         "Double-walled steel: ice stays ice until tomorrow. | 25 oz (750 ml), with a loop for "
         "one finger.",
         options={"Color": "Lake, Pine, Brick, Cream"}, detail=True),
    gear("Anchorline Climbing Rope", "Trail Gear > Climbing", "Rope", "rope, climbing, dry treated",
         "rope", "pine", "189.00", 2500, "21 16 7",
         "A 9.6 mm single rope with a dry core and a black middle mark you can trust at dusk. | "
         "**Climbing is dangerous**; learn from people, not from product pages.",
         colour="Ember", options={"Length": "40 m, 60 m, 70 m"},
         by={"60 m": ("249.00", 3720), "70 m": ("289.00", 4340)}),
    gear("Crux Carabiners, set of three", "Trail Gear > Climbing", "Carabiner",
         "carabiner, climbing, set",
         "carabiners", "plum", "32.00", 125, "88 94",
         "Three wire gates, hot forged, each a different shade so that racking is easy.",
         options={"Color": "Lake, Ember"}),
    gear("Northbound Compass", "Trail Gear > Navigation", "Compass", "compass, navigation, brass",
         "compass", "lake", "46.00", 110, "67",
         "When the phone is at two percent, north is still north. Liquid-filled, with a leather "
         "loop.",
         colour="Marigold"),
    gear("Longstride Trekking Poles", "Trail Gear > Navigation", "Trekking poles",
         "poles, cork, folding",
         "poles", "ember", "119.00", 490, "34",
         "Cork grips, carbon shafts, a lock that works with gloves. Sold as a pair.",
         colour="Lake"),
    gear("Firefly Headlamp", "Trail Gear > Navigation", "Headlamp", "headlamp, rechargeable",
         "headlamp", "lake", "39.00", 85, "110 3",
         "400 lumens ahead, a gentle red inside the tent.",
         options={"Color": "Ember, Olive"}),

    gear("Squall Rain Jacket", "Clothing > Jackets", "Jacket", "jacket, rain, recycled",
         "jacket", "gold", "179.00", 410, "22 30 18 25 0 14",
         "Three layers, recycled, and dry where it counts. | * Pit zips | * Hood fits over a "
         "helmet | * Packs into its own pocket",
         options={"Color": "Lake, Brick", "Size": "S, M, L"}, was={"Brick": "219.00"}, detail=True),
    gear("Campfire Fleece", "Clothing > Jackets", "Fleece", "fleece, warm, half zip",
         "fleece", "ember", "98.00", 460, "40 46 38 2",
         "Deep pile, half zip, one pocket for the map. Sparks leave small scars; we mend them "
         "free of charge.",
         colour="Cream", options={"Size": "S, M, L, XL"}),
    gear("Cairn Beanie", "Clothing > Accessories", "Beanie", "beanie, wool, winter",
         "beanie", "pine", "32.00", 95, "120 85 96",
         "Merino ribs and one serious pompom.",
         options={"Color": "Brick, Lake, Marigold"}),
    gear("Granite Hiking Boots", "Clothing > Footwear", "Boots", "boots, leather, hiking",
         "boots", "pine", "209.00", 1240, "12 20 26 24 15 3",
         "Full-grain leather on a sole that can be replaced, twice. Wear them to work for a "
         "week first.",
         colour="Cocoa", options={"Size": "US 8, US 9, US 10, US 11, US 12, US 13"}),
    gear("Milepost Socks", "Clothing > Footwear", "Socks", "socks, merino",
         "socks", "lake", "22.00", 80, "200 170 190 150",
         "Cushioned heel, flat toe seam, guaranteed until you lose one.",
         options={"Color": "Brick, Pine", "Size": "M, L"}, draft=True),

    pantry("Lighthouse Espresso", "Coffee & Tea > Coffee", "Coffee", "coffee, espresso, whole bean",
           "coffee", "ember", "17.50", 340, "120 64 30",
           "Chocolate, toasted walnut, a dark cherry at the end. Roasted on Tuesdays, shipped "
           "on Wednesdays.",
           colour="Brick", options={"Weight": "12 oz, 2 lb, 5 lb"},
           by={"2 lb": ("42.00", 907), "5 lb": ("92.00", 2268)}, detail=True),
    pantry("Tidewater Blend", "Coffee & Tea > Coffee", "Coffee", "coffee, filter, blend",
           "coffee", "gold", "16.00", 340, "140 88 52 40",
           "An easy cup for a long morning: milk chocolate and orange peel.",
           colour="Lake", options={"Grind": "Whole Bean, Ground", "Weight": "12 oz, 2 lb"},
           by={"2 lb": ("38.00", 907)}, draw={"words": "TIDEWATER"}),
    pantry("Guji Natural, roasted to order", "Coffee & Tea > Coffee", "Coffee",
           "coffee, single origin, ethiopia",
           "coffee", "pine", "22.00", 340, "0",
           "Blueberry, jasmine and no patience for milk. | We roast what you order, the day "
           "after you order it.",
           colour="Plum", draw={"words": "GUJI"}, tracked=False),
    pantry("Harbor Fog Decaf", "Coffee & Tea > Coffee", "Coffee", "coffee, decaf, water process",
           "coffee", "plum", "18.00", 340, "75",
           "Water-processed and full-bodied, for the cup after dinner.",
           colour="Charcoal", draw={"words": "DECAF"}),
    pantry("Cold Brew Concentrate", "Coffee & Tea > Coffee", "Coffee", "coffee, cold brew",
           "syrup", "lake", "14.00", 980, "60 2",
           "Steeped for eighteen hours, strained twice. One part coffee, two parts water, ice "
           "to the brim.",
           colour="Dark Roast", options={"Size": "16 oz, 32 oz"}, by={"32 oz": ("24.00", 1850)}),
    pantry("Dockside Dripper", "Coffee & Tea > Brewing", "Coffee maker",
           "dripper, ceramic, pour over",
           "dripper", "gold", "38.00", 720, "43 51 36",
           "Glazed ceramic cone and glass server. It makes two cups and a better mood.",
           options={"Color": "Brick, Pine, Cream"}, was={"Cream": "44.00"}),
    pantry("Breakwater Breakfast Tea", "Coffee & Tea > Tea", "Tea", "tea, black, loose leaf",
           "tin", "lake", "13.00", 190, "90 45",
           "Assam with a little Ceylon for brightness. Takes milk, takes honey, takes you "
           "seriously.",
           colour="Brick", options={"Weight": "4 oz, 8 oz"}, by={"8 oz": ("22.00", 320)}),
    pantry("Lantern Jasmine Pearls", "Coffee & Tea > Tea", "Tea", "tea, green, jasmine",
           "tin", "ember", "18.00", 190, "52",
           "Hand-rolled green tea, scented over five nights of fresh jasmine.",
           colour="Jasmine", draw={"words": "JASMINE"}),
    pantry("Driftwood Smoked Tea", "Coffee & Tea > Tea", "Tea", "tea, black, smoked",
           "tin", "gold", "15.00", 190, "33",
           "Dried over pine embers. Tastes the way a campfire sounds.",
           colour="Smoke", was={"": "17.00"}, draw={"words": "SMOKED"}),
    pantry("Spice Route Chai", "Coffee & Tea > Tea", "Tea", "tea, chai, spices",
           "tin", "pine", "14.00", 200, "81",
           "Cardamom first, ginger second, pepper when you have stopped expecting it. | Simmer "
           "in milk; don’t be shy.",
           colour="Chai", draw={"words": "CHAI"}),

    pantry("Blackberry Jam", "Preserves > Jams", "Jam", "jam, berries, small batch",
           "jar", "gold", "9.50", 480, "130",
           "More fruit than sugar, cooked in copper, twenty jars at a time.",
           colour="Blackberry", draw={"bits": "#3d1430"}, detail=True),
    pantry("Apricot & Vanilla Jam", "Preserves > Jams", "Jam", "jam, apricot, small batch",
           "jar", "lake", "9.50", 480, "94",
           "Apricots that were too ripe to travel, saved with half a vanilla bean.",
           colour="Apricot", draw={"words": "APRICOT", "bits": "#c8641e"}),
    pantry("Fig & Walnut Spread", "Preserves > Jams", "Jam", "fig, walnut, cheese",
           "jar", "pine", "11.00", 420, "3",
           "The reason to buy a good cheese. Contains **walnuts**.",
           colour="Fig", draw={"words": "FIG WALNUT", "bits": "#c9985a"}),
    pantry("Wildflower Honey", "Preserves > Honey & Syrup", "Honey", "honey, raw, local",
           "jar", "brick", "12.00", 400, "110 76 28",
           "Raw, unfiltered and never twice the same: the bees decide. It turns solid in "
           "winter, which is proof and not a fault.",
           colour="Honey", options={"Size": "8 oz, 16 oz, 32 oz"},
           by={"16 oz": ("21.00", 690), "32 oz": ("37.00", 1220)},
           draw={"words": "HONEY", "lid": "#f2b632"}),
    pantry("Late Season Maple Syrup", "Preserves > Honey & Syrup", "Syrup",
           "maple, syrup, breakfast",
           "syrup", "pine", "18.00", 560, "66 40",
           "The dark run from the last week of the season. Pancakes are only the beginning.",
           colour="Maple", options={"Size": "8 oz, 16 oz"}, by={"16 oz": ("31.00", 940)},
           draw={"words": "MAPLE", "cap": "#b3341f"}),
    pantry("Dill Pickle Spears", "Preserves > Pickles", "Pickles", "pickles, dill, crunchy",
           "jar", "ember", "8.00", 850, "100",
           "Cold-packed so that they snap. Drink the brine; nobody is looking.",
           colour="Pickle", draw={"words": "PICKLES", "lid": "#2f7d6b", "bits": "#6d8232"}),
    pantry("Smoky Tomato Relish", "Preserves > Pickles", "Relish", "tomato, relish, grill",
           "jar", "plum", "8.50", 430, "0",
           "For burgers, eggs and grilled cheese at midnight. Back when the tomatoes are.",
           colour="Tomato", draw={"words": "TOMATO", "lid": "#3a1a16", "bits": "#96261a"}),

    pantry("Captain’s 72% Chocolate", "Sweets & Snacks > Chocolate", "Chocolate",
           "chocolate, dark, bean to bar",
           "chocolate", "gold", "7.50", 90, "160 145 130 24",
           "Bean to bar in a room that smells better than your house. | * 72 % cocoa | * Three "
           "ingredients and a flavor | * Wrapped by hand",
           options={"Flavor": "Sea Salt, Orange, Hazelnut, Raspberry"}, words=True),
    pantry("Salted Caramels", "Sweets & Snacks > Candy", "Candy", "caramel, gift, butter",
           "caramels", "lake", "16.00", 260, "72",
           "Butter, cream, sugar, and salt from the bay. Twelve to a box, which is never "
           "enough.",
           colour="Brick"),
    pantry("Summit Granola", "Sweets & Snacks > Snacks", "Granola", "granola, oats, breakfast",
           "pouch", "brick", "11.00", 360, "88 57",
           "Oats, pecans and honey, baked low until the clusters hold on to each other.",
           colour="Pine", options={"Weight": "12 oz, 2 lb"}, by={"2 lb": ("24.00", 930)}),
    pantry("Smoked Sardines, three tins", "Sweets & Snacks > Snacks", "Tinned fish",
           "sardines, tinned, smoked",
           "fishtin", "plum", "21.00", 390, "47",
           "Small fish, big opinions. Smoked over alder, packed in olive oil.",
           colour="Lake"),
]
