// SPDX-License-Identifier: GPL-3.0-or-later
// Signatures side by side, and above Nơi nhận; and rows of titles that are none.
#include <gtest/gtest.h>

#include "paper.h"
#include "pipeline/fields/fields.h"
#include "pipeline/text.h"

namespace vanthu {
namespace {

constexpr int kLeftMiddle = 700, kRightMiddle = 1800;

Dispatch read(const sheet::Sheet& page) {
  return understand({page.page()}, "a.pdf").dispatches.at(0);
}

sheet::Sheet unsigned_paper() { return sheet::set({.copies = {}, .signature = {}}); }

constexpr int kFoot = 1900;  // y, below the body of such a paper

// Titles at `y` and the name under room for a pen.
void sign(sheet::Sheet& page, int x, int y, const std::vector<std::string>& titles,
          const std::string& name) {
  for (const std::string& title : titles) page.centred(x, y, title), y += sheet::kStep;
  page.centred(x, y + 3 * sheet::kStep, name);
}

void noi_nhan(sheet::Sheet& page, int y) {
  for (const char* line : {"Nơi nhận:", "- Như trên;", "- Lưu: VT, NVY."})
    page.at(sheet::kLeft, y, line), y += 56;
}

std::string names_of(const Dispatch& d) {
  std::string out;
  for (const Signer& signer : d.signers)
    out += signer.role + ' ' + signer.name.value.value_or("?") + '\n';
  return out;
}

TEST(JointSigners, TwoStandSideBySideAboveNoiNhanAndTheRightOneLeads) {
  sheet::Sheet page = unsigned_paper();
  sign(page, kLeftMiddle, kFoot, {"KT. GIÁM ĐỐC SỞ TÀI CHÍNH", "PHÓ GIÁM ĐỐC"}, "Trần Thị Lan");
  sign(page, kRightMiddle, kFoot, {"KT. GIÁM ĐỐC SỞ Y TẾ", "PHÓ GIÁM ĐỐC"}, "Nguyễn Văn Hải");
  noi_nhan(page, kFoot + 700);
  const Dispatch d = read(page);
  EXPECT_EQ(names_of(d), "joint Nguyễn Văn Hải\njoint Trần Thị Lan\n");
  EXPECT_EQ(d.signer.value, "Nguyễn Văn Hải");
  EXPECT_EQ(d.signer_title.value, "KT. GIÁM ĐỐC SỞ Y TẾ\nPHÓ GIÁM ĐỐC");
  ASSERT_EQ(d.copies.size(), 1u);
  EXPECT_EQ(d.archive_line.value, "Lưu: VT, NVY");
}

TEST(JointSigners, FourStandInTwoRows) {
  sheet::Sheet page = unsigned_paper();
  sign(page, kLeftMiddle, kFoot, {"GIÁM ĐỐC SỞ NỘI VỤ"}, "Lê Văn Bình");
  sign(page, kRightMiddle, kFoot, {"GIÁM ĐỐC SỞ Y TẾ"}, "Nguyễn Văn Hải");
  sign(page, kLeftMiddle, kFoot + 450, {"GIÁM ĐỐC SỞ TÀI CHÍNH"}, "Trần Thị Lan");
  sign(page, kRightMiddle, kFoot + 450, {"GIÁM ĐỐC SỞ XÂY DỰNG"}, "Phạm Minh Đức");
  noi_nhan(page, kFoot + 1000);
  const Dispatch d = read(page);
  ASSERT_EQ(d.signers.size(), 4u) << names_of(d);
  EXPECT_EQ(d.signer.value, "Nguyễn Văn Hải");
}

TEST(JointSigners, MinutesAreSignedByChairAndSecretaryAndSentToNobody) {
  sheet::Sheet page = unsigned_paper();
  sign(page, kLeftMiddle, kFoot, {"THƯ KÝ"}, "Trần Thị Lan");
  sign(page, kRightMiddle, kFoot, {"CHỦ TỌA"}, "Nguyễn Văn Hải");
  const Dispatch d = read(page);
  EXPECT_EQ(names_of(d), "joint Nguyễn Văn Hải\njoint Trần Thị Lan\n");
  EXPECT_TRUE(d.copies.empty());
  EXPECT_TRUE(d.complete);
}

TEST(Signer, MayStandAboveNoiNhan) {
  sheet::Sheet page = unsigned_paper();
  sign(page, kRightMiddle, kFoot, {"GIÁM ĐỐC"}, "Nguyễn Văn Hải");
  noi_nhan(page, kFoot + 500);
  EXPECT_EQ(names_of(read(page)), "signs Nguyễn Văn Hải\n");
}

TEST(JointSigners, ATableOfTitlesAndNamesIsNotSigned) {
  sheet::Sheet page = unsigned_paper();
  page.centred(kLeftMiddle, 1800, "TRƯỞNG BAN").centred(kRightMiddle, 1800, "PHÓ TRƯỞNG BAN");
  page.centred(kLeftMiddle, 1866, "Lê Văn Bình").centred(kRightMiddle, 1866, "Phạm Minh Đức");
  noi_nhan(page, 2200);
  sign(page, kRightMiddle, 2200, {"GIÁM ĐỐC"}, "Nguyễn Văn Hải");
  EXPECT_EQ(names_of(read(page)), "signs Nguyễn Văn Hải\n");
}

TEST(JointSigners, TwoTitlesWithoutNamesAreNone) {
  sheet::Sheet page = unsigned_paper();
  page.centred(kLeftMiddle, 1800, "GIÁM ĐỐC").centred(kRightMiddle, 1800, "PHÓ GIÁM ĐỐC");
  noi_nhan(page, 2200);
  sign(page, kRightMiddle, 2200, {"GIÁM ĐỐC"}, "Nguyễn Văn Hải");
  EXPECT_EQ(read(page).signer.value, "Nguyễn Văn Hải");
}

}  // namespace
}  // namespace vanthu
