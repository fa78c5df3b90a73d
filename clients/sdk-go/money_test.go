package stoa_test

import (
	"errors"
	"reflect"
	"testing"

	stoa "stoa.example/sdk"
)

func TestMoney(t *testing.T) {
	var file struct {
		Amounts []struct {
			Amount            int64
			Currency, Decimal string
		}
		NotDecimals []struct{ Text, Currency string } `json:"not_decimals"`
	}
	readVectors(t, "money.json", &file)
	for _, it := range file.Amounts {
		amount, err := stoa.NewMoney(it.Amount, it.Currency)
		if err != nil || amount.Decimal() != it.Decimal {
			t.Errorf("%v is %s, %v", it, amount.Decimal(), err)
		}
		read, err := stoa.MoneyFromDecimal(it.Decimal, it.Currency)
		if err != nil || !reflect.DeepEqual(read, amount) {
			t.Errorf("%v is read as %v, %v", it, read, err)
		}
	}
	for _, it := range file.NotDecimals {
		if _, err := stoa.MoneyFromDecimal(it.Text, it.Currency); !errors.As(err, new(*stoa.MoneyError)) {
			t.Errorf("%q of %s: %v", it.Text, it.Currency, err)
		}
	}
	if len(file.Amounts) < 10 || len(file.NotDecimals) < 8 {
		t.Error("vectors are missing")
	}
}

func TestSums(t *testing.T) {
	euros := func(amount int64) stoa.Money { return stoa.Money{Amount: amount, Currency: "EUR"} }
	sum, err := euros(10).Add(euros(20))
	if err != nil || sum.Amount != 30 {
		t.Error(sum, err)
	}
	rest, err := euros(10).Subtract(euros(20))
	if err != nil || rest.Amount != -10 {
		t.Error(rest, err)
	}
	product, err := euros(1205).Multiply(3)
	if err != nil || product.String() != "36.15 EUR" {
		t.Error(product, err)
	}
	for text, amount := range map[string]stoa.Money{
		"1,205 JPY": {Amount: 1205, Currency: "JPY"}, "-1.205 KWD": {Amount: -1205, Currency: "KWD"},
		"1,234,567.89 EUR": euros(123456789),
	} {
		if amount.String() != text {
			t.Error(amount.String())
		}
	}
	largest := euros(1<<53 - 1)
	for name, wrong := range map[string]func() (stoa.Money, error){
		"other currency": func() (stoa.Money, error) { return euros(1).Add(stoa.Money{Amount: 1, Currency: "USD"}) },
		"too large":      func() (stoa.Money, error) { return largest.Add(euros(1)) },
		"overflow":       func() (stoa.Money, error) { return largest.Multiply(1 << 40) },
		"no currency":    func() (stoa.Money, error) { return stoa.NewMoney(1, "euro") },
	} {
		if found, err := wrong(); !errors.As(err, new(*stoa.MoneyError)) {
			t.Error(name, found, err)
		}
	}
}
