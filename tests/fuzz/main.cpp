// SPDX-License-Identifier: GPL-3.0-or-later
// vanthu_fuzz [--seconds N | --rounds N] [--seed N] [--keep DIR] SAMPLES: damages whole input and
// hands it to every door in turn. The input under trial lies in --keep while it is tried, so that
// what crashed the program is there afterwards. Exit 1 at the first fault.
#include <fmt/format.h>

#include <chrono>
#include <CLI/CLI.hpp>
#include <cstdio>
#include <filesystem>
#include <fstream>

#include "pipeline/error.h"
#include "tests/fuzz/damage.h"
#include "tests/fuzz/doors.h"

namespace {

using namespace vanthu::fuzz;

struct Options {
  std::string samples, keep = "fuzz-keep";
  double seconds = 0;  // 0: by rounds
  long rounds = 100;   // a round is one trial at each door
  Random::result_type seed = 1;
};

struct Count {
  long understood = 0, refused = 0;
};

std::string keep_file(const Options& options, const Door& door) {
  return options.keep + "/" + door.name;
}

void enter(const Door& door, const std::string& bytes, const Options& options, Count& count) {
  std::ofstream(keep_file(options, door), std::ios::binary) << bytes;
  try {
    door.enter(bytes);
    ++count.understood;
  } catch (const vanthu::Error&) {
    ++count.refused;
  }
}

const std::string& any_of(const std::vector<std::string>& list, Random& random) {
  return list[random() % list.size()];
}

int run(const Options& options) {
  const std::vector<Door> all = doors(options.samples);
  std::filesystem::create_directories(options.keep);
  Random random(options.seed);
  std::vector<Count> counts(all.size());
  const auto began = std::chrono::steady_clock::now();
  const auto more = [&](long round) {
    const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - began;
    return options.seconds > 0 ? spent.count() < options.seconds : round < options.rounds;
  };
  for (long round = 0; more(round); ++round)
    for (std::size_t i = 0; i < all.size(); ++i) {
      const std::string& seed = any_of(all[i].seeds, random);
      enter(all[i], damaged(seed, any_of(all[i].seeds, random), random), options, counts[i]);
    }
  for (std::size_t i = 0; i < all.size(); ++i) {
    fmt::print("{:10} {:8} understood {:8} refused\n", all[i].name, counts[i].understood,
               counts[i].refused);
    std::filesystem::remove(keep_file(options, all[i]));
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  Options options;
  CLI::App app("Throws damaged input at every door.");
  app.add_option("samples", options.samples, "folder of whole scans")->required();
  app.add_option("--seconds", options.seconds, "how long; else --rounds");
  app.add_option("--rounds", options.rounds, "trials at each door");
  app.add_option("--seed", options.seed, "of the damage");
  app.add_option("--keep", options.keep, "folder for the input under trial");
  CLI11_PARSE(app, argc, argv);
  try {
    return run(options);
  } catch (const std::exception& error) {
    fmt::print(stderr, "fault: {}; the input lies in {}\n", error.what(), options.keep);
    return 1;
  }
}
