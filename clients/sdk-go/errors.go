package stoa

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// Kinds of refusals, for errors.Is.
var (
	// ErrInvalidRequest is 400: the request is malformed; Errors names the fields.
	ErrInvalidRequest = errors.New("invalid request")
	// ErrAuthentication is 401: no valid credentials were sent.
	ErrAuthentication = errors.New("no valid credentials")
	// ErrPermissionDenied is 403: the caller may not do this.
	ErrPermissionDenied = errors.New("permission denied")
	// ErrNotFound is 404: it does not exist, or is not the caller's.
	ErrNotFound = errors.New("not found")
	// ErrConflict is 409: the state of things forbids it; read again and decide.
	ErrConflict = errors.New("conflict")
	// ErrRejected is 422: understood and refused.
	ErrRejected = errors.New("rejected")
	// ErrRateLimit is 429: too many requests.
	ErrRateLimit = errors.New("too many requests")
	// ErrServer is 5xx: the server, or something that it depends on, failed.
	ErrServer = errors.New("server error")
)

var kinds = map[int]error{
	400: ErrInvalidRequest,
	401: ErrAuthentication,
	403: ErrPermissionDenied,
	404: ErrNotFound,
	409: ErrConflict,
	422: ErrRejected,
	429: ErrRateLimit,
}

// UsageError says that this package was used wrongly; nothing was sent.
type UsageError struct{ message string }

func (e *UsageError) Error() string { return "stoa: " + e.message }

// ConnectionError says that no response came: the address is unknown, the connection was refused or broke. A call that
// its context ended is not one: its error is the context's.
type ConnectionError struct{ cause error }

func (e *ConnectionError) Error() string { return "stoa: no response came: " + e.cause.Error() }

// Unwrap returns what happened.
func (e *ConnectionError) Unwrap() error { return e.cause }

// TimeoutError says that no response came in time.
type TimeoutError struct{ Limit time.Duration }

func (e *TimeoutError) Error() string { return fmt.Sprintf("stoa: no response within %s", e.Limit) }

// Timeout makes it an error like those of package net.
func (e *TimeoutError) Timeout() bool { return true }

// MalformedResponseError says that the response means success, but is not what the document says: something else may
// have answered.
type MalformedResponseError struct {
	Status    int
	RequestID string
	Text      string
	cause     error
}

func (e *MalformedResponseError) Error() string {
	return fmt.Sprintf("stoa: the response with status %d is not what the document says: %v", e.Status, e.cause)
}

// Unwrap returns where reading stopped.
func (e *MalformedResponseError) Unwrap() error { return e.cause }

// FieldError is a field that is wrong.
type FieldError struct {
	// Pointer is a JSON pointer into the body (/lines/0/quantity), or the name of a parameter or header.
	Pointer string `json:"pointer"`
	// Code is stable, for programs.
	Code string `json:"code"`
	// Detail is what would be right, for people.
	Detail string `json:"detail"`
}

// APIError is the server's refusal. errors.Is tells its status (ErrNotFound, …), Code the reason.
type APIError struct {
	Status int
	// Code is the stable reason, such as cart_changed; empty when something else than Stoa answered.
	Code string
	// Detail is the reason, for people.
	Detail string
	// RequestID names the request when you ask for help.
	RequestID string
	// Errors are the fields that are wrong, if fields are.
	Errors []FieldError
	// Problem is the whole body (RFC 9457); members such as current_total are in it.
	Problem map[string]json.RawMessage
	// RetryAfter is how long the server asks to wait; nil when it does not.
	RetryAfter *time.Duration
	Header     http.Header
	// Text is the body as it came.
	Text string
	// Retries is how often the request was repeated.
	Retries int
}

func newAPIError(response *Response, retryAfter *time.Duration) *APIError {
	found := &APIError{
		Status: response.Status, RequestID: response.RequestID, Header: response.Header,
		Text: string(response.Body), Retries: response.Retries, RetryAfter: retryAfter,
	}
	// A proxy's page is not JSON; the status alone then says what happened.
	_ = json.Unmarshal(response.Body, &found.Problem)
	member := func(name string, into any) { _ = json.Unmarshal(found.Problem[name], into) }
	member("code", &found.Code)
	member("title", &found.Detail)
	member("detail", &found.Detail)
	member("request_id", &found.RequestID)
	member("errors", &found.Errors)
	return found
}

func (e *APIError) Error() string {
	reason := e.Detail
	if reason == "" {
		reason = "the response has no explanation"
	}
	return strings.Join(strings.Fields(strings.Join([]string{"stoa:", strconv.Itoa(e.Status), e.Code, reason}, " ")), " ")
}

// Is compares with the kinds of refusals.
func (e *APIError) Is(target error) bool {
	if target == ErrServer {
		return e.Status >= 500
	}
	kind := kinds[e.Status]
	return kind != nil && kind == target
}

// Field returns what is wrong with the field at pointer, if it is.
func (e *APIError) Field(pointer string) (FieldError, bool) {
	for _, it := range e.Errors {
		if it.Pointer == pointer {
			return it, true
		}
	}
	return FieldError{}, false
}

// HasCode tells whether err is the server's refusal with this code.
func HasCode(err error, code string) bool {
	var refusal *APIError
	return errors.As(err, &refusal) && refusal.Code == code
}
