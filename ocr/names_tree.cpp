// SPDX-License-Identifier: GPL-3.0-or-later
#include "ocr/names_tree.h"

#include <cstdlib>
#include <string>
#include <string_view>

#include "ocr/names.h"
#include "pipeline/text.h"

extern "C" {
extern const char vanthu_name_syllables_begin[];
extern const char vanthu_name_syllables_end[];
}

namespace vanthu {
namespace {

constexpr std::string_view kAcademic[] = {"TS.", "ThS.",    "PGS.",    "GS.",    "BS.",
                                          "KS.", "DS.",     "BSCKII.", "BSCKI.", "BS.CKII.",
                                          "LS.", "BS.CKI.", "TSKH.",   "NGND.",  "NGƯT."};

struct Row {
  std::u32string syllable;
  double family = 0, other = 0;
};

std::vector<Row> rows_of(std::string_view text) {
  std::vector<Row> out;
  for (const std::string& line : split(text, '\n')) {
    const std::vector<std::string> cells = split(line, '\t');
    if (cells.size() != 3 || line.front() == '#') continue;
    out.push_back({to_u32(cells[0]), std::strtod(cells[1].c_str(), nullptr),
                   std::strtod(cells[2].c_str(), nullptr)});
  }
  return out;
}

// The node at the end of `text`, made where there is none; -1 for signs the net does not know.
int node_of(std::vector<NameNode>& tree, const std::u32string& text) {
  int at = 0;
  for (const char32_t c : text) {
    const std::size_t sign = kNameSigns.find(c);
    if (sign == std::u32string_view::npos) return -1;
    const int label = static_cast<int>(sign) + 1;
    int to = -1;
    for (const auto& [known, node] : tree[static_cast<std::size_t>(at)].next)
      if (known == label) to = node;
    if (to < 0) {
      to = static_cast<int>(tree.size());
      tree[static_cast<std::size_t>(at)].next.emplace_back(label, to);
      tree.emplace_back();
    }
    at = to;
  }
  return at;
}

std::vector<NameNode> made() {
  const auto size =
      static_cast<std::size_t>(vanthu_name_syllables_end - vanthu_name_syllables_begin);
  const std::vector<Row> rows = rows_of({vanthu_name_syllables_begin, size});
  double families = 0, others = 0;
  for (const Row& row : rows) families += row.family, others += row.other;
  std::vector<NameNode> tree(1);
  for (const Row& row : rows) {
    const int node = node_of(tree, row.syllable);
    if (node < 0) continue;
    tree[static_cast<std::size_t>(node)].family = row.family / families;
    tree[static_cast<std::size_t>(node)].other = row.other / others;
  }
  for (const std::string_view title : kAcademic)
    if (const int node = node_of(tree, to_u32(title)); node > 0)
      tree[static_cast<std::size_t>(node)].academic = true;
  return tree;
}

}  // namespace

const std::vector<NameNode>& name_tree() {
  static const std::vector<NameNode> tree = made();
  return tree;
}

}  // namespace vanthu
