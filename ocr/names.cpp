// SPDX-License-Identifier: GPL-3.0-or-later
#include "ocr/names.h"

extern "C" {
extern const unsigned char vanthu_names_begin[];
extern const unsigned char vanthu_names_end[];
}

namespace vanthu {
namespace {

constexpr RowNetShape kShape{19, 34, 4, kNameClasses};

}  // namespace

NameReader::NameReader(RowNet net) : net_(std::move(net)) {}

NameReader NameReader::open() {
  return NameReader(RowNet::open({vanthu_names_begin, vanthu_names_end}, kShape, "names"));
}

NameColumns NameReader::look(const Image& page, Ink ink, const PrintedRow& row, int x, int w,
                             double slope) {
  return net_.look(page, ink, row, x, w, slope);
}

}  // namespace vanthu
