// SPDX-License-Identifier: GPL-3.0-or-later
// Private to this folder: the syllables that names are made of, as a tree over the net's signs,
// with how likely each is as a family name and as another part (ocr/models/names.tsv). Built once,
// then read only: safe from any thread.
#pragma once
#include <utility>
#include <vector>

namespace vanthu {

struct NameNode {
  std::vector<std::pair<int, int>> next;  // class of the net, node
  double family = 0, other = 0;           // chance of the syllable that ends here; 0: none does
  bool academic = false;                  // "PGS.TS." ends here
};

// The first node is the root.
const std::vector<NameNode>& name_tree();

}  // namespace vanthu
