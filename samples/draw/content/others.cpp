// SPDX-License-Identifier: GPL-3.0-or-later
// 10 to 12: a conclusion of the Party, a proposal lying on its side, a folded guide whose Lưu line
// comes first.
#include "samples/draw/sample.h"

namespace vanthu::draw {
namespace {

Paper party_conclusion() {
  Paper paper;
  paper.head = Head::party;
  paper.issuer = {"TỈNH ỦY YÊN BÁI"};
  paper.mark = "*";
  paper.number_label = "Số ";
  paper.number = "187", paper.notation = "-KL/TU";
  paper.place = "Yên Bái", paper.day = 8, paper.month = 10, paper.year = 2021;
  paper.type = "KẾT LUẬN";
  paper.subject = "Tiếp tục nâng cao hiệu quả kinh tế tập thể\ntrên địa bàn tỉnh đến năm 2025";
  paper.body = {
      {"Sau khi nghe Ban Cán sự đảng Ủy ban nhân dân tỉnh trình bày báo cáo tổng kết 5 năm thực "
       "hiện Nghị quyết số "
       "39-NQ/TU, ngày 20/6/2016 về phát triển kinh tế tập thể, Ban Thường vụ Tỉnh ủy kết luận:"},
      {"1. Kinh tế tập thể của tỉnh có bước phát triển cả về số lượng và chất lượng. Đến tháng "
       "9/2021, toàn tỉnh có "
       "562 hợp tác xã, tăng 231 hợp tác xã so với năm 2016; nhiều hợp tác xã chế biến chè, quế, "
       "măng tre Bát Độ "
       "tham gia chuỗi giá trị, có sản phẩm đạt 3 sao, 4 sao. Tuy nhiên, quy mô còn nhỏ; trình độ "
       "quản lý của một "
       "bộ phận cán bộ hợp tác xã còn hạn chế."},
      {"2. Trong thời gian tới, các cấp ủy, tổ chức đảng tập trung lãnh đạo thực hiện tốt các "
       "nhiệm vụ sau:"},
      {"- Quán triệt sâu sắc Kết luận số 70-KL/TW, ngày 09/3/2020 của Bộ Chính trị; đưa chỉ tiêu "
       "phát triển kinh tế "
       "tập thể vào nghị quyết hằng năm."},
      {"- Phấn đấu đến năm 2025 có trên 750 hợp tác xã, trong đó ít nhất 60% hoạt động khá, tốt; "
       "thu nhập bình quân "
       "của thành viên đạt 60 triệu đồng/người/năm."},
      {"- Ban Cán sự đảng Ủy ban nhân dân tỉnh chỉ đạo sửa đổi chính sách hỗ trợ đất đai, tín "
       "dụng, đào tạo cán bộ; "
       "hoàn thành trong quý I/2022."},
      {"3. Giao Ban Tuyên giáo Tỉnh ủy hướng dẫn tuyên truyền; Văn phòng Tỉnh ủy theo dõi, đôn "
       "đốc, định kỳ báo cáo "
       "Ban Thường vụ Tỉnh ủy."}};
  paper.copies = {"- Ban Kinh tế Trung ương (để b/c),", "- Ban Cán sự đảng UBND tỉnh,",
                  "- Các huyện ủy, thị ủy, thành ủy,", "- Các đồng chí Tỉnh ủy viên,",
                  "- Lưu Văn phòng Tỉnh ủy."};
  paper.signing = {.titles = {"T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ THƯỜNG TRỰC"},
                   .name = "Hoàng Đức Thịnh"};
  paper.seal = Seal{"ĐẢNG CỘNG SẢN VIỆT NAM", "TỈNH YÊN BÁI", {"BAN CHẤP HÀNH", "ĐẢNG BỘ"}};
  paper.body_size = 13.5;
  return paper;
}

DrawOptions party_scan() {
  DrawOptions options;
  options.seed = 1010;
  options.skew_degrees = 0.8;
  options.hand_number = true;
  options.hand_height = 1.2;
  options.damage = {.blur = 0.5,
                    .noise = 1.0,
                    .paper = 252,
                    .wear = 0.06,
                    .specks = 10,
                    .edge_right = 1.0,
                    .show_through = 0.015};
  return options;
}

Paper settlement_proposal() {
  Paper paper;
  paper.parent = {"UBND HUYỆN KRÔNG PẮC"};
  paper.issuer = {"PHÒNG TÀI CHÍNH", "- KẾ HOẠCH"};
  paper.number = "41", paper.notation = "/TTr-TCKH";
  paper.place = "Krông Pắc", paper.day = 14, paper.month = 9, paper.year = 2012;
  paper.type = "TỜ TRÌNH";
  paper.lead_in = "Về việc ";
  paper.subject = "Về việc phê duyệt quyết toán công trình đường giao thông nông thôn xã Ea Kly";
  paper.to = {"Ủy ban nhân dân huyện Krông Pắc"};
  paper.body = {
      {"Căn cứ Thông tư số 19/2011/TT-BTC ngày 14/02/2011 của Bộ Tài chính quy định về quyết toán "
       "dự án hoàn thành "
       "thuộc nguồn vốn nhà nước;"},
      {"Căn cứ Quyết định số 1530/QĐ-UBND ngày 08/6/2011 của Ủy ban nhân dân huyện về việc phê "
       "duyệt báo cáo kinh tế "
       "- kỹ thuật công trình đường giao thông nông thôn xã Ea Kly,"},
      {"Sau khi thẩm tra hồ sơ, Phòng Tài chính - Kế hoạch trình Ủy ban nhân dân huyện phê duyệt "
       "quyết toán với các "
       "nội dung sau:"},
      {"1. Chủ đầu tư: Ủy ban nhân dân xã Ea Kly. Chiều dài tuyến: 1.860 m; mặt đường láng nhựa "
       "rộng 3,5 m."},
      {"2. Giá trị quyết toán: 2.784.516.000 đồng, giảm 31.204.000 đồng so với giá trị chủ đầu tư "
       "đề nghị."},
      {"3. Nguồn vốn: ngân sách huyện 2.100.000.000 đồng; nhân dân đóng góp 684.516.000 đồng."},
      {"Phòng Tài chính - Kế hoạch kính trình Ủy ban nhân dân huyện xem xét, phê duyệt./."}};
  paper.copies = {"- Như trên;", "- UBND xã Ea Kly;", "- Lưu: VT."};
  paper.signing = {.titles = {"TRƯỞNG PHÒNG"}, .name = "Y Blem Niê", .pen = Ink::black};
  paper.seal = Seal{"UBND HUYỆN KRÔNG PẮC", "TỈNH ĐẮK LẮK", {"PHÒNG", "TÀI CHÍNH -", "KẾ HOẠCH"}};
  paper.page_numbers_below = true;
  return paper;
}

DrawOptions settlement_scan() {
  DrawOptions options;
  options.seed = 1111;
  options.skew_degrees = -0.8;
  options.rotate = 90;
  options.depth = Depth::bilevel;
  options.hand_number = options.hand_day = true;
  options.hand_height = 1.5;
  options.pen = Ink::black;
  options.damage = {
      .blur = 0.5, .noise = 10, .paper = 246, .wear = 0.15, .specks = 70, .edge_bottom = 2.2};
  return options;
}

Paper emulation_guide() {
  Paper paper;
  paper.parent = {"UBND TỈNH SÓC TRĂNG"};
  paper.issuer = {"SỞ NỘI VỤ"};
  paper.number = "884", paper.notation = "/HD-SNV";
  paper.place = "Sóc Trăng", paper.day = 14, paper.month = 2, paper.year = 2025;
  paper.type = "HƯỚNG DẪN";
  paper.subject = "Lập hồ sơ đề nghị khen thưởng cống hiến năm 2025";
  paper.body = {
      {"Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022; Nghị định số 98/2023/NĐ-CP ngày "
       "31 tháng 12 năm "
       "2023 của Chính phủ, Sở Nội vụ hướng dẫn lập hồ sơ đề nghị khen thưởng cống hiến như sau:"},
      {"1. Đối tượng: cán bộ, công chức, viên chức đã nghỉ chế độ hoặc đến tuổi nghỉ hưu trong năm "
       "2025, có quá "
       "trình giữ chức vụ lãnh đạo, quản lý đủ thời gian theo quy định."},
      {"2. Hồ sơ gồm 03 bản chính: tờ trình của cơ quan; báo cáo tóm tắt quá trình công tác có xác "
       "nhận của cơ quan "
       "quản lý cán bộ; biên bản họp Hội đồng Thi đua - Khen thưởng."},
      {"3. Thời hạn: đợt 1 nộp trước ngày 31 tháng 3 năm 2025; đợt 2 nộp trước ngày 30 tháng 6 năm "
       "2025. Quá thời hạn "
       "trên, Sở Nội vụ không tiếp nhận."},
      {"Trong quá trình thực hiện, nếu có vướng mắc, đề nghị phản ánh về Phòng Thi đua - Khen "
       "thưởng, điện thoại "
       "0299.3822.508 để được hướng dẫn./."}};
  paper.copies = {"- Lưu: VT, TĐKT.", "<b>Bản điện tử:</b>", "- Các sở, ban, ngành tỉnh;",
                  "- UBND các huyện, thị xã, thành phố;", "- Ban Giám đốc Sở;"};
  paper.signing = {.titles = {"KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"}, .name = "Thạch Sà Rương"};
  paper.seal = Seal{"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "TỈNH SÓC TRĂNG", {"SỞ", "NỘI VỤ"}};
  return paper;
}

DrawOptions emulation_scan() {
  DrawOptions options;
  options.seed = 1212;
  options.skew_degrees = -1.6;
  options.depth = Depth::grey;
  options.hand_number = options.hand_day = options.hand_month = true;
  options.hand_height = 1.3;
  options.damage = {.blur = 0.6,
                    .noise = 2.0,
                    .paper = 243,
                    .wear = 0.12,
                    .specks = 20,
                    .edge_left = 1.2,
                    .show_through = 0.03,
                    .fold = true};
  return options;
}

}  // namespace

std::vector<Sample> other_samples() {
  return {{.name = "10-ket-luan-cua-dang",
           .quality = 60,
           .parts = {{party_conclusion(), party_scan()}}},
          {.name = "11-to-trinh-nam-ngang", .parts = {{settlement_proposal(), settlement_scan()}}},
          {.name = "12-huong-dan-gap-to",
           .format = Format::jpeg,
           .quality = 60,
           .parts = {{emulation_guide(), emulation_scan()}}}};
}

}  // namespace vanthu::draw
