// SPDX-License-Identifier: GPL-3.0-or-later
// The running text of a dispatch with the way back to page and line: what citations and due dates
// are looked for in. The dispatch's own number row and stamps are left out; columns do not mix.
// Pure.
#pragma once
#include <string>
#include <vector>

#include "pipeline/dispatch.h"
#include "pipeline/fields/head.h"

namespace vanthu::fields {

struct Body {
  std::u32string text;  // a line feed after each piece
  struct Start {
    std::size_t at = 0;
    const Piece* piece = nullptr;
  };
  std::vector<Start> starts;
  const Piece* piece_at(std::size_t at) const;  // nullptr past the end
};

// `own`: the head of the first page, whose number row is not text; the pages must outlive the
// result.
Body body_of(const std::vector<const PageLayout*>& pages, const Head& own);

std::vector<Citation> read_citations(const Body& body);

struct DueHints {
  std::string kind;  // of the paper: an invitation's due day is that of the meeting
  std::string
      issued;  // day of issue as far as read: a deadline without a year is the next such day
};

// The deadline: "trước ngày 05/01/2012" -> 2012-01-05, "trong tháng 9/2019" -> 2019-09; quarters
// keep their words. Of a GIẤY MỜI the day of the meeting ("Thời gian: 8 giờ 00, ngày 15/3/2018"),
// hour and all in `raw`. A cue, never more: confidence stays low.
Field read_due(const Body& body, const DueHints& hints = {});

}  // namespace vanthu::fields
