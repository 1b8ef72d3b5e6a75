// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/index/papers.h"

#include <unistd.h>

#include <cstdlib>
#include <stdexcept>

namespace vanthu::test {
namespace {

constexpr const char* kLetter =
    "ỦY BAN NHÂN DÂN\nTỈNH NINH THUẬN\nSố: 3795/UBND-VXNV\n"
    "V/v phối hợp triển khai\nthực hiện Kế hoạch số\n169/KH-KHVN\n"
    "Ninh Thuận, ngày 09 tháng 9 năm 2019\n"
    "Kính gửi:\n- Sở Giáo dục và Đào tạo;\n- Hội Khuyến học tỉnh.\n"
    "Tiếp nhận Kế hoạch số 169/KH-KHVN ngày 20/8/2019 của Hội Khuyến học Việt Nam về tiếp tục "
    "thực\n"
    "hiện Chỉ thị số 11-CT/TW của Bộ Chính trị về tăng cường sự lãnh đạo của Đảng đối với công "
    "tác\n"
    "khuyến học, khuyến tài và xây dựng xã hội học tập,\n"
    "Chủ tịch Ủy ban nhân dân tỉnh có ý kiến như sau:\n"
    "1. Giao Sở Giáo dục và Đào tạo phối hợp với Hội Khuyến học tỉnh. Báo cáo trong tháng "
    "9/2019./.\n";

constexpr const char* kPlan =
    "Số: 169 /KH-KHVN\nHà Nội, ngày 20 tháng 8 năm 2019\nKẾ HOẠCH\n"
    "Triển khai Kết luận 49-KL/TW của Ban Bí thư\n"
    "Ngày 13/4/2007, Bộ Chính trị ban hành Chỉ thị 11-CT/TW về khuyến tài.\n"
    "Mỗi đảng viên phải đạt danh-hiệu \"Công dân học tập\";\n";

std::string digits_of(const std::string& name) {
  std::string out;
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    out += "0123456789abcdef"[byte >> 4];
    out += "0123456789abcdef"[byte & 15];
  }
  out.resize(12, '0');
  return out;
}

void set(Field& field, const std::string& value) {
  if (!value.empty()) field = read_field(value);
}

Reading letter_with_plan() {
  Reading out =
      paper("letter", "3795/UBND-VXNV", "2019-09-09", "CÔNG VĂN", "ỦY BAN NHÂN DÂN TỈNH NINH THUẬN",
            "phối hợp triển khai thực hiện Kế hoạch số 169/KH-KHVN", kLetter);
  Dispatch& letter = out.dispatches.front();
  letter.to = {read_field("Sở Giáo dục và Đào tạo"), read_field("Hội Khuyến học tỉnh")};
  letter.signer = read_field("Lê Văn Bình");
  Reading plan = paper("plan", "169/KH-KHVN", "2019-08-20", "KẾ HOẠCH", "Hội Khuyến học Việt Nam",
                       "Triển khai Kết luận 49-KL/TW của Ban Bí thư", kPlan);
  plan.dispatches.front().signer = read_field("Phạm Tất Dong");
  plan.dispatches.front().pages = {2};
  plan.pages.front().page = 2;
  out.pages.push_back(plan.pages.front());
  out.dispatches.push_back(plan.dispatches.front());
  return out;
}

}  // namespace

TempDir::TempDir() {
  std::string pattern = (std::filesystem::temp_directory_path() / "vanthu-index-XXXXXX").string();
  if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder");
  path_ = pattern;
}

TempDir::~TempDir() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

Field read_field(std::string value) {
  Field out;
  out.value = std::move(value);
  out.confidence = 0.95;
  out.status = Status::read;
  return out;
}

Reading paper(const std::string& name, const std::string& number, const std::string& date,
              const std::string& type, const std::string& issuer, const std::string& subject,
              const std::string& text) {
  Reading out;
  out.sha256 = digits_of(name) + std::string(52, '0');
  PageReading page;
  page.text = text;
  out.pages.push_back(page);
  Dispatch dispatch;
  dispatch.id = digits_of(name) + ".1";
  dispatch.pages = {1};
  set(dispatch.number, number);
  set(dispatch.date, date);
  set(dispatch.type, type);
  set(dispatch.issuer, issuer);
  set(dispatch.subject, subject);
  out.dispatches.push_back(dispatch);
  return out;
}

std::vector<Reading> papers() {
  Reading invite = paper("invite", "03/GM-SNV", "2019-12", "GIẤY MỜI", "SỞ NỘI VỤ",
                         "dự hội nghị Hoà Bình", "Kính mời dự hội nghị tổng kết năm 2019.\n");
  invite.dispatches.front().urgent = read_field("HỎA TỐC");
  return {
      letter_with_plan(),
      paper("halt", "15/QĐ-UBND", "2019-10-05", "QUYẾT ĐỊNH", "ỦY BAN NHÂN DÂN TỈNH NINH THUẬN",
            "tạm dừng hoạt động bến xe",
            "QUYẾT ĐỊNH\nVề việc tạm dừng hoạt động bến xe\nĐiều 1. Dừng các chuyến xe khách.\n"),
      paper(
          "usage", "88/CV-SYT", "2020-02-03", "CÔNG VĂN", "SỞ Y TẾ", "người dùng thuốc",
          "Người dùng thuốc dùng đúng liều. Khi dùng, người dùng dùng nước. Dùng xong thì cất. Đồ\n"
          "dùng, vật dùng để riêng. Bến xe và hoạt động khác: dùng chung.\n"),
      paper(
          "order", "11-CT/TW", "2007-04-13", "CHỈ THỊ", "BỘ CHÍNH TRỊ",
          "tăng cường sự lãnh đạo của Đảng đối với công tác khuyến học",
          "Số 11-CT/TW\nCHỈ THỊ\nVề tăng cường sự lãnh đạo của Đảng đối với công tác khuyến học\n"),
      invite,
      paper("closed", "7/BC-SNV", "2019-09-20", "BÁO CÁO", "SỞ NỘI VỤ", "công tác khuyến học",
            "Báo cáo về khuyến học và khuyến tài, lưu hành nội bộ, theo Chỉ thị 11-CT/TW.\n"),
  };
}

std::string access_of(const Dispatch& dispatch) {
  return dispatch.id.substr(0, 12) == digits_of("closed") ? "unit" : "open";
}

void write(const std::string& path, const std::vector<Reading>& readings) {
  Writer writer = Writer::create(path);
  for (const Reading& reading : readings) writer.put(reading, access_of);
  writer.commit();
}

Shelf::Shelf(const std::vector<Reading>& readings)
    : searcher_((write(dir_.at("index"), readings), Searcher::open(dir_.at("index")))) {}

Results Shelf::search(const std::string& query, const SearchOptions& options) {
  return searcher_.search(query, options);
}

std::vector<std::string> Shelf::names(const std::string& query, const SearchOptions& options) {
  std::vector<std::string> out;
  for (const Hit& hit : search(query, options).hits) out.push_back(name_of(hit.id));
  return out;
}

std::string name_of(const std::string& id) {
  const std::string digits = id.substr(0, 12);
  std::string out;
  for (std::size_t i = 0; i < digits.size(); i += 2)
    if (const int byte = std::stoi(digits.substr(i, 2), nullptr, 16); byte != 0)
      out += static_cast<char>(byte);
  return out;
}

}  // namespace vanthu::test
