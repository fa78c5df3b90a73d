"""What a demo product is, and how a brand's products become rows of a Shopify CSV."""

import csv
import html
import itertools
import re
import unicodedata
from dataclasses import dataclass, field

LEGACY = (
    "Handle,Title,Body (HTML),Vendor,Product Category,Type,Tags,Published,Option1 Name,"
    "Option1 Value,Option2 Name,Option2 Value,Option3 Name,Option3 Value,Variant SKU,Variant Grams,"
    "Variant Inventory Tracker,Variant Inventory Qty,Variant Inventory Policy,"
    "Variant Fulfillment Service,Variant Price,Variant Compare At Price,Variant Requires Shipping,"
    "Variant Taxable,Variant Barcode,Image Src,Image Position,Image Alt Text,Gift Card,SEO Title,"
    "SEO Description,Google Shopping / Google Product Category,Google Shopping / Gender,"
    "Google Shopping / Age Group,Google Shopping / MPN,Google Shopping / AdWords Grouping,"
    "Google Shopping / AdWords Labels,Google Shopping / Condition,Google Shopping / Custom Product,"
    "Google Shopping / Custom Label 0,Google Shopping / Custom Label 1,"
    "Google Shopping / Custom Label 2,Google Shopping / Custom Label 3,"
    "Google Shopping / Custom Label 4,Variant Image,Variant Weight Unit,Variant Tax Code,"
    "Cost per item,Price / International,Compare At Price / International,Status"
).split(",")

CURRENT = (
    "Title,URL handle,Description,Vendor,Product category,Type,Tags,Published on online store,"
    "Status,SKU,Barcode,Option1 name,Option1 value,Option1 Linked To,Option2 name,Option2 value,"
    "Option2 Linked To,Option3 name,Option3 value,Option3 Linked To,Price,Compare-at price,"
    "Cost per item,Charge tax,Tax code,Unit price total measure,Unit price total measure unit,"
    "Unit price base measure,Unit price base measure unit,Inventory tracker,Inventory quantity,"
    "Continue selling when out of stock,Weight value (grams),Weight unit for display,"
    "Requires shipping,Fulfillment service,Product image URL,Image position,Image alt text,"
    "Variant image URL,Gift card,SEO title,SEO description,"
    "Google Shopping / Google product category,Google Shopping / Gender,"
    "Google Shopping / Age group,Google Shopping / Manufacturer part number (MPN),"
    "Google Shopping / Ad group name,Google Shopping / Ads labels,Google Shopping / Condition,"
    "Google Shopping / Custom product,Google Shopping / Custom label 0,"
    "Google Shopping / Custom label 1,Google Shopping / Custom label 2,"
    "Google Shopping / Custom label 3,Google Shopping / Custom label 4"
).split(",")

# The current template's name of each legacy column that the demo fills.
RENAMED = {
    "Handle": "URL handle", "Body (HTML)": "Description", "Product Category": "Product category",
    "Published": "Published on online store", "Variant SKU": "SKU", "Variant Barcode": "Barcode",
    "Variant Price": "Price", "Variant Compare At Price": "Compare-at price",
    "Variant Taxable": "Charge tax", "Variant Inventory Tracker": "Inventory tracker",
    "Variant Inventory Qty": "Inventory quantity",
    "Variant Inventory Policy": "Continue selling when out of stock",
    "Variant Grams": "Weight value (grams)", "Variant Weight Unit": "Weight unit for display",
    "Variant Requires Shipping": "Requires shipping",
    "Variant Fulfillment Service": "Fulfillment service", "Image Src": "Product image URL",
    "Image Position": "Image position", "Image Alt Text": "Image alt text",
    "Variant Image": "Variant image URL", "Gift Card": "Gift card", "SEO Title": "SEO title",
    "SEO Description": "SEO description",
    "Google Shopping / Condition": "Google Shopping / Condition",
    **{f"Option{i} {word}": f"Option{i} {word.lower()}" for i in (1, 2, 3)
       for word in ("Name", "Value")},
}


@dataclass
class Product:
    """One product as the tables in aurora.py and meridian.py write it."""
    title: str
    category: str
    type: str
    tags: str
    art: str                                     # a kind of drawing
    tone: str                                    # the background
    price: str
    grams: int
    stock: str                                   # one number per variant
    body: str                                    # "|" parts paragraphs, "*" starts a list item
    options: dict = field(default_factory=dict)  # name -> "value, value"
    by: dict = field(default_factory=dict)       # option value -> (price, grams)
    was: dict = field(default_factory=dict)      # option value or "" -> compare-at price
    colour: str = ""                             # where no option is a colour
    draw: dict = field(default_factory=dict)     # extra arguments of the drawing
    words: bool = False                          # letter the painted option's value on the product
    vendor: str = ""
    detail: bool = False                         # a second, closer picture
    draft: bool = False
    tracked: bool = True
    oversell: bool = False

    @property
    def handle(self):
        letters = str.maketrans({"ø": "o", "æ": "ae", "&": "and", "’": ""})
        folded = self.title.lower().translate(letters)
        ascii_only = unicodedata.normalize("NFKD", folded).encode("ascii", "ignore").decode()
        return re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")

    def values(self, name):
        return [value.strip() for value in self.options[name].split(",")]

    def combinations(self):
        return list(itertools.product(*(self.values(name) for name in self.options)))

    def painted(self, palette):
        """The option whose values are colours of the palette, if there is one."""
        for name in self.options:
            if all(value in palette for value in self.values(name)):
                return name
        return None

    def pictures(self, palette):
        """(file, colour, drawing arguments, is the close view, alternative text) of each."""
        name, found = self.painted(palette), []
        for value in self.values(name) if name else [self.colour]:
            suffix = "-" + slug(value) if name else ""
            extra = {"words": value.upper()} if self.words else {}
            alt = f"{self.title}, {value.lower()}" if name else self.title
            file = f"{self.handle}{suffix}.webp"
            found.append((file, palette[value], self.draw | extra, False, alt))
        if self.detail:
            _, colour, arguments, _, alt = found[0]
            found.append((f"{self.handle}-detail.webp", colour, arguments, True,
                          f"{alt}, close up"))
        return found


