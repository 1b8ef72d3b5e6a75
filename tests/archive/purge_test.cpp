// SPDX-License-Identifier: GPL-3.0-or-later
// Two people take a document out: nothing that it said is left in any byte of the archive, wherever
// it was killed.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>

#include "archive/arrive.h"
#include "archive/book.h"
#include "archive/import.h"
#include "pipeline/error.h"
#include "support.h"

namespace vanthu {
namespace {

using test::code_of;

constexpr const char* kText = "hồ sơ Đặng Thái Sơn";
constexpr const char* kName = "ten-tep-rieng";

Reading reading() {
  Reading out = test::reading_of(test::pdf(kText), std::string(kName) + ".pdf");
  out.dispatches[0].subject = test::read_as(kText);
  out.dispatches[0].signer = test::read_as(kText, 0.5);
  out.pages[0].text = kText;
  return out;
}

std::string sha256() { return reading().sha256; }

// A paper with a history, a number, a row in a closed book, an entry in the journal, and an index.
std::string fill(Archive& archive) {
  const Scan scan{std::string(kName) + ".pdf", test::pdf(kText)};
  const std::string id = archive.keep(scan, reading(), "lan").dispatches.at(0).id;
  archive.keep({"b.pdf", test::pdf("b")}, test::reading_of(test::pdf("b")), "lan");
  archive.correct(id, "signer", std::string(kText) + " A", "lan");
  archive.add_typed(sha256(), {"ke.csv", 2, "lan", "", {{"box", kText}}, {}});
  archive.catalogue().journal(
      {"lô", 1, to_hex(kName), "imported", std::string(kName), sha256(), "2026-03-09T00:00:00Z"});
  archive.catalogue().journal({"lô", 2, to_hex(kName), "failed", kText, "", ""});
  arrive(archive, id, {"", "lan", "2026-03-09", 0});
  close_book(archive, {"2026", "", 0, 0, "", "lan", false});
  arrive(archive, archive.resolve(sha256_hex(test::pdf("b"))), {"", "lan", "2026-03-09", 0});
  test::write_file(archive.index_path() + "/x.glass", kText);
  test::write_file(archive.index_path() + ".new/x.glass", kText);
  archive.mark_indexed(sha256());
  archive.propose_purge(sha256(), "đưa vào nhầm", "lan");
  return id;
}

class Purge : public ::testing::Test {
 protected:
  std::string kho() const { return dir_ / "kho"; }
  void expect_nothing_of_it() const {
    for (const std::string& what : {std::string(kText), std::string("Đặng Thái"),
                                    std::string(kName), to_hex(kName), sha256().substr(0, 12)})
      EXPECT_FALSE(test::stands_under(kho(), what)) << what;
  }

