// SPDX-License-Identifier: GPL-3.0-or-later
// 04 to 06: a decision with its blank back, a plan on clean paper, a directive crossed by a scanner
// line.
#include "samples/draw/sample.h"

namespace vanthu::draw {
namespace {

Block centred_bold(const std::string& words) {
  return {"<b>" + words + "</b>", Align::centre, 0, 3};
}

Paper appointment() {
  Paper paper;
  paper.issuer = {"ỦY BAN NHÂN DÂN", "HUYỆN ĐỨC TRỌNG"};
  paper.number = "2147", paper.notation = "/QĐ-UBND";
  paper.place = "Đức Trọng", paper.day = 6, paper.month = 7, paper.year = 2018;
  paper.type = "QUYẾT ĐỊNH";
  paper.lead_in = "Về việc ";
  paper.subject = "Về việc điều động và bổ nhiệm viên chức quản lý trường học";
  paper.authority = "CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN";
  paper.body = {{"Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;"},
                {"Căn cứ Luật Viên chức ngày 15 tháng 11 năm 2010;"},
                {"Căn cứ Quyết định số 33/2016/QĐ-UBND ngày 10 tháng 5 năm 2016 của Ủy ban nhân "
                 "dân tỉnh Lâm Đồng "
                 "về phân cấp quản lý công chức, viên chức;"},
                {"Xét đề nghị của Trưởng phòng Nội vụ tại Tờ trình số 188/TTr-PNV ngày 29/6/2018,"},
                centred_bold("QUYẾT ĐỊNH:"),
                {"<b>Điều 1.</b> Điều động ông Đinh Công Thuận, Phó Hiệu trưởng Trường Trung học "
                 "cơ sở Ninh Gia, "
                 "đến nhận công tác tại Trường Trung học cơ sở Tà Hine và bổ nhiệm giữ chức vụ "
                 "Hiệu trưởng; thời "
                 "hạn bổ nhiệm 05 năm, kể từ ngày 01 tháng 8 năm 2018."},
                {"<b>Điều 2.</b> Ông Đinh Công Thuận được hưởng phụ cấp chức vụ 0,45 và các chế độ "
                 "khác theo quy "
                 "định hiện hành của Nhà nước."},
                {"<b>Điều 3.</b> Chánh Văn phòng HĐND và UBND huyện, Trưởng phòng Nội vụ, Trưởng "
                 "phòng Giáo dục và "
                 "Đào tạo, Hiệu trưởng các trường có liên quan và ông Đinh Công Thuận chịu trách "
                 "nhiệm thi hành "
                 "Quyết định này kể từ ngày ký./."}};
  paper.copies = {"- Như Điều 3;", "- TT. Huyện ủy (b/c);", "- CT, các PCT UBND huyện;",
                  "- Lưu: VT, NV."};
  paper.signing = {.titles = {"CHỦ TỊCH"}, .name = "Cao Xuân Lĩnh"};
  paper.seal = Seal{"ỦY BAN NHÂN DÂN HUYỆN ĐỨC TRỌNG", "TỈNH LÂM ĐỒNG"};
  paper.page_numbers_below = true;
  paper.body_size = 13.5;
  return paper;
}

DrawOptions appointment_scan() {
  DrawOptions options;
  options.seed = 404;
  options.dpi = 150;
  options.skew_degrees = 0.9;
  options.depth = Depth::grey;
  options.hand_number = options.hand_day = true;
  options.hand_height = 1.25;
  options.blank_back = true;
  options.damage = {
      .blur = 0.5, .wear = 0.05, .specks = 10, .show_through = 0.08, .punch_holes = true};
  return options;
}

Paper digital_plan() {
  Paper paper;
  paper.issuer = {"ỦY BAN NHÂN DÂN", "THÀNH PHỐ CAO LÃNH"};
  paper.number = "58", paper.notation = "/KH-UBND";
  paper.place = "Cao Lãnh", paper.day = 4, paper.month = 3, paper.year = 2022;
  paper.type = "KẾ HOẠCH";
  paper.subject = "Chuyển đổi số trong hoạt động của cơ quan nhà nước năm 2022";
  paper.body = {{"Thực hiện Quyết định số 749/QĐ-TTg ngày 03 tháng 6 năm 2020 của Thủ tướng Chính "
                 "phủ phê duyệt "
                 "“Chương trình Chuyển đổi số quốc gia đến năm 2025, định hướng đến năm 2030”, Ủy "
                 "ban nhân dân "
                 "thành phố ban hành Kế hoạch như sau:"},
                {"<b>I. MỤC TIÊU</b>"},
                {"1. 100% văn bản trao đổi giữa các phòng, ban và Ủy ban nhân dân các phường, xã "
                 "được ký số và gửi "
                 "qua hệ thống quản lý văn bản, trừ văn bản mật theo quy định."},
                {"2. Ít nhất 80% hồ sơ thủ tục hành chính được tiếp nhận, giải quyết trực tuyến "
                 "mức độ 3, mức độ 4; "
                 "mỗi khóm, ấp có một tổ công nghệ số cộng đồng."},
                {"<b>II. NHIỆM VỤ</b>"},
                {"1. Số hóa hồ sơ đang lưu tại bộ phận một cửa; cập nhật dữ liệu đất đai, hộ tịch "
                 "vào cơ sở dữ "
                 "liệu chuyên ngành của tỉnh."},
                {"2. Mở 06 lớp tập huấn kỹ năng số cho cán bộ, công chức; hướng dẫn người dân nộp "
                 "hồ sơ tại nhà "
                 "trong Tháng Thanh niên năm 2022."},
                {"<b>III. TỔ CHỨC THỰC HIỆN</b>"},
                {"Phòng Văn hóa và Thông tin chủ trì, phối hợp Văn phòng HĐND và UBND thành phố "
                 "theo dõi, đôn đốc; "
                 "báo cáo kết quả trước ngày 15 tháng cuối quý./."}};
  paper.copies = {"- Sở Thông tin và Truyền thông;", "- CT, các PCT UBND thành phố;",
                  "- Các phòng, ban thành phố;", "- UBND các phường, xã;", "- Lưu: VT, VHTT."};
  paper.signing = {.titles = {"TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"},
                   .name = "Võ Thị Bích Loan"};
  paper.seal = Seal{"ỦY BAN NHÂN DÂN TP. CAO LÃNH", "TỈNH ĐỒNG THÁP"};
  paper.body_size = 13.5;
  return paper;
}

DrawOptions digital_scan() {
  DrawOptions options;
  options.seed = 505;
  options.depth = Depth::grey;
  options.damage = {.blur = 0.4, .noise = 0.6, .wear = 0.03};
  return options;
}

Paper forest_directive() {
  Paper paper;
  paper.issuer = {"ỦY BAN NHÂN DÂN", "TỈNH PHÚ YÊN"};
  paper.number = "17", paper.notation = "/CT-UBND";
  paper.place = "Phú Yên", paper.day = 12, paper.month = 4, paper.year = 2013;
  paper.type = "CHỈ THỊ";
  paper.lead_in = "Về việc ";
  paper.subject =
      "Về việc tăng cường các biện pháp cấp bách phòng cháy, chữa cháy rừng trong mùa khô năm 2013";
  paper.body = {
      {"Từ đầu năm đến nay, nắng nóng kéo dài, lượng mưa thấp hơn trung bình nhiều năm từ 30 đến "
       "45%; toàn "
       "tỉnh đã xảy ra 11 vụ cháy rừng, thiệt hại 27,6 ha, chủ yếu ở các huyện Sông Hinh, Đồng "
       "Xuân và "
       "Sơn Hòa. Nguyên nhân là do đốt nương làm rẫy không đúng quy định, một số chủ rừng chưa chủ "
       "động "
       "phương án, lực lượng tại chỗ còn thiếu phương tiện."},
      {"Để hạn chế thấp nhất thiệt hại do cháy rừng gây ra, Chủ tịch Ủy ban nhân dân tỉnh chỉ "
       "thị:"},
      {"1. Chủ tịch Ủy ban nhân dân các huyện, thị xã, thành phố chịu trách nhiệm trước Chủ tịch "
       "Ủy ban "
       "nhân dân tỉnh về công tác phòng cháy, chữa cháy rừng trên địa bàn; kiện toàn ban chỉ huy, "
       "phân công "
       "từng thành viên phụ trách từng xã trọng điểm; bố trí kinh phí dự phòng theo Nghị định số "
       "09/2006/NĐ-CP ngày 16 tháng 01 năm 2006 của Chính phủ."},
      {"2. Sở Nông nghiệp và Phát triển nông thôn chỉ đạo Chi cục Kiểm lâm trực 24/24 giờ trong "
       "những ngày "
       "cảnh báo cháy rừng cấp IV, cấp V; thông tin kịp thời cấp dự báo trên Đài Phát thanh và "
       "Truyền hình "
       "tỉnh; kiểm tra việc chuẩn bị của các ban quản lý rừng phòng hộ, Vườn quốc gia và các công "
       "ty lâm "
       "nghiệp."},
      {"3. Công an tỉnh, Bộ Chỉ huy Quân sự tỉnh, Bộ Chỉ huy Bộ đội Biên phòng tỉnh sẵn sàng lực "
       "lượng, "
       "phương tiện tham gia chữa cháy khi có lệnh; điều tra, xử lý nghiêm các đối tượng cố ý đốt "
       "rừng, lấn "
       "chiếm đất rừng."},
      {"4. Các chủ rừng làm mới, tu bổ 185 km đường băng cản lửa trước ngày 30 tháng 4 năm 2013; "
       "dọn vật liệu "
       "cháy ven đường quốc lộ 25, quốc lộ 29; ký cam kết với các hộ dân sống gần rừng."},
      {"5. Ban Dân tộc, Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh và các đoàn thể vận động đồng bào "
       "không đốt "
       "nương trong thời gian cao điểm; đưa nội dung bảo vệ rừng vào hương ước, quy ước của thôn, "
       "buôn."},
      {"Thủ trưởng các sở, ban, ngành, Chủ tịch Ủy ban nhân dân các huyện, thị xã, thành phố và "
       "các chủ rừng "
       "nghiêm túc thực hiện Chỉ thị này; định kỳ ngày 20 hằng tháng báo cáo về Sở Nông nghiệp và "
       "Phát triển "
       "nông thôn để tổng hợp, trình Ủy ban nhân dân tỉnh./."}};
  paper.copies = {"- Bộ Nông nghiệp và PTNT (b/c);",      "- TT. Tỉnh ủy, TT. HĐND tỉnh (b/c);",
                  "- Các sở, ban, ngành, đoàn thể tỉnh;", "- UBND các huyện, thị xã, thành phố;",
                  "- Báo Phú Yên, Đài PT và TH tỉnh;",    "- Lưu: VT, ĐTXD (Hg)."};
  paper.signing = {
      .titles = {"KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"}, .name = "Ngô Quang Trạch", .pen = Ink::black};
  paper.seal = Seal{"ỦY BAN NHÂN DÂN", "TỈNH PHÚ YÊN"};
  paper.page_numbers_below = true;
  return paper;
}

DrawOptions forest_scan() {
  DrawOptions options;
  options.seed = 606;
  options.dpi = 300;
  options.skew_degrees = -1.1;
  options.depth = Depth::bilevel;
  options.hand_number = options.hand_day = true;
  options.hand_height = 1.6;
  options.pen = Ink::black;
  options.damage = {.blur = 0.7,
                    .noise = 8,
                    .paper = 248,
                    .wear = 0.12,
                    .specks = 40,
                    .edge_right = 1.8,
                    .lines = {137.5}};
  return options;
}

}  // namespace

std::vector<Sample> decision_samples() {
  return {{.name = "04-quyet-dinh-mat-sau-trang",
           .format = Format::tiff,
           .parts = {{appointment(), appointment_scan()}}},
          {.name = "05-ke-hoach-in-ro", .quality = 62, .parts = {{digital_plan(), digital_scan()}}},
          {.name = "06-chi-thi-soc-den",
           .format = Format::tiff,
           .parts = {{forest_directive(), forest_scan()}}}};
}

}  // namespace vanthu::draw
