// SPDX-License-Identifier: GPL-3.0-or-later
// Private to this folder: the images of a foreign PDF, as PDF/A lets them be kept.
#pragma once
#include <optional>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include "archive/derive/pack.h"

namespace vanthu {

struct KeptImage {
  QPDFObjectHandle stream;
  int part = 1;  // of PDF/A, which it needs at least
};

// `image` (of another PDF, which must live until `pdf` is written) as an object of `pdf`: its
// packed bytes untouched, but LZW, which PDF/A forbids, becomes Flate; what PDF/A forbids beside
// the samples is left out. Nothing where its colours cannot be kept without a profile, or its bytes
// lie elsewhere.
std::optional<KeptImage> keep_image(QPDF& pdf, QPDFObjectHandle image);

QPDFObjectHandle image_object(QPDF& pdf, const PackedImage& image);

}  // namespace vanthu
