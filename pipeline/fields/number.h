// SPDX-License-Identifier: GPL-3.0-or-later
// The dispatch's own number: the row with `Số` under the issuer, never a number of the body. The
// digits are handwritten on most papers: the guesses that came with the row's words (ocr/hand.h)
// are weighed with what the engine saw, the file's name and what the file cites. Without guesses
// only print is believed: the value stays empty, the notation stands in the evidence and the box
// shows the gap. Pure; safe from any thread.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/dispatch.h"
#include "pipeline/fields/head.h"

namespace vanthu::fields {

// A number row taken apart; positions are code points of the text. Any text is safe.
struct NumberParts {
  std::size_t digits_from = 0, digits_to = 0;  // between `Số:` and the slash or dash; may be empty
  std::string digits;    // its digits where it holds nothing else ("12a", "66.7"), else empty
  std::string seen;      // as it stands
  std::string notation;  // "SYT-NVY", "CV/BPTT", "2020/NĐ-CP"; empty: none seen
  bool party = false;    // digits, dash, kind, slash, body
  bool said_so = false;  // the row begins with Số
};
NumberParts parse_number_row(std::u32string_view text);

// "15" and "QĐ-BNV" as one: "15/QĐ-BNV"; Party: "49-KL/TW".
std::string whole_number(std::string_view digits, std::string_view notation, bool party);

struct NumberFound {
  Field field;
  std::string notation;
  std::string digits_seen;  // what the engine made of the digits, sure or not
  bool party = false;
};
// `issuer`: as read from the head, empty when it was not: its code in the notation confirms that.
NumberFound read_number(const PageLayout& page, const Head& head, std::string_view file_name,
                        std::string_view issuer = {});

// What else the file says about the number.
struct NumberHints {
  std::vector<Citation> cites;   // of the dispatch's own pages: an annex names the paper it is of
  std::vector<int> annex_pages;  // those whose "kèm theo … số …" says so in as many words
  std::string notation;          // of its own head
  std::string partial_date;      // of its own head, as far as read
  bool party = false;
};

// Weighs the number with the hints: a cited one that is among the guesses gains; one that an annex
// names as its own, with this notation and no other month, may be a guess of its own (`inferred`
// where no digit was read). Another paper of the same notation speaks for nothing.
void weigh_number(Field& number, const NumberHints& hints);

}  // namespace vanthu::fields
