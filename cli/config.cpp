// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/config.h"

#include <toml++/toml.h>
#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>

#include "archive/sources.h"
#include "cli/nearest.h"
#include "cli/terminal.h"
#include "pipeline/error.h"

namespace vanthu::cli {
namespace {

constexpr std::uint64_t kMostBytes = 1 << 20;  // a configuration is a page, not a book

constexpr std::array<ConfigKey, 14> kKeys{{
    {"archive", "\"/srv/vanthu\"", M::config_archive},
    {"language", "\"vi\"", M::config_language},
    {"by", "\"Nguyễn Thị Lan\"", M::config_by},
    {"agency", "\"UBND tỉnh Ninh Thuận\"", M::config_agency},
    {"organ_id", "\"H43.02\"", M::config_organ_id},
    {"quarantine", "\"/srv/vanthu-mat\"", M::config_quarantine},
    {"vocabulary", "\"/srv/vanthu/tu-vung\"", M::config_vocabulary},
    {"jobs", "4", M::config_jobs},
    {"ocr_language", "\"vie\"", M::config_ocr_language},
    {"max_pages", "3000", M::config_max_pages},
    {"max_megabytes", "1024", M::config_max_megabytes},
    {"max_megapixels", "200", M::config_max_megapixels},
    {"page_seconds", "600", M::config_page_seconds},
    {"worker_megabytes", "4096", M::config_worker_megabytes},
}};

[[noreturn]] void wrong(const std::string& origin, std::string_view key, M what) {
  throw Error(Code::config, say(M::err_config_value, safe(origin), safe(key), text(what)),
              say(M::hint_config_value, key));
}

// Takes settings out of the table one by one, checking each.
struct Reader {
  const toml::table& table;
  const std::string& origin;

  void take(std::string_view key, std::string& into) const {
    const toml::node* node = table.get(key);
    if (!node) return;
    const auto value = node->value_exact<std::string>();
    if (!value) wrong(origin, key, M::kind_text);
    into = *value;
  }

  template <class Number>
  void take(std::string_view key, Number& into, long long low, long long high,
            long long unit = 1) const {
    const toml::node* node = table.get(key);
    if (!node) return;
    const auto value = node->value_exact<int64_t>();
    if (!value || *value < low || *value > high)
      throw Error(Code::config, say(M::err_config_range, safe(origin), key, low, high),
                  say(M::hint_config_value, key));
    into = static_cast<Number>(*value * unit);
  }
};

void check_keys(const toml::table& table, const std::string& origin) {
  std::vector<std::string> known;
  for (const ConfigKey& key : kKeys) known.emplace_back(key.name);
  for (const auto& [key, value] : table) {
    const std::string name(key.str());
    if (std::ranges::find(known, name) != known.end()) continue;
    throw Error(Code::config, say(M::err_config_key, safe(origin), safe(name)),
                did_you_mean(name, known, M::hint_config_help));
  }
}

Config settings_of(const toml::table& table, const std::string& origin) {
  check_keys(table, origin);
  Config out;
  const Reader reader{table, origin};
  reader.take("archive", out.archive);
  reader.take("language", out.language);
  if (!out.language.empty() && out.language != "vi" && out.language != "en")
    wrong(origin, "language", M::kind_language);
  reader.take("by", out.by);
  reader.take("agency", out.agency);
  reader.take("organ_id", out.organ_id);
  reader.take("quarantine", out.quarantine);
  reader.take("vocabulary", out.vocabulary);
  reader.take("jobs", out.jobs, 1, 1024);
  reader.take("ocr_language", out.worker.engine.language);
  reader.take("max_pages", out.worker.intake.max_pages, 1, 1'000'000);
  reader.take("max_megabytes", out.worker.intake.max_bytes, 1, 4096, 1 << 20);
  reader.take("max_megapixels", out.worker.intake.max_pixels, 1, 10'000, 1'000'000);
  reader.take("page_seconds", out.worker.page_seconds, 1, 86'400);
  reader.take("worker_megabytes", out.worker.memory_bytes, 256, 1 << 20, 1 << 20);
  return out;
}

}  // namespace

std::span<const ConfigKey> config_keys() { return kKeys; }

std::string config_path() {
  const char* xdg = std::getenv("XDG_CONFIG_HOME");
  if (xdg && *xdg == '/') return std::string(xdg) + "/vanthu/config.toml";  // XDG: absolute only
  const char* home = std::getenv("HOME");
  return home && *home ? std::string(home) + "/.config/vanthu/config.toml" : "";
}

Config parse_config(std::string_view toml_text, const std::string& origin) try {
  return settings_of(toml::parse(toml_text, origin), origin);
} catch (const toml::parse_error& error) {
  throw Error(
      Code::config,
      say(M::err_config_syntax, safe(origin), error.source().begin.line, safe(error.description())),
      text(M::hint_config_help));
}

Config load_config(const std::string& path) {
  std::error_code ignored;  // what cannot even be looked at is, for us, not there
  if (path.empty() || !std::filesystem::exists(path, ignored)) return {};
  std::string toml;
  try {
    toml = read_file(path, kMostBytes);
  } catch (const Error&) {
    throw Error(Code::config, say(M::err_config_read, safe(path)), text(M::hint_config_read));
  }
  return parse_config(toml, path);
}

}  // namespace vanthu::cli
