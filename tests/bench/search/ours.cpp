// SPDX-License-Identifier: GPL-3.0-or-later
#include <optional>

#include "index/index.h"
#include "index/search.h"
#include "pipeline/error.h"
#include "tests/bench/search/engines.h"

namespace vanthu::bench {
namespace {

constexpr std::size_t kCommitEvery = 20'000;

class Ours : public SearchEngine {
 public:
  explicit Ours(std::string folder)
      : folder_(std::move(folder)), writer_(Writer::create(folder_)) {}

  void add(const Reading& reading) override {
    writer_->put(reading, [](const Dispatch&) { return std::string("open"); });
    if (++added_ % kCommitEvery == 0) writer_->commit();
  }

  void finish() override {
    writer_->commit();
    writer_.reset();
  }

  std::vector<std::string> search(const std::string& query, std::size_t most, bool page) override {
    if (!searcher_) searcher_.emplace(Searcher::open(folder_));
    SearchOptions options;
    options.limit = most;
    options.facet_values = page ? 10 : 0;
    std::vector<std::string> out;
    for (const Hit& hit : searcher_->search(query, options).hits) out.push_back(hit.id);
    return out;
  }

 private:
  std::string folder_;
  std::optional<Writer> writer_;
  std::optional<Searcher> searcher_;
  std::size_t added_ = 0;
};

}  // namespace

std::unique_ptr<SearchEngine> ours(const std::string& folder) {
  return std::make_unique<Ours>(folder);
}

}  // namespace vanthu::bench
