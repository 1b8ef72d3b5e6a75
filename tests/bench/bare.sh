# SPDX-License-Identifier: GPL-3.0-or-later
# both commands of README.md, twice each, in a fresh Debian 12 (debootstrap); HEAD, not the working tree
. tests/bench/support/fresh_debian.sh

rows=()

# timed NAME COMMAND: runs it in the tree inside, showing what it prints.
timed() {
  local began=$SECONDS
  say "[bare] $2"
  local failed=
  inside "cd /root/vanthu && $2" || failed=FAILED
  rows+=("$(printf '%-16s %5d s %s' "$1" $((SECONDS - began)) "$failed")")
  [ -z "$failed" ] || { tell; die "$2 failed in the fresh Debian"; }
}

tell() {
  say "In a fresh Debian 12, on $(nproc) cores"
  printf '  %s\n' "${rows[@]}"
}

began=$SECONDS
say "Making a fresh Debian 12"
fresh_debian
rows+=("$(printf '%-16s %5d s' debootstrap $((SECONDS - began)))")
as_root mkdir -p "$fresh/root/vanthu"
git archive HEAD | as_root tar -x -C "$fresh/root/vanthu"

mapfile -t commands < <(grep -oE '^\./dev (demo|test)$' README.md)
[ ${#commands[@]} = 2 ] || die "README.md should have ./dev demo and ./dev test, each on a line of its own"
for time in first second; do
  for command in "${commands[@]}"; do timed "${command#./dev }, $time" "$command"; done
done

tell
