#!/usr/bin/env bash
# Checks alerts, their tests, runbooks and dashboards. Nothing is started: promtool reads files.
set -euo pipefail

cd "$(dirname "$0")/.."
say() { printf 'check-alerts: %s\n' "$*"; }
started=$SECONDS
export PYTHONDONTWRITEBYTECODE=1

if python3 -c 'import yaml' 2>/dev/null; then python=python3; elif tools=$(scripts/check-tools.sh); then python=$tools/bin/python; else
  say "skipped: Python's package pyyaml could not be installed"
  exit 0
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

promtool=$(scripts/prometheus-tools.sh promtool) || promtool=

say "names of metrics and labels, tests, runbooks"
"$python" deploy/checks/alerts.py . "$work/dashboards.yaml"

# A fault in each of these places must be found, or the check is worth nothing.
say "planted faults"
copy() {
  rm -rf "$work/copy"
  mkdir -p "$work/copy/deploy" "$work/copy/tests/it/watchdogs"
  cp -R deploy/observability "$work/copy/deploy/"
  cp -R docs "$work/copy/"
  cp tests/it/watchdogs/operations.rs "$work/copy/tests/it/watchdogs/"
}
not_found() { say "failed: the fault \"$1\" was not found"; cat "$work/output"; exit 1; }
planted() { # what must be said, file, what is replaced, by what
  copy
  sed -i "s|$3|$4|" "$work/copy/$2"
  if cmp -s "$work/copy/$2" "$2"; then say "failed: there is no \"$3\" in $2"; exit 1; fi
  if "$python" deploy/checks/alerts.py "$work/copy" "$work/copy/dashboards.yaml" >"$work/output" 2>&1 || ! grep -q "$1" "$work/output"; then
    not_found "$1"
  fi
}
planted 'emits outbox_deaths' deploy/observability/dashboards/stoa-work.json outbox_dead outbox_deaths
planted 'emits mails_total' deploy/observability/alerts.yaml 'mail_total' 'mails_total'
planted 'emits job_duration_seconds' deploy/observability/dashboards/stoa-work.json job_duration_seconds_bucket job_duration_seconds
planted 'label tenant' deploy/observability/dashboards/stoa-money.json 'by (provider, outcome)' 'by (provider, tenant)'
planted 'OutboxLag: there is no runbook' deploy/observability/alerts.yaml runbooks/outbox-lag.md runbooks/outbox-late.md
planted 'NoWorker: .* is not about it' docs/runbooks/no-worker.md '^# NoWorker' '# NoWorkers'
planted 'OutboxLag: no test fires it' deploy/observability/tests/work.yaml 'alertname: OutboxLag' 'alertname: OutboxLagging'
planted 'has no heading' docs/runbooks/webhooks-set-aside.md '#what-was-set-aside' '#what-was-left'

if [ -z "$promtool" ]; then
  say "skipped: whether alerts fire; promtool is not installed (Debian's package prometheus)"
  exit 0
fi
say "expressions"
"$promtool" check rules deploy/observability/alerts.yaml "$work/dashboards.yaml" >"$work/output" 2>&1 || { cat "$work/output"; exit 1; }
say "alerts fire when they should"
cases() { printf '%s\0' "$1"/deploy/observability/tests/*.yaml | xargs -0 -P 4 -n 1 "$promtool" test rules; }
cases . >"$work/output" 2>&1 || { cat "$work/output"; exit 1; }

copy
sed -i 's/max(outbox_oldest_pending_seconds) > 120/max(outbox_oldest_pending_seconds) > 120000/' "$work/copy/deploy/observability/alerts.yaml"
if "$promtool" test rules "$work/copy/deploy/observability/tests/work.yaml" >"$work/output" 2>&1; then not_found "an alert that never fires"; fi
grep -q 'OutboxLag fires' "$work/output" || not_found "an alert that never fires"
copy
sed -i 's/max(webhooks_set_aside) > 0/max(webhooks_set_aside) >= 0/' "$work/copy/deploy/observability/alerts.yaml"
if "$promtool" test rules "$work/copy/deploy/observability/tests/work.yaml" >"$work/output" 2>&1; then not_found "an alert that always fires"; fi
grep -q 'WebhooksSetAside stays quiet' "$work/output" || not_found "an alert that always fires"
say "passed in $((SECONDS - started)) s"
