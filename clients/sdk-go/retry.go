package stoa

import (
	"math/rand/v2"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"
)

var retriedStatuses = []int{408, 429, 500, 502, 503, 504}

const (
	longestDelay = 8 * time.Second
	// A call should not sleep through what its caller would rather hear about.
	longestRetryAfter = time.Minute
)

// Safe methods change nothing, and a key makes the server do the work once. Everything else is sent once.
func mayRepeat(method, idempotencyKey string) bool {
	return method == http.MethodGet || method == http.MethodHead || idempotencyKey != ""
}

// A conflict goes away by itself only when the server says how long it takes.
func isWorthRepeating(status int, retryAfter *time.Duration) bool {
	if retryAfter != nil && *retryAfter > longestRetryAfter {
		return false
	}
	return slices.Contains(retriedStatuses, status) || (status == http.StatusConflict && retryAfter != nil)
}

// Doubles with each retry. Between half and all of it, so that many clients do not come back at once.
func delay(retry int, first time.Duration, retryAfter *time.Duration) time.Duration {
	longest := min(first<<min(retry, 16), longestDelay)
	backoff := longest/2 + time.Duration(rand.Int64N(int64(longest/2)+1))
	if retryAfter != nil {
		return *retryAfter + backoff/10
	}
	return backoff
}

// Retry-After is a number of seconds or a date.
func readRetryAfter(header http.Header, now time.Time) *time.Duration {
	text := strings.TrimSpace(header.Get("Retry-After"))
	if seconds, err := strconv.ParseUint(text, 10, 31); err == nil {
		wait := time.Duration(seconds) * time.Second
		return &wait
	}
	at, err := http.ParseTime(text)
	if err != nil {
		return nil
	}
	wait := max(at.Sub(now), 0)
	return &wait
}
