package stoa_test

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"net/url"
	"reflect"
	"regexp"
	"testing"
	"time"

	stoa "stoa.example/sdk"
)

type scenario struct {
	Name string `json:"name"`
	// Its operation is only in the planted document.
	Planted bool `json:"planted"`
	Client  struct {
		PublishableKey string            `json:"publishable_key"`
		SecretKey      string            `json:"secret_key"`
		AccessToken    string            `json:"access_token"`
		Tokens         []string          `json:"tokens"`
		AppInfo        string            `json:"app_info"`
		RetryDelayMS   int               `json:"retry_delay_ms"`
		Headers        map[string]string `json:"headers"`
	} `json:"client"`
	Call struct {
		Client    string                     `json:"client"`
		Operation string                     `json:"operation"`
		Params    map[string]json.RawMessage `json:"params"`
		File      []byte                     `json:"file_base64"`
		Options   struct {
			IdempotencyKey string `json:"idempotency_key"`
			MaxRetries     *int   `json:"max_retries"`
			TimeoutMS      int    `json:"timeout_ms"`
		} `json:"options"`
		Collect bool `json:"collect"`
		Take    int  `json:"take"`
	} `json:"call"`
	Expect map[string]any `json:"expect"`
}

// Runs every scenario that all clients must pass.
func TestConformance(t *testing.T) {
	var file struct{ Scenarios []scenario }
	readVectors(t, "scenarios.json", &file)
	if len(file.Scenarios) < 44 {
		t.Fatal("scenarios are missing")
	}
	for _, it := range file.Scenarios {
		if !it.Planted {
			t.Run(it.Name, func(t *testing.T) {
				t.Parallel()
				play(t, it, send)
			})
		}
	}
}

type sender = func(scenario, stoa.Config, []stoa.RequestOption) (any, error)

func play(t *testing.T, it scenario, send sender) {
	baseURL, seenURL := startRun(it.Name)
	var response stoa.Response
	data, err := send(it, configOf(it, baseURL), optionsOf(it, &response))
	expectedError, failure := it.Expect["error"]
	if (err != nil) != failure {
		t.Fatalf("the error is %v", err)
	}
	if err != nil {
		includes(t, factsOf(t, err), expectedError, "error")
	}
	for _, what := range []string{"result", "items"} {
		if expected, ok := it.Expect[what]; ok {
			includes(t, plain(t, data), expected, what)
		}
	}
	if expected, ok := it.Expect["file"]; ok {
		checkFile(t, data.(*stoa.Download), expected.(map[string]any))
	}
	if expected, ok := it.Expect["response"]; ok {
		around := map[string]any{
			"status": float64(response.Status), "retries": float64(response.Retries), "request_id": response.RequestID,
		}
		includes(t, around, expected, "response")
	}
	checkRequests(t, seen(t, seenURL), it.Expect)
}

func checkFile(t *testing.T, file *stoa.Download, expected map[string]any) {
	name, _ := expected["file_name"].(string)
	content := base64.StdEncoding.EncodeToString(file.Content)
	if content != expected["content_base64"] || file.ContentType != expected["content_type"] || file.FileName != name {
		t.Fatalf("the file is %v", file)
	}
}

func configOf(it scenario, baseURL string) stoa.Config {
	set := it.Client
	config := stoa.Config{
		BaseURL: baseURL, PublishableKey: set.PublishableKey, SecretKey: set.SecretKey, AccessToken: set.AccessToken,
		AppInfo: set.AppInfo, Headers: set.Headers, RetryDelay: 10 * time.Millisecond,
	}
	if set.RetryDelayMS > 0 {
		config.RetryDelay = time.Duration(set.RetryDelayMS) * time.Millisecond
	}
	if set.Tokens != nil {
		next := 0
		config.TokenCallback = func(string) (string, error) {
			next++
			return set.Tokens[next-1], nil
		}
	}
	return config
}

// The parameters of an operation: what is outside of the body has no names in JSON.
func params[T any](it scenario, outside func(*T, func(string) string)) *T {
	into := new(T)
	body := map[string]json.RawMessage{}
	for name, value := range it.Call.Params {
		body[name] = value
	}
	if outside != nil {
		outside(into, func(name string) string {
			var text string
			_ = json.Unmarshal(body[name], &text)
			delete(body, name)
			return text
		})
	}
	data, err := json.Marshal(body)
	if err == nil {
		err = json.Unmarshal(data, into)
	}
	if err != nil {
		panic(err)
	}
	return into
}

