// SPDX-License-Identifier: GPL-3.0-or-later
// What the tests of the commands share: variables and a language put back at the end of a scope.
#pragma once
#include <cstdlib>
#include <optional>
#include <string>

#include "cli/messages.h"

namespace vanthu::cli {

class Speaking {
 public:
  explicit Speaking(Language language_in) : before_(language()) { speak(language_in); }
  ~Speaking() { speak(before_); }
  Speaking(const Speaking&) = delete;
  Speaking& operator=(const Speaking&) = delete;

 private:
  Language before_;
};

class Variable {
 public:
  Variable(std::string name, const char* value) : name_(std::move(name)) {
    if (const char* old = std::getenv(name_.c_str())) before_ = old;
    set(value);
  }
  ~Variable() { set(before_ ? before_->c_str() : nullptr); }
  Variable(const Variable&) = delete;
  Variable& operator=(const Variable&) = delete;

 private:
  void set(const char* value) {
    if (value)
      setenv(name_.c_str(), value, 1);
    else
      unsetenv(name_.c_str());
  }
  std::string name_;
  std::optional<std::string> before_;
};

}  // namespace vanthu::cli
