// Code generated from the API document by `make gen`. DO NOT EDIT.

package stoa

// Version is the version of the package and of the API document that it was made from.
const Version = "0.1.0"
