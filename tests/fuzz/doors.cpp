// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/doors.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "archive/entry.h"
#include "archive/link.h"
#include "archive/tombstone.h"
#include "cli/config.h"
#include "index/query.h"
#include "pipeline/fields/citations.h"
#include "pipeline/fields/date.h"
#include "pipeline/fields/number.h"
#include "pipeline/fields/vocabulary_use.h"
#include "pipeline/intake/intake.h"
#include "pipeline/reading_json.h"
#include "pipeline/text.h"

namespace vanthu::fuzz {
namespace {

// Small limits: what is over them is refused early and cheaply, and a bomb shows as time or memory.
constexpr long long kPixels = 4'000'000;  // A4 at 170 dpi
constexpr int kPages = 4;

void enter_scan(const std::string& bytes) {
  IntakeOptions options;
  options.max_pixels = kPixels;
  options.max_pages = kPages;
  options.dpi_without_image = 72;
  load_pages({"fuzz", bytes}, options, [](Page&&, int) {});
}

// What was understood must survive being written and read again.
void enter_reading(const std::string& bytes) {
  const Reading reading = reading_from_json(bytes);
  if (!(reading_from_json(to_json(reading)) == reading))
    throw std::logic_error("a reading changes when it is written and read");
}

// A line of a page as the engine may give it: the parsers of number, date and citations.
void enter_row(const std::string& bytes) {
  const std::string row = repair_utf8(bytes);
  const std::u32string text = to_u32(row);
  const fields::NumberParts number = fields::parse_number_row(text);
  if (number.digits_from > number.digits_to || number.digits_to > text.size())
    throw std::logic_error("digits outside of the row");
  const fields::DateParts date = fields::parse_date_row(text, to_u32(fold(row)));
  if (date.found && (date.day_from > date.day_to || date.year_to > text.size()))
    throw std::logic_error("a date outside of the row");
  for (const fields::CitationSpan& span : fields::find_citations(text))
    if (span.from > span.to || span.to > text.size())
      throw std::logic_error("a citation outside of the text");
}

void enter_vocabulary(const std::string& bytes) { fields::make_lexicon({{"bodies.tsv", bytes}}); }

void enter_query(const std::string& bytes) { print(parse_query(bytes)); }
void enter_config(const std::string& bytes) { cli::parse_config(bytes, "fuzz"); }

// What stands beside a reading in an object must survive it too.
template <class Value>
void survive(const Value& value, Value (*read)(std::string_view)) {
  if (!(read(to_json(value)) == value))
    throw std::logic_error("what an object says changes when it is written and read");
}

void enter_entries(const std::string& bytes) {
  survive(entries_from_json(bytes), entries_from_json);
}
void enter_links(const std::string& bytes) { survive(links_from_json(bytes), links_from_json); }
void enter_tombstone(const std::string& bytes) {
  survive(tombstone_from_json(bytes), tombstone_from_json);
}

std::string read_all(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<std::string> scans(const std::string& folder) {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (entry.is_regular_file()) paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> out;
  for (const auto& path : paths)
    if (std::string bytes = read_all(path); !format_of(bytes).empty()) out.push_back(bytes);
  if (out.empty()) throw std::runtime_error("no scans in " + folder);
  return out;
}

std::string a_reading() {
  Reading reading;
  reading.made_by = {"1.0", "engine", "{}"};
  reading.file = "công văn.pdf";
  reading.sha256 = std::string(64, 'a');
  reading.pages.emplace_back().text = "Số: 3795/UBND-VXNV\n";
  Dispatch& dispatch = reading.dispatches.emplace_back();
  dispatch.id = "aaaaaaaaaaaa.1";
  dispatch.pages = {1};
  dispatch.number.value = "3795/UBND-VXNV";
  dispatch.number.evidence = {{"digits", "3795", 0.9}};
  dispatch.to.push_back(dispatch.number);
  dispatch.stamps.emplace_back();
  dispatch.cites.emplace_back().number = "49-KL/TW";
  return to_json(reading);
}

std::string some_entries() {
  RegisterEntry entry;
  entry.dispatch = "aaaaaaaaaaaa.1";
  entry.number = 17;
  entry.day = "2026-03-09";
  entry.receiver = "Phòng VX";
  return to_json(std::vector<RegisterEntry>{entry});
}

}  // namespace

std::vector<Door> doors(const std::string& samples) {
  return {
      {"scan", enter_scan, scans(samples)},
      {"reading", enter_reading, {a_reading()}},
      {"entries", enter_entries, {some_entries()}},
      {"links",
       enter_links,
       {to_json(
           std::vector<Link>{{"aaaaaaaaaaaa.1", kReplaces, "bbbbbbbbbbbb.1", "lan", "2026"}})}},
      {"tombstone",
       enter_tombstone,
       {to_json(Tombstone{"aa", "lan", "2026", "hoa", "2026", "nhầm"})}},
      {"query",
       enter_query,
       {"khuyen hoc ninh thuan", "\"xây dựng xã hội\" -kế =dừng", "so:3795/UBND-VXNV",
        "ngay:2019-09..2019-12 loai:\"công văn\" (a | b)", "coquan:UBND nguoiky:\"Lê Văn Bình\""}},
      {"row",
       enter_row,
       {"Số: 3795/UBND-VXNV", "Số 49-KL/TW", "Ninh Thuận, ngày 09 tháng 9 năm 2019",
        "Căn cứ Luật Đấu thầu năm 2013; Nghị định số 63/2014/NĐ-CP, ngày 26/6/2014 của Chính phủ"}},
      {"vocabulary", enter_vocabulary, {"Sở Y tế\tSYT;YT\t2020-01-01\n-Sở Du lịch\n# x\n"}},
      {"config", enter_config, {"archive = \"/kho\"\nlanguage = \"vi\"\njobs = 4\n"}},
  };
}

}  // namespace vanthu::fuzz
