// SPDX-License-Identifier: GPL-3.0-or-later
// The block hangs to the right of its anchor: a line that starts left of the anchor's middle is
// body.
#include "pipeline/fields/people_to.h"

#include <algorithm>

#include "pipeline/fields/make_field.h"
#include "pipeline/fields/recipient.h"
#include "pipeline/fields/scan.h"
#include "pipeline/text.h"

namespace vanthu::fields {
namespace {

constexpr double kBlockStep = 2.9;  // letters between lines of the block at most
constexpr double kFaint = 0.4;      // words under it are handwriting or specks
constexpr double kSureWord = 0.65;  // a word of the print is read with more
constexpr double kMostSure = 0.88;
constexpr double kMended = 0.9;
constexpr int kWhite = 6;  // letters of white in a word's box: something else stands there

bool ends_with_any(const std::string& text, std::string_view marks) {
  return !text.empty() && marks.find(text.back()) != std::string_view::npos;
}

bool opens_in_brackets(const std::string& text) {
  return begins_with(text, "sau day goi") ||
         (text.rfind("(", 0) == 0 && begins_with(text, "goi chung"));
}

// Handwriting and rules at the end of a line, after its closing mark.
Piece without_tail(const Piece& line) {
  std::vector<Word> words = line.words;
  std::size_t closed = words.size();
  for (std::size_t i = 0; i < words.size(); ++i)
    if (ends_with_any(words[i].text, ";.") && words[i].confidence >= kFaint) closed = i + 1;
  if (closed < words.size() && closed > 0) {
    const bool faint = std::all_of(words.begin() + static_cast<std::ptrdiff_t>(closed), words.end(),
                                   [](const Word& word) { return word.confidence < 0.65; });
    if (faint) words.resize(closed);
  }
  while (words.size() > 1 && words.back().confidence < kFaint &&
         count_letters(words.back().text) < 2 && !all_digits(words.back().text, 4))
    words.pop_back();
  return words.empty() ? line : make_piece(line.page, line.region, words);
}

// `full`: the line before reached the right edge, so that this one may be its continuation.
bool opens_item(const Piece& line, const Piece* before, bool dashes, bool full) {
  if (before == nullptr || starts_with_dash(line.text)) return true;
  const std::string done = trim(before->text);
  const std::u32string u = to_u32(line.text);
  const bool capital = !u.empty() && is_upper(u.front());
  if (ends_with_any(done, ";.")) return capital || !dashes;
  return !dashes && capital && !full && !ends_with_any(done, ",");
}

// The white behind a word counts to its box when the engine saw dirt in it.
bool is_followed_by_white(const Word& word, int letter) {
  return word.box.w > (count_letters(word.text) + kWhite) * letter;
}

// A stamp left of the block reads as words in front of its line: they are cut off where what is
// left begins no further left than the block hangs. A body line's first words are sure, and stand
// close.
Piece without_stamp_in_front(const Piece& line, int left, int letter) {
  std::size_t n = 0;
  double sure = 0;
  while (n < line.words.size() && line.words[n].box.x < left) sure += line.words[n++].confidence;
  if (n == 0 || n >= line.words.size()) return line;
  const bool apart = is_followed_by_white(line.words[n - 1], letter);
  if (!apart && sure / static_cast<double>(n) >= kSureWord) return line;
  return make_piece(line.page, line.region,
                    {line.words.begin() + static_cast<std::ptrdiff_t>(n), line.words.end()});
}

// Where a line of the block begins. A lone dash stands by its word, however much white before it
// the engine took into its box.
int begin_of(const Piece& piece, int letter) {
  const Word& first = piece.words.front();
  const bool dash = count_letters(first.text) == 0 && starts_with_dash(first.text);
  return dash ? std::max(piece.box.x, first.box.right() - letter) : piece.box.x;
}

// Where the anchor's last word ends: its box may hold the marks of the list's first line too.
int end_of(const Word& word, int letter) {
  return std::min(word.box.right(), word.box.x + (count_letters(word.text) + 1) * 3 * letter / 5);
}

// Lines of the block: what stands right of the anchor on its row, then what hangs under it.
std::vector<Piece> block_of(const PageLayout& page, const Head& head, const Addressed& at) {
  const Piece& first = page.pieces[at.piece];
  const Word& gui = first.words[static_cast<std::size_t>(at.anchor.end - 1)];
  const Word& kinh = first.words[static_cast<std::size_t>(at.anchor.begin)];
  const int anchor_ends = end_of(gui, page.letter);
  const int left = anchor_ends - 3 * page.letter / 2;
  std::vector<Piece> out;
  const std::vector<Word> rest(first.words.begin() + at.anchor.end, first.words.end());
  if (!rest.empty() && !letters(join_words(rest, 0, 99)).empty())
    out.push_back(make_piece(first.page, first.region, rest));
  int last = std::max(first.box.bottom() - page.letter, kinh.box.mid_y());
  for (const Piece& seen : page.pieces) {
    const Piece piece = without_stamp_in_front(seen, left, page.letter);
    if (&seen == &first || piece.box.mid_y() < kinh.box.y - page.letter / 4) continue;
    if (piece.box.mid_y() < head.bottom || piece.region == Region::stamp) continue;
    const bool level = same_row(piece.box, kinh.box, page.letter);
    if (piece.box.right() < left) continue;  // a stamp or mark beside the block
    if (!legible(piece) || mean_confidence(piece.words) < 0.3) continue;
    if (piece.box.mid_y() - last > kBlockStep * page.letter) break;
    if (begin_of(piece, page.letter) < left) {
      if (level || piece.box.w < 0.3 * page.width) continue;
      break;
    }
    if (piece.box.x < anchor_ends && same_row(piece.box, kinh.box, page.letter / 2)) continue;
    last = piece.box.mid_y();
    const bool joins = !out.empty() && same_row(out.back().box, piece.box, page.letter / 2) &&
                       piece.box.x > out.back().box.right() - page.letter;
    if (joins) {
      out.back() = merge_row({out.back(), piece});
    } else {
      out.push_back(piece);
    }
  }
  return out;
}

bool is_dots(const std::string& text) {
  const std::u32string u = to_u32(text);
  const auto dots = std::count_if(u.begin(), u.end(),
                                  [](char32_t c) { return c == U'.' || c == U'…' || c == U'_'; });
  return dots >= 6 || std::count(u.begin(), u.end(), U'…') >= 2;
}

bool never_addressed(const std::string& kind) {
  for (const char* one :
       {"QUYẾT ĐỊNH", "NGHỊ QUYẾT", "CHỈ THỊ", "NGHỊ ĐỊNH", "THÔNG TƯ", "QUY CHẾ", "QUY ĐỊNH",
        "KẾ HOẠCH", "BÁO CÁO", "BIÊN BẢN", "HƯỚNG DẪN", "CHƯƠNG TRÌNH", "THÔNG BÁO", "ĐỀ ÁN",
        "PHƯƠNG ÁN", "KẾT LUẬN", "THÔNG CÁO", "LUẬT", "GIẤY MỜI"})
    if (kind == one) return true;
  return false;
}

Field by_hand(const std::vector<Piece>& lines) {
  Field out = nothing(Status::handwritten);
  out.page = lines.front().page;
  for (const Piece& line : lines) out.boxes.push_back(line.box);
  out.raw = lines.front().text;
  return out;
}

}  // namespace

namespace {

// Seal and pen beside the list: no dash, and hardly a word the engine was sure of.
bool is_scribble(const Item& item) {
  const Piece& line = item.lines.front();
  return !starts_with_dash(line.text) && mean_confidence(line.words) < 0.55;
}

}  // namespace

std::vector<Item> items_of(const std::vector<Piece>& lines, int right_edge) {
  std::vector<Item> out;
  const bool dashes = std::count_if(lines.begin(), lines.end(), [](const Piece& line) {
                        return starts_with_dash(line.text);
                      }) > static_cast<std::ptrdiff_t>(lines.size() / 3);
  const Piece* before = nullptr;
  for (const Piece& seen : lines) {
    const Piece line = without_tail(seen);
    const bool nested = !out.empty() && trim(line.text).rfind("+", 0) == 0;
    const bool full = before != nullptr && before->box.right() > right_edge - 2 * before->box.h;
    if (opens_item(line, before, dashes, full) && !nested) out.push_back({{}, {}, 1});
    Item& item = out.back();
    item.lines.push_back(line);
    const std::string text = item.text.empty() ? without_dash(line.text) : trim(line.text);
    item.text += (item.text.empty() ? std::string() : std::string(" ")) + text;
    item.sure = std::min(item.sure, min_confidence(line.words));
    before = &seen;
  }
  for (Item& item : out) item.text = without_stop(item.text);
  std::erase_if(out,
                [](const Item& item) { return count_letters(item.text) < 2 || is_scribble(item); });
  return out;
}

Field recipient(const Item& item, double most) {
  const std::string mended = mended_recipient(item.text);
  const double sure = most * (0.4 + 0.6 * item.sure);
  return found(mended, mended == item.text ? sure : kMended * sure, item.lines, item.text);
}

namespace {

// A stamp may hide the anchor altogether: then a list of dashes that hangs well inside the text
// frame, between head and body, can only be the addressees.
std::vector<Piece> unanchored_list(const PageLayout& page, const Head& head) {
  std::vector<Piece> out;
  const int inside = page.frame.x + page.frame.w / 6;
  int dashes = 0;
  for (const Piece& seen : page.pieces) {
    if (seen.box.mid_y() < head.bottom + page.letter || seen.box.x > page.frame.right()) continue;
    const Piece piece = without_stamp_in_front(seen, inside, page.letter);
    const bool body = piece.box.x < inside && piece.box.w > page.frame.w / 2;
    if (body || (!out.empty() && piece.box.y > out.back().box.bottom() + 2 * page.letter)) break;
    if (opens_in_brackets(piece.text)) break;
    const bool freed = piece.words.size() < seen.words.size();  // its dash is under the stamp
    const bool dash = (freed || starts_with_dash(piece.text)) && piece.box.x > inside;
    const int hang = out.empty() ? 0 : out.front().box.x - page.letter;
    if (!dash && (out.empty() || piece.box.x < hang)) continue;
    dashes += dash ? 1 : 0;
    out.push_back(piece);
  }
  return dashes >= 2 ? out : std::vector<Piece>();
}

}  // namespace

AddressedFound read_addressed(const PageLayout& page, const Head& head,
                              const std::optional<Addressed>& anchor, const std::string& kind) {
  AddressedFound out;
  if (!anchor) {
    if (kind == "CÔNG VĂN" || kind == "GIẤY MỜI" || kind == "TỜ TRÌNH")
      for (const Item& item : items_of(unanchored_list(page, head), page.frame.right()))
        out.to.push_back(recipient(item, 0.8 * kMostSure));
    if (!out.to.empty()) {
      out.status = "read";
      return out;
    }
    out.status = never_addressed(kind) ? "absent" : "missing";
    return out;
  }
  std::vector<Piece> lines = block_of(page, head, *anchor);
  const auto note = std::find_if(lines.begin(), lines.end(),
                                 [](const Piece& line) { return opens_in_brackets(line.text); });
  lines.erase(note, lines.end());
  const bool dotted =
      is_dots(page.pieces[anchor->piece].text) ||
      std::any_of(lines.begin(), lines.end(), [](const Piece& line) { return is_dots(line.text); });
  if (dotted || lines.empty()) {
    int written = 0;
    for (const Piece& line : lines) written += count_letters(line.text);
    out.status = written >= 6 ? "read" : "blank";
    if (written >= 6) out.to.push_back(by_hand(lines));
    return out;
  }
  out.status = "read";
  for (const Item& item : items_of(lines, page.frame.right()))
    out.to.push_back(recipient(item, kMostSure));
  if (out.to.empty()) out.status = "missing";
  return out;
}

}  // namespace vanthu::fields