  test::TempDir dir_;
  Archive archive_ = test::fresh_archive(kho());
};

TEST_F(Purge, NothingOfThePaperIsLeftInAnyByte) {
  fill(archive_);
  ASSERT_TRUE(test::stands_under(kho(), kText));
  ASSERT_TRUE(test::stands_under(kho(), sha256().substr(0, 12)));
  archive_.purge(sha256(), "", "hoa");
  expect_nothing_of_it();
  EXPECT_FALSE(files::exists(archive_.index_path()));
  EXPECT_EQ(archive_.verify(), std::vector<Fault>{});
  EXPECT_TRUE(files::names_in(kho() + "/staging").empty());
  EXPECT_EQ(archive_.list().size(), 1U);
  EXPECT_EQ(archive_.catalogue().unindexed().size(), 3U) << "the other, the stone, the book";
}

TEST_F(Purge, TheTombstoneTellsWhoAndWhyAndOutlivesTheCatalogue) {
  fill(archive_);
  const Tombstone stone = archive_.purge(sha256(), "", "hoa");
  EXPECT_EQ(stone.proposed_by, "lan");
  EXPECT_EQ(stone.confirmed_by, "hoa");
  EXPECT_EQ(stone.reason, "đưa vào nhầm");
  archive_.rebuild("lan");
  EXPECT_EQ(archive_.tombstone_of(sha256()), stone);
  EXPECT_EQ(archive_.verify(), std::vector<Fault>{});
  expect_nothing_of_it();
}

TEST_F(Purge, TheTrailKeepsThatItWasAndNotWhat) {
  fill(archive_);
  archive_.purge(sha256(), "", "hoa");
  std::vector<std::string> what;
  for (const AuditRow& row : archive_.audit()) what.push_back(row.what + " " + row.who);
  EXPECT_THAT(what, testing::IsSupersetOf({"import lan", "correct lan", "arrive lan",
                                           "propose_purge lan", "purge hoa"}));
}

TEST_F(Purge, ItsNumberStaysVoidAndTheClosedBookStaysClosed) {
  fill(archive_);
  archive_.purge(sha256(), "", "hoa");
  ASSERT_EQ(closed_books(archive_, "2026").size(), 1U);
  std::vector<Fault> faults;
  const Register made = make_register(archive_, {"2026-01-01", "2026-12-31", "", false}, faults);
  ASSERT_EQ(made.rows.size(), 2U);
  EXPECT_TRUE(made.rows[0].cancelled);
  EXPECT_EQ(made.rows[0].cells[9], "ĐÃ HỦY SỐ: văn bản đã tiêu hủy");
  EXPECT_TRUE(made.changed.empty());
  EXPECT_TRUE(made.gaps.empty());
  EXPECT_EQ(enter_row(archive_, {{"subject", "x"}}, {"", "lan", "2026-03-10", 0}).number, 3);
}

TEST_F(Purge, TakesTwoPeople) {
  const std::string id = fill(archive_);
  for (const char* same : {"lan", " Lan "})
    EXPECT_EQ(code_of([&] { archive_.purge(sha256(), "", same); }), Code::denied) << same;
  archive_.withdraw_purge(sha256(), "lan");
  EXPECT_FALSE(archive_.proposed_purge(sha256()));
  EXPECT_EQ(code_of([&] { archive_.purge(sha256(), "", "hoa"); }), Code::usage);
  EXPECT_EQ(archive_.row(id).id, id);
  EXPECT_EQ(archive_.verify(), std::vector<Fault>{});
}

TEST_F(Purge, TheSameBytesAreRefusedUnlessSaidOtherwise) {
  fill(archive_);
  archive_.purge(sha256(), "", "hoa");
  const auto keep = [](Archive& archive) {
    archive.keep({"lại.pdf", test::pdf(kText)}, reading(), "lan");
  };
  EXPECT_EQ(code_of([&] { keep(archive_); }), Code::denied);
  OpenOptions open{Mode::write, std::chrono::milliseconds{2000}, true};
  Archive willing = Archive::open(kho(), open);
  keep(willing);
  EXPECT_TRUE(willing.has(sha256()));
  EXPECT_EQ(willing.verify(), std::vector<Fault>{});
}

TEST_F(Purge, AnImportOfTheSameBytesFailsBeforeTheyAreRead) {
  fill(archive_);
  archive_.purge(sha256(), "", "hoa");
  test::write_file(dir_ / "in/x.pdf", test::pdf(kText));
  ImportHands hands;
  hands.read = [](const Scan&) -> Reading { throw Error(Code::internal, "it was read"); };
  std::vector<FileOutcome> outcomes;
  hands.progress = [&](const FileOutcome& o, const Tally&) { outcomes.push_back(o); };
  ImportOptions options;
  options.by = "lan";
  options.quarantine = dir_ / "cach-ly";
  import_files(archive_, expand_sources({dir_ / "in"}), hands, options);
  ASSERT_EQ(outcomes.size(), 1U);
  EXPECT_EQ(outcomes[0].code, Code::denied);
  EXPECT_THAT(outcomes[0].reason, testing::HasSubstr("by lan and hoa: đưa vào nhầm"));
}

// In a process of its own, killed before its step `last`. True when it came to its end before.
bool purge_until(const std::string& kho, int last) {
  const pid_t child = fork();
  if (child == 0) {
    int step = 0;
    files::set_step_hook([&](std::string_view, const std::string&) {
      if (step++ >= last) raise(SIGKILL);
    });
    try {
      Archive::open(kho, {Mode::write}).purge(sha256(), "", "hoa");
    } catch (const std::exception&) {
      _exit(1);
    }
    _exit(0);
  }
  int status = 0;
  waitpid(child, &status, 0);
  EXPECT_TRUE(WIFSIGNALED(status) || WEXITSTATUS(status) == 0) << "step " << last;
  return WIFEXITED(status);
}

TEST(PurgeKilled, BeforeAnyStepLeavesEverythingOrNothingAfterTheNextStart) {
  bool finished = false;
  int whole = 0, gone = 0;
  for (int last = 0; !finished && !testing::Test::HasFailure(); ++last) {
    const test::TempDir dir;
    const std::string kho = dir / "kho";
    {
      Archive archive = test::fresh_archive(kho);
      fill(archive);
    }
    finished = purge_until(kho, last);
    Archive again = Archive::open(kho, {Mode::write});
    EXPECT_EQ(again.verify(), std::vector<Fault>{}) << "step " << last;
    EXPECT_TRUE(files::names_in(kho + "/staging").empty()) << "step " << last;
    if (again.has(sha256())) {
      ++whole;
      EXPECT_EQ(again.history(again.resolve(sha256())).size(), 5U) << "step " << last;
      EXPECT_FALSE(again.tombstone_of(sha256())) << "step " << last;
      continue;
    }
    ++gone;
    EXPECT_TRUE(again.tombstone_of(sha256())) << "step " << last;
    for (const std::string& what :
         {std::string(kText), std::string(kName), to_hex(kName), sha256().substr(0, 12)})
      EXPECT_FALSE(test::stands_under(kho, what)) << what << ", step " << last;
    EXPECT_EQ(closed_books(again, "2026").size(), 1U) << "step " << last;
    ASSERT_LT(last, 300);
  }
  EXPECT_GE(whole, 2);
  EXPECT_GT(gone, 40);
}

}  // namespace
}  // namespace vanthu
