// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/intake/intake.h"

#include <fmt/format.h>

#include <new>
#include <string_view>

#include "pipeline/intake/place.h"

namespace vanthu {
namespace {

constexpr std::size_t kPdfHeaderWithin =
    1024;  // readers have always allowed a mail header before it

bool is_container(std::string_view bytes) {  // a zip or tar may hold a PDF in its first kilobyte
  return bytes.starts_with("PK\x03\x04") || (bytes.size() > 262 && bytes.substr(257, 5) == "ustar");
}

bool is_tiff(std::string_view bytes) {
  using namespace std::string_view_literals;
  return bytes.starts_with("II*\0"sv) || bytes.starts_with("MM\0*"sv) ||
         bytes.starts_with("II+\0"sv) || bytes.starts_with("MM\0+"sv);
}

int walk(const Job& job, const std::string& format) {
  if (format == "pdf") return read_pdf(job);
  if (format == "tif") return read_tiff(job);
  if (format == "jpg") return read_jpeg(job);
  return read_png(job);
}

int load(const Scan& scan, const IntakeOptions& options, int only,
         const std::function<void(Page&&, int)>& take) {
  const Place file{scan, options, 0};
  if (scan.bytes.empty())
    file.fail(Code::bad_input, "the file is empty",
              "Copy the file again, or scan the paper again.");
  if (static_cast<long long>(scan.bytes.size()) > options.max_bytes)
    file.fail(Code::too_big,
              fmt::format("{} bytes, the limit is {}", scan.bytes.size(), options.max_bytes),
              "Split the file, or raise the limit of bytes a file.");
  const std::string format = format_of(scan.bytes);
  if (format.empty())
    file.fail(Code::bad_input, "not a scan: neither PDF, TIFF, JPEG nor PNG",
              "Only these four are read, whatever the name of the file says.");
  try {
    return walk({file, only, take}, format);
  } catch (const std::bad_alloc&) {
    file.fail(Code::too_big, "not enough memory for this file",
              "Give vanthu more memory, or scan at a lower resolution.");
  }
}

}  // namespace

std::string format_of(const std::string& bytes) {
  const std::string_view all = bytes;
  if (all.starts_with("\xff\xd8\xff")) return "jpg";
  if (all.starts_with("\x89PNG\r\n\x1a\n")) return "png";
  if (is_tiff(all)) return "tif";
  if (!is_container(all) && all.substr(0, kPdfHeaderWithin).find("%PDF-") != all.npos) return "pdf";
  return "";
}

int load_pages(const Scan& scan, const IntakeOptions& options,
               const std::function<void(Page&&, int pages)>& take) {
  return load(scan, options, 0, take);
}

Page load_page(const Scan& scan, int number, const IntakeOptions& options) {
  const Place place{scan, options, number};
  Page found;
  bool taken = false;
  int pages = 0;
  if (number >= 1)
    pages = load(scan, options, number, [&](Page&& page, int) {
      found = std::move(page);
      taken = true;
    });
  if (!taken)
    place.fail(Code::not_found, "there is no such page",
               pages > 0 ? fmt::format("The file has {} pages.", pages) : "Pages count from 1.");
  return found;
}

}  // namespace vanthu
