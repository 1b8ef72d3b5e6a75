// SPDX-License-Identifier: GPL-3.0-or-later
// What an invented dispatch says, cell by cell, before it is drawn: plain values, no drawing.
// Texts are Pango markup (<b>, <i>, &amp;) in NFC. Lengths in millimetres unless said otherwise.
#pragma once
#include <optional>
#include <string>
#include <vector>

namespace vanthu::draw {

enum class Ink { blue, black, red, violet };
enum class Head { state, party, none };  // the right head: national title, the Party's, or nothing
enum class Align { left, centre, right, justify };

// A ruled table. `widths` are shares of the text width; the first row is the bold head.
struct Table {
  std::vector<double> widths = {};
  std::vector<std::vector<std::string>> rows = {};
};

// One paragraph, or a table where `table` has rows.
struct Block {
  std::string markup = {};
  Align align = Align::justify;
  double indent = 12.7;  // first line
  double gap = 2.1;      // above the paragraph
  Table table = {};
};

// The receiver's ĐẾN stamp; number and date are handwritten, or set in rubber type where `dater` is
// true; empty ones leave the dots bare.
struct Arrival {
  std::vector<std::string> receiver = {};
  std::string number = {}, date = {};  // as written: "2093", "16/10/12"
  std::string truth_date = {};         // ISO, "--08-20" without a year
  std::string number_label = "Số:", date_label = "Ngày:";
  std::vector<std::string> more = {"Chuyển:"};  // further dotted rows
  double x = 25, y = 62, tilt_degrees = -2;     // of its top left corner on page 1
  Ink ink = Ink::red, pen = Ink::blue;
  bool dater = false;
};

// The red round seal: words along the rim, and in the middle lines of text or, without any, the
// star.
struct Seal {
  std::string top = {}, bottom = {};
  std::vector<std::string> centre = {};
};

// Words pressed on with rubber anywhere on page 1, over whatever stands there: a mark of secrecy or
// urgency, or one that is neither ("SAO Y").
enum class Border { none, single, twofold, rounded };
struct RubberMark {
  std::string words = {};
  double x = 40, y = 60, tilt_degrees = 0;  // of its middle; beyond the page's edge it is cut
  double size = 15;                         // points
  double narrow = 1;                        // width of the letters
  bool serif = true;
  Border border = Border::twofold;
  Ink ink = Ink::red;
  double strength = 1;  // of the ink; 0.3: faint
  double wear = 0.12;   // as Canvas::end_ink
};

struct Signing {
  std::vector<std::string> titles = {};  // "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"; empty: none printed
  std::string name = {};
  std::string degree = {};     // printed before the name: "GS.TS"
  bool hand_kt = false;        // "KT." added by pen before the first title, which lacks it then
  bool stamped_title = false;  // the last title is rubber-stamped in red
  bool stamped_name = false;
  Ink pen = Ink::blue;
};

struct Paper {
  Head head = Head::state;
  std::string nation = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";  // first line of the state's head
  std::string motto = "Độc lập - Tự do - Hạnh phúc";
  // Written on a machine: one face and pitch, neither bold nor slanted, every letter a little off
  // its place and struck with its own force.
  bool typed = false;
  std::vector<std::string> parent = {}, issuer = {};  // printed lines; the issuer's are bold
  std::string mark = {};  // "*" under the issuer of a Party paper, "***"
  // "3795" and what follows it as printed: "/UBND-VXNV"; both empty: no number line at all
  std::string number = {}, notation = {};
  std::string number_label = "Số: ";
  std::string place = {};  // empty: no date line at all
  // " năm " and the like, as typed: {"ngày ", " tháng ", " năm "}
  std::vector<std::string> date_words = {"ngày ", " tháng ", " năm "};
  int day = 1, month = 1, year = 2019;
  std::string type = {};     // printed title; empty for a công văn
  std::string subject = {};  // as printed, lead-in and all
  std::string lead_in = {};  // the part of `subject` that is not the subject: "V/v ", "Về việc "
  double title_gap = 0;      // more room above the title
  std::string authority = {};  // centred under the subject of a decision: "GIÁM ĐỐC SỞ Y TẾ"
  std::vector<std::string> to = {};
  std::string to_label = "Kính gửi:", copies_label = "Nơi nhận:";
  std::string urgent = {};  // red boxed stamp left of the Kính gửi line
  std::vector<Block> body = {};
  std::vector<std::string>
      copies;  // the lines of Nơi nhận as printed, dash and all, the Lưu line too
  Signing signing;
  std::optional<Signing> beside = {};  // signs too, on the left; Nơi nhận stands below both
  std::optional<Seal> seal = {};
  std::optional<Arrival> arrival = {};
  std::vector<RubberMark> marks = {};
  double body_size = 14, head_size = 13;  // points
  double spacing = 1.05;                  // of body lines, 1 is single
  bool page_numbers_below = false;        // footer right (before 2020) rather than top centre
};

}  // namespace vanthu::draw
