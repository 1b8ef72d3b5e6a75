// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <CLI/CLI.hpp>
#include <set>

#include "cli/help.h"
#include "index/fields.h"
#include "tests/cli/support.h"

namespace vanthu::cli {
namespace {

using testing::HasSubstr;

TEST(Commands, EachNameIsThereOnce) {
  std::set<std::string_view> names;
  for (const Command& command : commands()) EXPECT_TRUE(names.insert(command.name).second);
  for (const char* name : {"init", "import", "read", "search", "show", "get", "review", "correct",
                           "verify", "reindex", "worker", "list"})
    EXPECT_NE(find_command(name), nullptr) << name;
  EXPECT_EQ(find_command("delete"), nullptr);
}

TEST(Commands, WhatWritesTheArchiveSaysSo) {
  for (const char* name : {"import", "correct", "reindex"})
    EXPECT_EQ(find_command(name)->needs, Needs::write) << name;
  for (const char* name : {"search", "show", "get", "review", "list", "verify"})
    EXPECT_EQ(find_command(name)->needs, Needs::read) << name;
}

TEST(Commands, HelpOfEachHasItsNameItsSummaryAndAnExample) {
  for (const Language spoken : {Language::vi, Language::en}) {
    const Speaking now(spoken);
    for (const Command& command : commands()) {
      CLI::App app;
      command.declare(app);
      const std::string help = command_help(command, app);
      EXPECT_THAT(help, HasSubstr(text(command.summary)));
      EXPECT_THAT(help, HasSubstr(text(command.about)));
      const bool for_people = command.name != "worker";
      EXPECT_EQ(help.find("  vanthu ", help.find(text(command.about))) != help.npos, for_people)
          << command.name;
    }
  }
}

TEST(Commands, TheOverviewListsThemAll) {
  const Speaking vietnamese(Language::vi);
  const std::string help = overview_help();
  for (const Command& command : commands())
    EXPECT_THAT(help, HasSubstr(text(command.summary))) << command.name;
}

TEST(Commands, TheQueryPageHasEveryFieldOfTheIndex) {
  const std::string help = query_help();
  for (const SearchField& field : kSearchFields)
    EXPECT_THAT(help, HasSubstr(std::string(field.example)));
}

}  // namespace
}  // namespace vanthu::cli
