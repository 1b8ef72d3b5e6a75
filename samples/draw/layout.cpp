// SPDX-License-Identifier: GPL-3.0-or-later
// The sheet, its page numbers, and the body: paragraphs line by line, tables row by row.
#include "samples/draw/layout.h"

#include <algorithm>

#include "pipeline/text.h"
#include "samples/draw/stamp.h"

namespace vanthu::draw {

Layout::Layout(const Paper& paper, const DrawOptions& options)
    : paper_(paper),
      options_(options),
      pen_(options.seed * 7919ULL + 1),
      rubber_(options.seed * 104729ULL + 2) {}

std::vector<Sheet> Layout::set() && {
  new_page();
  set_head();
  if (!paper_.type.empty()) set_title();
  if (!paper_.to.empty()) set_to();
  if (paper_.arrival) draw_arrival(canvas(), *paper_.arrival, rubber_);
  for (const RubberMark& mark : paper_.marks) draw_mark(canvas(), mark, rubber_);
  set_body();
  set_foot();
  return std::move(sheets_);
}

void Layout::new_page() {
  sheets_.push_back({Canvas(options_.dpi, options_.skew_degrees), {}});
  y_ = kTop;
  bottom_ = kBottom;
  if (sheets_.size() == 1) return;
  const TextBlock number(std::to_string(sheets_.size()), set_as({13}));
  const bool below = paper_.page_numbers_below;
  if (!below) say(number.text(0));
  if (below)
    canvas().show(number, 0, kRight - number.width(), kBottom + 24);
  else
    canvas().show(number, 0, (kLeft + kRight - number.width()) / 2, kTop - 10);
}

void Layout::need(double height) {
  if (y_ + height > bottom_) new_page();
}

double Layout::centred(const TextBlock& block, double middle, double y, double spacing) {
  for (int i = 0; i < block.lines(); ++i) {
    canvas().show(block, i, middle - block.left() - block.width() / 2, y + block.ascent());
    say(block.text(i));
    y += block.leading() * spacing;
  }
  return y;
}

void Layout::set_body() {
  for (const Block& block : paper_.body) {
    if (block.table.rows.empty())
      set_paragraph(block);
    else
      set_table(block.table);
  }
}

// A typist leaves no foot alone on a page: the last paragraph goes over with it.
void Layout::keep_with_foot(double paragraph) {
  const double room = bottom_ - y_, foot = foot_height() + 12;
  if (paragraph <= room && paragraph + foot > room) new_page();
}

void Layout::set_paragraph(const Block& block) {
  const bool ragged = paper_.typed && block.align == Align::justify;  // no typist justifies
  const Flow flow{kWidth, ragged ? Align::left : block.align,
                  block.align == Align::centre ? 0 : mm(block.indent)};
  const TextBlock text(block.markup, set_as({paper_.body_size}), flow);
  const double step = text.leading() * paper_.spacing;
  if (&block == &paper_.body.back()) keep_with_foot(mm(block.gap) + text.lines() * step);
  y_ += mm(block.gap);
  for (int i = 0; i < text.lines(); ++i) {
    need(step);
    canvas().show(text, i, kLeft, y_ + text.ascent());
    say(text.text(i));
    y_ += step;
  }
}

void Layout::set_table(const Table& table) {
  std::vector<double> edges = {kLeft};
  for (const double share : table.widths) edges.push_back(edges.back() + share * kWidth);
  y_ += 6;
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    std::vector<TextBlock> cells;
    for (std::size_t c = 0; c < table.rows[r].size(); ++c) {
      const std::string& words = table.rows[r][c];
      const bool middle = r == 0 || c == 0 || words.size() < 14;
      cells.emplace_back(words, set_as({12, r == 0}),
                         Flow{edges[c + 1] - edges[c] - 8, middle ? Align::centre : Align::left});
    }
    set_row(cells, edges);
  }
  y_ += 3;
}

void Layout::set_row(const std::vector<TextBlock>& cells, const std::vector<double>& edges) {
  int lines = 1;
  for (const TextBlock& cell : cells) lines = std::max(lines, cell.lines());
  const double height = lines * cells.front().leading() + 6;
  need(height);
  std::string spoken;
  for (std::size_t c = 0; c < cells.size(); ++c) {
    canvas().box({edges[c], y_}, edges[c + 1] - edges[c], height, 0.6, kPrint);
    double y = y_ + 3 + (lines - cells[c].lines()) * cells[c].leading() / 2;
    std::string words;
    for (int i = 0; i < cells[c].lines(); ++i, y += cells[c].leading()) {
      canvas().show(cells[c], i, edges[c] + 4, y + cells[c].ascent());
      if (i > 0) words += ' ';
      words += cells[c].text(i);
    }
    if (c > 0) spoken += '\t';
    spoken += words;
  }
  say(trim(spoken));
  y_ += height;
}

}  // namespace vanthu::draw
