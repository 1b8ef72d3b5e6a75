// SPDX-License-Identifier: GPL-3.0-or-later
// What can be asked of a dispatch: the one table that the writer, the query parser, the help of the
// command line and the web form read. A prefix or a slot is never given a second meaning: a change
// of meaning raises kSchema, and an index of another schema is rebuilt from the archive.
// Constants only; a table that contradicts itself does not compile.
#pragma once
#include <array>
#include <cstddef>
#include <string_view>

namespace vanthu {

inline constexpr int kSchema = 3;  // kept in the metadata of every index

enum class FieldKind {
  text,      // words, with and without marks
  code,      // a document number: one thing however it is spaced, cased or half typed
  date,      // a day, month, year or a range of them
  category,  // one of a few words, matched whole
};

struct SearchField {
  std::string_view key;      // stable name for programs, in JSON and in links
  std::string_view query;    // what is typed before the colon, without marks: "so"
  std::string_view english;  // the English alias: "number"
  std::string_view label;    // for people, Vietnamese
  std::string_view prefix;   // upper-case ASCII before each term of it
  int slot;                  // its value slot, -1 when it has none
  FieldKind kind;
  std::string_view example;  // a query that works
};

inline constexpr std::array<SearchField, 10> kSearchFields{{
    {"number", "so", "number", "Số, ký hiệu", "N", 2, FieldKind::code, "so:3795/UBND-VXNV"},
    {"date", "ngay", "date", "Ngày văn bản", "D", -1, FieldKind::date, "ngay:2019-09..2019-12"},
    {"type", "loai", "type", "Loại văn bản", "T", -1, FieldKind::text, "loai:\"kế hoạch\""},
    {"issuer", "coquan", "issuer", "Cơ quan ban hành", "I", -1, FieldKind::text,
     "coquan:\"Ninh Thuận\""},
    {"to", "noinhan", "to", "Nơi nhận", "R", -1, FieldKind::text, "noinhan:\"Sở Giáo dục\""},
    {"signer", "nguoiky", "signer", "Người ký", "P", -1, FieldKind::text, "nguoiky:bình"},
    {"subject", "trichyeu", "subject", "Trích yếu", "S", -1, FieldKind::text,
     "trichyeu:\"khuyến học\""},
    {"urgent", "khan", "urgent", "Độ khẩn", "U", -1, FieldKind::text, "khan:\"hỏa tốc\""},
    {"cites", "dancheu", "cites", "Dẫn chiếu", "C", -1, FieldKind::code, "dancheu:11-CT/TW"},
    {"access", "quyen", "access", "Quyền xem", "A", -1, FieldKind::category, "quyen:open"},
}};

// Beside the table: terms and slots that nobody types.
inline constexpr std::string_view kIdPrefix = "Q";    // the dispatch
inline constexpr std::string_view kFilePrefix = "F";  // the SHA-256 of the file it is bound in
inline constexpr std::string_view kMaybeDayPrefix =
    "E";                                                 // a day it may be of: the date is doubtful
inline constexpr std::string_view kRepealsPrefix = "K";  // a number it replaces or repeals
inline constexpr std::string_view kDoubtPrefix = "Z";    // of words read with doubt: tolerance.h
// After the prefix, the kind of form; without any, a folded word.
inline constexpr char kWritten = '=';      // a word as written
inline constexpr char kNamed = '+';        // a thing that has several names: concepts.h
inline constexpr char kOwnNumber = '^';    // the number of the paper itself
inline constexpr char kMaybeNumber = '?';  // what its number may be: it is doubtful
inline constexpr int kNumberSlot = 2;      // the number alone, eight digits
inline constexpr int kTieSlot = 3;         // newest first, then id: the order of equals
inline constexpr int kFacetSlot = 4;       // what facets count: facets.h

// The field typed as `name` (its query name with or without marks, its alias or key, any case);
// nullptr when there is none. In analyse.cpp, since it folds.
const SearchField* find_search_field(std::string_view name);

// By key, for our own code: an unknown key does not compile.
consteval const SearchField& search_field(std::string_view key) {
  for (const SearchField& field : kSearchFields)
    if (field.key == key) return field;
  throw "no such field";
}

namespace detail {
constexpr bool distinct(std::string_view a, std::string_view b) { return a.empty() || a != b; }

constexpr bool agree(const SearchField& a, const SearchField& b) {
  return distinct(a.key, b.key) && distinct(a.query, b.query) && distinct(a.english, b.english) &&
         distinct(a.query, b.english) && distinct(a.english, b.query) &&
         distinct(a.prefix, b.prefix) && (a.slot < 0 || a.slot != b.slot);
}

constexpr bool well_made(const SearchField& field) {
  for (const char c : field.prefix)
    if (c < 'A' || c > 'Z') return false;
  return distinct(field.prefix, kIdPrefix) && distinct(field.prefix, kFilePrefix) &&
         distinct(field.prefix, kMaybeDayPrefix) && distinct(field.prefix, kRepealsPrefix) &&
         distinct(field.prefix, kDoubtPrefix) && field.slot != kTieSlot &&
         field.slot != kFacetSlot && field.example.substr(0, field.query.size()) == field.query;
}

constexpr bool sound(const std::array<SearchField, kSearchFields.size()>& table) {
  for (std::size_t i = 0; i < table.size(); ++i) {
    if (!well_made(table[i])) return false;
    for (std::size_t j = i + 1; j < table.size(); ++j)
      if (!agree(table[i], table[j])) return false;
  }
  return true;
}
static_assert(sound(kSearchFields), "two fields share a name, a prefix or a slot");
static_assert(search_field("number").slot == kNumberSlot);
}  // namespace detail

}  // namespace vanthu
