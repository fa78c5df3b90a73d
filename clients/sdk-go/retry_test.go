package stoa

import (
	"testing"
	"time"
)

func TestTheDelayDoublesUpToALimit(t *testing.T) {
	first := 200 * time.Millisecond
	for retry, longest := range map[int]time.Duration{0: first, 1: 2 * first, 2: 4 * first, 20: 8 * time.Second, 100: 8 * time.Second} {
		if found := delay(retry, first, nil); found < longest/2 || found > longest {
			t.Errorf("retry %d after %v", retry, found)
		}
	}
	second := time.Second
	if found := delay(0, first, &second); found < 1010*time.Millisecond || found > 1020*time.Millisecond {
		t.Errorf("a retry that was asked for after %v", found)
	}
}
