#!/usr/bin/env bash
# The part of check-terraform.sh that needs a provider; called by it.
set -euo pipefail

cd "$STOA_CHECK_WORK/terraform"
scripts=$OLDPWD/scripts
export logs=$STOA_CHECK_WORK/logs
mkdir -p "$logs"
say() { printf 'check-terraform: %s\n' "$*"; }

# Prepares a folder; what terraform says is shown only when it fails.
prepare() {
  export TF_DATA_DIR=$STOA_CHECK_WORK/data/$1
  mkdir -p "$TF_DATA_DIR" "$(dirname "$logs/$1")"
  {
    terraform -chdir="$1" init -backend=false && terraform -chdir="$1" validate
  } >"$logs/$1.log" 2>&1
}

module() {
  if ! prepare "$1"; then
    echo "  $1 is not valid:"; cat "$logs/$1.log"; return 1
  fi
  if ! compgen -G "$1/tests/*.tftest.hcl" >/dev/null; then echo "  $1 has no tests"; return 1; fi
  if ! terraform -chdir="$1" test -no-color >"$logs/$1.test" 2>&1; then
    echo "  $1 fails its tests:"; cat "$logs/$1.test"; return 1
  fi
  sed -n 's/^Success! \([0-9]*\) passed.*/\1/p' "$logs/$1.test" >"$logs/$1.count"
}

plan() {
  # The state is elsewhere for a check.
  printf 'terraform {\n  backend "local" {}\n}\n' >"$1/backend_override.tf"
  if ! prepare "$1" || ! terraform -chdir="$1" init >"$logs/$1.log" 2>&1; then
    echo "  $1 is not valid:"; cat "$logs/$1.log"; return 1
  fi
  [ -n "${STOA_CHECK_PLANS:-}" ] || return 0
  local arguments=()
  if grep -q 'variable "image_tag"' "$1"/*.tf; then arguments=(-var image_tag=v0.0.0); fi
  if ! terraform -chdir="$1" plan -no-color -refresh=false -lock=false "${arguments[@]}" -out="$TF_DATA_DIR/plan" >"$logs/$1.log" 2>&1; then
    echo "  $1 cannot be planned:"; sed -n '/Error:/,$p' "$logs/$1.log"; return 1
  fi
  terraform -chdir="$1" show -json "$TF_DATA_DIR/plan" >"$TF_DATA_DIR/plan.json"
  if [ "$1" = checks/every_option ]; then terraform -chdir="$1" graph -type=plan >"$STOA_CHECK_WORK/graph"; fi
}

planted() {
  if prepare "$1"; then
    echo "  the planted fault in $1 was not found"; return 1
  fi
  if ! grep -qF "$(cat "$1/expected")" "$logs/$1.log"; then
    echo "  the planted fault in $1 was not named:"; cat "$logs/$1.log"; return 1
  fi
}

export -f prepare module plan planted
each() { local what=$1; shift; printf '%s\n' "$@" | xargs -P 2 -I{} bash -c "$what {}"; }

modules=(modules/*)
roots=(envs/*/* checks/every_option)
say "${#modules[@]} modules: validity and tests"
each module "${modules[@]}"
say "$(cat "$logs"/modules/*.count | awk '{ sum += $1 } END { print sum }') tests passed, with a mocked provider"
say "${#roots[@]} roots: validity${STOA_CHECK_PLANS:+ and plans}"
each plan "${roots[@]}"
invalid=(checks/planted/misspelt_argument checks/planted/missing_block checks/planted/unknown_attribute)
say "planted faults"
each planted "${invalid[@]}"
each plan checks/planted/broken_rules
[ -n "${STOA_CHECK_PLANS:-}" ] || exit 0

python=python3
if tools=$("$scripts/check-tools.sh"); then python=$tools/bin/python; else
  tools=
  say "skipped: checkov and names of actions; their Python packages could not be installed"
fi
files=() named=() cells=()
for folder in "${roots[@]}"; do
  file=$STOA_CHECK_WORK/data/$folder/plan.json
  files+=(-f "$file")
  named+=("$folder=$file")
  case $folder in *cell*|*every*) cells+=("$folder=$file") ;; esac
done
export PYTHONDONTWRITEBYTECODE=1
"$python" checks/assertions.py --expect checks/planted/broken_rules/expected "prod/planted=$STOA_CHECK_WORK/data/checks/planted/broken_rules/plan.json"
say "own rules on the plans"
"$python" checks/assertions.py "${named[@]}"
say "order in which a cell is made"
"$python" checks/order.py "$STOA_CHECK_WORK/graph"
say "settings that tasks pass, against .env.sample"
"$python" checks/settings.py "$STOA_CHECK_WORK/.env.sample" "${cells[@]}"
say "cache keys of CloudFront, against the Vary header of the program"
"$python" checks/cache_key.py "$STOA_CHECK_WORK/page_cache.rs" "${cells[@]}"
say "the program that loads dashboards, against a Grafana that is played"
"$python" checks/loader.py
[ -n "$tools" ] || exit 0

say "alerts and dashboards that a cell loads, against deploy/observability"
if amtool=$("$scripts/prometheus-tools.sh" amtool); then export AMTOOL=$amtool; else say "skipped: where alerts go; amtool is not installed (Debian's package prometheus-alertmanager)"; fi
"$python" checks/alerts.py ../deploy/observability "${cells[@]}"
cp -R ../deploy/observability "$STOA_CHECK_WORK/other"
sed -i 's/> 120$/> 121/' "$STOA_CHECK_WORK/other/alerts.yaml"
rm "$STOA_CHECK_WORK/other/dashboards/stoa-work.json"
"$python" checks/alerts.py "$STOA_CHECK_WORK/other" "${cells[@]}" >"$logs/other" && { say "failed: other alerts were not noticed"; exit 1; }
for fault in 'is not the file alerts.yaml' 'loads other dashboards'; do
  grep -q "$fault" "$logs/other" || { say "failed: the fault \"$fault\" was not found"; exit 1; }
done

say "template of CloudFormation"
"$tools/bin/cfn-lint" modules/cdn/tenant_domains.json
say "checkov on the plans"
if grep -E '^ *- CKV' checks/checkov.yaml | grep -vE '# .{10}'; then say "failed: a check is left out without a reason"; exit 1; fi
if ! PATH=$tools/bin:$PATH checkov --config-file checks/checkov.yaml "${files[@]}" >"$logs/checkov" 2>&1; then
  cat "$logs/checkov"; exit 1
fi
sed -n 's/^Passed checks: /  passed: /p' "$logs/checkov" | head -n 1
