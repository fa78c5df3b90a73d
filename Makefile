# Thin on purpose: the work is done by cargo and by the scripts beside it.

export PATH := $(or $(CARGO_HOME),$(HOME)/.cargo)/bin:$(PATH)
TARGET := $(or $(CARGO_TARGET_DIR),target)

.DEFAULT_GOAL := help
.PHONY: help run test check image sbom check-image check-alerts check-terraform check-kubernetes gen bench clean-data check-openapi check-clients check-storefront

help: ## List the targets
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' Makefile | expand -t 26

run: ## Install what is missing, build, start everything, print where it is
	@scripts/setup.sh
	@scripts/build-storefront.sh optional
	@cargo build --locked --profile quick --package stoa --package stripe-sim --bins
	@exec $(TARGET)/quick/stoa dev

test: ## Everything that must hold: format, lints, tests, the API under odd requests, clients, infrastructure
	@scripts/setup.sh test
	cargo fmt --check
	cargo clippy --locked --workspace --all-targets -- -D warnings
	cargo build --locked --workspace --bins --tests
	scripts/test.sh
	scripts/schemathesis.sh
	scripts/check-alerts.sh
	scripts/check-kubernetes.sh
	scripts/check-image.sh
	scripts/check-openapi.sh
	scripts/check-clients.sh
	scripts/test-storefront.sh
	scripts/check-terraform.sh

check: ## Format, lints, documentation, the API document and whether it breaks clients, generated code
	@scripts/setup.sh test
	cargo fmt --check
	cargo clippy --locked --workspace --all-targets -- -D warnings
	RUSTDOCFLAGS=-Dwarnings cargo doc --locked --workspace --no-deps
	cargo nextest run --locked --workspace -E 'test(openapi::)'
	@scripts/gen-clients.sh --check
	@scripts/check-openapi.sh

check-alerts: ## Alerts, runbooks and dashboards against the metrics that the program emits
	@scripts/check-alerts.sh

check-terraform: ## Format, validity, tests and plans of the infrastructure; nothing is applied
	@scripts/check-terraform.sh

check-kubernetes: ## The Kubernetes manifests against their schema, and the image's Dockerfile
	@scripts/check-kubernetes.sh

check-image: ## The Dockerfile against what the build is given, and the program with only the image's files; no engine is needed
	@scripts/check-image.sh

image: ## Build the image with Docker as stoa:TAG (TAG=dev), try it, write what is inside; needs a container engine
	@scripts/image.sh $(or $(TAG),dev)

sbom: ## Write what is inside the program, the web shop and the SDKs as CycloneDX
	@scripts/sbom.sh

check-openapi: ## The OpenAPI document against the rules of Redocly and Spectral, and a client generated from it
	@scripts/check-openapi.sh

check-clients: ## The clients in TypeScript, Python, Rust and Go: generated code, types, tests
	@scripts/check-clients.sh

check-storefront: ## The web shop: size, types, pages, purchases and accounts in a browser
	@scripts/test-storefront.sh

gen: ## Write the OpenAPI document and the clients again
	@scripts/setup.sh
	cargo run --locked --package stoa --bin stoa -- openapi
	scripts/gen-clients.sh

bench: ## Measure speed and size beside this machine's limits; ONLY="start cached checkout access pages search orders tenants" picks, "million" searches a million products
	@scripts/setup.sh
	scripts/build-storefront.sh
	# Programs and bench in one build: apart, they would ask for other features, and each crate be compiled twice.
	cargo build --locked --release --package stoa --package stripe-sim --bins --bench system
	cargo bench --locked --package stoa --package stripe-sim --bench system -- $(ONLY)

clean-data: ## Throw away what `make run` keeps in .stoa
	@scripts/clean-data.sh
