package stoa

import (
	"bytes"
	"context"
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"net/http"
	"net/url"
	"strings"
	"time"
)

// What the document says of an operation, as far as sending it needs.
type operation struct {
	method                string
	path                  string
	takesToken            bool
	acceptsIdempotencyKey bool
}

type call struct {
	operation operation
	path      string
	query     []string
	header    [][2]string
	body      []byte
	bodyType  string
	accept    string
	err       error
}

func newCall(operation operation) *call {
	return &call{operation: operation, path: operation.path, accept: "application/json"}
}

func (c *call) setPath(name string, value any) {
	text := textOf(value)
	// An empty segment or a dot would address another resource.
	if text == "" || text == "." || text == ".." {
		c.err = &UsageError{name + " must not be empty"}
	}
	c.path = strings.ReplaceAll(c.path, "{"+name+"}", encode(text))
}

func (c *call) addQuery(name string, value any) {
	c.query = append(c.query, encode(name)+"="+encode(textOf(value)))
}

func (c *call) addHeader(name string, value any) {
	c.header = append(c.header, [2]string{name, textOf(value)})
}

func (c *call) setBody(body any) {
	encoded := new(bytes.Buffer)
	encoder := json.NewEncoder(encoded)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(body); err != nil {
		c.err = &UsageError{"the body cannot be sent as JSON: " + err.Error()}
	}
	c.body, c.bodyType = bytes.TrimSpace(encoded.Bytes()), "application/json"
}

func (c *call) setFile(file []byte, fileType string) {
	if file == nil {
		c.err = &UsageError{"Body must not be nil"}
	}
	c.body, c.bodyType = file, fileType
}

func textOf(value any) string {
	if moment, ok := value.(time.Time); ok {
		return moment.UTC().Format(time.RFC3339Nano)
	}
	return fmt.Sprint(value)
}

func encode(text string) string {
	return strings.ReplaceAll(url.QueryEscape(text), "+", "%20")
}

// send returns what came, if it says success.
func (c *client) send(ctx context.Context, call *call, options []RequestOption) (*Response, error) {
	var set requestOptions
	for _, option := range options {
		option(&set)
	}
	if call.err != nil {
		return nil, call.err
	}
	// Made once, before the first attempt: the server knows by it that a retry is the same request.
	key := ""
	if call.operation.acceptsIdempotencyKey {
		if key = set.idempotencyKey; key == "" {
			key = newIdempotencyKey()
		}
	}
	token, err := c.firstToken(call, set)
	if err != nil {
		return nil, err
	}
	response, err := c.repeat(ctx, call, key, token, set)
	if err == nil && response.Status == http.StatusUnauthorized && token != "" && set.accessToken == "" {
		renewed, tokenErr := c.token(token)
		if tokenErr != nil {
			return nil, tokenErr
		}
		if renewed != "" && renewed != token {
			response, err = c.repeat(ctx, call, key, renewed, set)
		}
	}
	if err != nil {
		return nil, err
	}
	if set.response != nil {
		*set.response = *response
	}
	if response.Status < 200 || response.Status > 299 {
		return nil, newAPIError(response, readRetryAfter(response.Header, time.Now()))
	}
	return response, nil
}

func (c *client) firstToken(call *call, set requestOptions) (string, error) {
	if !call.operation.takesToken {
		return "", nil
	}
	if set.accessToken != "" {
		return set.accessToken, nil
	}
	return c.token("")
}

