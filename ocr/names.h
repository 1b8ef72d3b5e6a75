// SPDX-License-Identifier: GPL-3.0-or-later
// The name of a signer, printed or stamped under a signature, often under a seal and across a pen's
// strokes. A small convolutional net of our own reads the row and says nothing to rows that hold no
// name (ocr/training/names), run by OpenCV; a beam search turns its columns into names made of
// known syllables, weighed by how often names have them. One thread at a time.
#pragma once
#include <string>
#include <vector>

#include "ocr/row_net.h"

namespace vanthu {

struct NameGuess {
  std::string text;       // "Nguyễn Văn An"; two to four syllables, academic titles left out
  double confidence = 0;  // 0..1, calibrated (docs/measurements.md)
  bool operator==(const NameGuess&) const = default;
};

struct NameRun {
  std::vector<NameGuess> guesses;  // the likeliest first; none: no name stands there
  std::string before;              // academic titles before the likeliest: "PGS.TS."
  Box box;                         // page pixels
};

// `logits` of `frames` columns, each of the net's classes: blank, then kNameSigns. Public for tests
// and for measuring.
using NameColumns = RowColumns;

// What the net's classes stand for, from the second; the order of ocr/training/names/net.py.
inline constexpr std::u32string_view kNameSigns =
    U" .aAbBcCdDeEgGhHiIkKlLmMnNoOpPqQrRsStTuUvVxXyYfFjJwWzZđĐăĂâÂêÊôÔơƠưƯ"
    U"àÀáÁãÃảẢạẠằẰắẮẵẴẳẲặẶầẦấẤẫẪẩẨậẬèÈéÉẽẼẻẺẹẸềỀếẾễỄểỂệỆìÌíÍĩĨỉỈịỊ"
    U"òÒóÓõÕỏỎọỌồỒốỐỗỖổỔộỘờỜớỚỡỠởỞợỢùÙúÚũŨủỦụỤừỪứỨữỮửỬựỰỳỲýÝỹỸỷỶỵỴ";
inline constexpr int kNameClasses = 1 + static_cast<int>(kNameSigns.size());

NameRun read_name(const NameColumns& columns);

// Several looks at one row: the chances of the three surest averaged, the place of the surest.
NameRun read_name(const std::vector<NameColumns>& looks);

// Move-only. Throws Error{internal} where the net that the program carries cannot be loaded.
class NameReader {
 public:
  static NameReader open();

  // What stands between x and x + w on the row; `page` is upright, grey or colour. `slope`: how far
  // the row, a stamped one, sinks a pixel to the right; row.foot is its middle's. A row outside the
  // page, or too small to be one, gives no columns.
  NameColumns look(const Image& page, Ink ink, const PrintedRow& row, int x, int w,
                   double slope = 0);

 private:
  explicit NameReader(RowNet net);
  RowNet net_;
};

}  // namespace vanthu
