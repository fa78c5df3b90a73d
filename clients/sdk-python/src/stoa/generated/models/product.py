# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictBool, StrictStr
from typing import List, Optional
from stoa.generated.models.category import Category
from stoa.generated.models.money import Money
from stoa.generated.models.product_image import ProductImage
from stoa.generated.models.product_option import ProductOption
from stoa.generated.models.product_variant import ProductVariant
from stoa.generated.models.rating import Rating
from stoa.generated.models.seller import Seller
from stoa.model import Model


class Product(Model):
    """A product."""

    available: StrictBool = Field(description="Whether at least one variant can be bought now.")
    categories: List[Category] = Field(description="Category path, from the root down.")
    description: StrictStr = Field(description="Description as sanitised HTML, without scripts, styles and forms.")
    final_sale: StrictBool = Field(description="Whether shoppers cannot return it.")
    id: StrictStr = Field(description="Product id.")
    images: List[ProductImage] = Field(description="Images, in display order.")
    merchant: Seller = Field(description="Merchant who sells it.")
    options: List[ProductOption] = Field(description="Options by which variants differ; empty for a product with one variant.")
    price: Money = Field(description="Lowest price of the variants.")
    product_type: StrictStr = Field(description="Product type.")
    rating: Optional[Rating] = Field(default=None, description="Rating by published reviews; absent without reviews.")
    seo_description: Optional[StrictStr] = Field(default=None, description="Description for search engines; absent if none was set.")
    seo_title: Optional[StrictStr] = Field(default=None, description="Title for search engines; absent if none was set.")
    slug: StrictStr = Field(description="Slug: the last part of the product's URL.")
    subtitle: Optional[StrictStr] = Field(default=None, description="One line below the title; absent if none was set.")
    tags: List[StrictStr] = Field(description="Tags.")
    title: StrictStr = Field(description="Title.")
    variants: List[ProductVariant] = Field(description="Variants, in display order.")
    vendor: StrictStr = Field(description="Vendor name.")
