package stoa

import (
	"context"
	"fmt"
	"mime"
	"net/http"
	"slices"
	"strings"
	"unicode"
)

// Download is a file, as an operation returns it.
type Download struct {
	// Content is its bytes.
	Content []byte
	// ContentType is its media type, as the server names it: text/csv; charset=utf-8.
	ContentType string
	// FileName is the name that the server gives it, without folders; empty when it gives none.
	FileName string
}

// fetchFile sends a call whose response is a file of one of the types in accept.
func fetchFile(ctx context.Context, c *client, call *call, accept string, options []RequestOption) (*Download, error) {
	call.accept = accept
	response, err := c.send(ctx, call, options)
	if err != nil {
		return nil, err
	}
	contentType := response.Header.Get("Content-Type")
	media, _, _ := strings.Cut(contentType, ";")
	if !slices.Contains(strings.Split(accept, ", "), strings.ToLower(strings.TrimSpace(media))) {
		text, cause := string(response.Body), fmt.Errorf("its type is %q", contentType)
		return nil, &MalformedResponseError{Status: response.Status, RequestID: response.RequestID, Text: text, cause: cause}
	}
	return &Download{response.Body, contentType, fileName(response.Header)}, nil
}

// By RFC 6266. Of two names the one that may have letters outside of ASCII is taken.
func fileName(header http.Header) string {
	_, parameters, err := mime.ParseMediaType(header.Get("Content-Disposition"))
	if err != nil {
		return ""
	}
	name := parameters["filename"]
	name = strings.TrimSpace(name[strings.LastIndexAny(name, `/\`)+1:])
	// What names a folder, or nothing, is no name to save a file by.
	if name == "." || name == ".." || strings.ContainsFunc(name, unicode.IsControl) {
		return ""
	}
	return name
}
