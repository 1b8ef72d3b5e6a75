// SPDX-License-Identifier: GPL-3.0-or-later
// Private to this folder: one picture read line by line with Tesseract. The engine says where the
// lines stand; each is then framed as the network learned it (pipeline/clean/strip.h) and read as
// one raw line. Included by .cpp files alone. One thread at a time.
#pragma once
#include <tesseract/baseapi.h>

#include <vector>

#include "pipeline/image.h"
#include "pipeline/words.h"

namespace vanthu {

// `layout` is how the engine seeks the lines; `letter` the x-height expected in pixels, 0 unknown.
// Boxes are pixels of `grey`; words of no text and lines without words are left out.
std::vector<Line> look(tesseract::TessBaseAPI& api, const Image& grey, double letter,
                       tesseract::PageSegMode layout);

// Rows of print that the search for lines passed over are read too and put among `lines`, where
// reading leaves no doubt that they are print.
void look_again(tesseract::TessBaseAPI& api, const Image& grey, double letter,
                std::vector<Line>& lines);

// The whole picture as one line, where the engine sees none: print on a stamp.
std::vector<Line> look_at_whole(tesseract::TessBaseAPI& api, const Image& grey);

}  // namespace vanthu
