package stoa

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// Why a message is not trusted, for errors.Is.
var (
	// ErrWebhookHeader says that webhook-id, webhook-timestamp or webhook-signature is missing or malformed.
	ErrWebhookHeader = errors.New("stoa: a header of the webhook is missing or malformed")
	// ErrWebhookSecret says that the secret is not base64, with or without whsec_ before it.
	ErrWebhookSecret = errors.New("stoa: the secret is not base64 after whsec_")
	// ErrWebhookTooOld says that it was sent more than five minutes ago: somebody may be sending it again.
	ErrWebhookTooOld = errors.New("stoa: the webhook is too old")
	// ErrWebhookTooNew says that it was sent more than five minutes in the future.
	ErrWebhookTooNew = errors.New("stoa: the webhook is from the future")
	// ErrWebhookSignature says that no signature is right: the secret is another one, or the message was changed.
	ErrWebhookSignature = errors.New("stoa: no signature of the webhook is right")
)

// How far the clocks of sender and receiver may be apart.
const webhookTolerance = 5 * time.Minute

// VerifyWebhook returns the id of a message whose signature is right; an id that was seen before is a repetition.
//
// The body must be the bytes as they came: JSON that was parsed and written again has another signature.
func VerifyWebhook(body []byte, header http.Header, secret string) (string, error) {
	return VerifyWebhookAt(body, header, secret, time.Now())
}

// VerifyWebhookAt is the same, at another time than now.
func VerifyWebhookAt(body []byte, header http.Header, secret string, now time.Time) (string, error) {
	key, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(secret, "whsec_"))
	if err != nil || len(key) == 0 {
		return "", ErrWebhookSecret
	}
	values := map[string]string{}
	for _, name := range []string{"webhook-id", "webhook-timestamp", "webhook-signature"} {
		if values[name] = header.Get(name); values[name] == "" {
			return "", fmt.Errorf("%w: %s", ErrWebhookHeader, name)
		}
	}
	id, timestamp := values["webhook-id"], values["webhook-timestamp"]
	seconds, err := strconv.ParseUint(timestamp, 10, 36)
	if err != nil {
		return "", fmt.Errorf("%w: webhook-timestamp", ErrWebhookHeader)
	}
	sum := hmac.New(sha256.New, key)
	_, _ = fmt.Fprintf(sum, "%s.%s.", id, timestamp)
	_, _ = sum.Write(body)
	if !hasSignature(values["webhook-signature"], sum.Sum(nil)) {
		return "", ErrWebhookSignature
	}
	sent := time.Unix(int64(seconds), 0)
	if now.Sub(sent) > webhookTolerance {
		return "", ErrWebhookTooOld
	}
	if sent.Sub(now) > webhookTolerance {
		return "", ErrWebhookTooNew
	}
	return id, nil
}

// There is more than one while the sender changes its secret.
func hasSignature(signatures string, expected []byte) bool {
	for signature := range strings.SplitSeq(signatures, " ") {
		encoded, isOurs := strings.CutPrefix(signature, "v1,")
		given, err := base64.StdEncoding.DecodeString(encoded)
		if isOurs && err == nil && hmac.Equal(given, expected) {
			return true
		}
	}
	return false
}
