// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/drawn/crops.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>

#include "pipeline/error.h"
#include "pipeline/fields/date.h"
#include "pipeline/intake/intake.h"
#include "pipeline/text.h"
#include "tests/bench/drawn/papers.h"

namespace vanthu::bench {
namespace {

constexpr double kRowTop = 0.125;                     // of the page's height
constexpr double kNumberMid = 0.29, kDateMid = 0.71;  // of its width

struct Rows {
  std::string number_file, number, date_file, date;
};

std::string iso_of(const std::string& label) {  // "03/12/2019"
  const std::vector<std::string> parts = split(label, '/');
  if (parts.size() != 3) return {};
  return fields::iso_date(std::stoi(parts[2]), std::stoi(parts[1]), std::stoi(parts[0]))
      .value_or("");
}

std::map<std::string, Rows> documents(const std::string& folder) {
  std::ifstream in(folder + "/labels.tsv");
  if (!in) throw Error(Code::not_found, "no labels.tsv in " + folder);
  std::map<std::string, Rows> out;
  for (std::string line; std::getline(in, line);) {
    const std::vector<std::string> cells = split(line, '\t');
    if (cells.size() < 8 || cells[1] != "validate") continue;
    Rows& rows = out[cells[0].substr(0, cells[0].rfind('-'))];
    (cells[2] == "number" ? rows.number_file : rows.date_file) = cells[0];
    (cells[2] == "number" ? rows.number : rows.date) =
        cells[2] == "number" ? cells[3] : iso_of(cells[3]);
  }
  return out;
}

Image picture(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return load_page({path, {std::istreambuf_iterator<char>(in), {}}}, 1).image;
}

// The darker of the two wins, so that the paper of the crop leaves no box.
void set_into(Image& page, const Image& row, int middle, int top) {
  const int left = std::max(0, middle - row.width / 2);
  for (int y = 0; y < row.height && top + y < page.height; ++y)
    for (int x = 0; x < row.width && left + x < page.width; ++x)
      for (int c = 0; c < page.channels; ++c) {
        const int from = x * row.channels + (row.channels == 1 ? 0 : c);
        std::uint8_t& to = page.row(top + y)[(left + x) * page.channels + c];
        to = std::min(to, row.row(y)[from]);
      }
}

}  // namespace

std::vector<CropPage> crop_pages(const std::string& folder) {
  std::vector<CropPage> out;
  draw::Rng dice(29);
  for (const auto& [name, rows] : documents(folder)) {
    draw::Paper paper = random_paper(dice, random_office(dice), Form::letter);
    paper.number.clear(), paper.notation.clear(), paper.place.clear();
    draw::DrawOptions options;
    options.dpi = kCropDpi;
    CropPage page{draw::draw_page(paper, options), rows.number, rows.date};
    const int top = static_cast<int>(kRowTop * page.image.height);
    const auto at = [&](double share) { return static_cast<int>(share * page.image.width); };
    set_into(page.image, picture(folder + "/" + rows.number_file), at(kNumberMid), top);
    set_into(page.image, picture(folder + "/" + rows.date_file), at(kDateMid), top);
    out.push_back(std::move(page));
  }
  return out;
}

}  // namespace vanthu::bench
