# SPDX-License-Identifier: GPL-3.0-or-later
# the Debian package, installed in a fresh Debian 12 (debootstrap): imports the samples, verifies, finds one
. tests/bench/support/fresh_debian.sh

rm -f build/vanthu_*.deb
dev_package
say "Making a fresh Debian 12"
fresh_debian
as_root cp build/vanthu_*.deb "$fresh/tmp/vanthu.deb"
as_root cp -r samples "$fresh/tmp/samples"
say "Installing the package there"
inside 'export DEBIAN_FRONTEND=noninteractive
  apt-get -qq update && apt-get -qq install -y --no-install-recommends /tmp/vanthu.deb >/tmp/install.log' ||
  die "the package does not install"
say "Using it there"
inside 'set -e; export LC_ALL=C.UTF-8 VANTHU_ARCHIVE=/tmp/archive
  vanthu --version && vanthu init && vanthu import /tmp/samples && vanthu verify && vanthu search so:3795' ||
  die "the installed vanthu does not work"
