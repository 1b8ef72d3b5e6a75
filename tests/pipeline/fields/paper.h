// SPDX-License-Identifier: GPL-3.0-or-later
// Sheets of words for the tests of fields: lines set on an A4 page of 300 dpi as print would stand,
// each letter half as wide as the line is high. Pure; safe from any thread.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/words.h"

namespace vanthu::sheet {

inline constexpr int kWidth = 2480, kHeight = 3508;
inline constexpr int kLetter = 44;  // height of a word's box
inline constexpr int kStep = 66;    // from line to line
inline constexpr int kLeft = 300, kRight = 2300;

class Sheet {
 public:
  explicit Sheet(int number = 1);
  // Left edge, or middle, at x; the top of the words at y. `confidence` of every word.
  Sheet& at(int x, int y, std::string_view text, double confidence = 0.95);
  Sheet& centred(int x, int y, std::string_view text, double confidence = 0.95);
  // Body lines broken at the margins, from y; returns the y under the last one.
  int body(int y, std::string_view text, double confidence = 0.95);
  Sheet& stamped(int x, int y, std::string_view text, double confidence = 0.8);  // in coloured ink
  Sheet& word(int x, int y, std::string_view text, double confidence, int height = kLetter);
  const OcrPage& page() const { return page_; }
  OcrPage& page() { return page_; }

 private:
  OcrPage page_;
};

int width_of(std::string_view text, int height = kLetter);

// What a usual công văn says; empty parts are left out.
struct Letter {
  std::vector<std::string> issuers = {"UBND TỈNH KIÊN GIANG", "SỞ Y TẾ"};
  std::string national = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
  std::string motto = "Độc lập - Tự do - Hạnh phúc";
  std::string number = "Số: 342/SYT-NVY";
  std::string date = "Kiên Giang, ngày 27 tháng 3 năm 2018";
  std::vector<std::string> v_v = {"V/v tổ chức Tháng hành động", "về an toàn lao động."};
  std::string title = {};
  std::vector<std::string> subject = {};
  std::vector<std::string> addressed = {"Kính gửi: Đơn vị thuộc, trực thuộc Sở Y tế."};
  std::string body =
      "Căn cứ Công văn số 1123/BYT-MT ngày 28/02/2018 của Bộ Y tế về việc tổ chức Tháng hành động, "
      "Sở Y tế "
      "đề nghị các đơn vị thực hiện nghiêm túc các nội dung của Tháng hành động tại đơn vị mình./.";
  std::vector<std::string> copies = {"Nơi nhận:", "- Như trên;", "- BGĐ SYT (để b/c);",
                                     "- Lưu: VT, NVY."};
  std::vector<std::string> signature = {"KT. GIÁM ĐỐC",  "PHÓ GIÁM ĐỐC", "", "", "",
                                        "Nguyễn Văn Hải"};
};
Sheet set(const Letter& letter, int number = 1);

}  // namespace vanthu::sheet
