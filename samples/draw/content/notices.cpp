// SPDX-License-Identifier: GPL-3.0-or-later
// 07 to 09: an invitation as a JPEG lying on its side by its Exif header, a notice in black and
// white and very askew, a report with a table.
#include "samples/draw/sample.h"

namespace vanthu::draw {
namespace {

Paper invitation() {
  Paper paper;
  paper.parent = {"UBND TỈNH BẾN TRE"};
  paper.issuer = {"SỞ VĂN HÓA, THỂ THAO", "VÀ DU LỊCH"};
  paper.number = "96", paper.notation = "/GM-SVHTTDL";
  paper.place = "Bến Tre", paper.day = 11, paper.month = 6, paper.year = 2015;
  paper.type = "GIẤY MỜI";
  paper.subject = "Dự Hội nghị sơ kết công tác gia đình 6 tháng đầu năm 2015";
  paper.to = {"Đại diện lãnh đạo Hội Liên hiệp Phụ nữ tỉnh", "Đại diện lãnh đạo Tỉnh đoàn Bến Tre",
              "Phòng Văn hóa và Thông tin các huyện, thành phố"};
  paper.body = {
      {"Sở Văn hóa, Thể thao và Du lịch trân trọng kính mời các đồng chí đến dự Hội nghị sơ kết "
       "công tác gia "
       "đình 6 tháng đầu năm và bàn phương hướng 6 tháng cuối năm 2015."},
      {"<b>1. Thời gian:</b> 01 buổi, bắt đầu lúc 7 giờ 30 phút, ngày 19 tháng 6 năm 2015 (thứ "
       "sáu)."},
      {"<b>2. Địa điểm:</b> Phòng họp A, Thư viện Nguyễn Đình Chiểu, Phường 3, thành phố Bến Tre."},
      {"<b>3. Chủ trì:</b> Ông Lương Minh Triết, Phó Giám đốc Sở."},
      {"<b>4. Chuẩn bị:</b> Phòng Văn hóa và Thông tin thành phố Bến Tre, huyện Mỏ Cày Nam, huyện "
       "Ba Tri chuẩn "
       "bị tham luận về mô hình câu lạc bộ gia đình hạnh phúc; mỗi tham luận không quá 10 phút."},
      {"Đề nghị các đồng chí đến dự đúng thời gian, thành phần quy định./."}};
  paper.copies = {"- Như trên;", "- BGĐ Sở;", "- Lưu: VT, NSVHGĐ."};
  paper.signing = {.titles = {"GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"},
                   .name = "Lương Minh Triết",
                   .hand_kt = true,
                   .stamped_title = true,
                   .stamped_name = true};
  paper.seal =
      Seal{"CỘNG HÒA XHCN VIỆT NAM", "TỈNH BẾN TRE", {"SỞ VĂN HÓA", "THỂ THAO", "VÀ DU LỊCH"}};
  return paper;
}

DrawOptions invitation_scan() {
  DrawOptions options;
  options.seed = 707;
  options.dpi = 150;
  options.skew_degrees = 1.2;
  options.hand_number = options.hand_day = true;
  options.hand_height = 1.5;
  options.damage = {.blur = 0.5,
                    .noise = 1.5,
                    .paper = 251,
                    .wear = 0.1,
                    .specks = 12,
                    .edge_top = 1.4,
                    .show_through = 0.02,
                    .fold = true};
  return options;
}

Paper holiday_notice() {
  Paper paper;
  paper.parent = {"UBND TỈNH NGHỆ AN"};
  paper.issuer = {"TRƯỜNG CAO ĐẲNG", "KINH TẾ - KỸ THUẬT"};
  paper.number = "73", paper.notation = "/TB-CĐKTKT";
  paper.place = "Nghệ An", paper.day = 25, paper.month = 8, paper.year = 2014;
  paper.type = "THÔNG BÁO";
  paper.lead_in = "Về việc ";
  paper.subject = "Về việc nghỉ lễ Quốc khánh và phân công trực cơ quan";
  paper.body = {
      {"Thực hiện quy định của Bộ luật Lao động về nghỉ lễ, Hiệu trưởng thông báo lịch nghỉ lễ "
       "Quốc khánh năm "
       "2014 và phân công trực cơ quan như sau:"},
      {"1. Cán bộ, giảng viên, nhân viên và học sinh, sinh viên được nghỉ 01 ngày, thứ Ba, ngày 02 "
       "tháng 9 năm "
       "2014. Các lớp có lịch học trong ngày nghỉ sẽ học bù vào Chủ nhật, ngày 07 tháng 9 năm "
       "2014."},
      {"2. Trước khi nghỉ, các khoa, phòng kiểm tra hệ thống điện, nước, niêm phong phòng thực "
       "hành, phòng máy; "
       "treo cờ Tổ quốc từ 17 giờ 00 ngày 01 tháng 9 năm 2014."},
      {"3. Phân công trực lãnh đạo: ông Hồ Sỹ Dương, Phó Hiệu trưởng. Trực cơ quan: Phòng Tổ chức "
       "- Hành chính "
       "và tổ bảo vệ; trực ký túc xá: Phòng Công tác học sinh - sinh viên."},
      {"4. Học sinh, sinh viên ở lại ký túc xá chấp hành nội quy, không tổ chức uống rượu, bia; "
       "khi có việc đột "
       "xuất báo ngay số máy 0383.846.217."},
      {"Nhận được Thông báo này, yêu cầu trưởng các đơn vị triển khai thực hiện nghiêm túc./."}};
  paper.copies = {"- Ban Giám hiệu;", "- Các khoa, phòng, tổ;", "- Website Trường;",
                  "- Lưu: VT, TCHC."};
  paper.signing = {.titles = {"HIỆU TRƯỞNG"}, .name = "Phan Đăng Khôi", .pen = Ink::black};
  paper.seal = Seal{"UBND TỈNH NGHỆ AN", "KINH TẾ - KỸ THUẬT", {"TRƯỜNG", "CAO ĐẲNG"}};
  paper.page_numbers_below = true;
  return paper;
}

DrawOptions holiday_scan() {
  DrawOptions options;
  options.seed = 808;
  options.skew_degrees = 2.3;
  options.depth = Depth::bilevel;
  options.hand_number = options.hand_day = true;
  options.hand_height = 1.4;
  options.pen = Ink::black;
  options.damage = {.blur = 0.55,
                    .noise = 14,
                    .paper = 244,
                    .wear = 0.25,
                    .specks = 160,
                    .edge_left = 3.4,
                    .edge_top = 1.6,
                    .threshold = 158};
  return options;
}

Table trade_table() {
  return {{.08, .42, .16, .17, .17},
          {{"TT", "Chỉ tiêu", "Đơn vị tính", "Kế hoạch năm 2017", "Ước thực hiện"},
           {"1", "Giá trị sản xuất công nghiệp (giá so sánh 2010)", "Tỷ đồng", "46.500", "47.182"},
           {"2", "Tổng mức bán lẻ hàng hóa", "Tỷ đồng", "35.200", "35.914"},
           {"3", "Kim ngạch xuất khẩu", "Triệu USD", "1.350", "1.412"},
           {"4", "Kim ngạch nhập khẩu", "Triệu USD", "1.180", "1.236"},
           {"5", "Sản lượng điện thương phẩm", "Triệu kWh", "1.905", "1.948"},
           {"6", "Số chợ được nâng cấp, cải tạo", "Chợ", "12", "9"},
           {"7", "Số vụ vi phạm hàng giả, hàng nhái đã xử lý", "Vụ", "-", "214"}}};
}

Paper trade_report() {
  Paper paper;
  paper.parent = {"UBND TỈNH THÁI BÌNH"};
  paper.issuer = {"SỞ CÔNG THƯƠNG"};
  paper.number = "312", paper.notation = "/BC-SCT";
  paper.place = "Thái Bình", paper.day = 18, paper.month = 12, paper.year = 2017;
  paper.type = "BÁO CÁO";
  paper.subject = "Kết quả hoạt động công nghiệp, thương mại năm 2017 và phương hướng năm 2018";
  paper.body = {{"Thực hiện Công văn số 4870/UBND-TH ngày 30/11/2017 của Ủy ban nhân dân tỉnh về "
                 "việc báo cáo tình hình "
                 "kinh tế - xã hội năm 2017, Sở Công Thương báo cáo như sau:"},
                {"<b>I. KẾT QUẢ THỰC HIỆN MỘT SỐ CHỈ TIÊU CHỦ YẾU</b>"},
                {.table = trade_table()},
                {"<b>II. ĐÁNH GIÁ CHUNG</b>"},
                {"1. Sản xuất công nghiệp tăng khá; các ngành dệt may, sản xuất thép, gạch ốp lát "
                 "giữ được đơn hàng. Nhà "
                 "máy Nhiệt điện đã phát điện tổ máy số 1 từ tháng 10 năm 2017."},
                {"2. Thị trường ổn định, không xảy ra thiếu hàng, sốt giá. Công tác quản lý thị "
                 "trường được tăng cường, xử "
                 "lý 214 vụ, thu nộp ngân sách 3,7 tỷ đồng."},
                {"3. Hạn chế: việc nâng cấp chợ nông thôn chậm do thiếu vốn đối ứng; 03 cụm công "
                 "nghiệp chưa có trạm xử lý "
                 "nước thải tập trung."},
                {"<b>III. PHƯƠNG HƯỚNG NĂM 2018</b>"},
                {"Phấn đấu giá trị sản xuất công nghiệp đạt 53.000 tỷ đồng, tăng 12,3%; kim ngạch "
                 "xuất khẩu đạt 1.550 triệu "
                 "USD. Tập trung giải phóng mặt bằng các cụm công nghiệp An Ninh, Minh Lãng, Quỳnh "
                 "Côi; rà soát quy hoạch "
                 "phát triển điện lực; tổ chức 05 phiên chợ đưa hàng Việt về nông thôn."},
                {"Sở Công Thương báo cáo để Ủy ban nhân dân tỉnh xem xét, chỉ đạo./."}};
  paper.copies = {"- UBND tỉnh (để b/c);", "- Vụ Kế hoạch, Bộ Công Thương;", "- Cục Thống kê tỉnh;",
                  "- Giám đốc, các PGĐ Sở;", "- Lưu: VT, KHTH."};
  paper.signing = {.titles = {"KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"}, .name = "Bùi Thế Nghị"};
  paper.seal = Seal{"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "TỈNH THÁI BÌNH", {"SỞ", "CÔNG THƯƠNG"}};
  paper.page_numbers_below = true;
  return paper;
}

DrawOptions trade_scan() {
  DrawOptions options;
  options.seed = 909;
  options.skew_degrees = -0.5;
  options.depth = Depth::grey;
  options.hand_number = true;
  options.hand_height = 1.3;
  options.damage = {
      .blur = 0.55, .noise = 1.2, .paper = 250, .wear = 0.1, .specks = 18, .show_through = 0.035};
  return options;
}

}  // namespace

std::vector<Sample> notice_samples() {
  return {{.name = "07-giay-moi-xoay-exif",
           .format = Format::jpeg,
           .quality = 66,
           .orientation = 6,
           .parts = {{invitation(), invitation_scan()}}},
          {.name = "08-thong-bao-lech", .parts = {{holiday_notice(), holiday_scan()}}},
          {.name = "09-bao-cao-co-bang", .quality = 58, .parts = {{trade_report(), trade_scan()}}}};
}

}  // namespace vanthu::draw
