#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# engine_alone.sh FILE: the text of its first page by `tesseract -l vie` with nothing before or after it.
# A PDF is drawn at the resolution of its own scan, so that both readers see the same pixels.
set -euo pipefail
export OMP_THREAD_LIMIT=1
case "$1" in
  *.pdf)
    dpi=$(pdfimages -list -f 1 -l 1 "$1" | awk 'NR > 2 && $4 * $5 > most { most = $4 * $5; dpi = $13 } END { print dpi ? dpi : 300 }')
    pdftoppm -r "$dpi" -f 1 -l 1 -png "$1" | tesseract -l vie --dpi "$dpi" - - 2>/dev/null
    ;;
  *) tesseract -l vie "$1" - 2>/dev/null ;;
esac
