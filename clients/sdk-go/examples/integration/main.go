// The program of docs/INTEGRATORS.md: SHOP and STOA_SECRET_KEY are in the environment.
package main

import (
	"context"
	"fmt"
	"log"
	"os"
	"time"

	stoa "stoa.example/sdk"
)

type article struct {
	sku, title   string
	cents, stock int64
}

var articles = []article{
	{"GUIDE-GO-1", "Oak tray", 3900, 12},
	{"GUIDE-GO-2", "Linen napkin", 1450, 80},
}

func main() {
	ctx := context.Background()
	admin, err := stoa.NewAdmin(stoa.Config{BaseURL: os.Getenv("SHOP"), SecretKey: os.Getenv("STOA_SECRET_KEY")})
	if err == nil {
		err = synchronise(ctx, admin)
	}
	if err == nil {
		err = follow(ctx, admin, map[string]bool{}) // from your database
	}
	if err != nil {
		log.Fatal(err)
	}
}

func synchronise(ctx context.Context, admin *stoa.Admin) error {
	if _, err := admin.SetCatalogSettings(ctx, &stoa.AdminSetCatalogSettingsParams{UniqueSkus: true}); err != nil {
		return err
	}
	known, err := variantsBySKU(ctx, admin)
	if err != nil {
		return err
	}
	for _, it := range articles {
		variant, isKnown := known[it.sku]
		if isKnown {
			err = set(ctx, admin, variant, it)
		} else {
			err = create(ctx, admin, it)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func variantsBySKU(ctx context.Context, admin *stoa.Admin) (map[string]stoa.AdminVariant, error) {
	known := map[string]stoa.AdminVariant{}
	for summary, err := range admin.ListProductsAll(ctx, &stoa.AdminListProductsParams{Limit: stoa.Ptr[int64](100)}) {
		if err != nil {
			return nil, err
		}
		if summary.Status == stoa.ProductStatusArchived {
			continue
		}
		product, err := admin.GetProduct(ctx, &stoa.AdminGetProductParams{ProductID: summary.ID})
		if err != nil {
			return nil, err
		}
		for _, variant := range product.Variants {
			if variant.SKU != nil && !variant.Archived {
				known[*variant.SKU] = variant
			}
		}
	}
	return known, nil
}

func create(ctx context.Context, admin *stoa.Admin, it article) error {
	_, err := admin.CreateProduct(ctx, &stoa.AdminCreateProductParams{
		Title: it.title, Status: stoa.ProductStatusActive,
		Variants: []stoa.CreateVariant{{
			SKU: &it.sku, OnHand: &it.stock, Price: &stoa.Money{Amount: it.cents, Currency: "EUR"},
		}},
	})
	if stoa.HasCode(err, stoa.CodeSKUTaken) { // made meanwhile: the next run finds it
		return nil
	}
	if err == nil {
		fmt.Println("created", it.sku)
	}
	return err
}

func set(ctx context.Context, admin *stoa.Admin, variant stoa.AdminVariant, it article) error {
	price := stoa.Money{Amount: it.cents, Currency: "EUR"}
	hasPrice := false
	for _, known := range variant.Prices {
		hasPrice = hasPrice || known.Price.Amount == price.Amount && known.Price.Currency == price.Currency
	}
	if !hasPrice {
		_, err := admin.SetVariantPrice(ctx, &stoa.AdminSetVariantPriceParams{VariantID: variant.ID, Price: price})
		if err != nil {
			return err
		}
	}
	_, err := admin.SetVariantStock(ctx, &stoa.AdminSetVariantStockParams{VariantID: variant.ID, OnHand: &it.stock})
	fmt.Println("set", it.sku)
	return err
}

func follow(ctx context.Context, admin *stoa.Admin, handled map[string]bool) error {
	since := time.Now().Add(-24 * time.Hour)
	paid := &stoa.AdminListOrdersParams{Status: stoa.Ptr(stoa.OrderStatusPaid), Limit: stoa.Ptr[int64](100)}
	for summary, err := range admin.ListOrdersAll(ctx, paid) { // newest first
		if err != nil {
			return err
		}
		if summary.PlacedAt.Before(since) {
			break
		}
		if handled[summary.ID] {
			continue
		}
		order, err := admin.GetOrder(ctx, &stoa.AdminGetOrderParams{OrderID: summary.ID})
		if err != nil {
			return err
		}
		for _, line := range order.Lines {
			if line.SKU != nil {
				fmt.Println("order", order.Number, line.Quantity, *line.SKU)
			}
		}
		handled[order.ID] = true
	}
	return nil
}
