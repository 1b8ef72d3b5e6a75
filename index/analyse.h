// SPDX-License-Identifier: GPL-3.0-or-later
// Text to tokens: the one analysis that the writer, the query and the snippet share, so that what
// was indexed is what is asked. Each syllable has two forms at one position; a document number is
// one code besides its words. Pure; safe from any thread.
#pragma once
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace vanthu {

struct Syllable {
  std::string written;  // as written: canonical() of pipeline/text.h, hoà = hòa
  std::string folded;   // lower case without marks, ky = ki; plain numbers without leading zeros
  std::size_t begin = 0, end = 0;  // bytes in the text analysed
  bool marked = false;             // written with a mark or as đ
  bool operator==(const Syllable&) const = default;
};

// A document number, however written: `groups` are its folded parts, the number first and without
// leading zeros, so that 03/QĐ-UBND, "3 qd ubnd" and 3-QĐ/UBND are the same.
struct DocumentNumber {
  std::vector<std::string> groups;  // {"3795", "ubnd", "vxnv"}
  std::size_t first = 0, last = 0;  // the syllables it spans, both inclusive
  std::string whole() const;        // "3795/ubnd/vxnv"
  bool operator==(const DocumentNumber&) const = default;
};

struct Analysis {
  std::vector<Syllable> syllables;      // position = place in this list
  std::vector<DocumentNumber> numbers;  // in order, not overlapping
};

// Any UTF-8; bytes that are not UTF-8 separate syllables. Document numbers are found as they are
// printed in running text: 11-CT/TW, 425/VTLTNN - NVTW, 44 /2005/QĐ-UBND; not dates or ranges.
Analysis analyse(std::string_view text);

// The syllables alone, in order, without making a list of them. `take` looks at no other text
// meanwhile; what it is given is good until it returns.
void for_each_syllable(std::string_view text, const std::function<void(const Syllable&)>& take);

// The text is known to be a number or a part of one (the number field, so:…): any case, separators
// or blanks. No groups when nothing of it is a letter or digit.
DocumentNumber analyse_number(std::string_view text);

// Does one typed word look like a document number with its notation: digits, then / or -, letters.
bool looks_like_number(std::string_view word);

}  // namespace vanthu
