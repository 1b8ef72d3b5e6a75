// SPDX-License-Identifier: GPL-3.0-or-later
// What is kept of an incoming dispatch, under the names that Nghị định 30/2020/NĐ-CP, phụ lục VI,
// gives the fields of its register, for other systems to take over. Values; any thread.
#pragma once
#include <array>
#include <string>
#include <vector>

#include "archive/archive.h"
#include "archive/register.h"

namespace vanthu {

struct ExportColumn {
  const char* name;
  bool number = false;  // a number where it has a value
};

// Those of phụ lục VI in its order, then our own: whatever else came with the paper. Dates stand as
// the decree writes them, 09/09/2019.
inline constexpr auto kExportColumns = std::to_array<ExportColumn>({
    {"DocCode"},              // our id
    {"OrganId"},              // mã định danh of our agency
    {"FileCatalog", true},    // year
    {"FileNotation"},         // số và ký hiệu hồ sơ
    {"TypeName"},             // tên loại
    {"CodeNumber"},           // số
    {"CodeNotation"},         // ký hiệu
    {"IssuedDate"},           // ngày văn bản
    {"OrganName"},            // cơ quan ban hành
    {"Subject"},              // trích yếu
    {"Language"},             // ngôn ngữ
    {"PageAmount", true},     // số trang
    {"Description"},          // ghi chú
    {"ArrivalDate"},          // ngày đến
    {"ArrivalNumber", true},  // số đến
    {"Position"},             // chức vụ người ký
    {"FullName"},             // họ tên người ký
    {"Priority", true},       // mức độ khẩn
    {"ToPlaces"},             // đơn vị hoặc người nhận
    {"TraceHeaderList"},      // chuyển ai, ngày nào
    {"DueDate"},              // hạn trả lời
    {"Fonds"},                // phông
    {"Inventory"},            // mục lục
    {"Box"},                  // hộp
    {"Sheets"},               // tờ số
    {"Retention"},            // thời hạn bảo quản
    {"Doubtful"},             // fields that wait for a clerk
    {"File"},                 // what the scan was called
    {"Sha256"},               // of the scan
});

struct OurAgency {
  std::string organ_id, name;  // "H43.02"; as on its stamp
};

struct ExportPaper {
  Dispatch dispatch;
  RegisterRow row;      // what the book says of it, or would
  RegisterEntry entry;  // what was entered there
  TypedValues shelf;    // what a list of the shelf said, the last one first
  DocumentRow document;
  Access access = Access::open;
};

using ExportRow = std::array<std::string, kExportColumns.size()>;

// Every dispatch of a kept file. Throws Error: not_found, corrupt.
std::vector<ExportPaper> export_papers(const Archive& archive, const std::string& sha256,
                                       const OurAgency& us);
// What is not known is empty.
ExportRow export_row(const ExportPaper& paper, const OurAgency& us);

// "3795/UBND-VXNV" is "3795" and "UBND-VXNV", "11-CT/TW" is "11" and "CT/TW".
struct NumberParts {
  std::string number, notation;
};
NumberParts code_parts(const std::string& number);

// 0 không khẩn, 1 khẩn, 2 thượng khẩn, 3 hỏa tốc, 4 hỏa tốc hẹn giờ; empty: a mark that is not
// read.
std::string priority_of(const Field& urgent);

}  // namespace vanthu
