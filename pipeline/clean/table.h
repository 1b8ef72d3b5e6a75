// SPDX-License-Identifier: GPL-3.0-or-later
// Ruled tables and the cells between their rules, so that each is read apart: a line of print that
// runs across rules is read as rubbish. Long straight runs of ink are the rules (morphological
// opening, after Gatos et al., Automatic Table Detection in Document Images, 2005). Their net is
// drawn on, and a wall stands between two meshes where enough of it is ink: copied rules are
// broken. Pure; safe from any thread.
#pragma once
#include <vector>

#include "pipeline/image.h"

namespace vanthu {

struct Table {
  Box box;
  std::vector<Box> cells;  // row by row, from the left
};

// From the top of the page down; the rules are taken out of `grey`. `letter`: the x-height in
// pixels; 0 finds none. A frame around text is no table, nor are rules that do not cross: a net
// needs three rules each way.
std::vector<Table> take_tables(Image& grey, double letter);

}  // namespace vanthu
