// The README's code. "go run ./examples/guide SHOP_ADDRESS OWNER_EMAIL OWNER_PASSWORD" buys something.
package main

import (
	"context"
	"errors"
	"fmt"
	"log"
	"os"

	stoa "stoa.example/sdk"
)

var session tokens

type tokens struct{}

func (tokens) current() (string, error) { return "token", nil }
func (tokens) renew() (string, error)   { return "new token", nil }

func main() {
	if len(os.Args) != 4 {
		log.Fatal("SHOP_ADDRESS OWNER_EMAIL OWNER_PASSWORD")
	}
	ctx := context.Background()
	shop := must(stoa.NewStorefront(stoa.Config{BaseURL: os.Args[1]}))
	visitor := must(stoa.NewAdmin(stoa.Config{BaseURL: os.Args[1]}))
	signedIn := must(visitor.Login(ctx, &stoa.AdminLoginParams{Email: os.Args[2], Password: os.Args[3]}))
	admin := must(stoa.NewAdmin(stoa.Config{BaseURL: os.Args[1], AccessToken: signedIn.AccessToken}))

	clients()
	order := must(purchase(ctx, shop))
	refuse(ctx, shop, order)
	pages(ctx, shop, admin)
	retries(ctx, admin, "ord_01h455vb4pex5vsknk084sn02q")
	rawResponse(ctx, shop)
	money()
}

func must[T any](value T, err error) T {
	if err != nil {
		log.Fatal(err)
	}
	return value
}

func clients() {
	shop, err := stoa.NewStorefront(stoa.Config{Host: "shop.example"}) // or: BaseURL and PublishableKey
	admin, err2 := stoa.NewAdmin(stoa.Config{Host: "shop.example", SecretKey: os.Getenv("STOA_SECRET_KEY")})
	fmt.Println(shop != nil, admin != nil, err, err2)

	renewing := stoa.Config{Host: "shop.example", TokenCallback: func(rejected string) (string, error) {
		if rejected != "" {
			return session.renew()
		}
		return session.current()
	}}
	fmt.Println(renewing.Host)
}

func purchase(ctx context.Context, shop *stoa.Storefront) (*stoa.StorefrontPlaceOrderParams, error) {
	cart, err := shop.CreateCart(ctx, nil)
	if err != nil {
		return nil, err
	}
	id, token := cart.ID, *cart.Token
	product, err := shop.GetProduct(ctx, &stoa.StorefrontGetProductParams{Slug: "bolge-bowl"})
	if err != nil {
		return nil, err
	}
	_, err = shop.AddCartLine(ctx, &stoa.StorefrontAddCartLineParams{
		CartID: id, CartToken: token, VariantID: product.Variants[0].ID, Quantity: 2,
	})
	if err != nil {
		return nil, err
	}
	_, err = shop.UpdateCart(ctx, &stoa.StorefrontUpdateCartParams{
		CartID: id, CartToken: token,
		Email: stoa.Value("anna@example.com"),
		ShippingAddress: stoa.Value(stoa.Address{
			FirstName: stoa.Ptr("Anna"), LastName: stoa.Ptr("Berg"), StreetName: "Long Street 1",
			City: stoa.Ptr("Berlin"), PostalCode: stoa.Ptr("10115"), Country: "DE",
		}),
	})
	if err != nil {
		return nil, err
	}
	options, err := shop.ListShippingOptions(ctx, &stoa.StorefrontListShippingOptionsParams{CartID: id, CartToken: token})
	if err != nil {
		return nil, err
	}
	filled, err := shop.UpdateCart(ctx, &stoa.StorefrontUpdateCartParams{
		CartID: id, CartToken: token, ShippingOptionID: stoa.Value(options.Data[0].ID),
	})
	if err != nil {
		return nil, err
	}
	order := &stoa.StorefrontPlaceOrderParams{
		CartID: id, CartToken: token,
		ExpectedTotal: filled.Totals.Total, PaymentProvider: stoa.Ptr(stoa.PaymentProviderStripe),
	}
	placed, err := shop.PlaceOrder(ctx, order)
	if err != nil {
		return nil, err
	}
	// Confirm the payment in the browser, with Stripe's script and placed.Payment.ClientSecret.

	fmt.Println("order", placed.Order.Number)
	return order, nil
}

func refuse(ctx context.Context, shop *stoa.Storefront, order *stoa.StorefrontPlaceOrderParams) {
	order.ExpectedTotal.Currency = "none"
	_, err := shop.PlaceOrder(ctx, order)
	var refusal *stoa.APIError
	switch {
	case stoa.HasCode(err, stoa.CodeCartChanged) && errors.As(err, &refusal):
		fmt.Printf("now it costs %s\n", refusal.Problem["current_total"])
	case errors.Is(err, stoa.ErrInvalidRequest) && errors.As(err, &refusal):
		for _, field := range refusal.Errors {
			fmt.Println(field.Pointer, field.Detail) // "/expected_total/amount"
		}
	case errors.As(err, &refusal):
		fmt.Println(refusal.Status, refusal.Code, refusal, refusal.RequestID)
	}
}

func pages(ctx context.Context, shop *stoa.Storefront, admin *stoa.Admin) {
	paid := &stoa.AdminListOrdersParams{Status: stoa.Ptr(stoa.OrderStatusPaid)}
	for order, err := range admin.ListOrdersAll(ctx, paid) {
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(order.Number)
	}
	page, err := shop.ListProducts(ctx, &stoa.StorefrontListProductsParams{Limit: stoa.Ptr[int64](24)})

	fmt.Println(len(page.Data), page.HasMore, err)
}

func retries(ctx context.Context, admin *stoa.Admin, id string) {
	refund := &stoa.AdminCreateRefundParams{OrderID: id, Full: stoa.Ptr(true), Reason: stoa.Ptr("broken")}
	made, err := admin.CreateRefund(ctx, refund, stoa.WithIdempotencyKey("case-4711"))
	fmt.Println(made != nil, err)
}

func rawResponse(ctx context.Context, shop *stoa.Storefront) {
	var response stoa.Response
	product, err := shop.GetProduct(ctx, &stoa.StorefrontGetProductParams{Slug: "bolge-bowl"}, stoa.WithResponse(&response))
	fmt.Println(product.Title, response.Status, response.Header.Get("ETag"), response.RequestID, response.Retries, err)
}

func money() {
	price := must(stoa.NewMoney(1205, "EUR"))
	fmt.Println(price, must(price.Multiply(3)))             // 12.05 EUR 36.15 EUR
	fmt.Println(must(stoa.NewMoney(1205, "KWD")).Decimal()) // 1.205
	_, err := stoa.MoneyFromDecimal("12.055", "EUR")
	fmt.Println(err) // has more decimals than the currency
}
