// SPDX-License-Identifier: GPL-3.0-or-later
// Little CMS writes it: the primaries and the curve of IEC 61966-2-1, the curve as a table of 1024
// steps, since version 2 of the format knows no formulas.
#include "archive/derive/colour.h"

#include <lcms2.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>

#include "pipeline/error.h"

namespace vanthu {
namespace {

constexpr std::size_t kSteps = 1024;

cmsToneCurve* srgb_curve() {
  std::array<cmsUInt16Number, kSteps> table{};
  for (std::size_t i = 0; i < kSteps; ++i) {
    const double v = static_cast<double>(i) / (kSteps - 1);
    const double linear = v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
    table[i] = static_cast<cmsUInt16Number>(std::lround(linear * 65535));
  }
  return cmsBuildTabulatedToneCurve16(nullptr, kSteps, table.data());
}

}  // namespace

std::string srgb_profile() {
  const cmsCIExyY white = {0.3127, 0.3290, 1};
  const cmsCIExyYTRIPLE primaries = {{0.64, 0.33, 1}, {0.30, 0.60, 1}, {0.15, 0.06, 1}};
  const std::unique_ptr<cmsToneCurve, decltype(&cmsFreeToneCurve)> curve(srgb_curve(),
                                                                         cmsFreeToneCurve);
  cmsToneCurve* curves[] = {curve.get(), curve.get(), curve.get()};
  const cmsHPROFILE profile = cmsCreateRGBProfile(&white, &primaries, curves);
  if (!profile) throw Error(Code::internal, "no profile of colours could be made");
  cmsSetProfileVersion(profile, 2.1);
  cmsUInt32Number size = 0;
  cmsSaveProfileToMem(profile, nullptr, &size);
  std::string out(size, '\0');
  cmsSaveProfileToMem(profile, out.data(), &size);
  cmsCloseProfile(profile);
  std::fill_n(out.begin() + 24, 12, '\0');  // when it was made: the same bytes every time
  out[25] = '\xea', out[24] = '\x07', out[27] = 1, out[29] = 1;  // 2026-01-01
  return out;
}

}  // namespace vanthu
