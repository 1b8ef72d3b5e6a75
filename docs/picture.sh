#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Draws docs/picture.svg, the picture of README.md, from what the program really says: ./dev picture.
# The page and the words are of a drawn sample, not of a real paper. Needs poppler-utils and perl.
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.."
export LC_ALL=C.UTF-8 XDG_CONFIG_HOME=build/demo-config VANTHU_ARCHIVE=build/picture-archive
vanthu=build/release/vanthu
scan=samples/02-cong-van-hoa-toc.pdf

said() {
  echo "\$ vanthu read $(basename "$scan")"
  "$vanthu" read "$scan"
  local query
  for query in 'khuyen hoc ninh thuan' '"xây dựng xã hội học tập"' 'dừng'; do
    printf "\n\$ vanthu search '%s'\n" "$query"
    "$vanthu" search --limit 2 "$query"
  done
}

rm -rf "$VANTHU_ARCHIVE"
"$vanthu" init >/dev/null
"$vanthu" import samples >/dev/null
page=$(pdftoppm -jpeg -jpegopt quality=65 -r 84 -f 1 -l 1 "$scan" | base64 -w 0)
said | perl -CSD -Mutf8 -e '
  my ($page) = @ARGV; @ARGV = ();
  my ($left, $top, $step, $width) = (700, 34, 17, 92);
  my @lines;
  while (my $line = <STDIN>) {
    chomp $line;
    my ($indent) = $line =~ /^( *)/;
    $indent .= " " x 4;
    while (length $line > $width) {                       # wrapped as a terminal of that width would be
      my $cut = rindex($line, " ", $width);
      $cut = $width if $cut <= length $indent;
      push @lines, substr($line, 0, $cut);
      ($line = $indent . substr($line, $cut)) =~ s/^($indent) +/$1/;
    }
    push @lines, $line;
  }
  my $text = "";
  for my $i (0 .. $#lines) {
    (my $line = $lines[$i]) =~ s/&/&amp;/g;
    $line =~ s/</&lt;/g; $line =~ s/>/&gt;/g;
    $line =~ s|^(\$ .*)|<tspan fill="#8fd18f">$1</tspan>|;
    $line =~ s| \?(?=\s\|$)| <tspan fill="#ffb454">?</tspan>|g;
    $line =~ s|«([^»]*)»|<tspan fill="#ffd75f" font-weight="bold">«$1»</tspan>|g;
    $text .= sprintf qq(<text x="%d" y="%d" xml:space="preserve">%s</text>\n), $left + 16, $top + $step * ($i + 1), $line;
  }
  my $height = 1000;
  my $needed = $top + $step * (@lines + 2);
  $height = $needed if $needed > $height;
  print qq(<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="1440" height="$height" viewBox="0 0 1440 $height">\n),
    qq(<!-- drawn by docs/picture.sh -->\n<rect width="1440" height="$height" fill="#e9e9e4"/>\n),
    qq(<image x="12" y="12" width="676" height="976" preserveAspectRatio="xMidYMin meet" xlink:href="data:image/jpeg;base64,$page"/>\n),
    qq(<rect x="$left" y="12" width="728" height="@{[$height - 24]}" rx="6" fill="#1d2126"/>\n),
    qq(<g font-family="DejaVu Sans Mono, Liberation Mono, Consolas, monospace" font-size="12.4" fill="#e6e6e6">\n$text</g>\n</svg>\n);
' "$page" >docs/picture.svg
rm -rf "$VANTHU_ARCHIVE"
