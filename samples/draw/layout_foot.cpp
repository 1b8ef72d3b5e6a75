// SPDX-License-Identifier: GPL-3.0-or-later
// The foot: Nơi nhận on the left; on the right titles, signature, seal over its left third and over
// the first syllables of the name. Where another signs on the left, Nơi nhận stands below both. The
// block is never torn over two pages.
#include <algorithm>

#include "samples/draw/hand.h"
#include "samples/draw/layout.h"
#include "samples/draw/stamp.h"

namespace vanthu::draw {
namespace {

constexpr double kSignSpace = 78;  // between titles and name
constexpr double kLeftMiddle = kLeft + kWidth * 0.245, kRightMiddle = kLeft + kWidth * 0.755;
constexpr double kCopiesSize = 11;

}  // namespace

TextBlock Layout::copy_line(const std::string& words) const {
  const Flow flow{kWidth * 0.46};
  return TextBlock(words, set_as({kCopiesSize}), flow);
}

void Layout::set_foot() {
  y_ += 8;
  need(foot_height());
  say("");
  if (paper_.beside) return set_joint_foot();
  const double top = y_;
  const double low = set_copies(top);
  say("");
  y_ = std::max(low, set_signing(paper_.signing, top, kRightMiddle));
}

void Layout::set_joint_foot() {
  const double low = set_signing(*paper_.beside, y_, kLeftMiddle);
  say("");
  y_ = std::max(low, set_signing(paper_.signing, y_, kRightMiddle)) + 12;
  say("");
  y_ = set_copies(y_);
}

double Layout::foot_height() const {
  if (paper_.beside) return signing_height() + copies_height() + 16;
  return std::max(signing_height(), copies_height()) + 4;
}

double Layout::copies_height() const {
  double height = 17;
  for (const std::string& words : paper_.copies) {
    const TextBlock block = copy_line(words);
    height += block.lines() * block.leading();
  }
  return height;
}

double Layout::signing_height() const {
  std::size_t titles = std::max<std::size_t>(paper_.signing.titles.size(), 1);
  if (paper_.beside) titles = std::max(titles, paper_.beside->titles.size());
  return static_cast<double>(titles) * 16.5 + kSignSpace + 20;
}

double Layout::set_copies(double y) {
  if (paper_.copies.empty()) return y;
  const bool party = paper_.head == Head::party;
  const std::string plain = paper_.typed ? paper_.copies_label : "<b><i>Nơi nhận:</i></b>";
  const TextBlock label(party ? "<u>Nơi nhận</u>:" : plain, set_as({12}));
  canvas().show(label, 0, kLeft, y + label.ascent());
  say(label.text(0));
  if (options_.signature && options_.hand_number)
    initial(canvas(), {kLeft + 62, y + 6}, 7, paper_.signing.pen, pen_);
  y += 15;
  for (const std::string& words : paper_.copies) {
    const TextBlock block = copy_line(words);
    for (int i = 0; i < block.lines(); ++i, y += block.leading()) {
      canvas().show(block, i, kLeft, y + block.ascent());
      say(block.text(i));
    }
  }
  return y;
}

void Layout::set_titles(const Signing& signing, double& y, double middle) {
  const double size = paper_.head_size + 0.6;
  for (std::size_t i = 0; i < signing.titles.size(); ++i) {
    const std::string& words = signing.titles[i];
    const TextBlock block(words, set_as({size, true}));
    if (i == 0 && signing.hand_kt) {
      const Pen pen{signing.pen, size * 0.95, 1.1, 0.2};
      canvas().begin_ink();
      write_hand(canvas(), {middle - block.width() / 2 - 25, y + block.ascent() + 1}, "KT.", pen,
                 pen_);
      canvas().end_ink(0.06, options_.seed + 13);
      canvas().show(block, 0, middle - block.width() / 2, y + block.ascent());
      say("KT. " + words);
    } else if (i > 0 && i + 1 == signing.titles.size() && signing.stamped_title) {
      draw_rubber_line(canvas(), {middle + 6, y + block.ascent() + 1}, words, size, rubber_);
      say(words);
    } else {
      canvas().show(block, 0, middle - block.width() / 2, y + block.ascent());
      say(words);
    }
    y += block.leading();
  }
  if (signing.titles.empty()) y += size;
}

double Layout::set_signing(const Signing& signing, double y, double middle) {
  const double top = y;
  set_titles(signing, y, middle);
  const double name_y = y + kSignSpace + 12;
  const std::string name = (signing.degree.empty() ? "" : signing.degree + " ") + signing.name;
  const TextBlock block(name, set_as({paper_.head_size + 1, true}));
  if (signing.stamped_name)
    draw_rubber_line(canvas(), {middle, name_y}, name, paper_.head_size + 1, rubber_);
  else
    canvas().show(block, 0, middle - block.width() / 2, name_y);
  if (!name.empty()) say(name);
  set_inks(signing, std::max(y, top), name_y, middle);
  return name_y + 8;
}

void Layout::set_inks(const Signing& signing, double top, double name_y, double middle) {
  const double between = (top + name_y - 12) / 2;
  if (options_.signature && !signing.name.empty()) {
    canvas().begin_ink();
    canvas().push({middle - 62, between + 4}, pen_.between(-9, -2));
    sign(canvas(), {0, 0}, 140, 56, signing.pen, pen_);
    canvas().pop();
    canvas().end_ink(0.05, options_.seed + 14);
  }
  if (options_.seal && paper_.seal)
    draw_seal(canvas(),
              {middle - 52 + rubber_.between(-5, 5), between + 8 + rubber_.between(-4, 5)},
              *paper_.seal, rubber_);
}

}  // namespace vanthu::draw
