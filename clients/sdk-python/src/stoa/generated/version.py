# Generated from the API document by `make gen`. Do not edit.

VERSION = "0.1.0"
