package stoa_test

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	stoa "stoa.example/sdk"
)

type transport func(*http.Request) (*http.Response, error)

func (t transport) RoundTrip(request *http.Request) (*http.Response, error) { return t(request) }

func answer(body string) *http.Response {
	return &http.Response{StatusCode: 200, Header: http.Header{}, Body: io.NopCloser(strings.NewReader(body))}
}

func TestTransportAndNull(t *testing.T) {
	var sent, address string
	client := &http.Client{Transport: transport(func(request *http.Request) (*http.Response, error) {
		body := must(io.ReadAll(request.Body))
		sent, address = string(body), request.URL.String()
		return answer("<html>"), nil
	})}
	shop := must(stoa.NewStorefront(stoa.Config{Host: "shop.example", HTTPClient: client}))
	_, err := shop.UpdateCart(t.Context(), &stoa.StorefrontUpdateCartParams{
		CartID: "cart_1", CartToken: "secret", Email: stoa.Null[string](),
	})
	var malformed *stoa.MalformedResponseError
	if !errors.As(err, &malformed) || malformed.Text != "<html>" {
		t.Error(err)
	}
	if sent != `{"email":null}` || address != "https://shop.example/storefront/v1/carts/cart_1" {
		t.Error(sent, address)
	}
}

func TestEveryAttemptIsReported(t *testing.T) {
	var attempts []stoa.Attempt
	client := &http.Client{Transport: transport(func(*http.Request) (*http.Response, error) {
		if len(attempts) == 0 {
			return nil, errors.New("broken")
		}
		return answer("{}"), nil
	})}
	shop := must(stoa.NewStorefront(stoa.Config{
		Host: "shop.example", HTTPClient: client, RetryDelay: time.Millisecond,
		OnAttempt: func(it stoa.Attempt) { attempts = append(attempts, it) },
	}))
	must(shop.GetStore(t.Context(), nil))
	if len(attempts) != 2 || attempts[0].Status != 0 || attempts[1].Retry != 1 || attempts[1].Status != 200 {
		t.Error(attempts)
	}
}

func TestContextEndsTheCall(t *testing.T) {
	baseURL, seenURL := startRun("retries end")
	shop := must(stoa.NewStorefront(stoa.Config{BaseURL: baseURL, RetryDelay: 8 * time.Second}))
	ctx, cancel := context.WithTimeout(t.Context(), 200*time.Millisecond)
	defer cancel()
	started := time.Now()
	_, err := shop.GetStore(ctx, nil)
	if !errors.Is(err, context.DeadlineExceeded) || time.Since(started) > 2*time.Second {
		t.Error(err, time.Since(started))
	}
	if requests := seen(t, seenURL); len(requests) != 1 {
		t.Error(requests)
	}
}

func TestTokenCallbackFails(t *testing.T) {
	closed := errors.New("the vault is closed")
	admin := must(stoa.NewAdmin(stoa.Config{Host: "shop.example", TokenCallback: func(string) (string, error) {
		return "", closed
	}}))
	if _, err := admin.ListMerchants(t.Context(), nil); !errors.Is(err, closed) {
		t.Error(err)
	}
}

func TestNameBelowLocalhost(t *testing.T) {
	baseURL, seenURL := startRun("one request")
	shop := must(stoa.NewStorefront(stoa.Config{BaseURL: strings.ReplaceAll(baseURL, "127.0.0.1", "aurora.localhost")}))
	if store := must(shop.GetStore(t.Context(), nil)); store.Name != "Aurora" {
		t.Error(store)
	}
	if host := seen(t, seenURL)[0].Headers["host"]; !strings.HasPrefix(host, "aurora.localhost:") {
		t.Error(host)
	}
}

func TestWrongConfigs(t *testing.T) {
	for _, wrong := range []stoa.Config{
		{},
		{BaseURL: "https://shop.example", Host: "shop.example"},
		{BaseURL: "shop.example"},
		{BaseURL: "ftp://shop.example"},
		{BaseURL: "https://shop.example/?a=1"},
		{Host: "shop.example", SecretKey: "sk_1", AccessToken: "token"},
		{Host: "shop.example", Timeout: -1},
	} {
		if _, err := stoa.NewStorefront(wrong); !errors.As(err, new(*stoa.UsageError)) {
			t.Errorf("%+v: %v", wrong, err)
		}
	}
}

func TestFieldsOfNewerServersAreKept(t *testing.T) {
	const text = `{"amount":1,"currency":"EUR","rounded":true}`
	var money stoa.Money
	if err := json.Unmarshal([]byte(text), &money); err != nil || string(money.Extra["rounded"]) != "true" {
		t.Error(money, err)
	}
	if written := must(json.Marshal(money)); string(written) != text {
		t.Error(string(written))
	}
}

func TestEveryReasonHasAConstant(t *testing.T) {
	client := &http.Client{Transport: transport(func(*http.Request) (*http.Response, error) {
		refusal := answer(`{"code": "cart_full"}`)
		refusal.StatusCode = 409
		return refusal, nil
	})}
	shop := must(stoa.NewStorefront(stoa.Config{Host: "shop.example", HTTPClient: client}))
	_, err := shop.CreateCart(t.Context(), nil)
	var code stoa.ProblemCode = stoa.CodeCartFull
	if !stoa.HasCode(err, code) || stoa.HasCode(err, stoa.CodeCartChanged) {
		t.Error(err)
	}
}
