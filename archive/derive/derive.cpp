// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/derive/derive.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "archive/derive/alto.h"
#include "archive/derive/pack.h"
#include "archive/derive/pdfa.h"
#include "archive/derive/thumbnail.h"
#include "pipeline/error.h"

namespace vanthu {
namespace {

constexpr int kThumbnail = 320;  // pixels along the longer side: the head can be told apart
constexpr int kThumbnailQuality = 70;

int rotation_of(const Reading& reading, int number) {
  for (const PageReading& page : reading.pages)
    if (page.page == number) return page.rotation;
  return 0;
}

}  // namespace

std::string thumbnail_file(int page) { return fmt::format("thumbnail-{:04}.jpg", page); }

bool is_derived(const std::string& name) {
  if (name == kPdfFile || name == kAltoFile) return true;
  constexpr std::string_view kBefore = "thumbnail-", kAfter = ".jpg";
  if (!name.starts_with(kBefore) || !name.ends_with(kAfter)) return false;
  const std::string digits = name.substr(
      kBefore.size(), name.size() - std::min(name.size(), kBefore.size() + kAfter.size()));
  return !digits.empty() && digits.find_first_not_of("0123456789") == digits.npos;
}

std::string bundled(const std::vector<DerivedFile>& files) {
  std::string out;
  for (const DerivedFile& file : files)
    out += fmt::format("{} {}\n", file.name, file.bytes.size()) + file.bytes;
  return out;
}

std::vector<DerivedFile> unbundled(std::string_view bytes) {
  const auto nonsense = [] { return Error(Code::internal, "no derived files came back"); };
  std::vector<DerivedFile> out;
  while (!bytes.empty()) {
    const std::size_t blank = bytes.find(' '), end = bytes.find('\n');
    if (end == bytes.npos || blank > end) throw nonsense();
    DerivedFile file{std::string(bytes.substr(0, blank)), {}};
    std::size_t size = 0;
    const auto read = std::from_chars(bytes.data() + blank + 1, bytes.data() + end, size);
    if (read.ptr != bytes.data() + end || !is_derived(file.name) || bytes.size() - end - 1 < size)
      throw nonsense();
    for (const DerivedFile& other : out)
      if (other.name == file.name) throw nonsense();
    file.bytes = bytes.substr(end + 1, size);
    bytes.remove_prefix(end + 1 + size);
    out.push_back(std::move(file));
  }
  return out;
}

std::vector<DerivedFile> derive(const Scan& scan, const Reading& reading,
                                const IntakeOptions& options) {
  std::vector<DerivedFile> out;
  out.push_back({kPdfFile, pdfa_of(scan, reading, options).bytes});
  out.push_back({kAltoFile, alto_of(reading)});
  load_pages(scan, options, [&](Page&& page, int) {
    const int turn = rotation_of(reading, page.number);
    out.push_back({thumbnail_file(page.number),
                   jpeg_of(thumbnail(page.image, kThumbnail, turn), kThumbnailQuality)});
  });
  return out;
}

}  // namespace vanthu
