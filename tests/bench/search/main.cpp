// SPDX-License-Identifier: GPL-3.0-or-later
// search_bench dump CORPUS N | judge CORPUS N QUERIES FOLDER [ENGINE] |
//              real READINGS TRUTH FOLDER [ENGINE] |
//              speed CORPUS N QUERIES FOLDER [ENGINE]
#include <time.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <nlohmann/json.hpp>
#include <random>

#include "pipeline/reading_json.h"
#include "pipeline/text.h"
#include "tests/bench/search/compose.h"
#include "tests/bench/search/judge.h"

namespace {

using namespace vanthu;
using namespace vanthu::bench;
using Clock = std::chrono::steady_clock;
namespace fs = std::filesystem;

struct Named {
  const char* name;
  std::unique_ptr<SearchEngine> (*make)(const std::string& folder);
};
constexpr Named kAll[] = {{"vanthu", ours}, {"fts5", fts5}, {"omega", omega}, {"recoll", recoll}};

// What a thing took: on the wall, and of the processor, which other programs do not disturb.
struct Took {
  double wall = 0, processor = 0;
  Took& operator+=(const Took& other) {
    wall += other.wall, processor += other.processor;
    return *this;
  }
};

class Watch {
 public:
  Took took() const {
    return {std::chrono::duration<double>(Clock::now() - began_).count(), processor() - used_};
  }

 private:
  static double processor() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
  }
  Clock::time_point began_ = Clock::now();
  double used_ = processor();
};

std::uintmax_t bytes_in(const fs::path& folder) {
  std::uintmax_t out = 0;
  for (const auto& file : fs::recursive_directory_iterator(folder))
    if (file.is_regular_file()) out += file.file_size();
  return out;
}

void dump(const std::string& corpus, std::size_t papers) {
  const std::vector<Article> articles = read_articles(corpus);
  std::fprintf(stderr, "%zu articles\n", articles.size());
  for (std::size_t n = 0; n < papers; ++n) {
    const Reading reading = compose(articles, n);
    const Dispatch& d = reading.dispatches.front();
    const nlohmann::json row = {{"id", d.id},
                                {"number", *d.number.value},
                                {"date", *d.date.value},
                                {"issuer", *d.issuer.value},
                                {"type", *d.type.value},
                                {"subject", *d.subject.value},
                                {"signer", *d.signer.value},
                                {"text", reading.pages.front().text}};
    std::puts(row.dump().c_str());
  }
}

// One row an engine: the mean reciprocal rank of every kind of query.
void print_ranks(const std::vector<Reading>& papers, const std::vector<Judged>& queries,
                 const std::string& folder, const std::string& alone) {
  std::map<std::string, std::size_t> kinds;
  for (const Judged& one : queries) ++kinds[one.kind];
  std::printf("engine");
  for (const auto& [kind, count] : kinds) std::printf("\t%s (%zu)", kind.c_str(), count);
  std::printf("\tall (%zu)\n", queries.size());
  for (const Named& named : kAll) {
    if (!alone.empty() && alone != named.name) continue;
    if (named.make == recoll && std::system("command -v recollq >/dev/null") != 0) continue;
    const auto engine = named.make(folder + "/" + named.name);
    for (const Reading& paper : papers) engine->add(paper);
    engine->finish();
    std::vector<std::string> misses;
    const auto ranks = mean_reciprocal_rank(*engine, queries, &misses);
    std::printf("%s", named.name);
    for (const auto& kind : kinds) std::printf("\t%.3f", ranks.at(kind.first));
    std::printf("\t%.3f\n", ranks.at("all"));
    std::fflush(stdout);
    if (named.make != ours) continue;
    for (const std::string& miss : misses) std::fprintf(stderr, "not first: %s\n", miss.c_str());
  }
}

std::vector<Reading> composed(const std::string& corpus, std::size_t count) {
  const std::vector<Article> articles = read_articles(corpus);
  std::vector<Reading> out;
  for (std::size_t n = 0; n < count; ++n) out.push_back(compose(articles, n));
  return out;
}

// Readings of whole files, one dispatch each, whose ids are the names of the files.
std::vector<Reading> readings_in(const std::string& folder) {
  std::vector<Reading> out;
  for (const auto& file : fs::directory_iterator(folder)) {
    std::ifstream in(file.path());
    Reading reading = reading_from_json(std::string(std::istreambuf_iterator<char>(in), {}));
    if (reading.dispatches.empty()) continue;
    reading.sha256 = digest(file.path().string()) + std::string(48, '0');
    reading.dispatches.resize(1);
    reading.dispatches.front().id = reading.file;
    out.push_back(std::move(reading));
  }
  return out;
}

