// SPDX-License-Identifier: GPL-3.0-or-later
// The check of a whole archive. Each thread takes the next object, looks at it without the lock,
// and only where something seems wrong looks again with it: a writer may have been in between. So
// the disk is read as fast as it goes and no writer waits for a check of millions of files.
#include <algorithm>
#include <atomic>
#include <exception>
#include <map>
#include <mutex>
#include <thread>

#include "archive/archive_state.h"
#include "archive/files.h"
#include "archive/verify.h"

namespace vanthu {
namespace {

class VerifyRun {
 public:
  VerifyRun(std::vector<std::string> objects, std::size_t passed, std::vector<Fault> faults,
            const VerifyOptions& options)
      : objects_(std::move(objects)),
        passed_(passed),
        settled_(std::move(faults)),
        options_(options) {}

  // `check` from options.jobs threads at once.
  std::vector<Fault> run(const std::function<std::vector<Fault>(const std::string&)>& check) {
    {
      std::vector<std::jthread> threads;
      for (int n = 1; n < options_.jobs; ++n) threads.emplace_back([&] { work(check); });
      work(check);
    }
    if (failure_) std::rethrow_exception(failure_);
    return std::move(settled_);
  }

 private:
  void work(const std::function<std::vector<Fault>(const std::string&)>& check) try {
    for (std::size_t n = next_++; n < objects_.size(); n = next_++) {
      if (options_.stop && options_.stop()) return;
      settle(n, check(objects_[n]));
    }
  } catch (...) {
    const std::lock_guard guard(mutex_);
    if (!failure_) failure_ = std::current_exception();
    next_ = objects_.size();
  }

  // In order: what was checked ahead of its turn waits.
  void settle(std::size_t n, std::vector<Fault> faults) {
    const std::lock_guard guard(mutex_);
    waiting_[n] = std::move(faults);
    for (auto at = waiting_.find(turn_); at != waiting_.end(); at = waiting_.find(turn_)) {
      std::ranges::move(at->second, std::back_inserter(settled_));
      waiting_.erase(at);
      ++turn_;
    }
    if (!options_.progress) return;
    const std::string upto = turn_ == 0 ? options_.after : objects_[turn_ - 1];
    options_.progress(
        {passed_ + turn_ + waiting_.size(), passed_ + objects_.size(), upto, settled_});
  }

  const std::vector<std::string> objects_;
  const std::size_t passed_;
  std::mutex mutex_;
  std::atomic<std::size_t> next_{0};
  std::size_t turn_ = 0;
  std::map<std::size_t, std::vector<Fault>> waiting_;
  std::vector<Fault> settled_;
  std::exception_ptr failure_;
  const VerifyOptions& options_;
};

// Every object there is and every document there should be.
std::vector<std::string> everything(const OcflRoot& root, const Catalogue& catalogue) {
  std::vector<std::string> all = catalogue.documents();
  root.for_each([&](const std::string& sha256) { all.push_back(sha256); });
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

}  // namespace

std::vector<Fault> Archive::State::check(const std::string& sha256) const {
  if (verify_document(root, catalogue, sha256).empty()) return {};
  const Lock held = lock(true);
  return verify_document(root, catalogue, sha256);
}

std::vector<Fault> Archive::State::check_frame() const {
  const Lock held = lock(true);
  std::vector<Fault> faults = verify_root(root);
  if (!files::names_in(staging_folder_in(path)).empty())
    faults.push_back(
        {"", "CAT", "a writer was killed; the next import or correction finishes its work"});
  return faults;
}

std::vector<Fault> Archive::verify(const VerifyOptions& options) const {
  std::vector<std::string> all = everything(state_->root, state_->catalogue);
  const auto first = std::upper_bound(all.begin(), all.end(), options.after);
  const auto passed = static_cast<std::size_t>(first - all.begin());
  all.erase(all.begin(), first);
  return VerifyRun(std::move(all), passed, state_->check_frame(), options)
      .run([this](const std::string& sha256) { return state_->check(sha256); });
}

std::vector<Fault> Archive::verify_one(const std::string& id) const {
  return state_->check(state_->row(id).sha256);
}

}  // namespace vanthu
