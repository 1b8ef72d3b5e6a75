// SPDX-License-Identifier: GPL-3.0-or-later
// What the archive's tests share: folders that go away, readings made up, every byte of a tree.
#pragma once
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <vector>

#include "archive/archive.h"
#include "archive/digest.h"
#include "archive/files.h"
#include "pipeline/error.h"

namespace vanthu::test {

class TempDir {
 public:
  TempDir() : path_(fast_folder() / ("vanthu-" + random_hex(8))) {
    std::filesystem::create_directories(path_);
  }
  TempDir(const TempDir&) = delete;
  TempDir& operator=(const TempDir&) = delete;
  ~TempDir() { std::filesystem::remove_all(path_); }
  std::string operator/(const std::string& name) const { return (path_ / name).string(); }

 private:
  // In memory where there is such a place: the crash tests make things durable thousands of times.
  static std::filesystem::path fast_folder() {
    const std::filesystem::path memory = "/dev/shm";
    return ::access(memory.c_str(), W_OK) == 0 ? memory : std::filesystem::temp_directory_path();
  }
  std::filesystem::path path_;
};

// What it throws; Code::ok where nothing.
inline Code code_of(const std::function<void()>& run) {
  try {
    run();
  } catch (const Error& error) {
    return error.code;
  }
  return Code::ok;
}

inline Field read_as(const std::string& value, double confidence = 0.99) {
  Field field;
  field.value = value;
  field.confidence = confidence;
  field.status = Status::read;
  field.page = 1;
  field.boxes = {{10, 20, 300, 40}};
  return field;
}

inline Field absent() {
  Field field;
  field.status = Status::absent;
  field.confidence = 0.95;
  return field;
}

// A paper that says everything clearly, on page `page`.
inline Dispatch dispatch(const std::string& sha256, int number = 1, int page = 1) {
  Dispatch d;
  d.id = sha256.substr(0, 12) + "." + std::to_string(number);
  d.pages = {page};
  d.number = read_as("3795/UBND-VXNV");
  d.date = read_as("2019-09-09");
  d.issuer = read_as("ỦY BAN NHÂN DÂN TỈNH NINH THUẬN");
  d.type = read_as("CÔNG VĂN");
  d.subject = read_as("triển khai Kế hoạch khuyến học");
  d.signer = read_as("Lê Văn Bình");
  d.urgent = d.secret = d.circulation = absent();
  return d;
}

inline Reading reading_of(const std::string& bytes, const std::string& file = "scan.pdf") {
  Reading reading;
  reading.made_by = {"1.0.0", "fake", "{}"};
  reading.file = file;
  reading.sha256 = sha256_hex(bytes);
  PageReading page;
  page.width = 1654;
  page.height = 2339;
  page.dpi = 200;
  page.text = "Số: 3795/UBND-VXNV\n";
  reading.pages = {page};
  reading.dispatches = {dispatch(reading.sha256)};
  return reading;
}

inline std::string pdf(const std::string& what) { return "%PDF-1.4\n" + what; }

inline Archive fresh_archive(const std::string& path) {
  Archive::init(path, "thử");
  return Archive::open(path, {Mode::write, std::chrono::milliseconds{2000}});
}

inline void write_file(const std::string& path, const std::string& bytes) {
  std::filesystem::create_directories(std::filesystem::path(path).parent_path());
  std::ofstream(path, std::ios::binary) << bytes;
}

inline std::vector<std::string> files_under(const std::string& folder) {
  std::vector<std::string> out;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
    if (entry.is_regular_file()) out.push_back(entry.path().string());
  return out;
}

// True when `text` stands anywhere under `folder`: in a file, in a name, in the bytes of a
// database.
inline bool stands_under(const std::string& folder, const std::string& text) {
  for (const std::string& path : files_under(folder))
    if (path.find(text, folder.size()) != std::string::npos ||
        files::read(path).find(text) != std::string::npos)
      return true;
  return false;
}

}  // namespace vanthu::test
