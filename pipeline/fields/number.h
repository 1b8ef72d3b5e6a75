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
#include "pipeline/fields/number_row.h"

namespace vanthu::fields {

struct NumberFound {
  Field field;
  std::string notation;
  std::string digits_seen;  // what the engine made of the digits, sure or not
  Joint joint = Joint::slash;
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
  Joint joint = Joint::slash;
};

// Weighs the number with the hints: a cited one that is among the guesses gains; one that an annex
// names as its own, with this notation and no other month, may be a guess of its own (`inferred`
// where no digit was read). Another paper of the same notation speaks for nothing.
void weigh_number(Field& number, const NumberHints& hints);

}  // namespace vanthu::fields
