#!/usr/bin/env bash
# Checks everything below terraform/: format, validity, tests of modules, plans of environments, and what the plans must keep to.
# Nothing is applied, and AWS is not called: modules are tested with a mocked provider, and plans are made with a provider that knows
# only the schema. STOA_TF_PROVIDER_STUB names the folder of such a provider.
set -euo pipefail

cd "$(dirname "$0")/.."
root=$PWD
say() { printf 'check-terraform: %s\n' "$*"; }
started=$SECONDS
[ -e "${TF_CLI_CONFIG_FILE:-}" ] || export TF_CLI_CONFIG_FILE=/dev/null

if ! command -v terraform >/dev/null; then
  say "skipped: terraform is not installed"
  exit 0
fi
export TF_IN_AUTOMATION=1 TF_INPUT=0 CHECKPOINT_DISABLE=1

say "format"
terraform fmt -check -diff -recursive terraform >&2 || { say 'failed: run "terraform fmt -recursive terraform"'; exit 1; }

# Terraform writes beside what it reads: a copy keeps the tree clean.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -R terraform "$work/terraform"
cp .env.sample platform/gateway/src/page_cache.rs "$work/"
mkdir "$work/deploy"
cp -R deploy/observability "$work/deploy/observability"
export STOA_CHECK_WORK=$work

stub=${STOA_TF_PROVIDER_STUB:-}
if [ -z "$stub" ] && [ -x "$root/../shared/tools/tf-schema-stub/with-stub" ]; then stub=$root/../shared/tools/tf-schema-stub; fi
mkdir -p "$work/plugins"
if TF_PLUGIN_CACHE_DIR=$work/plugins TF_DATA_DIR=$work/probe timeout 120 \
  terraform -chdir="$work/terraform/modules/ecr" init -backend=false >"$work/probe.log" 2>&1; then
  say "provider: hashicorp/aws"
  export TF_PLUGIN_CACHE_DIR=$work/plugins
  if [ -n "${AWS_PROFILE:-}${AWS_ACCESS_KEY_ID:-}" ]; then export STOA_CHECK_PLANS=1; else
    say "skipped: plans, which need credentials that may read (AWS_PROFILE)"
  fi
  scripts/check-terraform-modules.sh
elif [ -n "$stub" ]; then
  [ -x "$stub/with-stub" ] || { say "failed: $stub holds no with-stub"; exit 1; }
  say "provider: schema only, because hashicorp/aws cannot be downloaded"
  export STOA_CHECK_PLANS=1
  if ! "$stub/with-stub" true >"$work/stub.log" 2>&1; then
    say "skipped: everything but the format; the schema-only provider does not start:"
    tail -n 3 "$work/stub.log"
    exit 0
  fi
  "$stub/with-stub" scripts/check-terraform-modules.sh
else
  say "skipped: everything but the format; hashicorp/aws cannot be downloaded and STOA_TF_PROVIDER_STUB is not set"
  exit 0
fi
say "passed in $((SECONDS - started)) s; nothing was applied"
