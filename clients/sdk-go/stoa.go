// Package stoa is a client of the Stoa commerce API.
package stoa

import (
	"fmt"
	"net/http"
	"net/url"
	"runtime"
	"strings"
	"time"
)

// Config says where the API is, with whose rights it is called, and how.
type Config struct {
	// BaseURL is where the API is: https://shop.example, or a host of the platform together with PublishableKey.
	BaseURL string
	// Host is the store's host, instead of BaseURL: shop.example is short for https://shop.example.
	Host string
	// PublishableKey names the storefront on a host of the platform. Not secret.
	PublishableKey string
	// SecretKey is sent as a bearer token.
	SecretKey string
	// AccessToken is the token of a shopper or staff member.
	AccessToken string
	// TokenCallback returns the token to send. After a 401 it is called once more, with the token that was rejected.
	TokenCallback func(rejected string) (string, error)
	// Timeout is for one attempt, its body included. Default 30 s.
	Timeout time.Duration
	// MaxRetries is how many attempts there are after the first. Default 2, negative for none. Only safe methods and
	// calls with an idempotency key are repeated.
	MaxRetries int
	// RetryDelay comes before the first retry, when the server names no time; it doubles for each one after. Default
	// 500 ms.
	RetryDelay time.Duration
	// HTTPClient sends requests; by default one that follows no redirects and knows names below localhost.
	HTTPClient *http.Client
	// Headers are of every request.
	Headers map[string]string
	// AppInfo is added to the user agent: my-shop/1.2.
	AppInfo string
	// OnAttempt is called after every attempt, for logs and metrics.
	OnAttempt func(Attempt)
}

// Attempt is one attempt of a call, without its bodies and tokens.
type Attempt struct {
	Method string
	URL    string
	// Retry is 0 for the first.
	Retry    int
	Duration time.Duration
	// Status is 0 when no response came.
	Status    int
	RequestID string
}

type client struct {
	baseURL string
	config  Config
	token   func(rejected string) (string, error)
}

func newClient(config Config) (*client, error) {
	address := config.BaseURL
	if (config.BaseURL == "") == (config.Host == "") {
		return nil, &UsageError{"set either BaseURL or Host"}
	}
	if config.Host != "" {
		address = "https://" + config.Host
	}
	parsed, err := url.Parse(address)
	isHTTP := err == nil && (parsed.Scheme == "http" || parsed.Scheme == "https") && parsed.Host != ""
	if !isHTTP || parsed.RawQuery != "" || parsed.Fragment != "" || parsed.User != nil {
		return nil, &UsageError{fmt.Sprintf("%q is not an address without a query: write it like https://shop.example", address)}
	}
	token, err := tokenOf(config)
	if err != nil {
		return nil, err
	}
	if config.Timeout < 0 || config.RetryDelay < 0 {
		return nil, &UsageError{"Timeout and RetryDelay must not be negative"}
	}
	if config.Timeout == 0 {
		config.Timeout = 30 * time.Second
	}
	if config.RetryDelay == 0 {
		config.RetryDelay = 500 * time.Millisecond
	}
	if config.MaxRetries == 0 {
		config.MaxRetries = 2
	}
	if config.HTTPClient == nil {
		config.HTTPClient = newHTTPClient()
	}
	return &client{strings.TrimRight(address, "/"), config, token}, nil
}

func tokenOf(config Config) (func(string) (string, error), error) {
	set := 0
	for _, isSet := range []bool{config.SecretKey != "", config.AccessToken != "", config.TokenCallback != nil} {
		if isSet {
			set++
		}
	}
	if set > 1 {
		return nil, &UsageError{"set only one of SecretKey, AccessToken and TokenCallback"}
	}
	if config.TokenCallback != nil {
		return config.TokenCallback, nil
	}
	fixed := config.SecretKey + config.AccessToken
	return func(string) (string, error) { return fixed, nil }, nil
}

func (c *client) userAgent() string {
	agent := fmt.Sprintf("stoa-sdk-go/%s %s", Version, runtime.Version())
	if c.config.AppInfo != "" {
		agent += " " + c.config.AppInfo
	}
	return agent
}
