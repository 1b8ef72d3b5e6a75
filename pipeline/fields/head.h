// SPDX-License-Identifier: GPL-3.0-or-later
// The head of a dispatch's first page: who issues (left), the national or Party head (right), the
// number row and the place-and-date row, and what stands under them: V/v block or title. Found by
// anchors and geometry; each part may be missing. Pure; safe from any thread.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "pipeline/fields/anchors.h"
#include "pipeline/fields/layout.h"

namespace vanthu::fields {

enum class HeadKind { none, state, party, youth, old_state };

struct Head {
  HeadKind kind = HeadKind::none;
  std::optional<Piece> national;  // CỘNG HÒA …, ĐẢNG CỘNG SẢN …, ĐOÀN TNCS …
  std::optional<Piece> motto;     // Độc lập - Tự do - Hạnh phúc
  std::optional<Piece> number;    // the printed row with `Số`, left column
  std::optional<Piece> date;      // place and date, right column
  std::vector<Piece> issuers;     // left lines above the number, from the top
  int top = 0, bottom = 0;        // y of the head; bottom is under number and date
  int column = 0;                 // x that parts the columns
};

Head find_head(const PageLayout& page);

struct Title {
  Piece row;            // the whole printed row
  std::string printed;  // "MỜI HỌP", "KẾ HOẠCH", with the marks it must have
  std::string kind;     // "GIẤY MỜI", "KẾ HOẠCH"
  int words = 0;        // of the row that belong to the title; the rest is subject
};

// A kind's name in capitals, alone on its row or opening it, under the head; the first from the
// top.
std::optional<Title> find_title(const PageLayout& page, const Head& head);

// `Kính gửi`: the words of the anchor inside one piece.
struct Addressed {
  std::size_t piece = 0;  // index into page.pieces
  Span anchor;
};
std::optional<Addressed> find_addressed(const PageLayout& page, const Head& head);

// A number row reads `Số …`, or holds a notation (`/SYT-NVY`, `-KH/TW`); body lines that do are
// longer.
bool looks_like_number_row(const Piece& piece);
bool looks_like_date_row(const Piece& piece);

}  // namespace vanthu::fields
