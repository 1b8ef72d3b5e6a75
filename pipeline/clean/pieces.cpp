// SPDX-License-Identifier: GPL-3.0-or-later
// Runs of a row are joined with those of the row above that they touch, by union and find; the
// smaller number is the root, so that pieces stand in the order of their first runs (He et al., "A
// run-based two-scan labeling algorithm", IEEE Transactions on Image Processing, 2008).
#include "pipeline/clean/pieces.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace vanthu {
namespace {

// The first column from `x` on that has ink.
int next_ink(const std::uint8_t* row, int x, int width) {
  constexpr int kWord = sizeof(std::uint64_t);
  while (x + kWord <= width) {
    std::uint64_t word = 0;
    std::memcpy(&word, row + x, kWord);
    if (word != 0) break;
    x += kWord;
  }
  while (x < width && row[x] == 0) ++x;
  return x;
}

class Joined {
 public:
  std::size_t add() {
    parent_.push_back(parent_.size());
    return parent_.size() - 1;
  }
  std::size_t root(std::size_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  void join(std::size_t a, std::size_t b) {
    a = root(a), b = root(b);
    parent_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::size_t> parent_;
};

void add_row(const Plane& mask, int y, std::vector<Run>& runs, Joined& joined) {
  const std::uint8_t* row = mask.row(y);
  for (int x = next_ink(row, 0, mask.width); x < mask.width; x = next_ink(row, x, mask.width)) {
    const int from = x;
    while (x < mask.width && row[x] != 0) ++x;
    runs.push_back({y, from, x, joined.add()});
  }
}

// Runs [above, here) stand in the row over runs [here, end).
void join_rows(const std::vector<Run>& runs, std::size_t above, std::size_t here, Joined& joined) {
  for (std::size_t b = here, a = above; b < runs.size(); ++b) {
    while (a < here && runs[a].to < runs[b].from) ++a;
    for (std::size_t i = a; i < here && runs[i].from <= runs[b].to; ++i)
      joined.join(runs[i].piece, runs[b].piece);
  }
}

void number(Pieces& out, Joined& joined) {
  std::vector<std::size_t> of(out.runs.size());
  for (std::size_t i = 0; i < out.runs.size(); ++i) {
    Run& run = out.runs[i];
    const std::size_t root = joined.root(i);
    if (root == i) of[i] = out.all.size(), out.all.emplace_back();
    run.piece = of[root];
    Piece& piece = out.all[run.piece];
    piece.box = unite(piece.box, {run.from, run.y, run.to - run.from, 1});
    piece.area += run.to - run.from;
  }
}

}  // namespace

Pieces pieces_of(const Plane& mask) {
  Pieces out;
  Joined joined;
  std::size_t above = 0;
  for (int y = 0; y < mask.height; ++y) {
    const std::size_t here = out.runs.size();
    add_row(mask, y, out.runs, joined);
    if (y > 0) join_rows(out.runs, above, here, joined);
    above = here;
  }
  number(out, joined);
  return out;
}

}  // namespace vanthu