func (c *client) repeat(ctx context.Context, call *call, key, token string, set requestOptions) (*Response, error) {
	most := 0
	if mayRepeat(call.operation.method, key) {
		most = c.config.MaxRetries
		if set.maxRetries != nil {
			most = *set.maxRetries
		}
	}
	for retry := 0; ; retry++ {
		response, err := c.attempt(ctx, call, key, token, set, retry)
		var retryAfter *time.Duration
		if err == nil {
			response.Retries = retry
			retryAfter = readRetryAfter(response.Header, time.Now())
			if retry >= most || !isWorthRepeating(response.Status, retryAfter) {
				return response, nil
			}
		} else if retry >= most || ctx.Err() != nil || errors.As(err, new(*UsageError)) {
			return nil, err
		}
		select {
		case <-time.After(delay(retry, c.config.RetryDelay, retryAfter)):
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
}

func (c *client) attempt(
	ctx context.Context, call *call, key, token string, set requestOptions, retry int,
) (*Response, error) {
	limit := c.config.Timeout
	if set.timeout > 0 {
		limit = set.timeout
	}
	limited, cancel := context.WithTimeout(ctx, limit)
	defer cancel()
	request, err := c.request(limited, call, key, token, set)
	if err != nil {
		return nil, &UsageError{err.Error()}
	}
	started := time.Now()
	response, err := c.roundTrip(request)
	if c.config.OnAttempt != nil {
		attempt := Attempt{Method: request.Method, URL: request.URL.String(), Retry: retry, Duration: time.Since(started)}
		if response != nil {
			attempt.Status, attempt.RequestID = response.Status, response.RequestID
		}
		c.config.OnAttempt(attempt)
	}
	switch {
	case err == nil:
		return response, nil
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case limited.Err() != nil:
		return nil, &TimeoutError{limit}
	default:
		return nil, &ConnectionError{err}
	}
}

func (c *client) request(ctx context.Context, call *call, key, token string, set requestOptions) (*http.Request, error) {
	address := c.baseURL + call.path
	if len(call.query) > 0 {
		address += "?" + strings.Join(call.query, "&")
	}
	var body io.Reader
	if call.body != nil {
		body = bytes.NewReader(call.body)
	}
	request, err := http.NewRequestWithContext(ctx, call.operation.method, address, body)
	if err != nil {
		return nil, err
	}
	// The package net/http repeats requests by itself when they have this; the client decides about that.
	request.GetBody = nil
	header := request.Header
	header.Set("Accept", call.accept)
	header.Set("User-Agent", c.userAgent())
	if call.body != nil {
		header.Set("Content-Type", call.bodyType)
	}
	if c.config.PublishableKey != "" {
		header.Set("Stoa-Publishable-Key", c.config.PublishableKey)
	}
	for name, value := range c.config.Headers {
		header.Set(name, value)
	}
	for _, pair := range append(call.header, set.headers...) {
		header.Set(pair[0], pair[1])
	}
	if key != "" {
		header.Set("Idempotency-Key", key)
	}
	if token != "" {
		header.Set("Authorization", "Bearer "+token)
	}
	return request, nil
}

// Reads the whole body: a connection that breaks half way is a failed attempt too.
func (c *client) roundTrip(request *http.Request) (*Response, error) {
	answer, err := c.config.HTTPClient.Do(request)
	if err != nil {
		return nil, err
	}
	defer func() { _ = answer.Body.Close() }()
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		return nil, err
	}
	return &Response{
		Status: answer.StatusCode, Header: answer.Header, RequestID: answer.Header.Get("X-Request-Id"), Body: body,
	}, nil
}

// fetch sends a call whose response is a T.
func fetch[T any](ctx context.Context, c *client, call *call, options []RequestOption) (*T, error) {
	response, err := c.send(ctx, call, options)
	if err != nil {
		return nil, err
	}
	data := new(T)
	if err := json.Unmarshal(response.Body, data); err != nil {
		text := string(response.Body)
		return nil, &MalformedResponseError{Status: response.Status, RequestID: response.RequestID, Text: text, cause: err}
	}
	return data, nil
}

// all goes through the items of all pages; the next page is loaded when it is needed.
func all[P, T any](load func(cursor *string) (*P, error), read func(*P) ([]T, bool, string)) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		var cursor *string
		for {
			page, err := load(cursor)
			if err != nil {
				var none T
				yield(none, err)
				return
			}
			items, hasMore, next := read(page)
			for _, item := range items {
				if !yield(item, nil) {
					return
				}
			}
			if !hasMore || next == "" {
				return
			}
			cursor = &next
		}
	}
}

// A new key: 122 random bits, as a UUID.
func newIdempotencyKey() string {
	var bits [16]byte
	_, _ = rand.Read(bits[:]) // it never fails
	bits[6] = bits[6]&0x0f | 0x40
	bits[8] = bits[8]&0x3f | 0x80
	return fmt.Sprintf("%x-%x-%x-%x-%x", bits[:4], bits[4:6], bits[6:8], bits[8:10], bits[10:])
}
