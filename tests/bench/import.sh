# SPDX-License-Identifier: GPL-3.0-or-later
# imports FOLDER (else samples/) into a fresh archive, one worker and then one a core; pages a second
folder=${1:-samples}
build_program
vanthu=$PWD/build/release/vanthu
export XDG_CONFIG_HOME=$PWD/build/bench-config VANTHU_ARCHIVE=$PWD/build/bench-archive

printf 'jobs\tseconds\tpages\tpages_per_second\n'
for jobs in 1 $(nproc); do
  rm -rf "$VANTHU_ARCHIVE"
  "$vanthu" init >/dev/null
  began=$(date +%s.%N)
  "$vanthu" import --json -j "$jobs" "$folder" >build/bench-import.json 2>/dev/null || [ $? = 1 ]
  ended=$(date +%s.%N)
  # The time counts only for an archive that is whole.
  "$vanthu" verify >/dev/null || die "the archive does not verify after the import"
  pages=$(grep -o '"pages": *[0-9]*' build/bench-import.json | awk '{ n = $NF > n ? $NF : n } END { print n + 0 }')
  awk -v j="$jobs" -v b="$began" -v e="$ended" -v p="$pages" \
    'BEGIN { printf "%d\t%.1f\t%d\t%.2f\n", j, e - b, p, p / (e - b) }'
done
rm -rf "$VANTHU_ARCHIVE"
