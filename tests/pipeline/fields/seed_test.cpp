// SPDX-License-Identifier: GPL-3.0-or-later
// The dispatch the project began with: a letter of a province and, bound behind it without a
// national head, the plan it sends on, with an arrival stamp.
#include <gtest/gtest.h>

#include <map>

#include "paper.h"
#include "pipeline/fields/fields.h"

namespace vanthu {
namespace {

using sheet::kStep;
using sheet::Sheet;

OcrPage letter() {
  sheet::Letter letter;
  letter.issuers = {"ỦY BAN NHÂN DÂN", "TỈNH NINH THUẬN"};
  letter.number = "Số: 3795/UBND-VXNV";
  letter.date = "Ninh Thuận, ngày 09 tháng 9 năm 2019";
  letter.v_v = {"V/v phối hợp triển khai", "thực hiện Kế hoạch số", "169/KH-KHVN ngày",
                "20/8/2019 của Hội", "Khuyến học Việt Nam"};
  letter.addressed = {"Kính gửi:", "- Sở Giáo dục và Đào tạo;", "- Hội Khuyến học tỉnh."};
  letter.body =
      "Tiếp nhận Kế hoạch số 169/KH-KHVN ngày 20/8/2019 của Hội Khuyến học Việt Nam về việc triển "
      "khai Kết luận số "
      "49-KL/TW của Ban Bí thư về tiếp tục thực hiện Chỉ thị số 11-CT/TW của Bộ Chính trị về tăng "
      "cường sự lãnh đạo "
      "của Đảng đối với công tác khuyến học, khuyến tài và xây dựng xã hội học tập, Chủ tịch Ủy "
      "ban nhân dân tỉnh có "
      "ý kiến như sau: 1. Giao Sở Giáo dục và Đào tạo phối hợp với Hội Khuyến học tỉnh nghiên cứu "
      "nội dung Kế hoạch số "
      "169/KH-KHVN ngày 20/8/2019 của Hội Khuyến học Việt Nam tổ chức triển khai thực hiện. 2. "
      "Giao Hội Khuyến học tỉnh "
      "xây dựng Kế hoạch triển khai thực hiện Kế hoạch số 169/KH-KHVN ngày 20/8/2019 của Hội "
      "Khuyến học Việt Nam kịp "
      "thời, hiệu quả trong tháng 9/2019; báo cáo kết quả thực hiện cho Ủy ban nhân dân tỉnh./. "
      "(Đính kèm Kế hoạch số "
      "169/KH-KHVN ngày 20/8/2019 của Hội Khuyến học Việt Nam)";
  letter.copies = {"Nơi nhận:",
                   "- Như trên;",
                   "- Thường trực Tỉnh ủy (b/c);",
                   "- CT, PCT UBND tỉnh Lê Văn Bình;",
                   "- Ủy ban nhân dân các huyện, thành phố;",
                   "- VPUB: LĐ;",
                   "- Lưu: VT, VXNV. NAM."};
  letter.signature = {"", "", "", "", "", "", "Lê Văn Bình"};
  return sheet::set(letter).page();
}

OcrPage plan() {
  Sheet sheet(2);
  sheet.centred(680, 240, "Số: 169 /KH-KHVN")
      .centred(1720, 240, "Hà Nội, ngày 20 tháng 8 năm 2019");
  sheet.stamped(300, 400, "UBND TỈNH NINH THUẬN", 0.9).stamped(420, 456, "VĂN PHÒNG", 0.9);
  sheet.stamped(280, 520, "ĐẾN Số đến:.....", 0.9).stamped(420, 576, "Ngày đến:..... 20/8", 0.8);
  sheet.stamped(420, 632, "Chuyển:.....", 0.8).stamped(420, 688, "Lưu hồ sơ số:.....", 0.8);
  sheet.centred(1300, 500, "KẾ HOẠCH");
  int y = 500 + kStep;
  for (const char* line :
       {"Triển khai Kết luận 49-KL/TW của Ban Bí thư", "về tiếp tục thực hiện Chỉ thị 11-CT/TW của",
        "Bộ Chính trị về tăng cường sự lãnh đạo của Đảng",
        "đối với công tác khuyến học, khuyến tài, xây dựng xã hội học tập"})
    sheet.centred(1300, y, line), y += kStep;
  y = sheet.body(y + 120,
                 "Ngày 13/4/2007, Bộ Chính trị ban hành Chỉ thị 11-CT/TW về tăng cường sự lãnh đạo "
                 "của Đảng đối với công "
                 "tác khuyến học, khuyến tài, xây dựng xã hội học tập.");
  y = sheet.body(y,
                 "Sau 10 năm thực hiện Chỉ thị 11-CT/TW, ngày 10/5/2019, Ban Bí thư ban hành Kết "
                 "luận số 49-KL/TW về "
                 "tiếp tục thực hiện Chỉ thị 11-CT/TW của Bộ Chính trị. Để triển khai thực hiện "
                 "Kết luận 49-KL/TW, "
                 "Hội Khuyến học Việt Nam xây dựng kế hoạch như sau:");
  sheet.body(y,
             "và hiệu quả của các mô hình học tập theo Quyết định 281/QĐ-TTg, Thông tư "
             "44/2014/TT-BGDĐT cũng như các "
             "tấm gương điển hình tiên tiến. Cuộc cách mạng công nghiệp 4.0 mang lại.");
  return sheet.page();
}

OcrPage last() {
  Sheet sheet(3);
  int y = sheet.body(
      240,
      "- Trong Quý III/2019 và đầu Quý IV/2019 triển khai thực hiện kế hoạch của Hội Khuyến học "
      "Việt "
      "Nam về triển khai thực hiện Kết luận 49-KL/TW. Tất cả cán bộ, hội viên đều được tiếp cận.");
  y += 100;
  sheet.centred(1750, y, "TM. BAN THƯỜNG VỤ TW HỘI KHVN")
      .centred(1750, y + kStep, "PHÓ CHỦ TỊCH KIÊM TỔNG THƯ KÝ");
  sheet.centred(1750, y + 6 * kStep, "GS.TS Phạm Tất Dong");
  for (const char* line :
       {"Nơi nhận:", "- Ban Tuyên giáo TW (để b/c);", "- Chủ tịch UBND các tỉnh, TP (để chỉ đạo);",
        "- HKH các tỉnh, TP (để t/h);", "- Các đ/c Thường trực TW Hội;", "- Lưu VPTW Hội."})
    sheet.at(300, y, line), y += 56;
  return sheet.page();
}

class Seed : public testing::Test {
 protected:
  static const Understood& read() {
    static const Understood made = understand({letter(), plan(), last()}, "scan.pdf");
    return made;
  }
  static const Dispatch& first() { return read().dispatches.at(0); }
  static const Dispatch& second() { return read().dispatches.at(1); }
};

TEST_F(Seed, IsTwoDispatchesTheSecondBoundToTheFirst) {
  ASSERT_EQ(read().dispatches.size(), 2u);
  EXPECT_EQ(first().pages, std::vector<int>({1}));
  EXPECT_EQ(second().pages, std::vector<int>({2, 3}));
  EXPECT_EQ(second().attached_to, "0");
  EXPECT_EQ(first().attached_to, std::nullopt);
  EXPECT_EQ(read().roles, std::vector<std::string>({"main", "main", "main"}));
}

TEST_F(Seed, TheLettersHeadIsRead) {
  EXPECT_EQ(first().number.value, "3795/UBND-VXNV");
  EXPECT_EQ(first().date.value, "2019-09-09");
  EXPECT_EQ(first().place.value, "Ninh Thuận");
  EXPECT_EQ(first().issuer.value, "ỦY BAN NHÂN DÂN TỈNH NINH THUẬN");
  EXPECT_EQ(first().parent.status, Status::absent);
  EXPECT_EQ(first().type.value, "CÔNG VĂN");
  EXPECT_EQ(first().type.status, Status::inferred);
  EXPECT_EQ(first().subject.value,
            "phối hợp triển khai thực hiện Kế hoạch số 169/KH-KHVN ngày 20/8/2019 của Hội Khuyến "
            "học Việt Nam");
  EXPECT_EQ(first().rule_set.value, "TT 01/2011");
}

TEST_F(Seed, TheLettersPeopleAreRead) {
  ASSERT_EQ(first().to.size(), 2u);
  EXPECT_EQ(first().to[0].value, "Sở Giáo dục và Đào tạo");
  EXPECT_EQ(first().to[1].value, "Hội Khuyến học tỉnh");
  EXPECT_EQ(first().to_status, "read");
  ASSERT_EQ(first().copies.size(), 5u);
  EXPECT_EQ(first().copies[1].who.value, "Thường trực Tỉnh ủy (b/c)");
  EXPECT_EQ(first().copies[1].purpose, "b/c");
  EXPECT_EQ(first().drafting_unit.value, "VXNV");
  EXPECT_EQ(first().drafter.value, "NAM");
  EXPECT_EQ(first().signer.value, "Lê Văn Bình");
  EXPECT_EQ(first().signer_title.value, std::nullopt);
  EXPECT_EQ(first().signer_title.status, Status::missing);
  EXPECT_EQ(first().due.value, "2019-09");
  EXPECT_TRUE(first().stamps.empty());
}

TEST_F(Seed, ThePlansHeadIsReadAndItsIssuerInferred) {
  EXPECT_EQ(second().number.value, "169/KH-KHVN");
  EXPECT_EQ(second().date.value, "2019-08-20");
  EXPECT_EQ(second().place.value, "Hà Nội");
  EXPECT_EQ(second().issuer.value, "Hội Khuyến học Việt Nam");
  EXPECT_EQ(second().issuer.status, Status::inferred);
  EXPECT_EQ(second().type.value, "KẾ HOẠCH");
  EXPECT_EQ(second().type.status, Status::read);
  EXPECT_EQ(second().subject.value,
            "Triển khai Kết luận 49-KL/TW của Ban Bí thư về tiếp tục thực hiện Chỉ thị 11-CT/TW "
            "của Bộ Chính trị về tăng "
            "cường sự lãnh đạo của Đảng đối với công tác khuyến học, khuyến tài, xây dựng xã hội "
            "học tập");
  EXPECT_TRUE(second().to.empty());
  EXPECT_EQ(second().to_status, "absent");
}

TEST_F(Seed, ThePlansFootAndStampAreRead) {
  EXPECT_EQ(second().signer.value, "Phạm Tất Dong");
  EXPECT_EQ(second().signer_title.value,
            "TM. BAN THƯỜNG VỤ TW HỘI KHVN\nPHÓ CHỦ TỊCH KIÊM TỔNG THƯ KÝ");
  EXPECT_EQ(second().copies.size(), 4u);
  EXPECT_EQ(second().archive_line.value, "Lưu VPTW Hội");
  EXPECT_EQ(second().drafter.value, std::nullopt);
  EXPECT_EQ(second().due.value, "Quý III/2019 và đầu Quý IV/2019");
  ASSERT_EQ(second().stamps.size(), 1u);
  const Stamp& stamp = second().stamps[0];
  EXPECT_EQ(stamp.receiver.value, "UBND TỈNH NINH THUẬN - VĂN PHÒNG");
  EXPECT_EQ(stamp.number.value, std::nullopt);
  EXPECT_EQ(stamp.date.value, "--08-20");
  EXPECT_LT(stamp.date.confidence, 0.5);
}

TEST_F(Seed, ItCitesFiveDocumentsAndNoOther) {
  std::map<std::string, int> cited;
  for (const Dispatch& dispatch : read().dispatches)
    for (const Citation& cite : dispatch.cites) ++cited[cite.number];
  EXPECT_EQ(cited.size(), 5u);
  for (const char* number :
       {"169/KH-KHVN", "49-KL/TW", "11-CT/TW", "281/QĐ-TTg", "44/2014/TT-BGDĐT"})
    EXPECT_GE(cited[number], 1) << number;
}

TEST_F(Seed, NoSecrecyMarkIsNotSeenRatherThanNone) {
  EXPECT_EQ(first().secret.value, std::nullopt);
  EXPECT_EQ(first().secret.status, Status::missing);
}

}  // namespace
}  // namespace vanthu
