// SPDX-License-Identifier: GPL-3.0-or-later
// The net says nothing to a row without a name, so that rows can be tried one after the other. A
// row is then looked at in several cuts: what depends on the cut is a guess. Red ink is looked
// through first, since that is where seals are; names stamped in red show in the darkest channel.
#include "ocr/signature.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "pipeline/fields/anchors.h"
#include "pipeline/fields/foot.h"
#include "pipeline/fields/layout.h"
#include "pipeline/fields/signer.h"
#include "pipeline/text.h"

namespace vanthu {
namespace {

using fields::Piece;

constexpr double kCapOfLetter = 1.45;           // height of capitals by x-height, Times
constexpr double kCapOfPoint = 0.66 * 13 / 72;  // inches: capitals of 13 point
constexpr double kReach = 16;                   // heights to each side of the title's middle: 47 mm
constexpr double kFirst = 1.2;                  // heights under the title: the first row tried
constexpr double kLast = 26;                    // and the last: signatures are 20 to 60 mm high
constexpr double kLeft = 0.36;      // of the page's width: no signature begins further left
constexpr double kMiddle = 0.7;     // of it: where a signature usually stands
constexpr double kStep = 0.33;      // between rows; the net has learnt names so far off its row
constexpr double kSettled = 0.9;    // a row as sure as this ends the search
constexpr double kSeen = 0.2;       // a row less sure is not worth a closer look
constexpr double kOfWord = 0.763;   // height of capitals by that of a word's box (ocr/look.cpp)
constexpr double kTail = 0.21;      // of a word's box lies under the foot
constexpr int kDark = 160;          // levels: print, seals and strokes are darker
constexpr double kSlope = 0.045;    // of a stamp set down by hand
constexpr int kRed = 40;            // levels by which red ink is lighter in red than in the others
constexpr double kInkOfName = 0.1;  // pixels of it, a quarter of them counted, a height squared

struct Cut {
  double cap, foot, slope;  // of the height; of the height added to the foot
};
constexpr std::array<Cut, 7> kCuts = {Cut{1, 0, 0},      Cut{1.15, 0, 0},     Cut{0.88, 0, 0},
                                      Cut{1, 0.15, 0},   Cut{1.15, -0.15, 0}, Cut{1, 0, kSlope},
                                      Cut{1, 0, -kSlope}};

// One way of going through all rows: how high the capitals are, of the body's, since script faces
// are taller; how the row slopes; and how sure a name must be to save the way.
struct Pass {
  double size, slope, unless;
};
constexpr std::array<Pass, 4> kPasses = {Pass{1, 0, kSettled}, Pass{1.25, 0, kNameSure},
                                         Pass{1.1, -2 * kSlope, kSeen},
                                         Pass{1.1, 2 * kSlope, kSeen}};

struct Row {
  PrintedRow print;
  double slope = 0;
  Ink ink = Ink::red;
  int x = 0, w = 0;
  NameRun run;
  double sure() const { return run.guesses.empty() ? 0 : run.guesses.front().confidence; }
};

// Where a name may stand: under the titles, right of the list of recipients.
struct Zone {
  int x = 0, w = 0, top = 0, bottom = 0;
  double cap = 0;
};

double cap_of(const CleanPage& page) {
  const double usual = kCapOfPoint * page.dpi;
  const double seen = page.scale > 0 ? kCapOfLetter * page.letter / page.scale : 0;
  return seen > 0.6 * usual && seen < 1.6 * usual ? seen : usual;
}

class Search {
 public:
  Search(const CleanPage& page, NameReader& reader, const fields::Foot& foot)
      : page_(page), reader_(reader), foot_(foot) {}

  Row find(const Zone& zone) {
    Row best;
    for (const PrintedRow& print : rows_seen(zone)) try_row(best, zone, print);
    for (const Pass& pass : kPasses)
      if (best.sure() < pass.unless) try_all(best, zone, pass);
    if (best.sure() >= kSeen) look_closer(best);
    return best;
  }

