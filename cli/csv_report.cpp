// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/csv_report.h"

#include <cerrno>
#include <cstring>

#include "cli/exit_codes.h"
#include "pipeline/error.h"
#include "pipeline/text.h"

namespace vanthu::cli {
namespace {

constexpr const char* kByteOrderMark = "\xEF\xBB\xBF";  // Excel takes UTF-8 for Latin without it

template <class Of>
std::string each(const std::vector<DispatchRow>& rows, Of of) {
  std::string out;
  for (const DispatchRow& row : rows) out += (out.empty() ? "" : "; ") + of(row);
  return out;
}

}  // namespace

std::string csv_cell(const std::string& text) {
  std::string out = repair_utf8(text);
  if (!out.empty() && std::strchr("=+-@\t\r", out.front())) out.insert(0, 1, '\'');
  if (out.find_first_of(",\"\r\n") == std::string::npos) return out;
  for (std::size_t at = 0; (at = out.find('"', at)) != std::string::npos; at += 2)
    out.insert(at, 1, '"');
  return '"' + out + '"';
}

CsvReport::CsvReport(const std::string& path)
    : path_(path), file_(std::fopen(path.c_str(), "we"), std::fclose) {
  if (!file_) throw Error(Code::cannot_create, repair_utf8(path) + ": " + std::strerror(errno));
  std::fputs(kByteOrderMark, file_.get());
  line({"path", "outcome", "sha256", "ids", "numbers", "same_dispatch_as", "pages", "code",
        "reason", "hint"});
}

void CsvReport::put(const FileOutcome& o) {
  const bool bad = o.code != Code::ok;
  // Of a refused paper not even the name is written down; it lies in the quarantine.
  const bool refused = o.code == Code::secret;
  line({refused ? "" : o.path, to_string(o.outcome), o.sha256,
        each(o.dispatches, [](auto& r) { return r.id; }),
        each(o.dispatches, [](auto& r) { return r.number; }),
        each(o.twins, [](auto& r) { return r.id; }), std::to_string(o.pages),
        bad ? exit_code(o.code).name : "", refused ? "" : o.reason, o.hint});
}

void CsvReport::line(const std::vector<std::string>& cells) {
  std::string out;
  for (const std::string& cell : cells)
    out += (&cell == &cells.front() ? "" : ",") + csv_cell(cell);
  out += "\r\n";
  if (std::fputs(out.c_str(), file_.get()) < 0 || std::fflush(file_.get()) != 0)
    throw Error(Code::io, repair_utf8(path_) + ": " + std::strerror(errno));
}

}  // namespace vanthu::cli
