// SPDX-License-Identifier: GPL-3.0-or-later
// The head: issuer and number on the left, national or Party title and date on the right; then the
// title of the paper and its addressees. Digits written by hand go into gaps left in the print.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "samples/draw/hand.h"
#include "samples/draw/layout.h"
#include "samples/draw/stamp.h"

namespace vanthu::draw {
namespace {

constexpr double kLeftMiddle = kLeft - 8 + kWidth * 0.20;

}  // namespace

void Layout::set_head() {
  const double left = head_left();
  const bool any_left = !paper_.issuer.empty();
  number_y_ = std::max(left, kTop + 2 * paper_.head_size * 1.149 + 2) + (any_left ? 9 : 0);
  if (paper_.mark.empty() && any_left) number_y_ += 5;
  if (!(paper_.number + paper_.notation).empty()) number_line(number_y_);
  double end = number_y_ + (paper_.head_size + 1) * 1.2;
  if (paper_.type.empty() && !paper_.subject.empty()) end = margin_subject(end);
  say("");
  const double right = head_right();
  const bool party = paper_.head == Head::party;
  const double date_y = party ? right + 6 : std::max(right + 8, number_y_);
  if (!paper_.place.empty()) date_line(date_y);
  say("");
  y_ = std::max(end, date_y + 18) + 8;
}

double Layout::head_left() {
  double y = kTop;
  for (const std::string& words : paper_.parent)
    y = centred(TextBlock(words, set_as({paper_.head_size})), kLeftMiddle, y);
  double widest = 0;
  for (const std::string& words : paper_.issuer) {
    const TextBlock block(words, set_as({paper_.head_size, true}));
    widest = block.width();
    y = centred(block, kLeftMiddle, y);
  }
  if (!paper_.mark.empty())
    return centred(TextBlock(paper_.mark, set_as({paper_.head_size, true})), kLeftMiddle, y);
  if (widest > 0)
    canvas().line({kLeftMiddle - widest * 0.2, y + 1.5}, {kLeftMiddle + widest * 0.2, y + 1.5},
                  0.7);
  return y;
}

double Layout::head_right() {
  if (paper_.head == Head::none) {
    right_middle_ = kLeft + kWidth * 0.74;
    return kTop;
  }
  const bool state = paper_.head == Head::state;
  const TextBlock first(state ? paper_.nation : "ĐẢNG CỘNG SẢN VIỆT NAM",
                        set_as({state ? paper_.head_size - 0.6 : 15, true}));
  right_middle_ = kRight + 8 - first.width() / 2;
  double y = centred(first, right_middle_, kTop);
  double rule = first.width();
  if (state) {
    const TextBlock second(paper_.motto, set_as({paper_.head_size + 0.4, true}));
    rule = second.width();
    y = centred(second, right_middle_, y);
  }
  canvas().line({right_middle_ - rule / 2, y + 2}, {right_middle_ + rule / 2, y + 2}, 0.8);
  return y + 4;
}

void Layout::number_line(double y) {
  const Style style = set_as({paper_.head_size + (paper_.type.empty() ? 0 : 0.5)});
  const TextBlock label(paper_.number_label, style), notation(paper_.notation, style);
  say(paper_.number_label + paper_.number + paper_.notation);
  const double baseline = y + label.ascent();
  if (!options_.hand_number) {
    const TextBlock whole(paper_.number_label + paper_.number + paper_.notation, style);
    canvas().show(whole, 0, kLeftMiddle - whole.width() / 2, baseline);
    return;
  }
  const Pen pen{options_.pen, style.size * 0.66 * options_.hand_height, 1.1,
                pen_.between(.10, .26)};
  const double gap = hand_width(paper_.number, pen) * 0.92;
  const double x = kLeftMiddle - (label.width() + gap + notation.width()) / 2;
  canvas().show(label, 0, x, baseline);
  canvas().show(notation, 0, x + label.width() + gap, baseline);
  canvas().begin_ink();
  write_hand(canvas(), {x + label.width() - 1.5, baseline + pen_.between(-1.5, 2)}, paper_.number,
             pen, pen_);
  canvas().end_ink(0.07, options_.seed + 11);
}

void Layout::date_line(double y) {
  const Style style = set_as({paper_.head_size + 0.6, false, true});
  const Pen pen{options_.pen, style.size * 0.64 * options_.hand_height, 1.05,
                pen_.between(.12, .28)};
  const std::string day = fmt::format("{:02}", paper_.day);
  const std::string month =
      paper_.month < 3 ? fmt::format("{:02}", paper_.month) : std::to_string(paper_.month);
  const std::string year = paper_.date_words[2] + std::to_string(paper_.year);
  struct Piece {
    std::string words;
    bool by_hand;
  };
  const std::vector<Piece> pieces = {{paper_.place + ", " + paper_.date_words[0], false},
                                     {day, options_.hand_day},
                                     {paper_.date_words[1], false},
                                     {month, options_.hand_month},
                                     {year, false}};
  double width = 0;
  std::string spoken;
  for (const Piece& piece : pieces) {
    width +=
        piece.by_hand ? hand_width(piece.words, pen) * 0.92 : TextBlock(piece.words, style).width();
    spoken += piece.words;
  }
  say(spoken);
  double x = std::min(right_middle_ - width / 2, kRight + 10 - width);
  const double baseline = y + style.size * 0.891;
  for (const Piece& piece : pieces) {
    if (piece.by_hand) {
      canvas().begin_ink();
      write_hand(canvas(), {x - 1.5, baseline + pen_.between(-2, 2)}, piece.words, pen, pen_);
      canvas().end_ink(0.07, options_.seed + 12);
      x += hand_width(piece.words, pen) * 0.92;
    } else {
      const TextBlock block(piece.words, style);
      canvas().show(block, 0, x, baseline);
      x += block.width();
    }
  }
}

double Layout::margin_subject(double y) {
  const Style style = set_as({12, false, paper_.head == Head::party});
  return centred(TextBlock(paper_.subject, style, {kWidth * 0.40, Align::centre}), kLeftMiddle,
                 y + 2);
}

void Layout::set_title() {
  const double middle = (kLeft + kRight) / 2;
  y_ = centred(TextBlock(paper_.type, set_as({paper_.head_size + 1, true})), middle,
               y_ + 8 + mm(paper_.title_gap));
  const TextBlock subject(paper_.subject, set_as({paper_.head_size + 1, true}),
                          {kWidth * 0.86, Align::centre});
  y_ = centred(subject, middle, y_);
  canvas().line({middle - kWidth * 0.14, y_ + 3}, {middle + kWidth * 0.14, y_ + 3}, 0.7);
  y_ += 12;
  if (!paper_.authority.empty())
    y_ =
        centred(TextBlock(paper_.authority, set_as({paper_.head_size + 1, true})), middle, y_ + 6) +
        6;
  say("");
}

void Layout::set_to() {
  y_ += 8;
  if (!paper_.urgent.empty()) {
    draw_urgent(canvas(), {kLeft - mm(6), y_ - 6}, paper_.urgent, rubber_);
    say(paper_.urgent);
  }
  const TextBlock label(paper_.to_label, set_as({paper_.body_size}));
  if (paper_.to.size() == 1)
    set_single_to(label);
  else
    set_many_to(label);
  say("");
  y_ += 8;
}

void Layout::set_single_to(const TextBlock& label) {
  const TextBlock one(paper_.to_label + " " + paper_.to.front(), set_as({paper_.body_size}));
  const double shift = paper_.urgent.empty() ? 0 : kWidth * 0.07;
  if (one.width() < kWidth * 0.72) {
    y_ = centred(one, (kLeft + kRight) / 2 + shift, y_, paper_.spacing);
    return;
  }
  const double x = kLeft + kWidth * 0.2;
  const TextBlock words(paper_.to.front(), set_as({paper_.body_size}),
                        {kRight - x - label.width() - 8});
  canvas().show(label, 0, x, y_ + label.ascent());
  for (int i = 0; i < words.lines(); ++i, y_ += words.leading() * paper_.spacing) {
    canvas().show(words, i, x + label.width() + 6, y_ + words.ascent());
    say(i == 0 ? paper_.to_label + " " + words.text(i) : words.text(i));
  }
}

void Layout::set_many_to(const TextBlock& label) {
  const double x = kLeft + kWidth * 0.19;
  canvas().show(label, 0, x, y_ + label.ascent());
  const bool inline_first = paper_.head == Head::party;
  if (!inline_first) {
    say(paper_.to_label);
    y_ += label.leading() * paper_.spacing;
  }
  const double items = x + label.width() + (inline_first ? 8 : -10);
  for (std::size_t n = 0; n < paper_.to.size(); ++n) {
    const char* end = n + 1 < paper_.to.size() ? ";" : ".";
    const TextBlock item("- " + paper_.to[n] + end, set_as({paper_.body_size}), {kRight - items});
    for (int i = 0; i < item.lines(); ++i, y_ += item.leading() * paper_.spacing) {
      canvas().show(item, i, items, y_ + item.ascent());
      const bool labelled = inline_first && n == 0 && i == 0;
      say(labelled ? paper_.to_label + " " + item.text(i) : item.text(i));
    }
  }
}

}  // namespace vanthu::draw
