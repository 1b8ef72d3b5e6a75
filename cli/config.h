// SPDX-License-Identifier: GPL-3.0-or-later
// The configuration: one TOML file of the user, $XDG_CONFIG_HOME/vanthu/config.toml (else
// ~/.config/vanthu/config.toml). A key nobody knows is an error, so that a typing mistake cannot
// pass for a setting. `vanthu help config` prints the table below.
#pragma once
#include <span>
#include <string>
#include <string_view>

#include "cli/messages.h"
#include "ocr/worker.h"

namespace vanthu::cli {

struct Config {
  std::string archive;     // folder; empty: not set
  std::string language;    // "vi" "en"; empty: by the locale
  std::string by;          // who imports and corrects; empty: the user's name
  std::string agency;      // whose register it is; empty: whoever stamped
  std::string organ_id;    // its code among official bodies, "H43.02"
  std::string quarantine;  // folder for papers with a secrecy mark; empty: beside the archive
  std::string vocabulary;  // folder of a clerk's own vocabularies; empty: none
  int jobs = 0;            // reading processes; 0: one for each core
  WorkerOptions worker;    // limits of a page, a file, a process
};

struct ConfigKey {
  std::string_view name;
  std::string_view example;  // as it stands in the file
  M meaning;
};
std::span<const ConfigKey> config_keys();

std::string config_path();  // whether it exists or not; empty: no home folder known

// `origin` is named in errors. Throws Error{config}: not TOML, an unknown key (the hint names the
// nearest known one), a value of the wrong kind or out of its range.
Config parse_config(std::string_view toml, const std::string& origin);

// The defaults when there is no file. Throws as parse_config(), and when it cannot be read.
Config load_config(const std::string& path);

}  // namespace vanthu::cli
