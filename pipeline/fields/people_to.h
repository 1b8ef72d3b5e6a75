// SPDX-License-Identifier: GPL-3.0-or-later
// Kính gửi: to whom the dispatch goes; one inline, or several, with or without dashes, wrapped over
// lines; blank dots; filled in by hand; or not there at all. Pure; safe from any thread.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "pipeline/dispatch.h"
#include "pipeline/fields/head.h"

namespace vanthu::fields {

struct AddressedFound {
  std::vector<Field> to;
  std::string status = "missing";  // read | blank | absent | missing
};

// `kind`: the type as read; a QUYẾT ĐỊNH without Kính gửi has none, a CÔNG VĂN without it lost it.
AddressedFound read_addressed(const PageLayout& page, const Head& head,
                              const std::optional<Addressed>& anchor, const std::string& kind);

// List items out of printed lines: a dash or plus opens one, "+" items join the one above, a line
// that follows a finished one (";" or ".") or one that ended short of `right_edge` (pixels) opens
// one too. Lines keep their order; used for Nơi nhận as well.
struct Item {
  std::vector<Piece> lines;
  std::string text;  // joined, without dash and closing mark
  double sure = 0;   // the least word confidence
};
std::vector<Item> items_of(const std::vector<Piece>& lines, int right_edge);

// The item as a value, what bad scans do to it put right; `most` is its confidence where every word
// is sure.
Field recipient(const Item& item, double most);

}  // namespace vanthu::fields