 private:
  // Rows on which the engine saw something.
  std::vector<PrintedRow> rows_seen(const Zone& zone) const {
    std::vector<PrintedRow> out;
    for (const Piece& piece : foot_.right) {
      if (piece.box.mid_y() < zone.top || piece.box.mid_y() > zone.bottom) continue;
      if (piece.box.h < zone.cap || piece.box.h > 3 * zone.cap) continue;
      out.push_back({kOfWord * piece.box.h, piece.box.bottom() - kTail * piece.box.h});
      out.push_back({zone.cap, piece.box.mid_y() + zone.cap / 2});
    }
    return out;
  }

  void try_all(Row& best, const Zone& zone, const Pass& pass) {
    const double cap = pass.size * zone.cap;
    for (double foot = zone.top + kFirst * cap; foot < zone.bottom && best.sure() < kSettled;
         foot += kStep * cap)
      try_row(best, zone, {cap, foot}, pass.slope);
  }

  void try_row(Row& best, const Zone& zone, const PrintedRow& print, double slope = 0) {
    const int x = left_of(zone, print), w = zone.x + zone.w - x;
    const Inked inked = ink_on(x, w, print);
    for (const Ink ink : {Ink::red, Ink::darkest}) {
      if (!(ink == Ink::red ? inked.red : inked.darkest)) continue;
      Row row{print, slope, ink, x, w, {}};
      row.run = read_name(reader_.look(page_.upright, ink, print, x, w, slope));
      if (row.sure() > best.sure()) best = std::move(row);
    }
  }

  // Which channels may show a name there; darkest only where it shows what red does not.
  struct Inked {
    bool red = false, darkest = false;
  };
  Inked ink_on(int x, int w, const PrintedRow& print) const {
    const Image& image = page_.upright;
    const int top = std::max(0, static_cast<int>(print.foot - print.cap)),
              end = std::min(image.height, static_cast<int>(print.foot));
    int dark = 0, red = 0;
    for (int y = top; y < end; y += 2)
      for (int c = x; c < std::min(image.width, x + w); c += 2) {
        const std::uint8_t* at = image.row(y) + static_cast<std::size_t>(c) * image.channels;
        dark += at[0] < kDark ? 1 : 0;
        red += image.channels == 3 && at[0] - std::min(at[1], at[2]) > kRed ? 1 : 0;
      }
    const double least = kInkOfName * print.cap * print.cap;
    return {dark > least, red > least};
  }

  // Past what stands on the row in the list of recipients.
  int left_of(const Zone& zone, const PrintedRow& print) const {
    int x = zone.x;
    for (const Piece& piece : foot_.left)
      if (piece.box.y < print.foot && piece.box.bottom() > print.foot - print.cap)
        x = std::max(x, piece.box.right() + static_cast<int>(print.cap / 2));
    return std::min(x, zone.x + zone.w / 2);
  }

  void look_closer(Row& row) {
    std::vector<NameColumns> looks;
    for (const Cut& cut : kCuts) {
      const PrintedRow moved{row.print.cap * cut.cap, row.print.foot + row.print.cap * cut.foot};
      NameColumns seen =
          reader_.look(page_.upright, row.ink, moved, row.x, row.w, row.slope + cut.slope);
      if (seen.frames > 0) looks.push_back(std::move(seen));
    }
    row.run = read_name(looks);
  }