def slug(words):
    return re.sub(r"[^a-z0-9]+", "-", words.lower()).strip("-")


def to_html(body):
    """The small markup of the tables as HTML."""
    result, items = [], []
    for part in [p.strip() for p in body.split("|")] + [""]:
        if part.startswith("*") and not part.startswith("**"):
            items.append(f"<li>{inline(part[1:].strip())}</li>")
            continue
        if items:
            result.append("<ul>" + "".join(items) + "</ul>")
            items = []
        if part:
            result.append(f"<p>{inline(part)}</p>")
    return "\n".join(result)


def inline(text):
    return re.sub(r"\*\*(.+?)\*\*", r"<strong>\1</strong>", html.escape(text, quote=False))


def barcode(number):
    """An EAN-13 from the range that shops may use inside the house (20 to 29)."""
    digits = f"29{number:010d}"
    total = sum(int(d) * (3 if i % 2 else 1) for i, d in enumerate(digits))
    return digits + str(-total % 10)


def rows(brand):
    """The brand's products as legacy rows: one per variant, further ones for further pictures."""
    for number, product in enumerate(brand.PRODUCTS, 1):
        variants, pictures = product.combinations(), product.pictures(brand.PALETTE)
        painted, stock = product.painted(brand.PALETTE), product.stock.split()
        if len(stock) != len(variants):
            raise ValueError(f"{product.title}: {len(stock)} stock figures, not {len(variants)}")
        for i in range(max(len(variants), len(pictures))):
            row = {"Handle": product.handle}
            if i == 0:
                row |= head(product)
            if i < len(variants):
                row |= variant(brand, product, number, i, variants[i], stock[i])
                if painted:
                    value = variants[i][list(product.options).index(painted)]
                    file = pictures[product.values(painted).index(value)][0]
                    row["Variant Image"] = f"media/{file}"
            if i < len(pictures):
                row |= {"Image Src": f"media/{pictures[i][0]}", "Image Position": i + 1,
                        "Image Alt Text": pictures[i][4]}
            yield row


def head(product):
    body = to_html(product.body)
    plain = html.unescape(re.sub(r"<[^>]+>", "", body.split("\n")[0]))
    return {
        "Title": product.title, "Body (HTML)": body, "Vendor": product.vendor,
        "Product Category": product.category, "Type": product.type, "Tags": product.tags,
        "Published": "FALSE" if product.draft else "TRUE", "Gift Card": "FALSE",
        "SEO Title": product.title,
        "SEO Description": plain[:160].rsplit(" ", 1)[0] if len(plain) > 160 else plain,
        "Google Shopping / Condition": "new", "Status": "draft" if product.draft else "active",
    }


def variant(brand, product, number, index, values, quantity):
    price, grams = product.price, product.grams
    was = product.was.get("", "")
    for value in values:
        price, grams = product.by.get(value, (price, grams))
        was = product.was.get(value, was)
    first = re.sub(r"[^A-Z]", "", product.handle.upper())[:5]
    short = [slug(value).replace("-", "").upper()[:5] for value in values]
    cost = int(price.replace(".", "")) * 42 // 100
    row = {
        "Variant SKU": "-".join([brand.SKU, f"{number:02d}{first}", *short]),
        "Variant Grams": grams,
        "Variant Inventory Tracker": "shopify" if product.tracked else "",
        "Variant Inventory Qty": quantity if product.tracked else "",
        "Variant Inventory Policy": "continue" if product.oversell else "deny",
        "Variant Fulfillment Service": "manual", "Variant Price": price,
        "Variant Compare At Price": was, "Variant Requires Shipping": "TRUE",
        "Variant Taxable": "TRUE",
        "Variant Barcode": barcode(brand.BARCODES + number * 10 + index),
        "Variant Weight Unit": brand.WEIGHT_UNIT,
        "Cost per item": f"{cost // 100}.{cost % 100:02d}",
        "Option1 Name": "Title", "Option1 Value": "Default Title",
    }
    if not values:
        return row
    for position, (name, value) in enumerate(zip(product.options, values), 1):
        row |= {f"Option{position} Name": name if index == 0 else "",
                f"Option{position} Value": value}
    return row


def write_csv(brand, out):
    """Writes the brand's rows under the header that the brand uses."""
    writer = csv.DictWriter(out, brand.HEADER, restval="", lineterminator="\n")
    writer.writeheader()
    for row in rows(brand):
        writer.writerow(row if brand.HEADER is LEGACY else current(row))


def current(row):
    """A legacy row under the current template's names and spellings."""
    row = {RENAMED.get(name, name): value for name, value in row.items()}
    policy = "Continue selling when out of stock"
    if policy in row:
        row[policy] = row[policy].upper()
    if "Status" in row:
        row["Status"] = row["Status"].capitalize()
    return row
