// SPDX-License-Identifier: GPL-3.0-or-later
// Of colour the red channel is taken: seals are as light as paper there, blue and black pens stay
// dark.
#include "ocr/digits.h"

extern "C" {
extern const unsigned char vanthu_digits_begin[];
extern const unsigned char vanthu_digits_end[];
}

namespace vanthu {
namespace {

constexpr RowNetShape kShape{18, 32, 2, kDigitClasses};

}  // namespace

DigitReader::DigitReader(RowNet net) : net_(std::move(net)) {}

DigitReader DigitReader::open() {
  return DigitReader(RowNet::open({vanthu_digits_begin, vanthu_digits_end}, kShape, "digits"));
}

DigitColumns DigitReader::look(const Image& page, const PrintedRow& row, int x, int w) {
  return net_.look(page, Ink::red, row, x, w);
}

}  // namespace vanthu
