// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/read.h"

#include <sodium.h>

#include <utility>

#include "pipeline/read_page.h"
#include "pipeline/reading_of.h"
#include "pipeline/text.h"

namespace vanthu {
namespace {

std::string hex(const unsigned char* bytes, std::size_t size) {
  std::string out(size * 2 + 1, '\0');
  sodium_bin2hex(out.data(), out.size(), bytes, size);
  out.pop_back();
  return out;
}

std::string sha256(const std::string& bytes) {
  unsigned char digest[crypto_hash_sha256_BYTES];
  crypto_hash_sha256(digest, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  return hex(digest, sizeof digest);
}

void name_file(Reading& reading, const std::string& name) {
  reading.file = repair_utf8(name);
  if (!is_utf8(name))
    reading.file_bytes = hex(reinterpret_cast<const unsigned char*>(name.data()), name.size());
}

}  // namespace

Reading read(const Scan& scan, const Stages& stages) {
  std::vector<PageRead> pages;
  load_pages(scan, stages.intake, [&](Page&& page, int count) {
    const int number = page.number;
    pages.push_back(read_page(std::move(page), stages));
    if (stages.progress) stages.progress(number, count);
  });
  Reading reading{stages.made_by, {}, {}, sha256(scan.bytes), {}, {}};
  name_file(reading, scan.name);
  return reading_of(pages, scan.name, std::move(reading), stages.today);
}

}  // namespace vanthu
