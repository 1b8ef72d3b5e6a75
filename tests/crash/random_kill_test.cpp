// SPDX-License-Identifier: GPL-3.0-or-later
// The importer is killed with SIGKILL at moments spread over the length of its run, by chance from
// a fixed seed, and killed again while it recovers. Before and after the next start: every file
// given is in the archive exactly once or still at its source, nothing half-written is seen, verify
// is clean, and catalogue and index agree.
#include <gtest/gtest.h>
#include <signal.h>

#include <algorithm>
#include <chrono>
#include <random>
#include <set>

#include "tests/e2e/place.h"

namespace vanthu::e2e {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr unsigned kFiles = 5;

int rounds() {
  const char* asked = std::getenv("VANTHU_CRASH_ROUNDS");
  return asked ? std::max(1, std::atoi(asked)) : 25;
}

const Arguments kImport = {"import", "-j", "2", "--move"};

Arguments import_of(const Place& place) {
  Arguments out = kImport;
  out.push_back(place.path("in"));
  return out;
}

void fill(const Place& place) {
  place.must({"init"});
  for (unsigned i = 0; i < kFiles; ++i) place.scan("in/" + std::to_string(i) + ".png", i);
}

double since(Clock::time_point began) {
  return std::chrono::duration<double>(Clock::now() - began).count();
}

double seconds_of_a_whole_run() {
  const Place place;
  fill(place);
  const auto began = Clock::now();
  place.must(import_of(place));
  return since(began);
}

// One attempt at killing; whether it came while the importer worked. A run that ended first says
// how long one takes now, and the next shots aim at that: a machine is not as fast at every minute.
bool killed(const Place& place, double share, double& whole) {
  const auto began = Clock::now();
  const int code = kill_program(import_of(place), place.environment, share * whole);
  if (code == 0) whole = std::min(whole, since(began));
  return code == 128 + SIGKILL;
}

// The contents of the papers that the archive shows, each of them whole.
std::multiset<std::string> kept(const Place& place) {
  std::multiset<std::string> out;
  const Json list = place.json({"list"});
  for (const Json& row : list["dispatches"]) {
    const std::string id = row["id"];
    out.insert(place.must({"get", id, "--original"}));
    place.json({"show", id});
  }
  return out;
}

void expect_nothing_lost(const Place& place, const std::string& when) {
  const std::multiset<std::string> there = kept(place);
  for (unsigned i = 0; i < kFiles; ++i) {
    const auto copies = there.count(png_page(i));
    EXPECT_LE(copies, 1U) << when;
    EXPECT_TRUE(copies == 1 || fs::exists(place.path("in/" + std::to_string(i) + ".png")))
        << "file " << i << " is lost, " << when;
  }
}

void expect_whole(const Place& place, const std::string& when) {
  EXPECT_EQ(kept(place).size(), kFiles) << when;
  EXPECT_TRUE(fs::is_empty(place.path("in"))) << when;
  EXPECT_TRUE(place.json({"verify"})["faults"].empty()) << when;  // the index too
  EXPECT_TRUE(fs::is_empty(place.archive() + "/staging")) << when;
}

TEST(RandomKill, LosesNothingAndTheNextStartFinishes) {
  double whole = seconds_of_a_whole_run();
  std::mt19937 chance(20261126);
  std::uniform_real_distribution<double> moment(0, 1.1);
  std::uniform_int_distribution<int> times(1, 3);
  const int enough = rounds() / 2 + 1;
  int died = 0;
  const auto goes_on = [&](int round) {  // further rounds where too many kills came too late
    return (round < rounds() || died < enough) && round < rounds() * 8;
  };
  for (int round = 0; goes_on(round) && !testing::Test::HasFailure(); ++round) {
    const Place place;
    fill(place);
    std::string when = "round " + std::to_string(round) + ", killed after";
    for (int n = times(chance); n > 0; --n) {
      const double share = moment(chance);
      when += " " + std::to_string(share) + " of a run";
      died += killed(place, share, whole) ? 1 : 0;
      expect_nothing_lost(place, when);
    }
    const Finished last = place.run(import_of(place));
    // 66: the last kill came after every file was taken away
    EXPECT_TRUE(last.code == 0 || last.code == 66) << when << last.out << last.err;
    expect_whole(place, when);
  }
  RecordProperty("killed", died);
  EXPECT_GE(died, enough) << "too few were killed while they worked";
}

}  // namespace
}  // namespace vanthu::e2e
