# SPDX-License-Identifier: GPL-3.0-or-later
# A Debian 12 nobody has touched, in a folder. Sourced, with as_root, need and die of ./dev at hand.
# It asks the same mirrors this machine asks, in the same way: read from apt here, written down nowhere.

fresh=

# Makes the folder $fresh; it is removed when the script ends.
fresh_debian() {
  need bare
  fresh=$(mktemp -d "${TMPDIR:-/tmp}/vanthu-bare.XXXXXX")
  trap 'as_root rm -rf --one-file-system "$fresh"' EXIT
  local mirror
  mirror=$(apt-get indextargets --format '$(RELEASE) $(COMPONENT) $(REPO_URI)' 'Identifier: Packages' |
    awk '$1 == "bookworm" && $2 == "main" { print $3; exit }')
  mkdir -p build
  as_root debootstrap --variant=minbase --include=ca-certificates bookworm "$fresh" ${mirror:+"$mirror"} \
    >build/debootstrap.log 2>&1 || { tail -n 20 build/debootstrap.log; die "debootstrap failed"; }
  [ -z "$mirror" ] || copy_apt_settings
  as_root cp -L /etc/resolv.conf /etc/hosts "$fresh/etc/"
}

# Sources and their keys whole; of apt's options only those about fetching, since the others name
# programs that are not there.
copy_apt_settings() {
  local file
  as_root rm -f "$fresh/etc/apt/sources.list"
  for file in /etc/apt/sources.list /etc/apt/sources.list.d /etc/apt/auth.conf /etc/apt/auth.conf.d \
    /etc/apt/keyrings /etc/apt/trusted.gpg.d /usr/share/keyrings /usr/local/share/ca-certificates; do
    [ ! -e "$file" ] || as_root cp -rT "$file" "$fresh$file"
  done
  apt-config dump | grep -E '^Acquire::(https?|ftp|Check-Valid-Until|Check-Date|Proxy)' |
    as_root tee "$fresh/etc/apt/apt.conf.d/99host" >/dev/null
  as_root chroot "$fresh" update-ca-certificates >/dev/null 2>&1
}

# Runs a shell command in $fresh as its root would after logging in. The mounts live in a name space of
# their own and go with the command, however it ends.
inside() {
  as_root env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root TERM="${TERM:-dumb}" \
    ${http_proxy:+http_proxy="$http_proxy"} ${https_proxy:+https_proxy="$https_proxy"} \
    ${no_proxy:+no_proxy="$no_proxy"} ${CI:+CI="$CI"} \
    unshare --mount --propagation private bash -c '
      mount -t proc proc "$1/proc" && mount --rbind /dev "$1/dev" && mount -t sysfs -o ro sysfs "$1/sys" &&
      exec chroot "$1" /bin/bash -c "$2"' inside "$fresh" "$1"
}