func optionsOf(it scenario, response *stoa.Response) []stoa.RequestOption {
	options := []stoa.RequestOption{stoa.WithResponse(response)}
	set := it.Call.Options
	if set.IdempotencyKey != "" {
		options = append(options, stoa.WithIdempotencyKey(set.IdempotencyKey))
	}
	if set.MaxRetries != nil {
		options = append(options, stoa.WithMaxRetries(*set.MaxRetries))
	}
	if set.TimeoutMS > 0 {
		options = append(options, stoa.WithTimeout(time.Duration(set.TimeoutMS)*time.Millisecond))
	}
	return options
}

func send(it scenario, config stoa.Config, options []stoa.RequestOption) (any, error) {
	if it.Call.Client == "admin" {
		return sendAdmin(it, config, options)
	}
	return sendStorefront(it, config, options)
}

func sendAdmin(it scenario, config stoa.Config, options []stoa.RequestOption) (any, error) {
	admin, err := stoa.NewAdmin(config)
	if err != nil {
		return nil, err
	}
	switch it.Call.Operation {
	case "create_refund":
		given := params(it, func(into *stoa.AdminCreateRefundParams, take func(string) string) {
			into.OrderID = take("order_id")
		})
		return admin.CreateRefund(context.Background(), given, options...)
	case "upload_image":
		given := params(it, func(into *stoa.AdminUploadImageParams, take func(string) string) {
			into.ProductID, into.Body = take("product_id"), it.Call.File
		})
		return admin.UploadImage(context.Background(), given, options...)
	case "list_merchants":
		return admin.ListMerchants(context.Background(), nil, options...)
	}
	panic("no operation " + it.Call.Operation)
}

func sendStorefront(it scenario, config stoa.Config, options []stoa.RequestOption) (any, error) {
	shop, err := stoa.NewStorefront(config)
	if err != nil {
		return nil, err
	}
	ctx := context.Background()
	switch it.Call.Operation {
	case "get_store":
		return shop.GetStore(ctx, nil, options...)
	case "create_cart":
		return shop.CreateCart(ctx, nil, options...)
	case "login":
		return shop.Login(ctx, params[stoa.StorefrontLoginParams](it, nil), options...)
	case "logout":
		return nil, shop.Logout(ctx, params[stoa.StorefrontLogoutParams](it, nil), options...)
	case "update_account":
		return shop.UpdateAccount(ctx, params[stoa.StorefrontUpdateAccountParams](it, nil), options...)
	case "get_product":
		return shop.GetProduct(ctx, params(it, func(into *stoa.StorefrontGetProductParams, take func(string) string) {
			into.Slug = take("slug")
		}), options...)
	case "get_cart":
		return shop.GetCart(ctx, params(it, func(into *stoa.StorefrontGetCartParams, take func(string) string) {
			into.CartID, into.CartToken = take("cart_id"), take("cart_token")
		}), options...)
	case "update_cart":
		return shop.UpdateCart(ctx, params(it, func(into *stoa.StorefrontUpdateCartParams, take func(string) string) {
			into.CartID, into.CartToken = take("cart_id"), take("cart_token")
		}), options...)
	case "place_order":
		return shop.PlaceOrder(ctx, params(it, func(into *stoa.StorefrontPlaceOrderParams, take func(string) string) {
			into.CartID, into.CartToken = take("cart_id"), take("cart_token")
		}), options...)
	case "list_products":
		given := params(it, func(into *stoa.StorefrontListProductsParams, take func(string) string) {
			_ = json.Unmarshal(it.Call.Params["limit"], &into.Limit)
			_ = json.Unmarshal(it.Call.Params["sort"], &into.Sort)
		})
		return take(shop.ListProductsAll(ctx, given, options...), it.Call.Take)
	}
	panic("no operation " + it.Call.Operation)
}

func take[T any](items iter.Seq2[T, error], most int) ([]T, error) {
	var found []T
	for item, err := range items {
		if err != nil {
			return nil, err
		}
		if found = append(found, item); len(found) == most {
			break
		}
	}
	return found, nil
}

func factsOf(t *testing.T, err error) map[string]any {
	var usage *stoa.UsageError
	var connection *stoa.ConnectionError
	var timeout *stoa.TimeoutError
	var malformed *stoa.MalformedResponseError
	var refusal *stoa.APIError
	switch {
	case errors.As(err, &usage):
		return map[string]any{"type": "StoaError"}
	case errors.As(err, &timeout):
		return map[string]any{"type": "TimeoutError"}
	case errors.As(err, &connection):
		return map[string]any{"type": "ConnectionError"}
	case errors.As(err, &malformed):
		return map[string]any{
			"type": "MalformedResponseError", "status": float64(malformed.Status),
			"request_id": malformed.RequestID, "text": malformed.Text,
		}
	case errors.As(err, &refusal):
		facts := map[string]any{
			"type": kindOf(err), "status": float64(refusal.Status), "code": refusal.Code, "text": refusal.Text,
			"request_id": refusal.RequestID, "retries": float64(refusal.Retries), "problem": plain(t, refusal.Problem),
		}
		pointers := []any{}
		for _, it := range refusal.Errors {
			pointers = append(pointers, it.Pointer)
		}
		facts["pointers"] = pointers
		if refusal.RetryAfter != nil {
			facts["retry_after_seconds"] = refusal.RetryAfter.Seconds()
		}
		return facts
	}
	t.Fatalf("%T: %v", err, err)
	return nil
}

