// SPDX-License-Identifier: GPL-3.0-or-later
// Recoll through its own programs, one text file a paper. A query costs a process: its time says
// nothing, its answers do.
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "tests/bench/search/engines.h"

namespace vanthu::bench {
namespace {

namespace fs = std::filesystem;

std::string in_quotes(const std::string& word) {
  std::string out = "'";
  for (const char c : word) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

class Recoll : public SearchEngine {
 public:
  explicit Recoll(const std::string& folder)
      : papers_(fs::absolute(folder + "/papers")), config_(fs::absolute(folder + "/config")) {
    fs::remove_all(folder);
    fs::create_directories(papers_);
    fs::create_directories(config_);
    std::ofstream(config_ / "recoll.conf")
        << "topdirs = " << papers_.string() << "\nindexstemminglanguages =\n";
  }

  void add(const Reading& reading) override {
    std::ofstream out(papers_ / (reading.dispatches.front().id + ".txt"));
    for (const PageReading& page : reading.pages) out << page.text;
  }

  void finish() override {
    const std::string command =
        "recollindex -c " + in_quotes(config_.string()) + " >/dev/null 2>&1";
    if (std::system(command.c_str()) != 0) throw std::runtime_error("recollindex failed");
  }

  std::vector<std::string> search(const std::string& query, std::size_t most, bool) override {
    const std::string command = "recollq -c " + in_quotes(config_.string()) + " -b -n 0-" +
                                std::to_string(most) + " " + in_quotes(query) + " 2>/dev/null";
    std::vector<std::string> out;
    FILE* pipe = popen(command.c_str(), "r");
    char line[4096];
    while (pipe != nullptr && std::fgets(line, sizeof line, pipe) != nullptr) {
      const std::string stem = fs::path(std::string(line)).filename().string();
      if (const std::size_t end = stem.rfind(".txt"); end != std::string::npos)
        out.push_back(stem.substr(0, end));
    }
    if (pipe != nullptr) pclose(pipe);
    return out;
  }

 private:
  fs::path papers_, config_;
};

}  // namespace

std::unique_ptr<SearchEngine> recoll(const std::string& folder) {
  return std::make_unique<Recoll>(folder);
}

}  // namespace vanthu::bench