  const CleanPage& page_;
  NameReader& reader_;
  const fields::Foot& foot_;
};

// Around and under `titles`.
Zone zone_under(const CleanPage& page, const Box& titles) {
  Zone out;
  out.cap = cap_of(page);
  const int reach = static_cast<int>(kReach * out.cap);
  const int left =
      std::max({0, titles.mid_x() - reach, static_cast<int>(kLeft * page.upright.width)});
  out.x = std::min(left, titles.x);
  out.w = std::min(page.upright.width, titles.mid_x() + reach) - out.x;
  out.top = titles.bottom();
  out.bottom = std::min(page.upright.height, out.top + static_cast<int>(kLast * out.cap));
  return out;
}

// One for each signature; where strokes hid every title, what is right of the list of recipients.
std::vector<Zone> zones_of(const CleanPage& page, const fields::Foot& foot) {
  std::vector<Zone> out;
  for (const fields::SignatureBlock& block : fields::signature_blocks(foot.right)) {
    if (block.titles.empty()) continue;
    Box titles;
    for (const Piece& title : block.titles) titles = unite(titles, title.box);
    if (!out.empty()) out.back().bottom = std::min(out.back().bottom, titles.y);
    out.push_back(zone_under(page, titles));
  }
  const int middle = static_cast<int>(kMiddle * page.upright.width);
  if (out.empty() && foot.anchored) out.push_back(zone_under(page, {middle, foot.top - 1, 1, 1}));
  return out;
}

bool stands_in(const Word& word, const Box& box) {
  const Box common = intersect(word.box, box);
  return 2 * common.w > word.box.w && 2 * common.h > std::min(word.box.h, box.h);
}

// The syllables of the likeliest name as words; titles before it as one more.
std::vector<Word> words_of_name(const Row& row, const Box& box, const std::string& raw) {
  std::vector<std::string> parts = words_of(row.run.guesses.front().text);
  if (!row.run.before.empty()) parts.insert(parts.begin(), row.run.before);
  const double all = static_cast<double>(to_u32(join(parts, " ")).size());
  std::vector<Word> out;
  double from = 0;
  for (const std::string& part : parts) {
    const double length = static_cast<double>(to_u32(part).size());
    const int x = box.x + static_cast<int>(box.w * from / all);
    const int w = static_cast<int>(box.w * length / all);
    out.push_back({part, {}, {x, box.y, w, box.h}, row.sure()});
    from += length + 1;
  }
  out.front().raw = raw;
  return out;
}

void give_guesses(Word& word, const NameRun& run) {
  for (const NameGuess& guess : run.guesses) word.guesses.push_back({guess.text, guess.confidence});
}

void put(const Row& row, OcrPage& out) {
  if (row.run.guesses.empty()) return;
  const int top = static_cast<int>(row.print.foot - 1.4 * row.print.cap);
  const Box box{row.run.box.x, top, row.run.box.w, static_cast<int>(1.8 * row.print.cap)};
  std::vector<Word*> seen;
  for (Line& line : out.lines)
    if (line.region != Region::stamp)
      for (Word& word : line.words)
        if (stands_in(word, box)) seen.push_back(&word);
  std::string raw;
  for (const Word* word : seen) raw += (raw.empty() ? "" : " ") + word->text;
  const bool agrees = fields::plain_name(raw) == row.run.guesses.front().text;
  if (agrees || row.sure() < kNameSure) {
    if (!seen.empty()) give_guesses(*seen.front(), row.run);
    return;
  }
  std::vector<Word> now = words_of_name(row, box, raw);
  give_guesses(now.front(), row.run);
  for (Line& line : out.lines) {
    if (line.region == Region::stamp) continue;
    std::erase_if(line.words, [&](const Word& word) { return stands_in(word, box); });
    line.box = {};
    for (const Word& word : line.words) line.box = unite(line.box, word.box);
  }
  std::erase_if(out.lines, [](const Line& line) { return line.words.empty(); });
  const auto stamped = std::find_if(out.lines.begin(), out.lines.end(),
                                    [](const Line& line) { return line.region == Region::stamp; });
  out.lines.insert(stamped, {box, Region::foot_right, "vi", now});
}

}  // namespace

void read_signatures(const CleanPage& page, NameReader& reader, OcrPage& out) {
  const fields::PageLayout layout = fields::lay_out(out);
  const auto foot = fields::find_foot({&layout});
  if (!foot) return;
  Search search(page, reader, *foot);
  for (const Zone& zone : zones_of(page, *foot)) put(search.find(zone), out);
}

}  // namespace vanthu
