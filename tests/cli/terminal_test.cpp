// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/terminal.h"

#include <gtest/gtest.h>

namespace vanthu::cli {
namespace {

TEST(Terminal, VietnameseStaysAsItIs) { EXPECT_EQ(safe("Kế hoạch số 169"), "Kế hoạch số 169"); }

TEST(Terminal, ControlCharactersAreShownNotObeyed) {
  EXPECT_EQ(safe("a\x1b[2Jb"), "a\\x1b[2Jb");
  EXPECT_EQ(safe("a\nb\tc\r"), "a\\x0ab\\x09c\\x0d");
  EXPECT_EQ(safe("\xc2\x9b"), "\\x9b");                          // C1: an escape in eight bits
  EXPECT_EQ(safe("x\xe2\x80\xaegpj.exe"), "x\\u{202e}gpj.exe");  // a name read backwards
}

TEST(Terminal, BytesThatAreNotUtf8AreShown) {
  EXPECT_EQ(safe("scan\xff.pdf"), "scan\\xff.pdf");
  EXPECT_EQ(safe("\xe1\xba"), "\\xe1\\xba");           // cut short
  EXPECT_EQ(safe("\xed\xa0\x80"), "\\xed\\xa0\\x80");  // a surrogate
}

TEST(Terminal, LinesMayKeepTheirFeeds) { EXPECT_EQ(safe_lines("a\nb\x07"), "a\nb\\x07"); }

TEST(Terminal, WhatAShellIsGivenItTakesBack) {
  EXPECT_EQ(shell_word("/srv/kho"), "/srv/kho");
  EXPECT_EQ(shell_word("kho của tôi"), "'kho của tôi'");
  EXPECT_EQ(shell_word("it's"), "'it'\\''s'");
  EXPECT_EQ(shell_word(""), "''");
}

TEST(Terminal, WidthsAreColumnsNotBytes) {
  EXPECT_EQ(columns_of("Kế hoạch"), 8u);
  EXPECT_EQ(columns_of("e\xcc\x81"), 1u);  // e and a combining acute
  EXPECT_EQ(padded("số", 4), "số  ");
  EXPECT_EQ(padded("dài quá", 3), "dài quá");
}

TEST(Terminal, CutsAtColumnsAndSaysSo) {
  EXPECT_EQ(cut("ủy ban", 6), "ủy ban");
  EXPECT_EQ(cut("ủy ban nhân dân", 7), "ủy ban…");
}

TEST(Terminal, TheMarkOfDoubtStaysWithItsWord) {
  EXPECT_EQ(wrapped("nhân dân ?", 8), (std::vector<std::string>{"nhân", "dân ?"}));
}

TEST(Terminal, WrapsAtBlanks) {
  EXPECT_EQ(wrapped("phối hợp triển khai", 9),
            (std::vector<std::string>{"phối hợp", "triển", "khai"}));
  EXPECT_EQ(wrapped("", 9), std::vector<std::string>{""});
  EXPECT_EQ(wrapped("dàihơncộtnhiều x", 4), (std::vector<std::string>{"dàihơncộtnhiều", "x"}));
}

}  // namespace
}  // namespace vanthu::cli
