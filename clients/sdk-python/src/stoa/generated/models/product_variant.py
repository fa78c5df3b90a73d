# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictBool, StrictStr
from typing import List, Optional
from stoa.generated.models.money import Money
from stoa.generated.models.product_image import ProductImage
from stoa.generated.models.product_variant_stock import ProductVariantStock
from stoa.model import Model


class ProductVariant(Model):
    """A variant of a product."""

    available: StrictBool = Field(description="Whether the variant can be bought now.")
    compare_at: Optional[Money] = Field(default=None, description="Compare-at price; absent unless it is higher than `price`.")
    id: StrictStr = Field(description="Variant id.")
    image: Optional[ProductImage] = Field(default=None, description="Image of the variant; absent if it has none of its own.")
    options: List[StrictStr] = Field(description="Value of each product option, in the order of `options`.")
    price: Money = Field(description="Price.")
    sku: Optional[StrictStr] = Field(default=None, description="Stock keeping unit (SKU); may be empty, and need not be unique.")
    stock: Optional[ProductVariantStock] = Field(default=None, description="What the storefront shows of its stock; absent unless the store wants it shown.")
    title: StrictStr = Field(description="Option values joined, such as `Blue / M`; the product's title when there is one variant.")
