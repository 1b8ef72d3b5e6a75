// SPDX-License-Identifier: GPL-3.0-or-later
// Private to this folder: the rows of arrival stamps among the lines of a page. A stamp is a
// cluster of lines of which at least two say what only a stamp says. One line alone ("đến ngày
// 31/12") is body text. Pure; safe from any thread.
#pragma once
#include <algorithm>
#include <string>
#include <vector>

#include "pipeline/fields/layout.h"

namespace vanthu::fields {

inline constexpr int kStampReach = 5;  // letters from row to row of one stamp

enum class Row { none, arrived, number, date, transfer, file_code };

// A row of the page that a stamp's label opens.
struct Found {
  Row row;
  Piece line;
  int from = 0, to = 0;  // words of the value
  bool capital = false;
};

struct Cluster {
  Box box;
  std::vector<Found> rows;
  bool has(Row row) const { return row_of(row) != nullptr; }
  const Found* row_of(Row row) const;  // null: it has none
};

// Lines that can be of a stamp: in coloured ink or its own frame, else short.
std::vector<Piece> stamp_pieces(const PageLayout& page);

std::vector<Cluster> stamp_clusters(const PageLayout& page, const std::vector<Piece>& pieces);

std::string value_of(const Found& row);  // without the dots that it was written on
Piece value_piece(const Found& row);     // the label's own where nothing follows it

}  // namespace vanthu::fields
