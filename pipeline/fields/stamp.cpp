// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/fields/stamp.h"

#include <algorithm>

#include "pipeline/fields/anchors.h"
#include "pipeline/fields/make_field.h"
#include "pipeline/fields/stamp_rows.h"
#include "pipeline/fields/stamp_values.h"
#include "pipeline/fields/vocabulary.h"
#include "pipeline/text.h"

namespace vanthu::fields {
namespace {

Field receiver_of(const PageLayout& page, const Cluster& cluster,
                  const std::vector<Piece>& pieces) {
  std::vector<Piece> lines;
  const bool apart =  // its lines were read from its own ink or frame
      std::any_of(cluster.rows.begin(), cluster.rows.end(),
                  [](const Found& row) { return row.line.region == Region::stamp; });
  const int top = cluster.row_of(Row::arrived) != nullptr
                      ? cluster.row_of(Row::arrived)->line.box.mid_y()
                      : cluster.box.y;
  int first = top;
  for (const Found& row : cluster.rows) first = std::min(first, row.line.box.y);
  for (const Piece& piece : pieces) {
    if (apart && piece.region != Region::stamp) continue;
    if (piece.box.mid_y() >= first + page.letter / 2 ||
        piece.box.bottom() < first - kStampReach * page.letter)
      continue;
    if (piece.box.mid_x() < cluster.box.x - 3 * page.letter ||
        piece.box.mid_x() > cluster.box.right() + 8 * page.letter)
      continue;
    if (capitals(piece.text) < 0.8 || count_letters(piece.text) < 4) continue;
    if (piece.text.find_first_of(":/") != std::string::npos) continue;  // a number row
    const bool own = std::any_of(cluster.rows.begin(), cluster.rows.end(),
                                 [&](const Found& row) { return row.line == piece; });
    if (!own) lines.push_back(piece);
  }
  if (lines.empty()) return nothing(Status::missing);
  std::sort(lines.begin(), lines.end(),
            [](const Piece& a, const Piece& b) { return a.box.y < b.box.y; });
  std::vector<std::string> texts;
  double least = 1;
  for (const Piece& line : lines) {
    texts.push_back(restore_marks(without_stop(without_dash(line.text))));
    least = std::min(least, mean_confidence(line.words));
  }
  return found(join(texts, " - "), 0.85 * least, lines);
}

}  // namespace

std::vector<Stamp> read_stamps(const PageLayout& page, const std::string& issued) {
  const std::vector<Piece> pieces = stamp_pieces(page);
  std::vector<Stamp> out;
  for (const Cluster& cluster : stamp_clusters(page, pieces)) {
    Stamp stamp;
    stamp.page = page.number;
    stamp.number = plain_value(cluster, Row::number, true);
    stamp.date = stamp_date(cluster, issued);
    stamp.transfer = plain_value(cluster, Row::transfer, false);
    stamp.file_code = plain_value(cluster, Row::file_code, false);
    stamp.receiver = receiver_of(page, cluster, pieces);
    stamp.box = cluster.box;
    for (const auto& box : stamp.receiver.boxes) stamp.box = unite(stamp.box, box);
    const bool known = std::any_of(out.begin(), out.end(), [&](const Stamp& one) {
      return !intersect(one.box, stamp.box).empty();
    });
    if (!known) out.push_back(std::move(stamp));
  }
  const auto clarity = [](const Stamp& one) {
    return (one.number.value ? 1 : 0) + (one.date.value ? 1 : 0) + (one.receiver.value ? 1 : 0);
  };
  std::stable_sort(out.begin(), out.end(),
                   [&](const Stamp& a, const Stamp& b) { return clarity(a) > clarity(b); });
  return out;
}

}  // namespace vanthu::fields
