// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/bag.h"

#include "archive/clock.h"
#include "archive/digest.h"
#include "pipeline/text.h"

namespace vanthu {
namespace {

std::string line(std::string_view bytes, const std::string& path) {
  return sha512_hex(bytes) + "  " + path + "\n";
}

}  // namespace

Bag::Bag(const std::string& path) : folder_(path) {}

void Bag::put(const std::string& name, std::string_view bytes) {
  const std::string path = "data/" + name;
  folder_.put(path, bytes);
  manifest_ += line(bytes, path);
  bytes_ += bytes.size();
  ++files_;
}

void Bag::tag(const std::string& name, const std::string& text) {
  folder_.put(name, text);
  tags_ += line(text, name);
}

void Bag::finish(BagInfo info) {
  info.emplace_back("Bagging-Date", today());
  info.emplace_back("Payload-Oxum", std::to_string(bytes_) + "." + std::to_string(files_));
  std::string said;
  for (const auto& [label, value] : info)
    if (!value.empty()) said += label + ": " + join(words_of(value), " ") + "\n";
  tag("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
  tag("bag-info.txt", said);
  tag("manifest-sha512.txt", manifest_);
  folder_.put("tagmanifest-sha512.txt", tags_);
  folder_.finish();
}

}  // namespace vanthu
