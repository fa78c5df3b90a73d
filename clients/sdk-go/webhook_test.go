package stoa_test

import (
	"errors"
	"net/http"
	"testing"
	"time"

	stoa "stoa.example/sdk"
)

// The vectors of webhooks that all clients must agree on.
func TestWebhooks(t *testing.T) {
	var file struct {
		Now   int64
		Cases []struct {
			Name, Secret, Body, ID, Error string
			Headers                       map[string]string
		}
	}
	readVectors(t, "webhooks.json", &file)
	reasons := map[string]error{
		"malformed_header": stoa.ErrWebhookHeader, "malformed_secret": stoa.ErrWebhookSecret,
		"too_old": stoa.ErrWebhookTooOld, "too_new": stoa.ErrWebhookTooNew, "wrong_signature": stoa.ErrWebhookSignature,
	}
	for at, it := range file.Cases {
		header := http.Header{}
		for name, value := range it.Headers {
			header.Set(name, value)
		}
		id, err := stoa.VerifyWebhookAt([]byte(it.Body), header, it.Secret, time.Unix(file.Now, 0))
		if id != it.ID || !errors.Is(err, reasons[it.Error]) {
			t.Errorf("%s: %q, %v", it.Name, id, err)
		}
		if _, err := stoa.VerifyWebhook([]byte(it.Body), header, it.Secret); at == 0 && !errors.Is(err, stoa.ErrWebhookTooOld) {
			t.Errorf("the clock is not read: %v", err)
		}
	}
	if len(file.Cases) < 20 {
		t.Error("vectors are missing")
	}
}
