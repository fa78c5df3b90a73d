package stoa_test

import (
	"bufio"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
)

// The address of the server that plays the scenarios, which all clients share.
var mock string

var runs atomic.Int64

func TestMain(m *testing.M) {
	os.Exit(withMock(m))
}

func withMock(m *testing.M) int {
	node := os.Getenv("STOA_NODE")
	if node == "" {
		node = "node"
	}
	server := exec.Command(node, filepath.Join("..", "conformance", "server.mjs"))
	server.Stderr = os.Stderr
	// It ends with its standard input, and so with these tests.
	input, err := server.StdinPipe()
	output, outputErr := server.StdoutPipe()
	if err != nil || outputErr != nil || server.Start() != nil {
		fmt.Fprintln(os.Stderr, "the conformance server needs Node")
		return 1
	}
	defer func() { _ = input.Close(); _ = server.Wait() }()
	line, err := bufio.NewReader(output).ReadString('\n')
	if err != nil {
		fmt.Fprintln(os.Stderr, "the conformance server did not start:", err)
		return 1
	}
	mock = strings.TrimSpace(line)
	return m.Run()
}

func startRun(scenario string) (baseURL, seenURL string) {
	key := fmt.Sprintf("%s/%d-%d", url.PathEscape(scenario), os.Getpid(), runs.Add(1))
	return mock + "/play/" + key, mock + "/seen/" + key
}

type seenRequest struct {
	AtMS       int64             `json:"at_ms"`
	Method     string            `json:"method"`
	Path       string            `json:"path"`
	Headers    map[string]string `json:"headers"`
	Body       string            `json:"body"`
	BodyBase64 string            `json:"body_base64"`
}

func seen(t *testing.T, seenURL string) []seenRequest {
	t.Helper()
	response, err := http.Get(seenURL)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = response.Body.Close() }()
	var requests []seenRequest
	if err := json.NewDecoder(response.Body).Decode(&requests); err != nil {
		t.Fatal(err)
	}
	return requests
}

func readVectors(t *testing.T, name string, into any) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "conformance", name))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, into); err != nil {
		t.Fatal(err)
	}
}
