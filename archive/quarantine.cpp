// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/quarantine.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

#include "archive/files.h"
#include "pipeline/error.h"

namespace vanthu {
namespace {

constexpr unsigned kOwnerOnly = 0600;
constexpr const char* kNoticeEnding = ".LY-DO.txt";

std::string notice(const std::string& path, bool moved) {
  return "TÀI LIỆU NÀY CHƯA ĐƯỢC ĐƯA VÀO KHO LƯU TRỮ\n\n"
         "Chương trình thấy, hoặc nghi là có, dấu chỉ độ mật (MẬT, TỐI MẬT, TUYỆT MẬT) trên tài "
         "liệu "
         "này.\nVăn bản mật không được đưa vào kho này. Kho không giữ bản sao, tên tệp, mã băm hay "
         "từ "
         "khóa\nnào của tài liệu.\n\n"
         "Việc cần làm:\n"
         "1. Báo người phụ trách văn thư mật; đăng ký và xử lý theo quy định về bảo vệ bí mật nhà "
         "nước.\n" +
         std::string(moved ? "2. Tệp gốc đã được chuyển về đây từ: "
                           : "2. Tệp gốc vẫn còn ở chỗ cũ, cũng phải được xử lý: ") +
         path +
         "\n3. Nếu chắc chắn là nhầm, cần người thứ hai xem và xác nhận trước khi đưa vào kho.\n";
}

std::string free_name(const std::string& folder, const std::string& name) {
  const std::filesystem::path parts(name);
  for (int n = 1;; ++n) {
    const std::string tried = n == 1 ? name
                                     : parts.stem().string() + " (" + std::to_string(n) + ")" +
                                           parts.extension().string();
    const std::string path = files::join(folder, tried);
    if (!files::exists(path)) return path;
  }
}

}  // namespace

void check_quarantine(const std::string& folder, const std::string& archive) {
  if (folder.empty())
    throw Error(Code::config, "no quarantine folder is named for papers with a secrecy mark");
  namespace fs = std::filesystem;
  const fs::path inner = fs::weakly_canonical(fs::absolute(folder))
                             .lexically_relative(fs::weakly_canonical(fs::absolute(archive)));
  if (!inner.empty() && *inner.begin() != "..")
    throw Error(Code::config, "the quarantine folder lies inside the archive: " + folder,
                "secret papers must lie outside it");
}

std::string quarantine(const std::string& path, const std::string& bytes, const std::string& folder,
                       bool move) {
  if (!files::exists(folder)) {
    files::make_folders(folder);
    ::chmod(folder.c_str(), 0700);
  }
  const std::string to = free_name(folder, files::name_of(path));
  files::write(to, bytes, kOwnerOnly);
  files::write(to + kNoticeEnding, notice(path, move), kOwnerOnly);
  files::sync_folder(folder);
  if (move && ::unlink(path.c_str()) != 0)
    throw Error(Code::io, "cannot take away " + path + ": " + std::strerror(errno));
  return to;
}

}  // namespace vanthu
