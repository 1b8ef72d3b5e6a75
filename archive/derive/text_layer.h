// SPDX-License-Identifier: GPL-3.0-or-later
// The words of a page as invisible text of a PDF, each over its own print: as wide as the word was
// found, on the baseline of its line, which may lean, at the size of the line. Pure; safe from any
// thread.
#pragma once
#include <set>
#include <string>

#include "pipeline/dispatch.h"

namespace vanthu {

// Content for a PDF page of `width` by `height` points that shows the whole raster of `page`; the
// font is /F0, two bytes a letter, its metrics those of hollow_font.h. The letters used are added
// to `letters`.
std::string text_layer(const PageReading& page, double width, double height,
                       std::set<char32_t>& letters);

}  // namespace vanthu
