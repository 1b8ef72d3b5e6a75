// SPDX-License-Identifier: GPL-3.0-or-later
// The foot of a dispatch: Nơi nhận on the left, the signature block on the right, on the page where
// the text ends (annexes may follow). Pure; safe from any thread.
#pragma once
#include <optional>
#include <vector>

#include "pipeline/fields/layout.h"

namespace vanthu::fields {

struct Foot {
  const PageLayout* page = nullptr;
  int top = 0;               // y: Nơi nhận or the first line of the signature block
  int column = 0;            // x that parts the columns
  bool anchored = false;     // Nơi nhận itself was read
  std::vector<Piece> left;   // lines under Nơi nhận, from the top
  std::vector<Piece> right;  // the signature block and what is below it
};

// The first page from which the foot can be told: by Nơi nhận, else by `- Như trên` or a Lưu line,
// else by a signer's title in capitals in the right half. nullopt when there is none.
std::optional<Foot> find_foot(const std::vector<const PageLayout*>& pages);

// Does a Nơi nhận, a Lưu line or a signer's title stand on the page? Used to tell annexes.
bool has_foot(const PageLayout& page);

}  // namespace vanthu::fields
