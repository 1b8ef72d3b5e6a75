// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>
#include <string>

#include "pipeline/text.h"
#include "tests/bench/drawn/bundle_kinds.h"
#include "tests/bench/drawn/measures.h"
#include "tests/bench/drawn/reader.h"

namespace vanthu::bench {
namespace {

struct Counts {
  int files = 0, split = 0, roles = 0, attached = 0, complete = 0;
  void operator+=(const Counts& other) {
    files += other.files, split += other.split, roles += other.roles;
    attached += other.attached, complete += other.complete;
  }
};

std::vector<int> first_pages(const Reading& reading) {
  std::vector<int> out;
  for (const Dispatch& one : reading.dispatches) out.push_back(one.pages.front());
  return out;
}

std::vector<int> attachments(const Reading& reading) {
  std::vector<int> out;
  for (const Dispatch& one : reading.dispatches) {
    int to = -1;
    for (std::size_t i = 0; i < reading.dispatches.size(); ++i)
      if (one.attached_to == reading.dispatches[i].id) to = static_cast<int>(i);
    out.push_back(to);
  }
  return out;
}

std::vector<std::string> roles(const Reading& reading) {
  std::vector<std::string> out;
  for (const PageReading& page : reading.pages) out.push_back(page.role);
  return out;
}

Counts judge(const Bundle& bundle, const Reading& reading, const std::string& what) {
  Counts out{.files = 1};
  out.split = first_pages(reading) == bundle.first_pages;
  out.roles = roles(reading) == bundle.roles;
  out.attached = attachments(reading) == bundle.attached_to;
  out.complete = reading.dispatches.front().complete == bundle.complete;
  if (out.split + out.roles + out.attached + out.complete < 4)
    std::printf("# %s:%s%s%s%s roles %s, asked %s\n", what.c_str(), out.split ? "" : " split",
                out.roles ? "" : " roles", out.attached ? "" : " attached",
                out.complete ? "" : " complete", join(roles(reading), " ").c_str(),
                join(bundle.roles, " ").c_str());
  return out;
}

void print(const char* name, const Counts& counts) {
  std::printf("%s\tfiles %d\tsplit %d\troles %d\tattached %d\tcomplete %d\n", name, counts.files,
              counts.split, counts.roles, counts.attached, counts.complete);
}

}  // namespace

void measure_bundles(int count) {
  Reader reader;
  Counts all;
  for (const BundleKind& kind : bundle_kinds()) {
    Counts some;
    for (int i = 0; i < count; ++i) {
      draw::Rng dice(static_cast<std::uint64_t>(100 + i));
      const Bundle bundle = kind.make(dice);
      some += judge(bundle, reader.read(bundle.pages, bundle.dpi),
                    std::string(kind.name) + " " + std::to_string(i));
    }
    print(kind.name, some);
    std::fflush(stdout);
    all += some;
  }
  print("all", all);
}

}  // namespace vanthu::bench
