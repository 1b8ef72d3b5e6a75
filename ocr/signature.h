// SPDX-License-Identifier: GPL-3.0-or-later
// After the engine has read a page: the names under its signatures are read again by the net, which
// has learnt to see through seals and pen strokes. Where the name stands is tried where the engine
// saw anything, then row by row from the title down.
#pragma once
#include "ocr/names.h"
#include "pipeline/clean/clean.h"
#include "pipeline/words.h"

namespace vanthu {

// Under this the engine's words stay, beside the guesses.
inline constexpr double kNameSure = 0.5;

// Changes the words of names alone, on a page with signers' titles in its foot: the first word of
// such a name has whole names as guesses. A name that the net is sure of and the engine read
// otherwise, or not at all, takes the place of the engine's words; raw keeps them.
void read_signatures(const CleanPage& page, NameReader& reader, OcrPage& out);

}  // namespace vanthu
