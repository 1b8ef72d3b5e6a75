// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/search/compose.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <nlohmann/json.hpp>
#include <random>
#include <stdexcept>

#include "pipeline/text.h"

namespace vanthu::bench {
namespace {

constexpr std::size_t kLeastWords = 80, kMostWords = 220, kLineWords = 13;

struct Office {
  const char *name, *code;
};
constexpr std::array<Office, 15> kOffices{{
    {"ỦY BAN NHÂN DÂN TỈNH NINH THUẬN", "UBND"},
    {"ỦY BAN NHÂN DÂN TỈNH KHÁNH HÒA", "UBND"},
    {"SỞ Y TẾ", "SYT"},
    {"SỞ NỘI VỤ", "SNV"},
    {"SỞ GIÁO DỤC VÀ ĐÀO TẠO", "SGDĐT"},
    {"SỞ TÀI CHÍNH", "STC"},
    {"SỞ XÂY DỰNG", "SXD"},
    {"SỞ TƯ PHÁP", "STP"},
    {"SỞ CÔNG THƯƠNG", "SCT"},
    {"SỞ NÔNG NGHIỆP VÀ PHÁT TRIỂN NÔNG THÔN", "SNN"},
    {"SỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG", "STNMT"},
    {"BỘ TÀI CHÍNH", "BTC"},
    {"BỘ NỘI VỤ", "BNV"},
    {"VĂN PHÒNG CHÍNH PHỦ", "VPCP"},
    {"HỘI KHUYẾN HỌC VIỆT NAM", "KHVN"},
}};
constexpr std::array<Office, 8> kTypes{{{"CÔNG VĂN", ""},
                                        {"QUYẾT ĐỊNH", "QĐ"},
                                        {"KẾ HOẠCH", "KH"},
                                        {"THÔNG BÁO", "TB"},
                                        {"BÁO CÁO", "BC"},
                                        {"TỜ TRÌNH", "TTr"},
                                        {"HƯỚNG DẪN", "HD"},
                                        {"GIẤY MỜI", "GM"}}};
constexpr std::array<const char*, 8> kUnits{"VX", "VXNV", "TH", "KT", "NC", "TCCB", "VP", "NV"};
constexpr std::array<const char*, 8> kFamily{"Nguyễn", "Trần", "Lê",   "Phạm",
                                             "Hoàng",  "Võ",   "Đặng", "Bùi"};
constexpr std::array<const char*, 8> kGiven{"Văn Bình", "Thị Hoa",  "Tất Dong", "Hoàng Anh",
                                            "Minh Đức", "Thu Thủy", "Quốc Hòa", "Xuân Quý"};

template <class List>
const auto& pick(const List& list, std::mt19937& random) {
  return list[random() % list.size()];
}

std::string first_words(const std::string& text, std::size_t most) {
  std::vector<std::string> words = words_of(text);
  if (words.size() > most) words.resize(most);
  return join(words, " ");
}

void add_articles(const std::string& text, const std::string& law, std::vector<Article>& out) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t next = text.find("\n\nĐiều ", at + 1);
    const std::string unit = text.substr(at, next - at);
    at = next;
    const std::size_t line = unit.find('\n', 2), dot = unit.find(". ");
    if (line != std::string::npos && dot < line && words_of(unit).size() >= kLeastWords)
      out.push_back({trim(unit.substr(dot + 2, line - dot - 2)), trim(unit.substr(line)), law});
  }
}

struct Head {
  Office office, type;
  std::string number, date, shown_date, signer;
};

