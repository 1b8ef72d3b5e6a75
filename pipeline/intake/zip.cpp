// SPDX-License-Identifier: GPL-3.0-or-later
// libarchive finds the files by the directory at the end of the archive. What that says of sizes is
// not believed: every byte that comes out is counted.
#include "pipeline/intake/zip.h"

#include <archive.h>
#include <archive_entry.h>
#include <locale.h>

#include <algorithm>
#include <array>
#include <memory>

#include "pipeline/text.h"

namespace vanthu {
namespace {

using namespace std::string_view_literals;
using Handle = std::unique_ptr<archive, decltype(&archive_read_free)>;

constexpr int kDeepest = 1;  // a zip in a zip is opened, one in that is not

// The parts of the name that are names; "" for what is hidden or made by a Macintosh.
std::string tidy_name(std::string_view raw) {
  std::string out;
  while (!raw.empty()) {
    const std::size_t end = std::min(raw.find_first_of("/\\"), raw.size());
    const std::string_view part = raw.substr(0, end);
    raw.remove_prefix(std::min(end + 1, raw.size()));
    if (part.empty() || part == "." || part == "..") continue;
    if (part.starts_with('.') || part == "__MACOSX") return {};
    out += (out.empty() ? "" : "/") + std::string(part);
  }
  return out;
}

// libarchive takes names through the charset of the thread; what it cannot turn into that it has no
// name for. This one is built into the C library, so that it is there in a cage too.
class Utf8Thread {
 public:
  Utf8Thread() : utf8_(newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr)) {
    if (utf8_) before_ = uselocale(utf8_);
  }
  Utf8Thread(const Utf8Thread&) = delete;
  Utf8Thread& operator=(const Utf8Thread&) = delete;
  ~Utf8Thread() {
    if (!utf8_) return;
    uselocale(before_);
    freelocale(utf8_);
  }

 private:
  locale_t utf8_ = nullptr, before_ = nullptr;
};

// A file whose name is lost is not lost with it.
std::string raw_name(archive_entry* entry, std::uint64_t index) {
  const char* utf8 = archive_entry_pathname_utf8(entry);
  const char* name = utf8 ? utf8 : archive_entry_pathname(entry);
  return name && *name ? name : "file " + std::to_string(index + 1);
}

class Reader {
 public:
  Reader(const Scan& zip, const ZipPlace& from, const ZipWanted& wanted, const ZipLimits& limits)
      : zip_(zip), wanted_(wanted), limits_(limits) {
    part_.next = from;
  }

  ZipPart read() {
    part_.last = walk(zip_.bytes, "", 0);
    return std::move(part_);
  }

 private:
  Error bomb(const std::string& what) const {
    return {Code::too_big, repair_utf8(zip_.name) + ": " + what + "; taken for a zip bomb",
            "unpack it by hand if you know that it is none"};
  }

  // False when the part is full before the archive is at its end; `next` then says where.
  bool walk(const std::string& bytes, const std::string& prefix, int depth) {
    const Handle handle(archive_read_new(), archive_read_free);
    archive_read_support_format_zip_seekable(handle.get());
    if (archive_read_open_memory(handle.get(), bytes.data(), bytes.size()) != ARCHIVE_OK)
      throw damaged(handle.get());
    std::uint64_t& place = depth == 0 ? part_.next.outer : part_.next.inner;
    const std::uint64_t from = place;
    for (std::uint64_t index = 0;; ++index) {
      archive_entry* entry = nullptr;
      const int got = archive_read_next_header(handle.get(), &entry);
      if (got == ARCHIVE_EOF) return true;
      if (got < ARCHIVE_WARN) throw damaged(handle.get());
      if (index < from) continue;
      if (part_bytes_ >= limits_.part_bytes) return false;
      if (!take(handle.get(), entry, {prefix, index, depth})) return false;
      place = index + 1;
      if (depth == 0) part_.next.inner = 0;
    }
  }

  Error damaged(archive* handle) const {
    const char* why = archive_error_string(handle);
    return {Code::bad_input,
            repair_utf8(zip_.name) + ": the zip archive is damaged" +
                (why ? " (" + repair_utf8(why) + ")" : ""),
            "pack it again"};
  }

  struct Where {
    const std::string& prefix;
    std::uint64_t index;
    int depth;
  };

  bool take(archive* handle, archive_entry* entry, const Where& where) {
    if (archive_entry_filetype(entry) != AE_IFREG) return true;
    const std::string own = tidy_name(raw_name(entry, where.index));
    if (own.empty()) return true;
    if (++part_.next.files > limits_.files)
      throw bomb("more than " + std::to_string(limits_.files) + " files in it");
    ZipFile file = unpacked(handle, entry, where.prefix + own);
    const bool zip = file.code == Code::ok && is_zip(file.bytes) && !wanted_(file.name, {});
    if (zip && where.depth < kDeepest) return walk(file.bytes, file.name + "/", where.depth + 1);
    if (zip)
      refuse(file, Code::too_big, "a zip archive in a zip archive in a zip archive",
             "unpack it by hand");
    keep(std::move(file));
    return true;
  }

  void keep(ZipFile file) {
    const std::string_view first = std::string_view(file.bytes).substr(0, 16);
    if (file.code == Code::ok && !wanted_(file.name, first))
      return part_.passed_over.push_back(file.name);
    part_bytes_ += file.bytes.size();
    part_.files.push_back(std::move(file));
  }

  void refuse(ZipFile& file, Code code, const std::string& why, const std::string& hint) const {
    file.bytes.clear();
    file.code = code;
    file.reason = repair_utf8(zip_.name + "/" + file.name) + ": " + why;
    file.hint = hint;
  }

  ZipFile unpacked(archive* handle, archive_entry* entry, const std::string& name) {
    ZipFile file;
    file.name = name;
    if (archive_entry_is_encrypted(entry)) {
      refuse(file, Code::bad_input, "has a password", "unpack it by hand");
      return file;
    }
    std::array<char, 1 << 16> piece{};
    for (;;) {
      const la_ssize_t n = archive_read_data(handle, piece.data(), piece.size());
      if (n == 0) return file;
      if (n < 0) {
        refuse(file, Code::bad_input, "is damaged in the zip archive", "pack it again");
        return file;
      }
      count(static_cast<std::uint64_t>(n));
      file.bytes.append(piece.data(), static_cast<std::size_t>(n));
      if (file.bytes.size() > limits_.file_bytes) throw bomb("a file in it is too large");
    }
  }

  void count(std::uint64_t bytes) {
    part_.next.bytes += bytes;
    const std::uint64_t all = part_.next.bytes;
    const std::uint64_t fair = std::max(limits_.free_bytes, zip_.bytes.size() * limits_.ratio);
    if (all > limits_.all_bytes || all > fair) throw bomb("far more comes out of it than it holds");
  }

  const Scan& zip_;
  const ZipWanted& wanted_;
  const ZipLimits& limits_;
  std::uint64_t part_bytes_ = 0;
  ZipPart part_;
};

}  // namespace

bool is_zip(std::string_view first_bytes) {
  return first_bytes.starts_with("PK\x03\x04"sv) || first_bytes.starts_with("PK\x05\x06"sv);
}

ZipPart read_zip(const Scan& zip, const ZipPlace& from, const ZipWanted& wanted,
                 const ZipLimits& limits) {
  const Utf8Thread utf8;
  return Reader(zip, from, wanted, limits).read();
}

}  // namespace vanthu
