// SPDX-License-Identifier: GPL-3.0-or-later
// Sets a Paper on sheets: head, body over as many pages as it needs, foot, and the inks on top.
// The cells stand where DOMAIN's layout of an official paper has them. One use, one thread.
#pragma once
#include <string>
#include <vector>

#include "samples/draw/canvas.h"
#include "samples/draw/draw.h"
#include "samples/draw/random.h"

namespace vanthu::draw {

struct Sheet {
  Canvas canvas;
  std::string text;  // printed lines, a line feed after each
};

class Layout {
 public:
  Layout(const Paper& paper, const DrawOptions& options);
  std::vector<Sheet> set() &&;  // all pages

 private:
  // layout.cpp: the sheet and the body
  Style set_as(const Style& style) const { return paper_.typed ? typed(style) : style; }
  Canvas& canvas() { return sheets_.back().canvas; }
  void say(const std::string& line) { sheets_.back().text += line + "\n"; }
  void new_page();
  void need(double height);  // turns the page when less than this is left
  double centred(const TextBlock& block, double middle, double y, double spacing = 1);
  void set_body();
  void set_paragraph(const Block& block);
  void keep_with_foot(double paragraph);
  void set_table(const Table& table);
  void set_row(const std::vector<TextBlock>& cells, const std::vector<double>& edges);

  // layout_head.cpp
  void set_head();
  double head_left();
  double head_right();
  void number_line(double y);
  void date_line(double y);
  double margin_subject(double y);
  void set_title();
  void set_to();
  void set_single_to(const TextBlock& label);
  void set_many_to(const TextBlock& label);

  // layout_foot.cpp
  void set_foot();
  TextBlock copy_line(const std::string& words) const;
  double set_copies(double y);
  void set_joint_foot();
  double set_signing(const Signing& signing, double y, double middle);
  double foot_height() const;
  double signing_height() const;
  double copies_height() const;
  void set_titles(const Signing& signing, double& y, double middle);
  void set_inks(const Signing& signing, double top, double name_y, double middle);

  const Paper& paper_;
  const DrawOptions& options_;
  Rng pen_, rubber_;
  std::vector<Sheet> sheets_;
  double y_ = 0, bottom_ = 0;
  double right_middle_ = 0, number_y_ = 0;
};

// The text frame, points.
inline constexpr double kLeft = mm(30), kRight = kPageWidth - mm(18), kWidth = kRight - kLeft;
inline constexpr double kTop = mm(20), kBottom = kPageHeight - mm(20);

}  // namespace vanthu::draw
