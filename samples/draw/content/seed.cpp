// SPDX-License-Identifier: GPL-3.0-or-later
// 01: the dispatch the project began with, and the plan bound behind it, with the words as the
// paper must have had them. Number and date are printed; the plan has no national head; page 1
// shows no title of the signer.
#include "samples/draw/sample.h"

namespace vanthu::draw {
namespace {

std::vector<Block> letter_body() {
  return {
      {"Tiếp nhận Kế hoạch số 169/KH-KHVN ngày 20/8/2019 của Hội Khuyến học Việt Nam về "
       "việc triển khai Kết luận số 49-KL/TW của Ban Bí thư về tiếp tục thực hiện Chỉ "
       "thị số 11-CT/TW của Bộ Chính trị về tăng cường sự lãnh đạo của Đảng đối với "
       "công tác khuyến học, khuyến tài và xây dựng xã hội học tập,"},
      {"Chủ tịch Ủy ban nhân dân tỉnh có ý kiến như sau:"},
      {"1. Giao Sở Giáo dục và Đào tạo, theo chức năng và nhiệm vụ được giao, phối hợp "
       "với Hội Khuyến học tỉnh, các cơ quan liên quan và Ủy ban nhân dân các huyện, "
       "thành phố nghiên cứu nội dung Kế hoạch số 169/KH-KHVN ngày 20/8/2019 của Hội "
       "Khuyến học Việt Nam tổ chức triển khai thực hiện."},
      {"2. Giao Hội Khuyến học tỉnh chủ trì, phối hợp với các cơ quan liên quan xây "
       "dựng Kế hoạch triển khai thực hiện Kế hoạch số 169/KH-KHVN ngày 20/8/2019 của "
       "Hội Khuyến học Việt Nam kịp thời, hiệu quả trong tháng 9/2019; báo cáo kết quả "
       "thực hiện cho Ủy ban nhân dân tỉnh./."},
      {"<i>(Đính kèm Kế hoạch số 169/KH-KHVN ngày 20/8/2019 của Hội Khuyến học Việt Nam)</i>"},
  };
}

std::vector<Block> plan_opening() {
  return {
      {"Ngày 13/4/2007, Bộ Chính trị ban hành Chỉ thị 11-CT/TW về tăng cường sự lãnh "
       "đạo của Đảng đối với công tác khuyến học, khuyến tài, xây dựng xã hội học tập."},
      {"Sau 10 năm thực hiện Chỉ thị 11-CT/TW, ngày 10/5/2019, Ban Bí thư ban hành Kết "
       "luận số 49-KL/TW về tiếp tục thực hiện Chỉ thị 11-CT/TW của Bộ Chính trị về "
       "tăng cường sự lãnh đạo của Đảng đối với công tác khuyến học, khuyến tài, xây "
       "dựng xã hội học tập."},
      {"Để triển khai thực hiện Kết luận 49-KL/TW, Hội Khuyến học Việt Nam xây dựng kế "
       "hoạch như sau:"},
      {"<b>I. MỤC ĐÍCH, YÊU CẦU</b>"},
      {"<b>1. Mục đích</b>"},
      {"- Cán bộ, hội viên và nhân dân nhận thức sâu sắc hơn nữa về công tác khuyến "
       "học, khuyến tài, xây dựng xã hội học tập đối với sự phát triển bền vững của đất "
       "nước, đặc biệt là những yêu cầu, nhiệm vụ mới trong việc xây dựng xã hội học "
       "tập trước xu thế phát triển của nền kinh tế số do cuộc cách mạng công nghiệp "
       "4.0 mang lại."},
      {"- Đẩy mạnh toàn diện các hoạt động khuyến học, khuyến tài trên cơ sở củng cố và "
       "nâng cao chất lượng hoạt động của các tổ chức Hội và hội viên để phát huy vai "
       "trò nòng cốt của Hội trong sự nghiệp xây dựng và phát triển xã hội học tập."},
      {"<b>2. Yêu cầu</b>"},
      {"- Tham mưu để cấp ủy và chính quyền các cấp có văn bản triển khai Kết luận "
       "49-KL/TW tại địa phương, khẳng định rõ trách nhiệm của cấp ủy, cán bộ, đảng "
       "viên đối với việc thực hiện Chỉ thị 11-CT/TW trong từng thời gian."},
      {"- Các cấp hội xây dựng kế hoạch triển khai Kết luận 49-KL/TW, tăng cường liên "
       "kết, phối hợp với các ban, ngành, đoàn thể đẩy mạnh các hoạt động khuyến học, "
       "khuyến tài theo tinh thần xây dựng xã hội học tập là sự nghiệp của toàn đảng, "
       "toàn dân, trong đó hội khuyến học đóng vai trò nòng cốt."},
  };
}

std::vector<Block> plan_tasks() {
  return {
      {"<b>II. NỘI DUNG</b>"},
      {"1. Các cấp hội từ Trung ương tới cơ sở sớm có kế hoạch quán triệt nội dung "
       "trong Kết luận 49-KL/TW, bảo đảm mọi cán bộ, hội viên nắm vững ý nghĩa chiến "
       "lược của văn bản quan trọng này và hiểu rõ những yêu cầu, những điểm mới cơ bản "
       "về công tác khuyến học, khuyến tài, xây dựng xã hội học tập giai đoạn sau năm "
       "2020."},
      {"2. Có kế hoạch cụ thể nhằm duy trì và nâng cao chất lượng, hiệu quả công tác "
       "khuyến học, khuyến tài, xây dựng xã hội học tập coi đây là trách nhiệm của cấp "
       "ủy, chính quyền, mặt trận tổ quốc và đoàn thể nhân dân các cấp, trước hết là "
       "người đứng đầu. Do đó, hội khuyến học các cấp tham mưu cho lãnh đạo đảng, chính "
       "quyền, mặt trận chỉ đạo thực hiện tốt nhiệm vụ xây dựng xã hội học tập đã được "
       "nêu trong nghị quyết, chỉ thị của Đảng, các quyết định của Chính phủ, đồng thời "
       "phối hợp với các đoàn thể, các doanh nghiệp xây dựng kế hoạch công tác, chương "
       "trình hành động trong từng giai đoạn."},
      {"3. Sau khi Nhà nước ban hành Bộ tiêu chí các mô hình “Công dân học tập”, “Đơn "
       "vị học tập”, các cấp hội cần tham mưu để cấp ủy chỉ đạo các tổ chức đảng và "
       "đảng viên thực hiện các yêu cầu sau:"},
      {"- Mỗi đảng viên phải đạt danh hiệu “Công dân học tập”;"},
      {"- Gia đình đảng viên trở thành “Gia đình học tập”;"},
      {"- Mỗi chi bộ đảng là một “Đơn vị học tập”."},
      {"- Hàng năm cấp ủy có đánh giá về kết quả xây dựng xã hội học tập tại địa "
       "phương, đơn vị."},
      {"4. Trung ương Hội cùng các Hội địa phương tăng cường công tác tuyên truyền sâu "
       "rộng trong các bộ, ban, ngành, đoàn thể và nhân dân về vai trò giáo dục người "
       "lớn trong xây dựng và phát triển nhân lực chất lượng cao cho các lĩnh vực kinh "
       "tế, chính trị, xã hội, văn hóa, quốc phòng..., về nền giáo dục theo hướng mở để "
       "các tổ chức đảng và chính quyền các cấp lãnh đạo, chỉ đạo, tạo điều kiện cho "
       "mọi người dân đều có cơ hội và điều kiện học tập suốt đời, về lợi ích, tác dụng "
       "và hiệu quả của các mô hình học tập theo Quyết định 281/QĐ-TTg, Thông tư "
       "44/2014/TT-BGDĐT cũng như các tấm gương điển hình tiên tiến trong thực hiện các "
       "mô hình, mô hình mới mà Nhà nước sắp ban hành."},
      {"- Tuyên truyền việc tham gia mạng lưới “Thành phố học tập” do UNESCO điều hành."},
      {"5. Trong khi chờ Hướng dẫn của Ban Tuyên giáo Trung ương về tổ chức và biên "
       "soạn các chuyên đề xã hội học tập dùng trong các cơ sở giáo dục và đào tạo, các "
       "trung tâm bồi dưỡng chính trị..., Hội Khuyến học sẽ biên soạn một số báo cáo "
       "khoa học, chuyên đề và tài liệu tập huấn với nội dung thiết thực và bổ ích phục "
       "vụ việc nâng cao nhận thức về xây dựng xã hội học tập cho nhân dân. Mặt khác, "
       "những chuyên gia đang công tác tại các tổ chức hội, các cộng tác viên khoa học "
       "của Hội có điều kiện có thể đến trình bày những chuyên đề cần thiết tại trường "
       "đảng, các cơ sở giáo dục chính trị do các cấp ủy quản lý, các buổi tập huấn, "
       "hội thảo khoa học (nếu các cơ quan này có nhu cầu)."},
  };
}

std::vector<Block> plan_more_tasks() {
  return {
      {"6. Trung ương Hội và Hội địa phương tiếp tục ký kết song phương với các bộ, "
       "ban, ngành, đoàn thể, trường học, doanh nghiệp về phát triển các tổ chức khuyến "
       "học; xây dựng các mô hình học tập sao cho phong trào học tập suốt đời, quỹ "
       "khuyến học, khuyến tài ngày càng được phát triển tại các tổ chức này, tạo nên "
       "phong trào thi đua sôi nổi trên các địa bàn trong cả nước."},
      {"7. Hội Khuyến học các cấp đề xuất cấp ủy, chính quyền và cùng các tổ chức chính "
       "trị - xã hội, xã hội nghề nghiệp xây dựng kế hoạch xóa mù chức năng, xóa mù chữ "
       "cơ bản cho đồng bào ở những vùng khó khăn, vùng dân tộc thiểu số, đặc biệt là "
       "những phụ nữ đang ở diện chưa thoát nghèo, tiến hành tổ chức bổ túc văn hóa và "
       "dạy nghề ngắn hạn để đồng bào vừa không mù chữ lại, vừa tăng thêm thu nhập."},
      {"8. Thông qua cuộc vận động đăng ký phấn đấu trở thành “Công dân học tập”, Hội "
       "Khuyến học cùng các lực lượng xã hội tìm kiếm các giải pháp thúc đẩy cán bộ, "
       "công chức, viên chức, công nhân trong các khu công nghiệp, khu chế xuất học tập "
       "các chương trình theo quy định của Nhà nước, phát triển đa dạng các hình thức "
       "học tại nhà, tại nơi làm việc, học từ xa, học trực tuyến cùng với việc sử dụng "
       "các công nghệ học tập để mang lại hiệu quả học tập ngày càng cao hơn."},
      {"9. Thường trực Trung ương Hội phối hợp với Bộ Giáo dục và Đào tạo đẩy nhanh "
       "tiến độ những công việc cấp thiết sau:"},
      {"- Xây dựng cơ chế chia sẻ tri thức của hệ thống đại học đối với việc học tập "
       "suốt đời của người lớn thông qua những hoạt động cụ thể của trường đại học như "
       "cung cấp tài nguyên giáo dục mở, hình thành hành lang pháp lý cho việc truy cập "
       "mở đối với tài nguyên giáo dục, tổ chức các khóa học mở phù hợp với điều kiện "
       "học tập thường xuyên của người lớn hiện nay."},
      {"- Tổ chức thí điểm mô hình “Đơn vị học tập”, “Cộng đồng học tập” cấp huyện sau "
       "khi có quyết định về tiêu chí của các mô hình này."},
      {"- Chủ động phối hợp xây dựng tiêu chí “Công dân học tập”, “Thành phố học tập”."},
      {"- Hợp tác với UNESCO trong công việc nghiên cứu về xã hội học tập trên thế "
       "giới, tìm kiếm các đối tác mới để chia sẻ kinh nghiệm về giáo dục người lớn, "
       "phối hợp xây dựng các chính sách giáo dục thường xuyên quốc gia."},
      {"10. Trung ương Hội làm việc với các cơ quan để có quy định về lồng ghép các "
       "tiêu chí thi đua trong thực hiện mô hình học tập với các phong trào “Xây dựng "
       "nông thôn mới”, “Toàn dân đoàn kết xây dựng đời sống văn hóa”."},
  };
}

std::vector<Block> plan_closing() {
  return {
      {"<b>III. TỔ CHỨC THỰC HIỆN</b>"},
      {"<b>1. Hội Khuyến học Việt Nam</b>"},
      {"- Ban hành và tổ chức thực hiện Kế hoạch triển khai thực hiện Kết luận 49-KL/TW "
       "của Ban Bí thư về tiếp tục thực hiện Chỉ thị 11-CT/TW của Bộ Chính trị."},
      {"- Theo dõi, đôn đốc, kiểm tra việc thực hiện Kết luận 49-KL/TW; phát hiện, biểu "
       "dương, nhân rộng những tấm gương tập thể, cá nhân tiêu biểu trong triển khai "
       "thực hiện công tác khuyến học, khuyến tài, xây dựng xã hội học tập. Hàng năm, "
       "tổng hợp báo cáo Ban Bí thư về kết quả thực hiện."},
      {"<b>2. Hội Khuyến học các tỉnh, thành phố</b>"},
      {"- Trong Quý III/2019 và đầu Quý IV/2019 triển khai thực hiện kế hoạch của Hội "
       "Khuyến học Việt Nam về triển khai thực hiện Kết luận 49-KL/TW. Tất cả cán bộ, "
       "hội viên đều được tiếp cận và hiểu các nội dung của văn kiện này."},
      {"- Chủ động phối hợp với các ngành chức năng trong công tác khuyến học, khuyến "
       "tài, xây dựng xã hội học tập. Đề xuất các điều kiện về kinh phí, cơ sở vật "
       "chất, nguồn lực cần được hỗ trợ để triển khai kịp thời kế hoạch đề ra."},
      {"- Trong Báo cáo tổng kết công tác khuyến học năm 2019, các cấp Hội đánh giá kết "
       "quả triển khai Kết luận 49-KL/TW làm rõ những thuận lợi, những khó khăn và kịp "
       "thời phản ánh cho Trung ương Hội những vấn đề cần giải quyết trong năm 2020."},
  };
}

std::vector<Block> plan_body() {
  std::vector<Block> body = plan_opening();
  for (const auto& more : {plan_tasks(), plan_more_tasks(), plan_closing()})
    body.insert(body.end(), more.begin(), more.end());
  return body;
}

Paper letter() {
  Paper paper;
  paper.issuer = {"ỦY BAN NHÂN DÂN", "TỈNH NINH THUẬN"};
  paper.number = "3795", paper.notation = "/UBND-VXNV";
  paper.place = "Ninh Thuận", paper.day = 9, paper.month = 9, paper.year = 2019;
  paper.lead_in = "V/v ";
  paper.subject =
      "V/v phối hợp triển khai\nthực hiện Kế hoạch số\n169/KH-KHVN ngày\n20/8/2019 của Hội\n"
      "Khuyến học Việt Nam";
  paper.to = {"Sở Giáo dục và Đào tạo", "Hội Khuyến học tỉnh"};
  paper.body = letter_body();
  paper.copies = {"- Như trên;",
                  "- Thường trực Tỉnh ủy (b/c);",
                  "- CT, PCT UBND tỉnh Lê Văn Bình;",
                  "- Ủy ban nhân dân các huyện, thành phố;",
                  "- VPUB: LĐ;",
                  "- Lưu: VT, VXNV. NAM."};
  paper.signing = {.name = "Lê Văn Bình"};
  paper.seal = Seal{"ỦY BAN NHÂN DÂN", "TỈNH NINH THUẬN"};
  paper.page_numbers_below = true;
  return paper;
}

Paper plan() {
  Paper paper;
  paper.head = Head::none;
  paper.number = "169 ", paper.notation = "/KH-KHVN";
  paper.place = "Hà Nội", paper.day = 20, paper.month = 8, paper.year = 2019;
  paper.type = "KẾ HOẠCH";
  paper.subject =
      "Triển khai Kết luận 49-KL/TW của Ban Bí thư\nvề tiếp tục thực hiện Chỉ thị 11-CT/TW của\n"
      "Bộ Chính trị về tăng cường sự lãnh đạo của Đảng\n"
      "đối với công tác khuyến học, khuyến tài, xây dựng xã hội học tập";
  paper.title_gap = 38;
  paper.body = plan_body();
  paper.copies = {"- Ban Tuyên giáo TW (để b/c);", "- Chủ tịch UBND các tỉnh, TP (để chỉ đạo);",
                  "- HKH các tỉnh, TP (để t/h);", "- Các đ/c Thường trực TW Hội;",
                  "- Lưu VPTW Hội."};
  paper.signing = {.titles = {"TM. BAN THƯỜNG VỤ TW HỘI KHVN", "PHÓ CHỦ TỊCH KIÊM TỔNG THƯ KÝ"},
                   .name = "Phạm Tất Dong",
                   .degree = "GS.TS"};
  paper.seal = Seal{"HỘI KHUYẾN HỌC VIỆT NAM", "TRUNG ƯƠNG HỘI", {}};
  paper.arrival = Arrival{.receiver = {"UBND TỈNH NINH THUẬN", "VĂN PHÒNG"},
                          .date = "20/8",
                          .truth_date = "--08-20",
                          .number_label = "Số đến:",
                          .date_label = "Ngày đến:",
                          .more = {"Chuyển:", "Lưu hồ sơ số:"},
                          .x = 15,
                          .y = 39.5,
                          .tilt_degrees = -1.2,
                          .dater = true};
  paper.page_numbers_below = true;
  return paper;
}

DrawOptions scanner(unsigned seed, double skew) {
  DrawOptions options;
  options.seed = seed;
  options.skew_degrees = skew;
  options.damage = {.noise = 1.1, .paper = 254, .wear = 0.08, .specks = 8, .show_through = 0.015};
  return options;
}

}  // namespace

std::vector<Sample> seed_samples() {
  return {{.name = "01-cong-van-kem-ke-hoach",
           .quality = 55,
           .parts = {{letter(), scanner(101, 0.4)},
                     {plan(), scanner(102, -0.7), "HỘI KHUYẾN HỌC VIỆT NAM"}}}};
}

}  // namespace vanthu::draw
