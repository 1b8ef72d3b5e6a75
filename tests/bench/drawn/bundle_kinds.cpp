// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/drawn/bundle_kinds.h"

#include <utility>

#include "tests/bench/drawn/papers.h"

namespace vanthu::bench {
namespace {

using draw::Paper;
using draw::Rng;

std::string cited(const Paper& paper, const std::string& kind, const Office& office) {
  return kind + " số " + number_of(paper) + " ngày " + std::to_string(paper.day) + "/" +
         std::to_string(paper.month) + "/" + std::to_string(paper.year) + " của " + office.name;
}

struct Binder {
  Rng& dice;
  draw::DrawOptions scanner;
  Bundle bundle = {};

  explicit Binder(Rng& dice_in) : dice(dice_in), scanner(random_scanner(dice_in)) {
    scanner.dpi = bundle.dpi = 200;
  }
  // Its pages; the blank back, which the drawing puts behind the first, is told from them.
  int draw(const Paper& paper, const std::string& role) {
    ++scanner.seed;
    const int first = static_cast<int>(bundle.pages.size()) + 1;
    for (draw::DrawnPage& page : draw::draw_paper(paper, scanner)) {
      const bool back = scanner.blank_back && page.text.empty();
      bundle.roles.push_back(back ? "blank" : role);
      bundle.pages.push_back(std::move(page.image));
    }
    return first;
  }
  void dispatch(const Paper& paper, int attached = -1) {
    bundle.first_pages.push_back(draw(paper, "main"));
    bundle.attached_to.push_back(attached);
  }
};

Bundle letter_and_plan(Rng& dice) {
  const Office office = random_office(dice);
  Paper letter = random_paper(dice, office, Form::letter);
  Paper plan = random_paper(dice, office, Form::plan);
  plan.year = letter.year, plan.month = letter.month;
  letter.body.insert(letter.body.begin(),
                     {"Giám đốc gửi kèm theo " + cited(plan, "Kế hoạch", office) +
                      " để các đơn vị triển khai thực hiện."});
  Binder binder(dice);
  binder.dispatch(letter);
  binder.dispatch(plan, 0);
  return binder.bundle;
}

Bundle two_unrelated(Rng& dice) {
  Binder binder(dice);
  binder.dispatch(random_paper(dice, random_office(dice), Form::letter));
  binder.dispatch(random_paper(dice, random_office(dice), Form::decision));
  return binder.bundle;
}

Bundle three_with_backs(Rng& dice) {
  Binder binder(dice);
  binder.scanner.blank_back = true;
  for (const Form form : {Form::decision, Form::letter, Form::plan})
    binder.dispatch(random_paper(dice, random_office(dice), form));
  return binder.bundle;
}

// A list that repeats the head, without number and date, its title naming its paper or another.
Bundle annex_with_head(Rng& dice) {
  const Office office = random_office(dice);
  const Paper letter = random_paper(dice, office, Form::letter);
  Paper annex = random_paper(dice, office, Form::plan);
  annex.number.clear(), annex.notation.clear(), annex.place.clear();
  annex.type = dice.below(2) == 0 ? "DANH SÁCH" : "CHƯƠNG TRÌNH";
  annex.subject = "(Kèm theo " + cited(letter, "Công văn", office) + ")";
  annex.copies.clear();
  if (dice.below(2) == 0) annex.signing = {}, annex.seal.reset();
  Binder binder(dice);
  binder.dispatch(letter);
  binder.draw(annex, "annex");
  return binder.bundle;
}

// The same with a place and a date, which every head but an annex's has beside a number.
Bundle dated_annex(Rng& dice) {
  const Office office = random_office(dice);
  const Paper decision = random_paper(dice, office, Form::decision);
  Paper rules = random_paper(dice, office, Form::plan);
  rules.number.clear(), rules.notation.clear();
  rules.day = decision.day, rules.month = decision.month, rules.year = decision.year;
  rules.type = "QUY CHẾ";
  rules.subject = "(Ban hành kèm theo " + cited(decision, "Quyết định", office) + ")";
  rules.copies.clear();
  Binder binder(dice);
  binder.dispatch(decision);
  binder.draw(rules, "annex");
  return binder.bundle;
}

// A paper of the Party behind one of the state: `Số` without a colon, a star, no motto.
Bundle state_and_party(Rng& dice) {
  const Office office = random_office(dice);
  Paper party = random_paper(dice, office, Form::plan);
  party.head = draw::Head::party;
  party.parent = {"ĐẢNG BỘ TỈNH " + office.parent.substr(std::string("UBND TỈNH ").size())};
  party.issuer = {"BAN TỔ CHỨC"};
  party.mark = "*";
  party.number_label = "Số ";
  party.notation = "-HD/BTCTU";
  party.type = "HƯỚNG DẪN";
  Binder binder(dice);
  binder.dispatch(random_paper(dice, office, Form::letter));
  binder.dispatch(party);
  return binder.bundle;
}

Bundle scanned_twice(Rng& dice) {
  const Paper paper = random_paper(dice, random_office(dice), Form::letter);
  Binder binder(dice);
  binder.dispatch(paper);
  binder.scanner.skew_degrees = -binder.scanner.skew_degrees;
  binder.dispatch(paper);
  return binder.bundle;
}

Bundle annex_without_head(Rng& dice) {
  const Office office = random_office(dice);
  const Paper decision = random_paper(dice, office, Form::decision);
  Paper annex = random_paper(dice, office, Form::plan);
  annex.head = draw::Head::none;
  annex.parent.clear(), annex.issuer.clear();
  annex.number.clear(), annex.notation.clear(), annex.place.clear();
  annex.type = "PHỤ LỤC";
  annex.subject = "(Ban hành kèm theo " + cited(decision, "Quyết định", office) + ")";
  annex.copies.clear();
  annex.signing = {};
  annex.seal.reset();
  Binder binder(dice);
  binder.dispatch(decision);
  binder.draw(annex, "annex");
  return binder.bundle;
}

Bundle copy_slip(Rng& dice) {
  const Office receiver = random_office(dice);
  Paper slip = random_paper(dice, receiver, Form::plan);
  slip.type = dice.below(2) == 0 ? "SAO LỤC" : "SAO Y BẢN CHÍNH";
  slip.subject.clear();
  slip.lead_in.clear();
  slip.notation = "/SL-" + receiver.code;
  slip.body.clear();
  Binder binder(dice);
  binder.dispatch(random_paper(dice, random_office(dice), Form::letter));
  binder.draw(slip, "copy_slip");
  return binder.bundle;
}

Bundle blank_back(Rng& dice) {
  Binder binder(dice);
  binder.scanner.blank_back = true;
  binder.dispatch(random_paper(dice, random_office(dice), Form::decision));
  return binder.bundle;
}

Paper long_letter(Rng& dice) {
  Paper paper = random_paper(dice, random_office(dice), Form::letter);
  const auto body = paper.body;
  for (int i = 0; i < 3; ++i) paper.body.insert(paper.body.begin(), body.begin(), body.end() - 1);
  paper.body.insert(paper.body.begin() + static_cast<std::ptrdiff_t>(paper.body.size() / 2),
                    {"Số 12/QĐ-UBND ngày 20/8/2019 của Ủy ban nhân dân tỉnh và Kế hoạch số "
                     "169/KH-KHVN ngày 20 tháng 8 năm 2019 tiếp tục có hiệu lực."});
  return paper;
}

Bundle long_one(Rng& dice) {
  Binder binder(dice);
  binder.dispatch(long_letter(dice));
  return binder.bundle;
}

Bundle cut_short(Rng& dice) {
  Binder binder(dice);
  binder.dispatch(long_letter(dice));
  if (binder.bundle.pages.size() > 1) {
    binder.bundle.pages.pop_back();
    binder.bundle.roles.pop_back();
    binder.bundle.complete = false;
  }
  return binder.bundle;
}

}  // namespace

const std::vector<BundleKind>& bundle_kinds() {
  static const std::vector<BundleKind> kinds = {
      {"letter with its plan", letter_and_plan},
      {"two unrelated from one feed", two_unrelated},
      {"three, with blank backs", three_with_backs},
      {"annex that repeats the head", annex_with_head},
      {"annex with a head and a date", dated_annex},
      {"annex without a head", annex_without_head},
      {"a paper of the Party behind", state_and_party},
      {"the same paper twice", scanned_twice},
      {"copy slip behind", copy_slip},
      {"blank back with ghost seal", blank_back},
      {"one of several pages, citing", long_one},
      {"one whose last page is missing", cut_short},
  };
  return kinds;
}

}  // namespace vanthu::bench
