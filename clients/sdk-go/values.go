package stoa

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
	"sync"
)

// Ptr returns a pointer to value, for optional fields.
func Ptr[T any](value T) *T { return &value }

// Nullable is a field for which absent and null differ: in a change, absent leaves it as it is and null empties it. The
// zero value is absent.
type Nullable[T any] struct {
	value *T
	isSet bool
}

// Value is a field that is sent as value.
func Value[T any](value T) Nullable[T] { return Nullable[T]{&value, true} }

// Null is a field that is sent as null.
func Null[T any]() Nullable[T] { return Nullable[T]{nil, true} }

// Get returns the value; nil when the field is absent or null.
func (n Nullable[T]) Get() *T { return n.value }

// IsZero tells whether the field is absent.
func (n Nullable[T]) IsZero() bool { return !n.isSet }

// MarshalJSON writes the value or null.
func (n Nullable[T]) MarshalJSON() ([]byte, error) { return json.Marshal(n.value) }

// UnmarshalJSON reads a value or null.
func (n *Nullable[T]) UnmarshalJSON(data []byte) error {
	n.isSet = true
	return json.Unmarshal(data, &n.value)
}

// Extra holds the fields that only a newer server knows, by name.
type Extra map[string]json.RawMessage

// Reads an object into a struct, and what the struct has no field for into extra.
func readObject(data []byte, into any, extra *Extra) error {
	if err := json.Unmarshal(data, into); err != nil {
		return err
	}
	var fields Extra
	if err := json.Unmarshal(data, &fields); err != nil {
		return err
	}
	for _, name := range fieldNames(reflect.TypeOf(into).Elem()) {
		delete(fields, name)
	}
	*extra = nil
	if len(fields) > 0 {
		*extra = fields
	}
	return nil
}

// Writes a struct with its further fields.
func writeObject(from any, extra Extra) ([]byte, error) {
	data, err := json.Marshal(from)
	if err != nil || len(extra) == 0 {
		return data, err
	}
	more, err := json.Marshal(extra)
	if err != nil {
		return nil, err
	}
	if bytes.Equal(data, []byte("{}")) {
		return more, nil
	}
	return append(append(data[:len(data)-1], ','), more[1:]...), nil
}

// Writes one shape of a union, with the word that tells it apart.
func writeTagged(from any, tag, word string) ([]byte, error) {
	data, err := json.Marshal(from)
	if err != nil {
		return nil, err
	}
	var fields Extra
	if err := json.Unmarshal(data, &fields); err != nil {
		return nil, err
	}
	if fields[tag], err = json.Marshal(word); err != nil {
		return nil, err
	}
	return json.Marshal(fields)
}

// The word in the property tag, and the object without it.
func readTag(data []byte, tag string) (string, []byte) {
	var fields Extra
	var word string
	if json.Unmarshal(data, &fields) != nil || json.Unmarshal(fields[tag], &word) != nil {
		return "", data
	}
	delete(fields, tag)
	rest, err := json.Marshal(fields)
	if err != nil {
		return word, data
	}
	return word, rest
}

var namesOfTypes sync.Map

func fieldNames(of reflect.Type) []string {
	if known, ok := namesOfTypes.Load(of); ok {
		return known.([]string)
	}
	var names []string
	for at := range of.NumField() {
		name, _, _ := strings.Cut(of.Field(at).Tag.Get("json"), ",")
		names = append(names, name)
	}
	namesOfTypes.Store(of, names)
	return names
}

// The text, or none.
func textAt(text *string) string {
	if text == nil {
		return ""
	}
	return *text
}
