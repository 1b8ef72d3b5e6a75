// SPDX-License-Identifier: GPL-3.0-or-later
// Where the signatures of a paper stand: beside Nơi nhận; side by side, as two or more agencies or
// the parties of minutes and contracts sign; or alone above Nơi nhận. Pure; safe from any thread.
#pragma once
#include <optional>
#include <vector>

#include "pipeline/fields/foot.h"
#include "pipeline/fields/signer.h"

namespace vanthu::fields {

// The blocks of all signatures, the first signer's first: of those side by side the one on the
// right, where the leading agency and the chair of a meeting sign.
std::vector<SignatureBlock> find_signatures(const std::vector<const PageLayout*>& pages,
                                            const std::optional<Foot>& foot);

}  // namespace vanthu::fields
