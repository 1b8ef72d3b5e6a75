# SPDX-License-Identifier: GPL-3.0-or-later
# imports 10000 (or as many as named) small files with an engine that needs no recognition: time, memory
files=${1:-10000}
need many
build_program
vanthu=build/release/vanthu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export VANTHU_ARCHIVE=$folder/archive VANTHU_ENGINE=none XDG_CONFIG_HOME=$folder/config
say "Making $files pages"
python3 - "$folder/in" "$files" <<'PY'
import os, struct, sys, zlib
folder, files = sys.argv[1], int(sys.argv[2])
def chunk(name, data):
    return struct.pack('>I', len(data)) + name + data + struct.pack('>I', zlib.crc32(name + data))
for n in range(files):
    at = f'{folder}/{n // 1000:03}'
    if n % 1000 == 0: os.makedirs(at)
    rows = b''.join(b'\0' + bytes((255 - 199 * (y * 100 + x == n)) for x in range(100)) for y in range(100))
    head = struct.pack('>IIBBBBB', 100, 100, 8, 0, 0, 0, 0)
    with open(f'{at}/{n}.png', 'wb') as out:
        out.write(b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', head) + chunk(b'IDAT', zlib.compress(rows)) + chunk(b'IEND', b''))
PY
"$vanthu" init >/dev/null
say "Importing"
printf 'seconds\tfiles\tMB resident\n'
"$vanthu" import "$folder/in" >"$folder/out" &
pid=$!
began=$(date +%s)
while kill -0 $pid 2>/dev/null; do
  resident=$(awk '/^VmRSS/ { print int($2 / 1024) }' /proc/$pid/status 2>/dev/null) || break
  [ -z "$resident" ] || printf '%d\t%s\t%s\n' $(($(date +%s) - began)) \
    "$(find "$VANTHU_ARCHIVE/objects" -name 'v1' -prune -print 2>/dev/null | wc -l)" "$resident"
  sleep "${EVERY:-10}"
done
wait $pid
cat "$folder/out"
say "Verifying"
began=$(date +%s)
"$vanthu" verify
echo "$(($(date +%s) - began)) seconds"
