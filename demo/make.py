"""Makes both demo catalogues: products.csv, brand.json and media/ of each brand, then checks them.

The same Python and Pillow make the same bytes: the drawing's only randomness is seeded by
the product's handle.
"""

import csv
import json
import pathlib
import sys
from concurrent.futures import ProcessPoolExecutor
from decimal import Decimal

import PIL
from PIL import Image

import aurora
import meridian
from catalogue import LEGACY, RENAMED, write_csv
from drawing import SIZE, contrast

HERE = pathlib.Path(__file__).resolve().parent
BRANDS = {brand.SLUG: brand for brand in (aurora, meridian)}
QUALITY = 80
BUDGET = 2_500_000  # bytes of everything that this script makes

# How much closer than life the things are shown; the rest as drawn.
CLOSER = {
    "mug": 1.5, "espresso": 1.45, "bowl": 1.3, "plates": 1.2, "canister": 1.35, "teapot": 1.25,
    "kettle": 1.2, "board": 1.2, "spoons": 1.25, "salt": 1.4, "casserole": 1.25, "tumblers": 1.4,
    "carafe": 1.45, "tray": 1.12, "cakestand": 1.25, "pitcher": 1.35, "vase": 1.08, "ringvase": 1.1,
    "planter": 1.2, "candle": 1.4, "holders": 1.2, "cushion": 1.15, "towels": 1.3, "napkins": 1.35,
    "bedding": 1.2, "basket": 1.2, "boxes": 1.25, "mushroom": 1.25, "tablelamp": 1.15,
    "clock": 1.12, "pendant": 1.05, "tapers": 1.15, "rug": 1.1, "pad": 1.25, "lantern": 1.2,
    "stove": 1.35, "cookset": 1.15, "campmug": 1.4, "chair": 1.15, "backpack": 1.1, "drybag": 1.25,
    "bottle": 1.25, "boots": 1.25, "coffee": 1.08, "tin": 1.15, "jar": 1.2, "dripper": 1.08,
    "caramels": 1.15, "fishtin": 1.15, "pouch": 1.1, "syrup": 1.08, "headlamp": 1.1, "hippack": 1.0,
}


def draw(slug, product_index, picture_index):
    """Draws one picture of a product into its brand's media folder."""
    brand = BRANDS[slug]
    product = brand.PRODUCTS[product_index]
    file, colour, arguments, close, _ = product.pictures(brand.PALETTE)[picture_index]
    shape, stance = brand.KINDS[product.art]
    standing = stance not in ("wall", "map")
    near = CLOSER.get(product.art, 1.0)
    view = {"zoom": 1.5 * near, "focus": (470, 640) if standing else (470, 510)} if close else {}
    canvas = brand.SCENE(product.handle, product.tone, stance, **view)
    if not close:
        canvas.closer(near, (500, 800) if standing else (500, 500))
    shape(canvas, colour, **arguments)
    canvas.finish().save(HERE / slug / "media" / file, "WEBP", quality=QUALITY, method=6)


def make(slug):
    brand, folder = BRANDS[slug], HERE / slug
    media = folder / "media"
    media.mkdir(parents=True, exist_ok=True)
    for old in media.iterdir():
        old.unlink()
    with (folder / "brand.json").open("w", encoding="utf-8", newline="") as out:
        json.dump(brand.BRAND, out, ensure_ascii=False, indent=2)
        out.write("\n")
    with (folder / "products.csv").open("w", encoding="utf-8", newline="") as out:
        write_csv(brand, out)
    brand.LOGO().save(media / "logo.webp", "WEBP", quality=90, method=6)
    jobs = [(slug, i, k) for i, product in enumerate(brand.PRODUCTS)
            for k in range(len(product.pictures(brand.PALETTE)))]
    with ProcessPoolExecutor() as pool:
        list(pool.map(draw, *zip(*jobs), chunksize=8))


def check(slug):
    """Reads back what was written: what is wrong with it, its size, and a line of figures."""
    brand, folder, wrong = BRANDS[slug], HERE / slug, []
    with (folder / "products.csv").open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file, strict=True)
        rows = list(reader)
    if reader.fieldnames != brand.HEADER:
        wrong.append("the header is not the one the brand uses")
    if any(None in row or None in row.values() for row in rows):
        wrong.append("a row has too many or too few fields")

    def column(name):
        name = name if brand.HEADER is LEGACY else RENAMED.get(name, name)
        return [row[name] for row in rows if row[name]]

    skus, handles = column("Variant SKU"), set(column("Handle"))
    wrong += [f"SKU {s} is there twice" for s in sorted({s for s in skus if skus.count(s) > 1})]
    if len(handles) != len(brand.PRODUCTS):
        wrong.append("two products share a handle")
    if set(column("Vendor")) != {merchant["name"] for merchant in brand.BRAND["merchants"]}:
        wrong.append("the vendors are not the merchants")
    price, was = (RENAMED[name] if brand.HEADER is not LEGACY else name
                  for name in ("Variant Price", "Variant Compare At Price"))
    wrong += [f"{row[price]} was {row[was]}" for row in rows
              if row[was] and Decimal(row[was]) <= Decimal(row[price])]
    named = set(column("Image Src")) | set(column("Variant Image"))
    there = {f"media/{path.name}" for path in (folder / "media").iterdir()}
    there.discard(brand.BRAND["brand"]["logo"])
    wrong += [f"{path} is named but missing" for path in sorted(named - there)]
    wrong += [f"{path} is there but not named" for path in sorted(there - named)]
    for path in sorted(named & there):
        with Image.open(folder / path) as picture:
            if picture.size != (SIZE, SIZE):
                wrong.append(f"{path} measures {picture.size}")
    wrong += pale(brand.BRAND["brand"]["colors"])
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    return wrong, size, (f"{slug}: {len(handles)} products, {len(skus)} variants, "
                         f"{len(rows)} rows, {len(there)} pictures, {size / 1000:.0f} kB")


def pale(colors):
    """The pairs of colours that are hard to read on each other."""
    pairs = (("on_primary", "primary"), ("text", "background"), ("text", "surface"),
             ("accent", "background"))
    return [f"{front} on {back} has a contrast below 4.5" for front, back in pairs
            if contrast(colors[front], colors[back]) < 4.5]


def main():
    for slug in BRANDS:
        make(slug)
    failed, total = False, 0
    for slug in BRANDS:
        wrong, size, figures = check(slug)
        print(figures)
        for line in wrong:
            print(f"  wrong: {line}")
        failed, total = failed or bool(wrong), total + size
    if total > BUDGET:
        print(f"  wrong: {total} bytes in all, more than {BUDGET}")
        failed = True
    print(f"made with Pillow {PIL.__version__}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
