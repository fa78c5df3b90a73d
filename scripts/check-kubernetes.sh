#!/usr/bin/env bash
# Checks the Kubernetes manifests and the Dockerfile. No cluster and no container engine is needed, and none is used.
set -euo pipefail

cd "$(dirname "$0")/.."
say() { printf 'check-kubernetes: %s\n' "$*"; }
overlays=(deploy/kubernetes/overlays/*)
export PYTHONDONTWRITEBYTECODE=1

if tools=$(scripts/check-tools.sh); then python=$tools/bin/python; else
  tools=
  python=python3
  if ! python3 -c 'import yaml' 2>/dev/null; then
    say "skipped: Python's packages could not be installed"
    exit 0
  fi
fi
say "manifests"
"$python" deploy/checks/manifests.py .env.sample "${overlays[@]}"

# A typing error in each of these places must be found, or the check is worth nothing.
say "planted faults"
planted() { # file, what is replaced, by what, what must be said
  local copy
  copy=$(mktemp -d)
  cp -R deploy/kubernetes "$copy/"
  sed -i "s|$2|$3|" "$copy/kubernetes/$1"
  if "$python" deploy/checks/manifests.py .env.sample "$copy/kubernetes/overlays/production" >"$copy/output" 2>&1 || ! grep -q "$4" "$copy/output"; then
    say "failed: the fault \"$3\" in $1 was not found"
    cat "$copy/output"
    exit 1
  fi
  rm -rf "$copy"
}
if [ -n "$tools" ]; then planted base/serve.yaml periodSeconds periodSecnds periodSecnds; fi
planted base/worker.yaml 'readOnlyRootFilesystem: true' 'readOnlyRootFilesystem: false' 'may do more'
planted base/disruption.yaml 'component: worker' 'component: wroker' 'selects nothing'
planted base/settings.yaml METRICS_ADDR METRIC_ADDR 'not a setting'
planted overlays/production/kustomization.yaml 'newTag: v0.1.0' 'newTag: latest' 'no fixed tag'

if command -v kustomize >/dev/null; then
  for overlay in "${overlays[@]}"; do kustomize build "$overlay" >/dev/null; done
  say "kustomize builds every overlay"
else
  say "skipped: kustomize is not installed; overlays were rendered by deploy/checks/render.py"
fi

if hadolint=$(command -v hadolint || command -v "$tools/bin/hadolint"); then
  "$hadolint" deploy/Dockerfile
  say "the Dockerfile is clean"
else
  say "skipped: hadolint is not installed"
fi
say "passed; no image was built and no cluster was called"