// What people type, from papers that are there: words with and without marks, phrases, numbers,
// fields, and a twentieth that finds nothing.
std::vector<std::string> query_log(const std::vector<Article>& articles, std::size_t papers,
                                   std::size_t count, bool ours_alone) {
  std::mt19937 random(5);
  std::vector<std::string> out;
  while (out.size() < count) {
    const Dispatch d = compose(articles, random() % papers).dispatches.front();
    const std::vector<std::string> words = words_of(*d.subject.value);
    if (words.size() < 6) continue;
    const std::size_t at = random() % (words.size() - 4), length = 2 + random() % 3;
    const std::string part = join({words.begin() + static_cast<std::ptrdiff_t>(at),
                                   words.begin() + static_cast<std::ptrdiff_t>(at + length)},
                                  " ");
    if ((" " + fold(part) + " ").find(" hoac ") != std::string::npos)
      continue;  // "or": an operator
    const std::size_t kind = random() % 20;
    if (kind < 8)
      out.push_back(fold(part));
    else if (kind < 13)
      out.push_back(part);
    else if (kind < 15)
      out.push_back("\"" + part + "\"");
    else if (kind < 18)
      out.push_back(*d.number.value);
    else if (kind < 19)
      out.push_back(ours_alone ? fold(part) + " ngay:" + d.date.value->substr(0, 4) : fold(part));
    else
      out.push_back("zqx " + fold(part));
  }
  return out;
}

double at_share(std::vector<double>& sorted, double share) {
  return 1000 * sorted.at(static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1)));
}

long resident_kb() {
  std::ifstream in("/proc/self/status");
  for (std::string line; std::getline(in, line);)
    if (line.starts_with("VmRSS:")) return std::stol(line.substr(6));
  return 0;
}

void print_times(const char* of, std::vector<double> times) {
  std::sort(times.begin(), times.end());
  std::printf("\t%s p50 %.1f p95 %.1f p99 %.1f max %.0f ms", of, at_share(times, 0.5),
              at_share(times, 0.95), at_share(times, 0.99), at_share(times, 1));
}

void time_queries(SearchEngine& engine, const char* name, const std::vector<std::string>& queries) {
  for (const char* pass : {"first", "again"}) {
    std::vector<double> wall, processor;
    std::size_t hits = 0;
    for (const std::string& query : queries) {
      const Watch watch;
      hits += engine.search(query, 10, true).size();
      const Took took = watch.took();
      wall.push_back(took.wall), processor.push_back(took.processor);
    }
    std::printf("%s\t%s\t%zu queries\t%zu hits", name, pass, queries.size(), hits);
    print_times("wall", std::move(wall));
    print_times("processor", std::move(processor));
    std::printf("\t%ld MB\n", resident_kb() / 1024);
    std::fflush(stdout);
  }
}

void speed(const std::string& corpus, std::size_t papers, std::size_t queries,
           const std::string& folder, const std::string& alone) {
  const std::vector<Article> articles = read_articles(corpus);
  for (const Named& named : kAll) {
    if (named.make == recoll || (!alone.empty() && alone != named.name)) continue;
    const std::string place = folder + "/" + named.name;
    const auto engine = named.make(place);
    Took adding;
    for (std::size_t n = 0; n < papers; ++n) {
      const Reading reading = compose(articles, n);
      const Watch watch;
      engine->add(reading);
      adding += watch.took();
    }
    const Watch watch;
    engine->finish();
    adding += watch.took();
    const double count = static_cast<double>(papers);
    std::printf("%s\t%zu papers\t%.2f ms a paper (%.2f of the processor)\t%.1f KB a paper\n",
                named.name, papers, 1000 * adding.wall / count, 1000 * adding.processor / count,
                static_cast<double>(bytes_in(place)) / 1024 / count);
    time_queries(*engine, named.name, query_log(articles, papers, queries, named.make == ours));
  }
}

int run(const std::vector<std::string>& words) {
  if (words.size() == 3 && words[0] == "dump")
    dump(words[1], std::stoul(words[2]));
  else if (words.size() >= 5 && words[0] == "judge")
    print_ranks(composed(words[1], std::stoul(words[2])), read_judged(words[3]), words[4],
                words.size() > 5 ? words[5] : "");
  else if (words.size() >= 4 && words[0] == "real")
    print_ranks(readings_in(words[1]), judged_of_truth(words[2]), words[3],
                words.size() > 4 ? words[4] : "");
  else if (words.size() >= 5 && words[0] == "speed")
    speed(words[1], std::stoul(words[2]), std::stoul(words[3]), words[4],
          words.size() > 5 ? words[5] : "");
  else
    return std::fputs("see the first lines of tests/bench/search/main.cpp\n", stderr), 64;
  return 0;
}

}  // namespace

int main(int count, char** words) try {
  return run({words + 1, words + count});
} catch (const std::exception& error) {
  std::fprintf(stderr, "search_bench: %s\n", error.what());
  return 1;
}
