// SPDX-License-Identifier: GPL-3.0-or-later
// A signer's name from all that speaks for it: the guesses of the net of names (ocr/signature.h,
// which hangs them on the first word of the name), what the engine of print read there, and the
// same name elsewhere in the paper. Pure; safe from any thread.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/dispatch.h"
#include "pipeline/fields/layout.h"

namespace vanthu::fields {

// The word of the line that bears the net's guesses; nullptr: the net was not asked or saw nothing.
const Word* word_of_net(const Piece& line);

// The name of `line` by the guesses of `net`, one of its words, weighed with what the engine read:
// net.raw where the net's name took its place, else `engine`, the line cut to the name.
Field net_field(const Piece& line, const Word& net, const Piece& engine);

// A guess that stands elsewhere in the paper, written as a name, is much likelier the true one; so
// is a name of the paper that differs from the likeliest guess by a letter or two. What stands in
// the boxes of `name` itself does not count.
void weigh_mentions(const std::vector<const PageLayout*>& pages, Field& name);

// Are the words of `part` words of `whole` too, in their order?
bool lies_within(std::string_view part, std::string_view whole);

}  // namespace vanthu::fields