func kindOf(err error) string {
	for name, kind := range map[string]error{
		"InvalidRequestError": stoa.ErrInvalidRequest, "AuthenticationError": stoa.ErrAuthentication,
		"PermissionDeniedError": stoa.ErrPermissionDenied, "NotFoundError": stoa.ErrNotFound,
		"ConflictError": stoa.ErrConflict, "RejectedError": stoa.ErrRejected,
		"RateLimitError": stoa.ErrRateLimit, "ServerError": stoa.ErrServer,
	} {
		if errors.Is(err, kind) {
			return name
		}
	}
	return "ApiError"
}

func plain(t *testing.T, value any) any {
	data, err := json.Marshal(value)
	var decoded any
	if err == nil {
		err = json.Unmarshal(data, &decoded)
	}
	if err != nil {
		t.Fatal(err)
	}
	return decoded
}

// What is expected is there; there may be more.
func includes(t *testing.T, actual, expected any, where string) {
	t.Helper()
	switch expected := expected.(type) {
	case []any:
		items, _ := actual.([]any)
		if len(items) != len(expected) {
			t.Fatalf("%s has another length: %v", where, actual)
		}
		for at, it := range expected {
			includes(t, items[at], it, fmt.Sprintf("%s/%d", where, at))
		}
	case map[string]any:
		fields, ok := actual.(map[string]any)
		if !ok {
			t.Fatalf("%s is no object: %v", where, actual)
		}
		for name, it := range expected {
			includes(t, fields[name], it, where+"/"+name)
		}
	default:
		if actual != expected {
			t.Fatalf("%s is %v and not %v", where, actual, expected)
		}
	}
}

func checkRequests(t *testing.T, seen []seenRequest, expect map[string]any) {
	expected := expect["requests"].([]any)
	if len(seen) != len(expected) {
		t.Fatalf("%d requests and not %d", len(seen), len(expected))
	}
	for at, it := range expected {
		checkRequest(t, seen[at], it.(map[string]any))
	}
	for _, it := range seen {
		if name, ok := expect["same_header"].(string); ok && it.Headers[name] != seen[0].Headers[name] {
			t.Fatalf("%s changed", name)
		}
		if expect["same_body"] == true && it.Body != seen[0].Body {
			t.Fatal("the body changed")
		}
	}
	gaps, _ := expect["least_gaps_ms"].([]any)
	for at, least := range gaps {
		if gap := float64(seen[at+1].AtMS - seen[at].AtMS); gap < least.(float64) {
			t.Fatalf("%v ms between two requests", gap)
		}
	}
}

func checkRequest(t *testing.T, seen seenRequest, expected map[string]any) {
	if method, ok := expected["method"]; ok && seen.Method != method {
		t.Fatalf("the method is %s", seen.Method)
	}
	switch path := expected["path"].(type) {
	case string:
		if seen.Path != path {
			t.Fatalf("the path is %s", seen.Path)
		}
	case map[string]any:
		sent, err := url.Parse(seen.Path)
		if err != nil {
			t.Fatal(err)
		}
		query := map[string]any{}
		for name, values := range sent.Query() {
			query[name] = values[0]
		}
		if !reflect.DeepEqual(query, path["query"]) {
			t.Fatalf("the query is %v", query)
		}
	}
	headers, _ := expected["headers"].(map[string]any)
	for name, value := range headers {
		checkHeader(t, seen.Headers, name, value)
	}
	if body, ok := expected["json"]; ok {
		var sent any
		if err := json.Unmarshal([]byte(seen.Body), &sent); err != nil || !reflect.DeepEqual(sent, body) {
			t.Fatalf("the body is %s", seen.Body)
		}
	}
	if bytes, ok := expected["body_base64"]; ok && seen.BodyBase64 != bytes {
		t.Fatalf("the body is %s", seen.BodyBase64)
	}
}

func checkHeader(t *testing.T, headers map[string]string, name string, expected any) {
	actual, isThere := headers[name]
	switch expected := expected.(type) {
	case nil:
		if isThere {
			t.Fatalf("%s is %q", name, actual)
		}
	case map[string]any:
		if !regexp.MustCompile(expected["matches"].(string)).MatchString(actual) {
			t.Fatalf("%s is %q", name, actual)
		}
	default:
		if expected == "*" && isThere {
			return
		}
		if actual != expected {
			t.Fatalf("%s is %q", name, actual)
		}
	}
}
