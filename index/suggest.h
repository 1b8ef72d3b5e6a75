// SPDX-License-Identifier: GPL-3.0-or-later
// Private to this folder: the words of the index, to suggest one where a word finds nothing. They
// are looked up when first asked for and again when the index has changed. One thread.
#pragma once
#include <xapian.h>

#include <string>
#include <string_view>
#include <vector>

namespace vanthu {

class Vocabulary {
 public:
  // Words of the index within a letter or two of `folded`, as they are usually written, the
  // commonest of the nearest first. Whether one may see a paper that has them is for the caller to
  // ask.
  std::vector<std::string> near(const Xapian::Database& database, const std::string& folded);

 private:
  struct Known {
    std::string folded, written;
    Xapian::doccount papers = 0;
  };
  void learn(const Xapian::Database& database);

  std::vector<Known> words_;
  std::string revision_;
};

}  // namespace vanthu
