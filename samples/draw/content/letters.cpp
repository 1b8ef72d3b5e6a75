// SPDX-License-Identifier: GPL-3.0-or-later
// 02 and 03: two công văn, an urgent one in colour and one in black and white that bears an ĐẾN
// stamp. 02 holds the syllable `dừng` and never `dùng`, 03 the other way round: the ranking tests
// lean on it.
#include "samples/draw/sample.h"

namespace vanthu::draw {
namespace {

Paper flood_letter() {
  Paper paper;
  paper.parent = {"UBND TỈNH QUẢNG TRỊ"};
  paper.issuer = {"SỞ NÔNG NGHIỆP", "VÀ PHÁT TRIỂN NÔNG THÔN"};
  paper.number = "1862", paper.notation = "/SNN-TL";
  paper.place = "Quảng Trị", paper.day = 16, paper.month = 10, paper.year = 2020;
  paper.lead_in = "V/v ";
  paper.subject = "V/v khẩn trương ứng phó mưa lũ, bảo đảm an toàn hồ chứa nước";
  paper.to = {"Các đơn vị quản lý công trình thủy lợi trong tỉnh"};
  paper.urgent = "HỎA TỐC";
  paper.body = {
      {"Theo bản tin của Đài Khí tượng Thủy văn tỉnh lúc 14 giờ 00 ngày 16/10/2020, từ chiều nay "
       "đến "
       "hết ngày 19/10/2020 trên địa bàn tỉnh có mưa to đến rất to, tổng lượng mưa phổ biến 300 - "
       "500 "
       "mm, có nơi trên 700 mm. Mực nước các sông Thạch Hãn, Bến Hải và Ô Lâu đang lên nhanh; "
       "nhiều hồ "
       "chứa đã đầy nước và đang xả qua tràn."},
      {"Để chủ động ứng phó, bảo đảm an toàn công trình và tính mạng người dân vùng hạ du, Giám "
       "đốc Sở "
       "yêu cầu các đơn vị thực hiện ngay các việc sau:"},
      {"1. Tạm dừng các cuộc họp chưa cấp bách; tạm dừng thi công các hạng mục đang dở dang ở lòng "
       "hồ, "
       "đập chính và tràn xả lũ, đưa người, xe máy lên vị trí an toàn trước 18 giờ hôm nay."},
      {"2. Trực ban 24/24 giờ tại đầu mối các hồ Trúc Kinh, La Ngà, Ái Tử, Nghĩa Hy; đo mực nước "
       "mỗi "
       "giờ một lần và báo về Văn phòng thường trực qua số máy 0233.3852.144."},
      {"3. Vận hành tràn theo đúng quy trình đã được phê duyệt tại Quyết định số 2205/QĐ-UBND ngày "
       "28/8/2018 của Ủy ban nhân dân tỉnh; thông báo cho chính quyền xã vùng hạ du ít nhất 04 giờ "
       "trước "
       "khi xả."},
      {"4. Chuẩn bị đủ vật tư, phương tiện, nhân lực theo phương châm “4 tại chỗ”; kiểm tra lại rọ "
       "đá, "
       "bao tải, máy phát điện dự phòng."},
      {"Yêu cầu Thủ trưởng các đơn vị nghiêm túc thực hiện, báo cáo kết quả về Sở trước 20 giờ "
       "hằng "
       "ngày./."}};
  paper.copies = {"- Như trên;", "- UBND tỉnh (b/c);", "- Ban Chỉ huy PCTT&amp;TKCN tỉnh;",
                  "- Giám đốc, các PGĐ Sở;", "- Lưu: VT, TL."};
  paper.signing = {.titles = {"GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"},
                   .name = "Trương Quang Hiển",
                   .hand_kt = true,
                   .stamped_title = true,
                   .stamped_name = true};
  paper.seal = Seal{"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                    "TỈNH QUẢNG TRỊ",
                    {"SỞ", "NÔNG NGHIỆP", "VÀ PHÁT TRIỂN", "NÔNG THÔN"}};
  paper.body_size = 13.5;
  return paper;
}

DrawOptions flood_scan() {
  DrawOptions options;
  options.seed = 202;
  options.skew_degrees = -0.6;
  options.hand_number = options.hand_day = true;
  options.hand_height = 1.35;
  options.damage = {.noise = 1.2,
                    .paper = 253,
                    .wear = 0.1,
                    .specks = 14,
                    .edge_left = 1.2,
                    .show_through = 0.012};
  return options;
}

Paper teaching_letter() {
  Paper paper;
  paper.parent = {"UBND TỈNH NAM ĐỊNH"};
  paper.issuer = {"SỞ GIÁO DỤC VÀ ĐÀO TẠO"};
  paper.number = "1105", paper.notation = "/SGDĐT-KHTC";
  paper.place = "Nam Định", paper.day = 24, paper.month = 8, paper.year = 2016;
  paper.lead_in = "V/v ";
  paper.subject = "V/v kiểm kê, bảo quản thiết bị dạy học năm học 2016 - 2017";
  paper.to = {"Phòng Giáo dục và Đào tạo các huyện, thành phố", "Các trường trung học phổ thông",
              "Trung tâm Giáo dục thường xuyên các huyện"};
  paper.body = {
      {"Thực hiện Thông tư số 16/2011/TT-BGDĐT ngày 13/4/2011 của Bộ Giáo dục và Đào tạo quy định "
       "về "
       "trang bị, quản lý, sử dụng thiết bị dạy học trong nhà trường và Kế hoạch số 640/KH-SGDĐT "
       "ngày "
       "20/5/2016 của Sở, Sở Giáo dục và Đào tạo hướng dẫn các đơn vị kiểm kê, bảo quản thiết bị "
       "và đồ "
       "dùng dạy học như sau:"},
      {"1. Kiểm kê toàn bộ thiết bị, đồ dùng dạy học hiện có theo từng bộ môn; phân loại: còn dùng "
       "tốt, hư hỏng có thể sửa chữa, hư hỏng không dùng được. Lập biên bản theo mẫu gửi kèm."},
      {"2. Sắp xếp phòng thiết bị khoa học, có sổ theo dõi mượn trả; hóa chất độc hại để trong tủ "
       "riêng, "
       "có khóa và người chịu trách nhiệm."},
      {"3. Phát động phong trào giáo viên tự làm đồ dùng dạy học; mỗi tổ chuyên môn có ít nhất 02 "
       "sản "
       "phẩm dự thi cấp trường trước ngày 15/11/2016."},
      {"4. Lập dự toán mua sắm bổ sung năm 2017, ưu tiên các trường ở vùng khó khăn của huyện "
       "Nghĩa "
       "Hưng và huyện Giao Thủy."},
      {"Báo cáo kiểm kê gửi về Sở (qua Phòng Kế hoạch - Tài chính) trước ngày 30/9/2016./."}};
  paper.copies = {"- Như trên;", "- Ban Giám đốc;", "- Các phòng chức năng;", "- Lưu: VT, KHTC."};
  paper.signing = {
      .titles = {"KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"}, .name = "Vũ Đình Khoát", .pen = Ink::black};
  paper.seal =
      Seal{"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "TỈNH NAM ĐỊNH", {"SỞ", "GIÁO DỤC", "VÀ ĐÀO TẠO"}};
  paper.arrival = Arrival{.receiver = {"PHÒNG GD&amp;ĐT HUYỆN HẢI HẬU"},
                          .number = "412",
                          .date = "29/8/16",
                          .truth_date = "2016-08-29",
                          .x = 9,
                          .y = 59,
                          .tilt_degrees = 2,
                          .pen = Ink::black};
  return paper;
}

DrawOptions teaching_scan() {
  DrawOptions options;
  options.seed = 303;
  options.skew_degrees = 1.4;
  options.depth = Depth::bilevel;
  options.hand_number = options.hand_day = true;
  options.hand_height = 1.45;
  options.pen = Ink::black;
  options.damage = {.blur = 0.5,
                    .noise = 9,
                    .paper = 247,
                    .wear = 0.15,
                    .specks = 45,
                    .edge_left = 2.6,
                    .edge_bottom = 1.5};
  return options;
}

}  // namespace

std::vector<Sample> letter_samples() {
  return {{.name = "02-cong-van-hoa-toc", .quality = 62, .parts = {{flood_letter(), flood_scan()}}},
          {.name = "03-cong-van-dau-den", .parts = {{teaching_letter(), teaching_scan()}}}};
}

}  // namespace vanthu::draw
