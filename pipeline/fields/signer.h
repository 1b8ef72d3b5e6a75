// SPDX-License-Identifier: GPL-3.0-or-later
// Who signs: titles in capitals in a column of the foot (authority marks TM. KT. TL. TUQ. Q.), the
// name below, perhaps a second title between them; approving blocks and joint signers. A
// seal hides part of most names: a name that is not one of ours is given with little confidence.
// Pure.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/dispatch.h"
#include "pipeline/fields/layout.h"

namespace vanthu::fields {

// One signature: its titles, the line that looks like its name, whether it approves.
struct SignatureBlock {
  std::vector<Piece> titles;
  std::optional<Piece> name;
  bool approves = false;
};
std::vector<SignatureBlock> signature_blocks(const std::vector<Piece>& column);

struct SignersFound {
  Field signer, signer_title;
  std::vector<Signer> signers;
};
SignersFound read_signers(const std::vector<SignatureBlock>& blocks);

// A name that could not be read under its title may stand in the paper's text beside the same title
// ("Ông Trần Công Luận, Hiệu trưởng"): inferred, never trusted. Not for deputies (KT., TL.), and
// not when the text names two.
void name_from_text(const std::vector<const PageLayout*>& pages, SignersFound& found);

// How much the text looks like a person's name, 0..1: two to five capitalised syllables, a known
// family name in front, academic titles before it allowed ("GS.TS Phạm Tất Dong").
double name_likeness(std::string_view text);

// The name without academic titles and closing marks: "GS.TS Phạm Tất Dong" -> "Phạm Tất Dong".
std::string plain_name(std::string_view text);

// "KTGIÁM ĐÓC" -> "KT. GIÁM ĐỐC": the nearest known title, else the line with its lost marks
// restored.
std::string plain_title(std::string_view line);

}  // namespace vanthu::fields
