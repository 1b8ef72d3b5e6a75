// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/fields/marks.h"

#include <algorithm>

#include "pipeline/fields/make_field.h"
#include "pipeline/text.h"

namespace vanthu::fields {
namespace {

constexpr double kMarkPart =
    0.45;  // of the page height: urgency and secrecy stand in the upper part

struct Mark {
  const char* letters;
  const char* value;
};
constexpr Mark kUrgent[] = {{"hoatochengio", "HỎA TỐC HẸN GIỜ"},
                            {"thuongkhan", "THƯỢNG KHẨN"},
                            {"hoatoc", "HỎA TỐC"},
                            {"khan", "KHẨN"}};
constexpr Mark kSecret[] = {{"tuyetmat", "TUYỆT MẬT"}, {"toimat", "TỐI MẬT"}, {"mat", "MẬT"}};

// The stamp's word, and words that may stand before it in its box ("Độ mật: MẬT", "TÀI LIỆU MẬT").
bool is_lead(const std::string& key) {
  for (const char* lead :
       {"do", "mat", "dokhan", "domat", "muc", "mucdo", "tai", "lieu", "tailieu", "van", "ban"})
    if (key == lead) return true;
  return false;
}

bool near_word(std::string_view key, std::string_view wanted, std::size_t edits) {
  return key.size() + edits >= wanted.size() && wanted.size() + edits >= key.size() &&
         edit_distance(key, wanted) <= edits;
}

// A run of the piece's words that reads as `mark` in capitals.
struct Hit {
  double sure = 0;
  Piece piece;
  std::string value;
};

Hit match(const Piece& piece, const std::vector<Word>& words, const Mark& mark, std::size_t edits) {
  std::string run;
  for (const Word& word : words) run += letters(word.text);
  if (!near_word(run, mark.letters, edits)) return {};
  const std::size_t off = edit_distance(run, mark.letters);
  const bool exact = off == 0 && canonical(join_words(words, 0, 9)).find(canonical(mark.value)) !=
                                     std::string::npos;
  const double base = exact ? 0.95 : off == 0 ? 0.85 : off == 1 ? 0.6 : 0.4;
  return {base * (0.5 + 0.5 * mean_confidence(words)), make_piece(piece.page, piece.region, words),
          mark.value};
}

// A mark on the row of Kính gửi or of the head stands left of it: the words before the gap count
// alone.
std::vector<Word> leading_words(const Piece& piece) {
  std::vector<Word> out;
  const Span gui = find_anchor(piece.words, "kinh gui", 1);
  if (!gui.found() || gui.begin == 0 || gui.begin > 4) return out;
  out.assign(piece.words.begin(), piece.words.begin() + gui.begin);
  return out;
}

void take_better(Hit& best, const Hit& hit) {
  if (hit.sure > best.sure) best = hit;
}

Hit urgency_in(const Piece& piece, bool coloured) {
  Hit best;
  const std::vector<Word> before = leading_words(piece);
  const bool standalone = piece.words.size() <= 4;
  for (const Mark& mark : kUrgent) {
    const std::size_t length = std::string_view(mark.letters).size();
    const std::size_t edits = length >= 10 ? 3 : length >= 6 ? 2 : coloured ? 1 : 0;
    if (standalone && (capitals(piece.text) > 0.7 || coloured))
      take_better(best, match(piece, piece.words, mark, edits));
    if (!before.empty()) take_better(best, match(piece, before, mark, length >= 6 ? 2 : 1));
  }
  return best;
}

Hit secrecy_in(const Piece& piece, bool coloured) {
  Hit best;
  if (piece.words.size() > 5) return best;
  std::vector<Word> words = piece.words;
  while (words.size() > 1 && is_lead(letters(words.front().text)) &&
         letters(words.front().text) != "mat")
    words.erase(words.begin());
  for (const Mark& mark : kSecret) {
    const bool long_mark = std::string_view(mark.letters).size() > 3;
    if (capitals(join_words(words, 0, 9)) < 0.6 && !coloured) continue;
    take_better(best, match(piece, words, mark, long_mark ? 2 : 0));
  }
  return best;
}

Field mark_field(const Hit& hit) { return found(hit.value, hit.sure, {hit.piece}, hit.piece.text); }

}  // namespace

Field read_urgency(const PageLayout& page, const Head& head) {
  Hit best;
  for (const Piece& piece : page.pieces)
    if (piece.box.mid_y() < kMarkPart * page.height) take_better(best, urgency_in(piece, false));
  for (const Piece& piece : page.coloured) take_better(best, urgency_in(piece, true));
  if (best.sure >= 0.45) return mark_field(best);
  Field out = nothing(head.national && best.sure == 0 ? Status::absent : Status::missing);
  if (out.status == Status::absent) out.confidence = 0.8;
  if (best.sure > 0) add_candidate(out, best.value, best.sure);
  return out;
}

Field read_secrecy(const std::vector<const PageLayout*>& pages) {
  Hit best;
  for (const PageLayout* page : pages) {
    for (const Piece& piece : page->pieces)
      if (piece.box.mid_y() < kMarkPart * page->height) take_better(best, secrecy_in(piece, false));
    for (const Piece& piece : page->coloured) take_better(best, secrecy_in(piece, true));
  }
  return best.sure > 0 ? mark_field(best) : nothing(Status::missing);
}

Field read_circulation(const PageLayout& page, std::string_view notation) {
  for (const auto* pieces : {&page.pieces, &page.coloured})
    for (const Piece& piece : *pieces) {
      const bool upper_part =
          piece.box.mid_y() < kMarkPart * page.height || pieces == &page.coloured;
      if (upper_part && piece.words.size() <= 6 &&
          find_anchor(piece.words, "luu hanh noi bo", 2).found())
        return found("LƯU HÀNH NỘI BỘ", 0.9 * (0.5 + 0.5 * mean_confidence(piece.words)), {piece},
                     piece.text);
    }
  if (notation.size() > 3 && notation.substr(notation.size() - 3) == "/nb")
    return concluded("nb", 0.9, "notation", "nb");
  return nothing(Status::missing);
}

}  // namespace vanthu::fields
