// SPDX-License-Identifier: GPL-3.0-or-later
// The files in a zip archive, and in the zip archives in it; no deeper. They come in parts, so that
// an archive larger than memory can be gone through. Hostile input: to be called in a worker
// process. Nothing is written anywhere, so that a name like "../x" harms nothing. Any thread.
#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/error.h"
#include "pipeline/page.h"

namespace vanthu {

struct ZipLimits {
  std::uint64_t files = 20'000;
  std::uint64_t file_bytes = 1ull << 30;   // of one file, unpacked
  std::uint64_t all_bytes = 16ull << 30;   // of all of them
  std::uint64_t free_bytes = 64ull << 20;  // so much may come out, however little went in
  std::uint64_t ratio = 200;               // above that, so many bytes for one of the archive
  std::uint64_t part_bytes = 64ull << 20;  // a part ends behind the file that goes over this
};

struct ZipFile {
  std::string name;  // as in the archive, bytes: "thang 9/cv.pdf", "thang 9.zip/cv.pdf"
  std::string bytes;
  Code code = Code::ok;  // else why it could not be unpacked, and `reason` for a person
  std::string reason, hint;
  bool operator==(const ZipFile&) const = default;
};

// Where a part begins: at file `outer` of the archive and, if that is an archive, at file `inner`
// of it; so many files were unpacked before, and so many bytes came out of them.
struct ZipPlace {
  std::uint64_t outer = 0, inner = 0, files = 0, bytes = 0;
  bool operator==(const ZipPlace&) const = default;
};

struct ZipPart {
  std::vector<ZipFile> files;
  std::vector<std::string> passed_over;  // names of those that `wanted` did not want
  ZipPlace next;
  bool last = true;
  bool operator==(const ZipPart&) const = default;
};

// By the name of a file and its first bytes.
using ZipWanted = std::function<bool(const std::string& name, std::string_view first_bytes)>;

bool is_zip(std::string_view first_bytes);

// Folders, links and hidden files are left out without a word. Throws Error: bad_input (damaged),
// too_big (a limit: it is taken for a bomb). One file that is damaged, has a password or is an
// archive too deep says so itself.
ZipPart read_zip(const Scan& zip, const ZipPlace& from, const ZipWanted& wanted,
                 const ZipLimits& limits = {});

}  // namespace vanthu
