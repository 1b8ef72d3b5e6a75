// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/drawn/old_papers.h"

#include <array>
#include <string>

#include "pipeline/text.h"

namespace vanthu::bench {
namespace {

using draw::Rng;

template <typename T, std::size_t N>
const T& any(Rng& dice, const std::array<T, N>& list) {
  return list[static_cast<std::size_t>(dice.below(static_cast<int>(N)))];
}

struct Body {
  const char *parent, *name, *place, *title, *of_title;
};
constexpr std::array<Body, 4> kRepublic = {{
    {"", "ỦY BAN HÀNH CHÍNH TỈNH NAM HÀ", "Nam Hà", "T.M. ỦY BAN HÀNH CHÍNH", "CHỦ TỊCH"},
    {"", "BỘ NỘI THƯƠNG", "Hà Nội", "K.T. BỘ TRƯỞNG BỘ NỘI THƯƠNG", "THỨ TRƯỞNG"},
    {"BỘ GIÁO DỤC", "TY GIÁO DỤC THÁI BÌNH", "Thái Bình", "TY GIÁO DỤC THÁI BÌNH", "TRƯỞNG TY"},
    {"", "PHỦ THỦ TƯỚNG", "Hà Nội", "K.T. THỦ TƯỚNG CHÍNH PHỦ", "PHÓ THỦ TƯỚNG"},
}};
constexpr std::array<Body, 4> kLater = {{
    {"", "ỦY BAN NHÂN DÂN TỈNH KIÊN GIANG", "Kiên Giang", "T.M. ỦY BAN NHÂN DÂN TỈNH", "CHỦ TỊCH"},
    {"UBND TỈNH HÀ NAM NINH", "SỞ LƯƠNG THỰC", "Nam Định", "K.T. GIÁM ĐỐC SỞ", "PHÓ GIÁM ĐỐC"},
    {"", "HỘI ĐỒNG BỘ TRƯỞNG", "Hà Nội", "T.M. HỘI ĐỒNG BỘ TRƯỞNG", "PHÓ CHỦ TỊCH"},
    {"UBND TỈNH CỬU LONG", "TY THỦY LỢI", "Vĩnh Long", "TRƯỞNG TY THỦY LỢI", "TRƯỞNG TY"},
}};
constexpr std::array kSigners = {"Nguyễn Văn Tám", "Trần Đăng Khoa", "Lê Thị Mười",
                                 "Phạm Hữu Nghĩa", "Vũ Đình Hòe"};
constexpr std::array kMatters = {"phân phối lương thực quý II", "thu mua nông sản vụ đông xuân",
                                 "tu bổ đê điều trước mùa mưa bão",
                                 "điều động cán bộ về công tác tại các huyện miền núi",
                                 "cấp phát vật tư cho các hợp tác xã"};
constexpr std::array kSentences = {
    "Căn cứ tình hình thực tế ở địa phương và đề nghị của các ngành có liên quan, nay quy định một "
    "số điểm để các cấp thi hành thống nhất.",
    "Các đồng chí thủ trưởng các ngành, chủ tịch các huyện, thị xã có trách nhiệm thi hành quyết "
    "định này kể từ ngày ký.",
    "Kinh phí do ngân sách địa phương đài thọ, tính vào kế hoạch của năm sau, không được dùng vào "
    "việc khác.",
    "Trong khi thi hành nếu gặp khó khăn trở ngại thì báo cáo về để kịp thời giải quyết."};

std::string unmarked(const std::string& text) {
  std::string out;
  for (const char32_t letter : to_u32(text)) {
    const std::string one = from_u32({&letter, 1}), low = fold(one);
    out += low == lower(one) ? one : lower(one) == one ? low : upper(low);
  }
  return out;
}

void unmark(draw::Paper& paper) {
  for (std::string* one : {&paper.nation, &paper.motto, &paper.number_label, &paper.notation,
                           &paper.place, &paper.type, &paper.subject, &paper.lead_in,
                           &paper.to_label, &paper.copies_label, &paper.signing.name})
    *one = unmarked(*one);
  for (auto* list : {&paper.parent, &paper.issuer, &paper.date_words, &paper.to, &paper.copies,
                     &paper.signing.titles})
    for (std::string& one : *list) one = unmarked(one);
  for (draw::Block& block : paper.body) block.markup = unmarked(block.markup);
}

void fill_number(Rng& dice, draw::Paper& paper, bool decision) {
  constexpr std::array kDecision = {" QĐ/UB", "/QĐ-UB", " QĐ/TC", "-CT"};
  constexpr std::array kLetter = {" CV/UB", "/VP", "-VX", " NN/LT"};
  paper.number = std::to_string(11 + dice.below(dice.below(2) == 0 ? 88 : 900));
  paper.notation = decision ? any(dice, kDecision) : any(dice, kLetter);
  paper.number_label = dice.below(3) == 0 ? "Số " : "Số: ";
}

void fill_text(Rng& dice, draw::Paper& paper, bool decision) {
  const std::string matter = any(dice, kMatters);
  paper.lead_in = decision ? "Về việc " : "V/v ";
  paper.subject = paper.lead_in + matter;
  if (decision)
    paper.type = dice.below(3) == 0 ? "CHỈ THỊ" : "QUYẾT ĐỊNH";
  else
    paper.to = {"Ủy ban các huyện, thị xã"};
  for (int i = 3 + dice.below(4); i > 0; --i) paper.body.push_back({any(dice, kSentences)});
}

}  // namespace

draw::Paper random_old_paper(Rng& dice, Era era) {
  draw::Paper paper;
  const bool republic = era == Era::republic, decision = dice.below(2) == 0;
  const Body& body = any(dice, republic ? kRepublic : kLater);
  paper.typed = era != Era::renewal;
  if (republic) paper.nation = "VIỆT NAM DÂN CHỦ CỘNG HÒA";
  if (*body.parent != 0) paper.parent = {body.parent};
  paper.issuer = {body.name};
  paper.place = body.place;
  paper.day = 1 + dice.below(28), paper.month = 1 + dice.below(12);
  paper.year = republic              ? 1955 + dice.below(21)
               : era == Era::renewal ? 1993 + dice.below(13)
                                     : 1977 + dice.below(16);
  fill_number(dice, paper, decision);
  fill_text(dice, paper, decision);
  paper.copies = {"- Như trên", "- Lưu VP"};
  paper.copies_label = dice.below(2) == 0 ? "Nơi gửi:" : "Nơi nhận:";
  paper.signing = {.titles = {body.title, body.of_title}, .name = any(dice, kSigners)};
  paper.seal = draw::Seal{paper.nation, paper.place, {body.name}};
  if (era == Era::bare) unmark(paper);
  return paper;
}

draw::DrawOptions random_old_scan(Rng& dice, Era era) {
  const bool typed = era != Era::renewal, carbon = typed && dice.below(3) == 0;
  draw::DrawOptions out;
  out.seed = static_cast<unsigned>(dice.next());
  out.dpi = dice.below(2) == 0 ? 200 : 300;
  out.skew_degrees = dice.between(-2, 2);
  out.depth = static_cast<draw::Depth>(dice.below(3));
  out.hand_number = dice.below(2) == 0;
  out.hand_day = dice.below(2) == 0;
  out.pen = dice.below(2) == 0 ? draw::Ink::blue : draw::Ink::black;
  out.damage = {.blur = carbon ? dice.between(0.9, 1.7) : dice.between(0.4, 0.9),
                .noise = dice.between(0, 10),
                .paper = typed ? dice.between(190, 245) : dice.between(225, 255),
                .wear = carbon ? dice.between(0.3, 0.6) : dice.between(0.05, 0.35),
                .specks = dice.below(250),
                .show_through = typed ? dice.between(0, 0.2) : dice.between(0, 0.05)};
  return out;
}

}  // namespace vanthu::bench