Head make_head(std::mt19937& random) {
  Head out{pick(kOffices, random), pick(kTypes, random), "", "", "", ""};
  const std::string code = out.office.code, kind = out.type.code;
  const std::string group = kind.empty() ? code + "-" + pick(kUnits, random) : kind + "-" + code;
  const unsigned digits = 1 + static_cast<unsigned>(random() % 4800);
  out.number = (digits < 10 ? "0" : "") + std::to_string(digits) + "/" + group;
  const unsigned year = 2005 + static_cast<unsigned>(random() % 20),
                 month = 1 + static_cast<unsigned>(random() % 12),
                 day = 1 + static_cast<unsigned>(random() % 28);
  char text[40];
  std::snprintf(text, sizeof text, "%04u-%02u-%02u", year, month, day);
  out.date = text;
  std::snprintf(text, sizeof text, "ngày %02u tháng %u năm %u", day, month, year);
  out.shown_date = text;
  out.signer = std::string(pick(kFamily, random)) + " " + pick(kGiven, random);
  return out;
}

}  // namespace

std::vector<Article> read_articles(const std::string& jsonl) {
  std::ifstream in(jsonl);
  if (!in) throw std::runtime_error("no corpus at " + jsonl);
  std::vector<Article> out;
  for (std::string line; std::getline(in, line);) {
    const auto law = nlohmann::json::parse(line);
    const auto& subject = law.at("trich_yeu");
    add_articles(law.at("text").get<std::string>(),
                 subject.is_string() ? subject.get<std::string>() : "", out);
  }
  std::shuffle(out.begin(), out.end(), std::mt19937(1));
  return out;
}

Field field(const std::string& value) {
  Field out;
  out.value = value, out.confidence = 0.95, out.status = Status::read;
  return out;
}

PageReading print_page(const std::string& text) {
  PageReading out;
  out.width = 2480, out.height = 3508, out.dpi = 300;
  int y = 300;
  for (const std::string& paragraph : split(text, '\n')) {
    const std::vector<std::string> words = words_of(paragraph);
    for (std::size_t at = 0; at < words.size(); at += kLineWords, y += 60) {
      Line line;
      int x = 300;
      for (std::size_t i = at; i < std::min(at + kLineWords, words.size()); ++i) {
        const int width = 22 * static_cast<int>(to_u32(words[i]).size());
        line.words.push_back({words[i], "", {x, y + static_cast<int>(i % 3), width, 40}, 0.95});
        x += width + 15;
      }
      out.text += text_of(line) + '\n';
      out.lines.push_back(std::move(line));
    }
  }
  return out;
}

std::string digest(const std::string& text) {
  std::uint64_t hash = 14695981039346656037ULL;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  char out[17];
  std::snprintf(out, sizeof out, "%016llx", static_cast<unsigned long long>(hash));
  return out;
}

Reading compose(const std::vector<Article>& articles, std::size_t n) {
  std::mt19937 random(static_cast<unsigned>(n) * 2654435761U + 17U);
  const Article& article = articles[n % articles.size()];
  const Head head = make_head(random);
  std::string body = first_words(article.body, kMostWords);
  if (n >= articles.size())
    body = first_words(article.body, kMostWords / 2) + " " +
           first_words(articles[random() % articles.size()].body, kMostWords / 2);
  const std::string subject =
      first_words((article.heading.empty() ? "" : article.heading + " theo ") + article.law, 24);
  const std::string text = std::string(head.office.name) + "\nSố: " + head.number + "\n" +
                           head.shown_date + "\n" + head.type.name + "\nV/v " + subject + "\n" +
                           body + "\n" + head.signer + "\n";
  Reading out;
  out.sha256 = digest(text) + digest(text + "2") + digest(text + "3") + digest(text + "4");
  out.pages.push_back(print_page(text));
  Dispatch dispatch;
  dispatch.id = out.sha256.substr(0, 12) + ".1";
  dispatch.pages = {1};
  dispatch.number = field(head.number), dispatch.date = field(head.date);
  dispatch.issuer = field(head.office.name), dispatch.type = field(head.type.name);
  dispatch.subject = field(subject), dispatch.signer = field(head.signer);
  if (random() % 20 == 0) dispatch.urgent = field("HỎA TỐC");
  out.dispatches.push_back(std::move(dispatch));
  return out;
}

}  // namespace vanthu::bench
