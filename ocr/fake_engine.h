// SPDX-License-Identifier: GPL-3.0-or-later
// What a worker does in place of recognising, where a test names it in VANTHU_ENGINE (worker.h):
// how a batch goes on after a crash, a hang or a break-out cannot be tested by good manners.
#pragma once
#include <string>

#include "pipeline/clean/clean.h"
#include "pipeline/words.h"

namespace vanthu {

std::string fake_from_environment();  // empty: the real engine

// The page without a word, or "MẬT" for `secret`; the others do what they are named for.
OcrPage pretend(const std::string& fake, const CleanPage& page);

}  // namespace vanthu
