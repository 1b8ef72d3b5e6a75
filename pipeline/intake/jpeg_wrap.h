// SPDX-License-Identifier: GPL-3.0-or-later
// A JPEG file as the image of a PDF page, its bytes untouched. Safe from any thread. Private to
// intake/.
#pragma once
#include "pipeline/intake/place.h"
#include "pipeline/intake/stored.h"

namespace vanthu {

// Without images where a PDF would show other colours than the file (four components).
StoredPage wrap_jpeg(const Place& file);

}  // namespace vanthu
