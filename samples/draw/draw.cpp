// SPDX-License-Identifier: GPL-3.0-or-later
// Paper → sheets → scanned pages.
#include "samples/draw/draw.h"

#include <utility>

#include "samples/draw/damage.h"
#include "samples/draw/layout.h"

namespace vanthu::draw {

namespace {

// What is printed on the other side of sheet `i`: nothing where the back is blank, the neighbour
// where there is one; a lone page shines through itself, as from the same paper lying under it.
Image behind(const std::vector<Image>& fronts, std::size_t i, bool blank_back) {
  if (blank_back && i == 0) return {};
  const std::size_t other = i % 2 == 0 ? i + 1 : i - 1;
  return fronts[other < fronts.size() ? other : i];
}

}  // namespace

std::vector<DrawnPage> draw_paper(const Paper& paper, const DrawOptions& options) {
  const std::vector<Sheet> sheets = Layout(paper, options).set();
  std::vector<Image> fronts;
  for (const Sheet& sheet : sheets) fronts.push_back(sheet.canvas.image());
  std::vector<DrawnPage> pages;
  unsigned number = 0;
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    const Image reverse = behind(fronts, i, options.blank_back);
    pages.push_back({damaged(fronts[i], reverse, options, number++), sheets[i].text});
    if (!options.blank_back || i > 0) continue;
    const Image empty = make_image(fronts[i].width, fronts[i].height, 3);
    pages.push_back({damaged(empty, fronts[i], options, number++), {}});
  }
  return pages;
}

Image draw_page(const Paper& paper, const DrawOptions& options) {
  return std::move(draw_paper(paper, options).front().image);
}

Paper plain_paper() {
  Paper paper;
  paper.parent = {"UBND TỈNH VĨNH LONG"};
  paper.issuer = {"SỞ XÂY DỰNG"};
  paper.number = "214";
  paper.notation = "/SXD-QLN";
  paper.place = "Vĩnh Long";
  paper.day = 18, paper.month = 5, paper.year = 2021;
  paper.subject = "V/v rà soát quỹ nhà ở công vụ trên địa bàn tỉnh";
  paper.lead_in = "V/v ";
  paper.to = {"Ủy ban nhân dân các huyện, thị xã, thành phố"};
  paper.body = {
      {"Thực hiện Công văn số 1127/BXD-QLN ngày 05/4/2021 của Bộ Xây dựng về việc báo cáo tình "
       "hình "
       "quản lý, sử dụng nhà ở công vụ, Sở Xây dựng đề nghị Ủy ban nhân dân các huyện, thị xã, "
       "thành "
       "phố rà soát và báo cáo các nội dung sau:"},
      {"1. Số lượng, diện tích, địa chỉ nhà ở công vụ đang quản lý; nguồn vốn đầu tư xây dựng và "
       "năm "
       "đưa vào khai thác."},
      {"2. Danh sách cán bộ, công chức, viên chức đang thuê; mức giá thuê và tình hình thu nộp."},
      {"Báo cáo gửi về Sở Xây dựng trước ngày 10/6/2021 để tổng hợp, trình Ủy ban nhân dân "
       "tỉnh./."}};
  paper.copies = {"- Như trên;", "- Giám đốc, các Phó Giám đốc Sở;", "- Lưu: VT, QLN."};
  paper.signing = {.titles = {"KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"}, .name = "Huỳnh Tấn Lộc"};
  paper.seal = Seal{"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "TỈNH VĨNH LONG", {"SỞ", "XÂY DỰNG"}};
  return paper;
}

}  // namespace vanthu::draw
