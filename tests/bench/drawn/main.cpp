// SPDX-License-Identifier: GPL-3.0-or-later
// drawn_bench reliability COUNT [CROPS] | drawn_bench bundles|troubles|secrecy|arrivals|eras COUNT
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <string>

#include "tests/bench/drawn/measures.h"

int main(int count, char** words) {
  const std::string what = count > 2 ? words[1] : "";
  try {
    if (what == "reliability")
      vanthu::bench::measure_reliability(std::atoi(words[2]), count > 3 ? words[3] : "");
    else if (what == "bundles")
      vanthu::bench::measure_bundles(std::atoi(words[2]));
    else if (what == "troubles")
      vanthu::bench::measure_troubles(std::atoi(words[2]));
    else if (what == "secrecy")
      vanthu::bench::measure_secrecy(std::atoi(words[2]));
    else if (what == "arrivals")
      vanthu::bench::measure_arrivals(std::atoi(words[2]));
    else if (what == "eras")
      vanthu::bench::measure_eras(std::atoi(words[2]));
    else
      return std::fputs(
                 "usage: drawn_bench reliability|bundles|troubles|secrecy|arrivals|eras COUNT\n",
                 stderr),
             64;
    return 0;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "drawn_bench: %s\n", error.what());
    return 1;
  }
}
