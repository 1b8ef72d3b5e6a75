// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/drawn/papers.h"

#include <array>

namespace vanthu::bench {
namespace {

using draw::Rng;

template <std::size_t N>
const char* any(Rng& dice, const std::array<const char*, N>& list) {
  return list[static_cast<std::size_t>(dice.below(static_cast<int>(N)))];
}

constexpr std::array kProvinces = {"VĨNH LONG", "KIÊN GIANG", "NAM ĐỊNH", "QUẢNG TRỊ",
                                   "BẮC GIANG", "PHÚ YÊN",    "TRÀ VINH", "HÀ TĨNH"};
constexpr std::array kPlaces = {"Vĩnh Long", "Kiên Giang", "Nam Định", "Quảng Trị",
                                "Bắc Giang", "Phú Yên",    "Trà Vinh", "Hà Tĩnh"};
constexpr std::array kNames = {"SỞ Y TẾ",        "SỞ XÂY DỰNG", "SỞ NỘI VỤ",     "SỞ TÀI CHÍNH",
                               "SỞ CÔNG THƯƠNG", "SỞ TƯ PHÁP",  "THANH TRA TỈNH"};
constexpr std::array kCodes = {"SYT", "SXD", "SNV", "STC", "SCT", "STP", "TTr"};
constexpr std::array kUnits = {"NVY", "VP", "TCCB", "KHTC", "QLN", "TH", "TCHC"};
constexpr std::array kMatters = {
    "tổ chức Tháng hành động về an toàn lao động", "rà soát nhà ở công vụ trên địa bàn tỉnh",
    "kiện toàn Ban Chỉ đạo cải cách hành chính", "phòng, chống dịch bệnh mùa mưa lũ",
    "kiểm kê tài sản công tại các đơn vị sự nghiệp"};
constexpr std::array kSentences = {
    "Thủ trưởng các đơn vị phân công cán bộ theo dõi, đôn đốc việc thực hiện và chịu trách nhiệm "
    "về kết quả của đơn vị mình trước Giám đốc.",
    "Kinh phí thực hiện lấy từ nguồn ngân sách được giao hằng năm và các nguồn hợp pháp khác theo "
    "quy định hiện hành.",
    "Trong quá trình thực hiện nếu có khó khăn, vướng mắc thì phản ánh kịp thời về Văn phòng để "
    "tổng hợp, xem xét, giải quyết.",
    "Phát huy vai trò của các tổ chức đoàn thể, vận động cán bộ, công chức, viên chức hưởng ứng "
    "bằng việc làm thiết thực."};
constexpr std::array kSigners = {"Nguyễn Văn Hải", "Trần Thị Bích Thủy", "Lê Quang Trung",
                                 "Phạm Minh Châu", "Đặng Hữu Phước"};

void fill_body(Rng& dice, draw::Paper& paper) {
  for (int i = 3 + dice.below(4); i > 0; --i) paper.body.push_back({any(dice, kSentences)});
  paper.body.back().markup += "/.";
}

void fill_foot(Rng& dice, const Office& office, draw::Paper& paper) {
  paper.copies = {"- Như trên;", "- UBND tỉnh (b/c);",
                  std::string("- Lưu: VT, ") + any(dice, kUnits) + "."};
  paper.signing = {.titles = {"KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"}, .name = any(dice, kSigners)};
  paper.seal =
      draw::Seal{"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", office.parent.substr(5), {office.name}};
}

}  // namespace

Office random_office(Rng& dice) {
  const auto at = static_cast<std::size_t>(dice.below(static_cast<int>(kProvinces.size())));
  const auto of = static_cast<std::size_t>(dice.below(static_cast<int>(kNames.size())));
  return {std::string("UBND TỈNH ") + kProvinces[at], kNames[of], kCodes[of], kPlaces[at]};
}

draw::Paper random_paper(Rng& dice, const Office& office, Form form) {
  draw::Paper paper;
  paper.parent = {office.parent};
  paper.issuer = {office.name};
  paper.number = std::to_string(1 + dice.below(dice.below(3) == 0 ? 99 : 4999));
  if (paper.number.size() == 1) paper.number.insert(0, "0");
  paper.place = office.place;
  paper.day = 1 + dice.below(28), paper.month = 1 + dice.below(12);
  paper.year = 2010 + dice.below(16);
  const std::string matter = any(dice, kMatters);
  if (form == Form::letter) {
    paper.notation = "/" + office.code + "-" + any(dice, kUnits);
    paper.lead_in = "V/v ";
    paper.subject = "V/v " + matter;
    paper.to = {"Các đơn vị trực thuộc"};
  } else {
    const bool plan = form == Form::plan;
    paper.type = plan ? "KẾ HOẠCH" : "QUYẾT ĐỊNH";
    paper.notation = (plan ? "/KH-" : "/QĐ-") + office.code;
    paper.subject = "Về việc " + matter;
    paper.lead_in = "Về việc ";
  }
  fill_body(dice, paper);
  fill_foot(dice, office, paper);
  return paper;
}

draw::DrawOptions random_scanner(Rng& dice) {
  draw::DrawOptions out;
  constexpr std::array kDpi = {150, 200, 200, 300};
  out.seed = static_cast<unsigned>(dice.next());
  out.dpi = kDpi[static_cast<std::size_t>(dice.below(4))];
  out.skew_degrees = dice.between(-1.5, 1.5);
  out.depth = static_cast<draw::Depth>(dice.below(3));
  if (out.depth == draw::Depth::bilevel && out.dpi < 200) out.dpi = 200;
  out.hand_number = dice.uniform() < 0.8;
  out.hand_day = dice.uniform() < 0.75;
  out.hand_month = out.hand_day && dice.uniform() < 0.4;
  out.hand_height = dice.between(1.0, 1.6);
  out.pen = dice.below(2) == 0 ? draw::Ink::blue : draw::Ink::black;
  out.damage = {.blur = dice.between(0.4, 0.8),
                .noise = dice.between(0, 9),
                .paper = dice.between(235, 255),
                .wear = dice.between(0, 0.25),
                .specks = dice.below(60),
                .edge_left = dice.below(3) == 0 ? dice.between(0, 3) : 0,
                .show_through = dice.between(0, 0.02)};
  return out;
}

std::string number_of(const draw::Paper& paper) { return paper.number + paper.notation; }

std::string date_of(const draw::Paper& paper) {
  const auto two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  return std::to_string(paper.year) + "-" + two(paper.month) + "-" + two(paper.day);
}

}  // namespace vanthu::bench
