// SPDX-License-Identifier: GPL-3.0-or-later
// The row of a dispatch's number taken apart: `Số:`, digits, notation. Pure; safe from any thread;
// any text is safe.
#pragma once
#include <string>
#include <string_view>

namespace vanthu::fields {

// What joins digits and notation: "15/QĐ-BNV"; "49-KL/TW" of the Party; "12 QĐ/UB" of the time
// before 1997.
enum class Joint { slash, dash, none };
std::string_view sign_of(Joint joint);  // "/", "-", ""

// Positions are code points of the text.
struct NumberParts {
  std::size_t digits_from = 0, digits_to = 0;  // between `Số:` and the joint; may be empty
  std::string digits;    // its digits where it holds nothing else ("12a", "66.7"), else empty
  std::string seen;      // as it stands
  std::string notation;  // "SYT-NVY", "CV/BPTT", "2020/NĐ-CP"; empty: none seen
  Joint joint = Joint::slash;
  bool said_so = false;  // the row begins with Số
};
NumberParts parse_number_row(std::u32string_view text);

// "15", "12a", "66.7" where nothing else stands there but blanks and dot leaders; else empty.
std::string clean_digits(std::u32string_view text);

// "15" and "QĐ-BNV" as one, without blanks: "15/QĐ-BNV", "49-KL/TW", "12QĐ/UB".
std::string whole_number(std::string_view digits, std::string_view notation, Joint joint);

}  // namespace vanthu::fields
