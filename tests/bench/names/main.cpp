// SPDX-License-Identifier: GPL-3.0-or-later
// names_bench N [FIRST]: draws N short papers, from seed FIRST on, whose signer's name lies under a
// seal and beside a signature, as colour, grey and one-bit scans of 150 to 300 dpi, some names
// stamped in red; reads them and says of each whether the signer is right and how sure, then how
// many of each band of confidence are right.
#include <array>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <random>
#include <string>
#include <utility>

#include "ocr/engine.h"
#include "ocr/reading_order.h"
#include "pipeline/clean/clean.h"
#include "pipeline/fields/fields.h"
#include "samples/draw/draw.h"

namespace {

using namespace vanthu;

constexpr std::array kFamilies = {"Nguyễn", "Trần",  "Lê",    "Phạm", "Hoàng", "Huỳnh",
                                  "Phan",   "Vũ",    "Võ",    "Đặng", "Bùi",   "Đỗ",
                                  "Hồ",     "Ngô",   "Dương", "Lý",   "Đinh",  "Hà",
                                  "Trịnh",  "Lương", "Quách", "Nông", "Tạ",    "Mai"};
constexpr std::array kMiddles = {"Văn",  "Thị",   "Đức",  "Xuân",  "Ngọc", "Quang", "Hữu",
                                 "Công", "Đình",  "Quốc", "Trọng", "Thế",  "Mạnh",  "Hồng",
                                 "Bích", "Thanh", "Kim",  "Khắc",  "Viết", "Như"};
constexpr std::array kGivens = {
    "An",    "Bình", "Cường",  "Dũng",  "Điệp",  "Đạt", "Giang", "Hải",    "Hạnh", "Hiếu",
    "Hòa",   "Hùng", "Hương",  "Khôi",  "Kiên",  "Lâm", "Liễu",  "Lộc",    "Mẫn",  "Nghĩa",
    "Oanh",  "Phúc", "Phượng", "Quyết", "Quỳnh", "Sâm", "Thắng", "Thưởng", "Tĩnh", "Tuấn",
    "Tường", "Ước",  "Vĩnh",   "Vượng", "Xoan",  "Yến", "Huấn",  "Nguyện", "Thụy", "Rạng"};
constexpr std::array kTitles = {std::pair{"GIÁM ĐỐC", ""},
                                std::pair{"KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"},
                                std::pair{"KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"},
                                std::pair{"TRƯỞNG BAN", ""},
                                std::pair{"HIỆU TRƯỞNG", ""},
                                std::pair{"TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"}};

template <class List>
const auto& one_of(const List& list, std::mt19937& random) {
  return list[std::uniform_int_distribution<std::size_t>(0, list.size() - 1)(random)];
}

double between(double from, double to, std::mt19937& random) {
  return std::uniform_real_distribution<double>(from, to)(random);
}

draw::Paper paper_of(std::mt19937& random) {
  draw::Paper out = draw::plain_paper();
  const auto& [first, second] = one_of(kTitles, random);
  out.signing.titles = {first};
  if (*second != '\0') out.signing.titles.push_back(second);
  out.signing.name = std::string(one_of(kFamilies, random)) + " " + one_of(kMiddles, random) + " " +
                     one_of(kGivens, random);
  out.signing.stamped_name = between(0, 1, random) < 0.25;
  out.signing.pen = between(0, 1, random) < 0.5 ? draw::Ink::blue : draw::Ink::black;
  out.seal = draw::Seal{"CỘNG HÒA XHCN VIỆT NAM", "TỈNH AN HÒA",
                        between(0, 1, random) < 0.5 ? std::vector<std::string>{}
                                                    : std::vector<std::string>{"SỞ", "XÂY DỰNG"}};
  return out;
}

draw::DrawOptions options_of(unsigned seed, std::mt19937& random) {
  draw::DrawOptions out;
  out.seed = seed;
  out.dpi = one_of(std::array{150.0, 200.0, 200.0, 300.0}, random);
  out.depth = one_of(std::array{draw::Depth::bilevel, draw::Depth::bilevel, draw::Depth::grey,
                                draw::Depth::colour},
                     random);
  out.skew_degrees = between(-1, 1, random);
  out.damage.blur = between(0.4, 1.1, random);
  out.damage.noise = between(0, 10, random);
  out.damage.wear = between(0, 0.25, random);
  out.damage.threshold = between(110, 185, random);
  return out;
}

Field signer_of(Engine& engine, const Image& image, double dpi) {
  Page page;
  page.image = image;
  page.dpi = dpi;
  OcrPage read = engine.recognise(clean(page));
  const std::vector<OcrPage> pages = {std::move(read)};
  const auto dispatches = understand(pages, "").dispatches;
  return dispatches.empty() ? Field{} : dispatches.front().signer;
}

struct Band {
  double from;
  int given = 0, right = 0;
};

void measure(unsigned count, unsigned first) {
  Engine engine = Engine::open();
  std::array<Band, 5> bands = {Band{0.99}, Band{0.97}, Band{0.9}, Band{0.7}, Band{0.5}};
  int right = 0, given = 0;
  for (unsigned seed = first; seed < first + count; ++seed) {
    std::mt19937 random(seed);
    const draw::Paper paper = paper_of(random);
    const draw::DrawOptions options = options_of(seed, random);
    const Field signer = signer_of(engine, draw::draw_page(paper, options), options.dpi);
    const bool ok = signer.value == paper.signing.name;
    given += signer.value ? 1 : 0, right += ok ? 1 : 0;
    std::printf("%u\t%s\t%s\t%s\t%.3f\n", seed,
                ok             ? "right"
                : signer.value ? "WRONG"
                               : "none",
                paper.signing.name.c_str(), signer.value.value_or("").c_str(), signer.confidence);
    for (Band& band : bands)
      if (signer.value && signer.confidence >= band.from) {
        ++band.given, band.right += ok ? 1 : 0;
        break;
      }
  }
  std::printf("%u papers, %d given, %d right\n", count, given, right);
  for (const Band& band : bands)
    std::printf("from %.2f: %d given, %d right\n", band.from, band.given, band.right);
}

}  // namespace

int main(int count, char** words) {
  if (count < 2) return std::fputs("usage: names_bench N [FIRST]\n", stderr), 64;
  try {
    measure(static_cast<unsigned>(std::atoi(words[1])),
            count > 2 ? static_cast<unsigned>(std::atoi(words[2])) : 1);
    return 0;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "names_bench: %s\n", error.what());
    return 1;
  }
}
