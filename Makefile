# Thin on purpose: the work is done by cargo and by the scripts beside it.

export PATH := $(or $(CARGO_HOME),$(HOME)/.cargo)/bin:$(PATH)
TARGET := $(or $(CARGO_TARGET_DIR),target)

.DEFAULT_GOAL := help
.PHONY: help run test check gen bench clean-data

help: ## List the targets
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' Makefile | expand -t 20

run: ## Install what is missing, build, start everything, print where it is
	@scripts/setup.sh
	@cargo build --locked --release --package stoa --package stripe-sim --bins
	@exec $(TARGET)/release/stoa dev

test: ## Everything that must hold: format, lints, all tests
	@scripts/setup.sh test
	cargo fmt --check
	cargo clippy --locked --workspace --all-targets -- -D warnings
	cargo build --locked --workspace --bins
	scripts/test.sh

check: ## Format, lints and documentation, without the tests
	@scripts/setup.sh
	cargo fmt --check
	cargo clippy --locked --workspace --all-targets -- -D warnings
	RUSTDOCFLAGS=-Dwarnings cargo doc --locked --workspace --no-deps

gen: ## Write the OpenAPI document again
	@scripts/setup.sh
	cargo run --locked --package stoa --bin stoa -- openapi

bench: ## Measure speed and size beside this machine's limits; ONLY="start cached checkout tenants" picks
	@scripts/setup.sh
	cargo build --locked --release --package stoa --package stripe-sim --bins
	cargo bench --locked --package stoa --bench system -- $(ONLY)

clean-data: ## Throw away what `make run` keeps in .stoa
	@scripts/clean-data.sh
