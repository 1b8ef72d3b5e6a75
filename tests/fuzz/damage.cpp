// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/damage.h"

#include <algorithm>

namespace vanthu::fuzz {
namespace {

// Numbers that parsers stumble over, as text and as the bytes of binary formats.
const std::string kHard[] = {"0",
                             "-1",
                             "4294967295",
                             "99999999999999999999",
                             "1e309",
                             std::string(4, '\xff'),
                             std::string(4, '\0'),
                             std::string("\x7f\xff\xff\xff"),
                             "<<",
                             ">>",
                             "(",
                             "\"",
                             "\xc3",
                             "\xcc\x80",
                             "endobj"};

std::size_t below(std::size_t n, Random& random) { return n == 0 ? 0 : random() % n; }

void flip(std::string& bytes, Random& random) {
  if (bytes.empty()) return;
  char& at = bytes[below(bytes.size(), random)];
  at = static_cast<char>(at ^ (1 << below(8, random)));
}

void overwrite(std::string& bytes, const std::string& with, Random& random) {
  const std::size_t at = below(bytes.size(), random);
  bytes.replace(at, std::min(with.size(), bytes.size() - at), with);
}

void cut(std::string& bytes, Random& random) {
  const std::size_t at = below(bytes.size(), random);
  bytes.erase(at, 1 + below(64, random));
}

void repeat(std::string& bytes, Random& random) {
  const std::size_t at = below(bytes.size(), random);
  bytes.insert(at, bytes.substr(at, 1 + below(64, random)));
}

void splice(std::string& bytes, const std::string& other, Random& random) {
  const std::size_t from = below(other.size(), random);
  bytes.insert(below(bytes.size(), random), other.substr(from, 1 + below(256, random)));
}

}  // namespace

std::string damaged(const std::string& whole, const std::string& other, Random& random) {
  std::string bytes = whole;
  for (std::size_t left = 1 + below(6, random); left > 0; --left) {
    switch (below(6, random)) {
      case 0:
        flip(bytes, random);
        break;
      case 1:
        overwrite(bytes, kHard[below(std::size(kHard), random)], random);
        break;
      case 2:
        cut(bytes, random);
        break;
      case 3:
        repeat(bytes, random);
        break;
      case 4:
        splice(bytes, other, random);
        break;
      default:
        if (below(4, random) == 0) bytes.resize(below(bytes.size(), random));
    }
  }
  return bytes;
}

}  // namespace vanthu::fuzz
