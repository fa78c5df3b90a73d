#!/usr/bin/env bash
# Prints where promtool or amtool is: prometheus-tools.sh promtool|amtool. Debian's packages are unpacked into a folder of ours and not
# installed, or servers would be started. Fails quietly where they cannot be had; the caller says what it skips.
set -euo pipefail

tool=$1
case $tool in
  promtool) package=prometheus ;;
  amtool) package=prometheus-alertmanager ;;
  *) exit 2 ;;
esac
command -v "$tool" && exit 0
folder=${XDG_CACHE_HOME:-$HOME/.cache}/stoa-$tool
if [ ! -x "$folder/usr/bin/$tool" ]; then
  command -v apt-get >/dev/null && command -v dpkg-deb >/dev/null || exit 1
  echo "fetching Debian's package $package into $folder" >&2
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  mkdir -p "$folder"
  (
    cd "$work"
    apt-get download "$package" || { [ "$(id -u)" = 0 ] && apt-get update && apt-get download "$package"; }
    dpkg-deb --extract "$package"_*.deb "$folder"
  ) >"$work/log" 2>&1 || exit 1
fi
printf '%s\n' "$folder/usr/bin/$tool"
