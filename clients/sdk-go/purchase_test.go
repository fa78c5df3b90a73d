package stoa_test

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"net/url"
	"os"
	"reflect"
	"strings"
	"testing"
	"time"

	stoa "stoa.example/sdk"
)

type installation struct {
	API     string `json:"api"`
	Stripe  string `json:"stripe"`
	Tenants []struct {
		Slug           string                           `json:"slug"`
		Host           string                           `json:"host"`
		PublishableKey string                           `json:"publishable_key"`
		Owner          struct{ Email, Password string } `json:"owner"`
	} `json:"tenants"`
}

// A running installation: STOA_DEV is the path of the dev.json that "stoa dev" writes.
func dev(t *testing.T) installation {
	t.Helper()
	path := os.Getenv("STOA_DEV")
	if path == "" {
		t.Skip("STOA_DEV names no running installation")
	}
	data, err := os.ReadFile(path)
	var found installation
	if err == nil {
		err = json.Unmarshal(data, &found)
	}
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func must[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}

// Confirms a payment with the simulator, as the provider's script does in a shopper's browser.
func confirmPayment(t *testing.T, stripe, secret string) {
	t.Helper()
	intent, _, _ := strings.Cut(secret, "_secret")
	form := url.Values{"key": {"pk_test_stoa"}, "client_secret": {secret}, "payment_method": {"pm_card_visa"}}
	response, err := http.PostForm(stripe+"/v1/payment_intents/"+intent+"/confirm", form)
	if err != nil || response.StatusCode != http.StatusOK {
		t.Fatal("the payment was not confirmed", response, err)
	}
	_ = response.Body.Close()
}

// Waits until the order has this status, for at most ten seconds.
func waitFor(t *testing.T, shop *stoa.Storefront, own *stoa.StorefrontGetOrderParams, status stoa.OrderStatus) *stoa.Order {
	t.Helper()
	for range 200 {
		order := must(shop.GetOrder(t.Context(), own))
		if order.Status == status {
			return order
		}
		time.Sleep(50 * time.Millisecond)
	}
	t.Fatalf("the order never became %s", status)
	return nil
}

func TestPurchase(t *testing.T) {
	ctx := context.Background()
	installed := dev(t)
	tenant := installed.Tenants[0]
	address := "http://" + tenant.Host
	shop := must(stoa.NewStorefront(stoa.Config{BaseURL: address}))

	slug, found := "", map[string]bool{}
	cheap := &stoa.StorefrontListProductsParams{Sort: stoa.Ptr(stoa.ProductSortPriceAsc), Limit: stoa.Ptr[int64](5)}
	for card, err := range shop.ListProductsAll(ctx, cheap) {
		if err != nil {
			t.Fatal(err)
		}
		if card.Available && slug == "" {
			slug = card.Slug
		}
		if found[card.Slug] = true; len(found) == 12 {
			break
		}
	}
	if len(found) != 12 {
		t.Fatal("three pages were not read")
	}
	product := must(shop.GetProduct(ctx, &stoa.StorefrontGetProductParams{Slug: slug}))
	variant := ""
	for _, it := range product.Variants {
		if it.Available && variant == "" {
			variant = it.ID
		}
	}

	cart := must(shop.CreateCart(ctx, nil))
	id, token := cart.ID, *cart.Token
	must(shop.AddCartLine(ctx, &stoa.StorefrontAddCartLineParams{CartID: id, CartToken: token, VariantID: variant, Quantity: 2}))
	must(shop.UpdateCart(ctx, &stoa.StorefrontUpdateCartParams{
		CartID: id, CartToken: token,
		Email: stoa.Value("anna@example.com"),
		ShippingAddress: stoa.Value(stoa.Address{
			FirstName: stoa.Ptr("Anna"), LastName: stoa.Ptr("Berg"), StreetName: "Long Street 1", City: stoa.Ptr("Berlin"), PostalCode: stoa.Ptr("10115"), Country: "DE",
		}),
	}))
	options := must(shop.ListShippingOptions(ctx, &stoa.StorefrontListShippingOptionsParams{CartID: id, CartToken: token}))
	filled := must(shop.UpdateCart(ctx, &stoa.StorefrontUpdateCartParams{
		CartID: id, CartToken: token, ShippingOptionID: stoa.Value(options.Data[0].ID),
	}))
	total := filled.Totals.Total
	if len(filled.Requirements) != 0 {
		t.Fatal(filled.Requirements)
	}

	order := &stoa.StorefrontPlaceOrderParams{
		CartID: id, CartToken: token, PaymentProvider: stoa.Ptr(stoa.PaymentProviderStripe),
		ExpectedTotal: must(total.Add(stoa.Money{Amount: 1, Currency: total.Currency})),
	}
	_, err := shop.PlaceOrder(ctx, order)
	var refusal *stoa.APIError
	if !stoa.HasCode(err, "cart_changed") || !errors.Is(err, stoa.ErrConflict) || !errors.As(err, &refusal) {
		t.Fatal(err)
	}
	var current stoa.Money
	if json.Unmarshal(refusal.Problem["current_total"], &current) != nil || !reflect.DeepEqual(current, total) {
		t.Fatal(current)
	}

	order.ExpectedTotal = total
	key := stoa.WithIdempotencyKey("order-" + id)
	var response stoa.Response
	placed := must(shop.PlaceOrder(ctx, order, key))
	again := must(shop.PlaceOrder(ctx, order, key, stoa.WithResponse(&response)))
	if again.Order.ID != placed.Order.ID || response.Header.Get("Idempotent-Replayed") != "true" {
		t.Fatal(again, response)
	}

	confirmPayment(t, installed.Stripe, *placed.Payment.ClientSecret)
	own := &stoa.StorefrontGetOrderParams{OrderID: placed.Order.ID, OrderToken: placed.Order.Token}
	if paid := waitFor(t, shop, own, stoa.OrderStatusPaid); !reflect.DeepEqual(paid.Totals.Total, total) {
		t.Fatal(paid.Totals.Total)
	}
	stranger := &stoa.StorefrontGetOrderParams{OrderID: placed.Order.ID, OrderToken: strings.Repeat("0", 64)}
	if _, err := shop.GetOrder(ctx, stranger); !errors.Is(err, stoa.ErrNotFound) {
		t.Fatal(err)
	}
	refund(t, address, tenant.Owner.Email, tenant.Owner.Password, placed.Order.ID, total)
	waitFor(t, shop, own, stoa.OrderStatusRefunded)
}

func refund(t *testing.T, address, email, password, order string, total stoa.Money) {
	ctx := context.Background()
	visitor := must(stoa.NewAdmin(stoa.Config{BaseURL: address}))
	if _, err := visitor.ListOrders(ctx, nil); !errors.Is(err, stoa.ErrAuthentication) {
		t.Fatal(err)
	}
	session := must(visitor.Login(ctx, &stoa.AdminLoginParams{Email: email, Password: password}))
	admin := must(stoa.NewAdmin(stoa.Config{BaseURL: address, AccessToken: session.AccessToken}))
	refund := must(admin.CreateRefund(ctx, &stoa.AdminCreateRefundParams{
		OrderID: order, Full: stoa.Ptr(true), Reason: stoa.Ptr("just looking"),
	}))
	if !reflect.DeepEqual(refund.Amount, total) {
		t.Fatal(refund.Amount)
	}
	money := must(admin.GetOrderMoney(ctx, &stoa.AdminGetOrderMoneyParams{OrderID: order}))
	if money.Sum.Amount != 0 {
		t.Fatal(money.Sum)
	}
}

func TestPublishableKey(t *testing.T) {
	installed := dev(t)
	for _, tenant := range installed.Tenants {
		shop := must(stoa.NewStorefront(stoa.Config{BaseURL: installed.API, PublishableKey: tenant.PublishableKey}))
		if store := must(shop.GetStore(t.Context(), nil)); !strings.HasPrefix(strings.ToLower(store.Name), tenant.Slug) {
			t.Error(store.Name)
		}
	}
	nowhere := must(stoa.NewStorefront(stoa.Config{BaseURL: installed.API, PublishableKey: "pk_unknown"}))
	if _, err := nowhere.GetStore(t.Context(), nil); !errors.Is(err, stoa.ErrNotFound) {
		t.Error(err)
	}
}
