// SPDX-License-Identifier: GPL-3.0-or-later
// The committed sample files are what the program draws, and their truth fits them.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "pipeline/intake/intake.h"
#include "pipeline/text.h"
#include "samples/draw/sample.h"

namespace vanthu::draw {
namespace {

namespace fs = std::filesystem;
const fs::path kFolder = fs::path(VANTHU_SOURCE_DIR) / "samples";

std::string contents(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  EXPECT_TRUE(in) << path;
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<Page> decoded(const std::string& name, const std::string& bytes) {
  std::vector<Page> pages;
  load_pages({name, bytes}, {}, [&](Page&& page, int) { pages.push_back(std::move(page)); });
  return pages;
}

// The share of samples (a pixel's grey or one colour of it) further apart than `apart` levels.
double differing(const Image& a, const Image& b, int apart) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < a.pixels.size(); ++i)
    count += std::abs(static_cast<int>(a.pixels[i]) - b.pixels[i]) > apart ? 1 : 0;
  return static_cast<double>(count) / static_cast<double>(a.pixels.size());
}

std::vector<nlohmann::json> truths() {
  std::vector<nlohmann::json> all;
  std::istringstream lines(contents(kFolder / "fields.jsonl"));
  for (std::string line; std::getline(lines, line);) all.push_back(nlohmann::json::parse(line));
  return all;
}

class Samples : public testing::TestWithParam<int> {
 protected:
  Sample sample() const { return all_samples().at(static_cast<std::size_t>(GetParam() - 1)); }
};

// Another FreeType may move edges by a part of a pixel; a moved line or a missing stamp differs
// more.
TEST_P(Samples, CommittedFileIsWhatTheProgramDraws) {
  const Drawn drawn = draw_sample(sample());
  const std::vector<Page> now = decoded(drawn.file, drawn.bytes);
  const std::vector<Page> kept = decoded(drawn.file, contents(kFolder / drawn.file));
  ASSERT_EQ(now.size(), kept.size());
  for (std::size_t i = 0; i < now.size(); ++i) {
    ASSERT_EQ(now[i].image.width, kept[i].image.width);
    ASSERT_EQ(now[i].image.height, kept[i].image.height);
    ASSERT_EQ(now[i].image.channels, kept[i].image.channels);
    EXPECT_LT(differing(now[i].image, kept[i].image, 64), 0.02) << drawn.file << " page " << i + 1;
  }
  EXPECT_EQ(words_of(drawn.text), words_of(contents(kFolder / (sample().name + ".txt"))));
  EXPECT_EQ(nlohmann::json::parse(drawn.truth),
            truths().at(static_cast<std::size_t>(GetParam() - 1)));
  EXPECT_EQ(static_cast<int>(kept.size()), nlohmann::json::parse(drawn.truth)["pages"]);
}

INSTANTIATE_TEST_SUITE_P(All, Samples, testing::Range(1, 13));

TEST(SampleSet, SameSeedGivesTheSameBytes) {
  const Sample sample = letter_samples().front();
  EXPECT_EQ(draw_sample(sample).bytes, draw_sample(sample).bytes);
}

TEST(SampleSet, AnotherSeedGivesOtherBytes) {
  Sample sample = letter_samples().back();
  const std::string before = draw_sample(sample).bytes;
  sample.parts.front().options.seed += 1;
  EXPECT_NE(draw_sample(sample).bytes, before);
}

TEST(SampleSet, HoldsTwelveFilesUnderTenMegabytes) {
  std::uintmax_t bytes = 0;
  for (const nlohmann::json& truth : truths())
    bytes += fs::file_size(kFolder / truth.at("file").get<std::string>());
  EXPECT_EQ(truths().size(), 12U);
  EXPECT_LT(bytes, 10'000'000U);
}

TEST(SampleSet, TruthHasEveryKeyTheScorerReads) {
  for (const nlohmann::json& truth : truths())
    for (const char* key : {"file", "pages", "number", "number_hand", "date", "date_hand", "issuer",
                            "parent", "type", "subject", "to", "copies", "signer", "signer_title",
                            "urgent", "secret", "stamp", "documents"})
      EXPECT_TRUE(truth.contains(key)) << truth["file"] << ' ' << key;
}

TEST(SampleSet, SeedBindsTwoDispatches) {
  const nlohmann::json seed = truths().front();
  ASSERT_EQ(seed["documents"].size(), 2U);
  EXPECT_EQ(seed["number"], "3795/UBND-VXNV");
  EXPECT_EQ(seed["date"], "2019-09-09");
  EXPECT_TRUE(seed["signer_title"].is_null());
  EXPECT_EQ(seed["documents"][1]["number"], "169/KH-KHVN");
  EXPECT_EQ(seed["second"]["date"], "2019-08-20");
  EXPECT_EQ(seed["second"]["stamp"]["date"], "--08-20");
}

// The ranking of search results is tested on these two syllables.
TEST(SampleSet, DungWithItsTwoMarksStandsInDifferentPapers) {
  const auto has = [](const std::string& text, const std::string& syllable) {
    const std::vector<std::string> words = words_of(text);
    return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
      return trim(lower(word), ".,;:") == syllable;
    });
  };
  const std::string stop = contents(kFolder / "02-cong-van-hoa-toc.txt");
  const std::string use = contents(kFolder / "03-cong-van-dau-den.txt");
  EXPECT_TRUE(has(stop, "dừng"));
  EXPECT_FALSE(has(stop, "dùng"));
  EXPECT_TRUE(has(use, "dùng"));
  EXPECT_FALSE(has(use, "dừng"));
}

TEST(SampleSet, OneLiesOnItsSideAndOneIsTurnedByItsHeader) {
  const auto first_page = [](const std::string& name) {
    return decoded(name, contents(kFolder / name)).front().image;
  };
  const Image lying = first_page("11-to-trinh-nam-ngang.pdf");
  EXPECT_GT(lying.width, lying.height);
  const Image upright = first_page("07-giay-moi-xoay-exif.jpg");
  EXPECT_LT(upright.width, upright.height);
}

}  // namespace
}  // namespace vanthu::draw
