package stoa_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// Text as far as indents do not matter.
func lines(text string) string {
	var trimmed []string
	for line := range strings.Lines(text) {
		trimmed = append(trimmed, strings.Join(strings.Fields(line), " "))
	}
	return strings.TrimSpace(strings.Join(trimmed, "\n"))
}

func readFile(t *testing.T, path ...string) string {
	t.Helper()
	return string(must(os.ReadFile(filepath.Join(path...))))
}

// The README's code is what the examples have, which are compiled and run.
func TestReadme(t *testing.T) {
	blocks := regexp.MustCompile("(?s)```go\n(.*?)```").FindAllStringSubmatch(readFile(t, "README.md"), -1)
	if len(blocks) < 8 {
		t.Fatal("the README has too few examples")
	}
	if lines(blocks[0][1]) != lines(readFile(t, "examples", "quickstart", "main.go")) {
		t.Error("the quick start is not examples/quickstart")
	}
	guide := lines(readFile(t, "examples", "guide", "main.go"))
	for _, block := range blocks[1:] {
		if !strings.Contains(guide, lines(block[1])) {
			t.Errorf("examples/guide has no\n%s", block[1])
		}
	}
}

func TestExamplesRun(t *testing.T) {
	tenant := dev(t).Tenants[0]
	program := readFile(t, "examples", "quickstart", "main.go")
	folder := must(os.MkdirTemp(".", "quickstart-"))
	defer func() { _ = os.RemoveAll(folder) }()
	program = strings.ReplaceAll(program, "aurora.localhost:8080", tenant.Host)
	if err := os.WriteFile(filepath.Join(folder, "main.go"), []byte(program), 0o600); err != nil {
		t.Fatal(err)
	}
	printed := must(exec.Command("go", "run", "./"+folder).CombinedOutput())
	if first, rest, _ := strings.Cut(string(printed), "\n"); first != "Taper Candles, set of six 14.00 EUR" || strings.Count(rest, "\n") < 20 {
		t.Error(string(printed))
	}
	guide := exec.Command("go", "run", "./examples/guide", "http://"+tenant.Host, tenant.Owner.Email, tenant.Owner.Password)
	printed, err := guide.CombinedOutput()
	if err != nil || !strings.Contains(string(printed), "12.05 EUR 36.15 EUR\n1.205\n") {
		t.Error(err, string(printed))
	}
}
