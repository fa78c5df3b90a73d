package stoa

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// What JSON carries exactly in every language, and so what the API allows.
const largestAmount = 1<<53 - 1

// MoneyError is an amount that there cannot be.
type MoneyError struct{ message string }

func (e *MoneyError) Error() string { return "stoa: " + e.message }

var (
	currencyCode  = regexp.MustCompile(`^[A-Z]{3}$`)
	decimalNumber = regexp.MustCompile(`^(-?)([0-9]+)(?:\.([0-9]+))?$`)
)

// MinorDigits is how many digits the minor unit has: 2 for EUR, 0 for JPY, 3 for KWD.
func MinorDigits(currency string) int {
	if digits, ok := unusualDigits[currency]; ok {
		return digits
	}
	return 2
}

// NewMoney is so many minor units of a currency.
func NewMoney(amount int64, currency string) (Money, error) {
	if amount > largestAmount || amount < -largestAmount {
		return Money{}, &MoneyError{fmt.Sprintf("%d is too large", amount)}
	}
	if !currencyCode.MatchString(currency) {
		return Money{}, &MoneyError{fmt.Sprintf("%q is not a currency code like EUR", currency)}
	}
	return Money{Amount: amount, Currency: currency}, nil
}

// Add returns the sum of two amounts of one currency.
func (m Money) Add(other Money) (Money, error) {
	if m.Currency != other.Currency {
		return Money{}, &MoneyError{fmt.Sprintf("%s and %s cannot be added", m.Currency, other.Currency)}
	}
	if _, err := NewMoney(other.Amount, other.Currency); err != nil {
		return Money{}, err
	}
	return NewMoney(m.Amount+other.Amount, m.Currency)
}

// Subtract returns what is left without other.
func (m Money) Subtract(other Money) (Money, error) {
	return m.Add(Money{Amount: -other.Amount, Currency: other.Currency})
}

// Multiply returns the amount, so many times.
func (m Money) Multiply(times int64) (Money, error) {
	product := m.Amount * times
	if times != 0 && (product/times != m.Amount) {
		return Money{}, &MoneyError{"the product is too large"}
	}
	return NewMoney(product, m.Currency)
}

// Decimal returns the amount in major units, exactly: 12.05, 1205 for yen, 1.205 for Kuwaiti dinars.
func (m Money) Decimal() string {
	sign, whole, decimals := m.parts()
	if decimals == "" {
		return sign + whole
	}
	return sign + whole + "." + decimals
}

// MoneyFromDecimal reads what Decimal returns. More decimals than the currency has are refused and never rounded.
func MoneyFromDecimal(text, currency string) (Money, error) {
	digits := MinorDigits(currency)
	found := decimalNumber.FindStringSubmatch(text)
	if found == nil || len(found[3]) > digits {
		return Money{}, &MoneyError{fmt.Sprintf("%q is not an amount of %s, which has %d decimals", text, currency, digits)}
	}
	padded := found[3] + strings.Repeat("0", digits-len(found[3]))
	amount, err := strconv.ParseInt(found[1]+found[2]+padded, 10, 64)
	if err != nil {
		return Money{}, &MoneyError{fmt.Sprintf("%q is too large", text)}
	}
	return NewMoney(amount, currency)
}

// String is for people, without a locale: 12.05 EUR, 1,205 JPY, 1.205 KWD.
func (m Money) String() string {
	sign, whole, decimals := m.parts()
	var text strings.Builder
	for at, digit := range whole {
		if at > 0 && (len(whole)-at)%3 == 0 {
			text.WriteByte(',')
		}
		text.WriteRune(digit)
	}
	if decimals != "" {
		decimals = "." + decimals
	}
	return sign + text.String() + decimals + " " + m.Currency
}

func (m Money) parts() (sign, whole, decimals string) {
	digits := MinorDigits(m.Currency)
	text := strconv.FormatInt(m.Amount, 10)
	if strings.HasPrefix(text, "-") {
		sign, text = "-", text[1:]
	}
	if missing := digits + 1 - len(text); missing > 0 {
		text = strings.Repeat("0", missing) + text
	}
	return sign, text[:len(text)-digits], text[len(text)-digits:]
}
