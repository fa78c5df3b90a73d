package main

import (
	"context"
	"fmt"
	"log"

	stoa "stoa.example/sdk"
)

func main() {
	shop, err := stoa.NewStorefront(stoa.Config{BaseURL: "http://aurora.localhost:8080"})
	if err != nil {
		log.Fatal(err)
	}
	cheapestFirst := &stoa.StorefrontListProductsParams{Sort: stoa.Ptr(stoa.ProductSortPriceAsc)}
	for product, err := range shop.ListProductsAll(context.Background(), cheapestFirst) {
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(product.Title, product.Price)
	}
}
