// SPDX-License-Identifier: GPL-3.0-or-later
// .docx and .xlsx are zip archives of XML parts. The marks of DOMAIN 6 stand in a box or a line of
// their own, so that a paragraph is compared whole: a text that speaks of secrets is no secret.
#include "archive/attachment.h"

#include <algorithm>
#include <array>

#include "archive/files.h"
#include "pipeline/intake/zip.h"
#include "pipeline/text.h"

namespace vanthu {
namespace {

constexpr std::array kPacked = {".docx", ".xlsx"};
constexpr std::array kMarks = {"MẬT", "TỐI MẬT", "TUYỆT MẬT"};
// What ends a line of text in Word, in the strings and in the cells of Excel.
constexpr std::array kLineEnds = {"</w:p>", "<w:br", "</si>", "</a:p>"};

bool ends_like(const std::string& name, const char* ending) {
  return lower(name).ends_with(ending);
}

bool is_packed(const std::string& name) {
  return std::ranges::any_of(kPacked, [&](const char* e) { return ends_like(name, e); });
}

bool is_mark(const std::string& line) {
  std::string text = upper(tidy(repair_utf8(line)));
  const std::string before = "ĐỘ MẬT:";
  if (text.starts_with(before)) text = tidy(text.substr(before.size()));
  return std::ranges::find(kMarks, text) != kMarks.end();
}

bool ends_line(std::string_view tag, bool packed) {
  if (!packed) return true;
  return std::ranges::any_of(kLineEnds, [&](const char* end) { return tag.starts_with(end); });
}

// Each line of text between the tags; in XML of unknown make, each text is one.
bool any_mark_in(std::string_view xml, bool packed) {
  std::string line;
  while (!xml.empty()) {
    const std::size_t open = std::min(xml.find('<'), xml.size());
    line += xml.substr(0, open);
    xml.remove_prefix(open);
    const std::size_t close = std::min(xml.find('>'), xml.size());
    if (ends_line(xml.substr(0, close + 1), packed)) {
      if (is_mark(line)) return true;
      line.clear();
    }
    xml.remove_prefix(std::min(close + 1, xml.size()));
  }
  return is_mark(line);
}

Error not_that(const Scan& file) {
  return {Code::bad_input, repair_utf8(file.name) + ": it is not what its ending says, or damaged",
          "what cannot be looked into is not kept; save it again without a password"};
}

bool any_mark_packed(const Scan& file) {
  if (!is_zip(file.bytes)) throw not_that(file);
  const ZipWanted parts = [](const std::string& name, std::string_view) {
    return ends_like(name, ".xml");
  };
  ZipPart part;
  bool content = false;
  for (part.last = false; !part.last;) {
    part = read_zip(file, part.next, parts);
    for (const ZipFile& one : part.files) {
      if (one.code != Code::ok) throw Error(one.code, one.reason, one.hint);
      content = content || one.name == "[Content_Types].xml";
      if (any_mark_in(one.bytes, true)) return true;
    }
  }
  if (!content) throw not_that(file);
  return false;
}

}  // namespace

bool is_attachment(const std::string& name) { return is_packed(name) || ends_like(name, ".xml"); }

bool bears_secrecy_mark(const Scan& file) {
  if (is_packed(file.name)) return any_mark_packed(file);
  const std::size_t first = file.bytes.find_first_not_of("\xef\xbb\xbf \t\r\n");
  if (first == std::string::npos || file.bytes[first] != '<') throw not_that(file);
  return any_mark_in(file.bytes, false);
}

Reading attachment_reading(const Scan& file, const std::string& sha256) {
  const std::string name = files::name_of(file.name);
  Reading reading;
  reading.made_by = {"", "none", "{}"};
  reading.file = repair_utf8(name);
  reading.sha256 = sha256;
  Dispatch& dispatch = reading.dispatches.emplace_back();
  dispatch.id = sha256.substr(0, 12) + ".1";
  dispatch.subject.value = reading.file;
  dispatch.subject.confidence = 0.5;  // people name files as they please
  dispatch.subject.status = Status::inferred;
  dispatch.subject.evidence = {{"file_name", reading.file, 0.5}};
  dispatch.secret.status = Status::absent;
  dispatch.secret.confidence = kTrusted;
  return reading;
}

}  // namespace vanthu
