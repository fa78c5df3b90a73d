package stoa

import (
	"net/http"
	"time"
)

// RequestOption changes one call.
type RequestOption func(*requestOptions)

type requestOptions struct {
	timeout        time.Duration
	maxRetries     *int
	idempotencyKey string
	accessToken    string
	headers        [][2]string
	response       *Response
}

// Response is what came around the data of a call.
type Response struct {
	Status int
	Header http.Header
	// RequestID names the request when you ask for help.
	RequestID string
	// Body as it came.
	Body []byte
	// Retries is how often the request was repeated.
	Retries int
}

// WithTimeout is for one attempt of the call. A context's deadline is for all of it.
func WithTimeout(limit time.Duration) RequestOption {
	return func(options *requestOptions) { options.timeout = limit }
}

// WithMaxRetries sets how many attempts there are after the first.
func WithMaxRetries(most int) RequestOption {
	return func(options *requestOptions) { options.maxRetries = &most }
}

// WithIdempotencyKey is used instead of the key that is made for each call. Operations that accept none ignore it.
func WithIdempotencyKey(key string) RequestOption {
	return func(options *requestOptions) { options.idempotencyKey = key }
}

// WithAccessToken is used instead of the client's token.
func WithAccessToken(token string) RequestOption {
	return func(options *requestOptions) { options.accessToken = token }
}

// WithHeader sets a header of the call.
func WithHeader(name, value string) RequestOption {
	return func(options *requestOptions) { options.headers = append(options.headers, [2]string{name, value}) }
}

// WithResponse fills response with what came around the data.
func WithResponse(response *Response) RequestOption {
	return func(options *requestOptions) { options.response = response }
}
