// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/import.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <atomic>
#include <map>
#include <set>

#include "support.h"

namespace vanthu {
namespace {

constexpr const char* kSecretName = "CV tuyet mat 4711";
constexpr const char* kSecretNumber = "4711/BCA-A05";

// A reader that does what the file's name says.
Reading fake_read(const Scan& scan) {
  const std::string name = files::name_of(scan.name);
  if (name.starts_with("bad")) throw Error(Code::bad_input, name + ": damaged", "scan it again");
  if (name.starts_with("odd")) throw std::runtime_error("not one of ours");
  if (name.starts_with("throws secret")) throw Error(Code::secret, "seen early");
  Reading reading = test::reading_of(scan.bytes, name);
  reading.dispatches[0].number = test::read_as(name.substr(0, name.find('.')) + "/UBND-VX");
  if (name.starts_with(kSecretName)) {
    reading.dispatches[0].secret.candidates = {{"MẬT", 0.3}};
    reading.dispatches[0].number = test::read_as(kSecretNumber);
  }
  return reading;
}

class Import : public ::testing::Test {
 protected:
  Import() {
    options_.jobs = 3;
    options_.by = "lan";
    options_.quarantine = dir_ / "cach ly";
    hands_.read = [this](const Scan& scan) {
      ++reads_;
      return fake_read(scan);
    };
    hands_.index = [this](const Reading& reading, const std::vector<Access>&) {
      indexed_.push_back(reading.sha256);
    };
    hands_.commit_index = [this] { ++commits_; };
    hands_.progress = [this](const FileOutcome& outcome, const Tally&) {
      outcomes_[files::name_of(outcome.path)] = outcome;
    };
  }
  void source(const std::string& name, const std::string& what = "") {
    test::write_file(dir_ / ("in/" + name), test::pdf(what.empty() ? name : what));
  }
  Tally import() { return import_files(archive_, expand_sources({dir_ / "in"}), hands_, options_); }

  test::TempDir dir_;
  Archive archive_ = test::fresh_archive(dir_ / "kho");
  ImportOptions options_;
  ImportHands hands_;
  std::atomic<int> reads_{0};
  int commits_ = 0;
  std::vector<std::string> indexed_;
  std::map<std::string, FileOutcome> outcomes_;
};

TEST_F(Import, ABatchGoesOnAfterBadFiles) {
  for (const char* name : {"1.pdf", "bad.pdf", "2.pdf", "odd.pdf", "3.pdf"}) source(name);
  const Tally tally = import();
  EXPECT_EQ(tally.done, 5U);
  EXPECT_EQ(tally.imported, 3U);
  EXPECT_EQ(tally.failed, 2U);
  EXPECT_EQ(tally.pages, 3U);
  EXPECT_EQ(outcomes_["bad.pdf"].code, Code::bad_input);
  EXPECT_EQ(outcomes_["bad.pdf"].hint, "scan it again");
  EXPECT_EQ(outcomes_["odd.pdf"].code, Code::internal);
  EXPECT_EQ(archive_.counts().documents, 3);
  EXPECT_EQ(archive_.verify(), std::vector<Fault>{});
}

TEST_F(Import, TheSameBytesAreReadOnceAndKeptOnce) {
  source("1.pdf", "same");
  import();
  source("2.pdf", "same");
  const Tally tally = import();
  EXPECT_EQ(reads_, 1);
  EXPECT_EQ(tally.duplicate, 2U);
  EXPECT_EQ(outcomes_["2.pdf"].dispatches.at(0).number, "1/UBND-VX");
}

TEST_F(Import, TheSameBytesTwiceInOneBatchAreOneDocument) {
  for (int n = 0; n < 8; ++n) source(std::to_string(n) + ".pdf", "same");
  const Tally tally = import();
  EXPECT_EQ(tally.imported, 1U);
  EXPECT_EQ(tally.duplicate, 7U);
}

TEST_F(Import, AnotherScanOfADispatchIsKeptAndTold) {
  source("a/7.pdf", "one scan");
  source("b/7.pdf", "another scan");
  const Tally tally = import();
  EXPECT_EQ(tally.imported, 1U);
  EXPECT_EQ(tally.same_dispatch, 1U);
  EXPECT_EQ(archive_.counts().documents, 2);
}

TEST_F(Import, OfASecretNothingIsKept) {
  source("1.pdf");
  source(std::string(kSecretName) + ".pdf", "the words of the secret");
  const std::string digest = sha256_hex(test::pdf("the words of the secret"));
  const Tally tally = import();
  EXPECT_EQ(tally.refused, 1U);
  EXPECT_EQ(tally.imported, 1U);
  EXPECT_EQ(indexed_.size(), 1U);
  const std::string kho = dir_ / "kho";
  for (const std::string& trace :
       {std::string(kSecretName), std::string(kSecretNumber), digest, digest.substr(0, 12),
        to_hex(kSecretName), std::string("the words of the secret")})
    EXPECT_FALSE(test::stands_under(kho, trace)) << trace;
  EXPECT_EQ(archive_.audit().back().what == "refused" || archive_.audit().back().what == "import",
            true);
}

TEST_F(Import, ASecretGoesToQuarantineWithANoticeAndForItsOwnerAlone) {
  source(std::string(kSecretName) + ".pdf", "secret");
  source("throws secret.pdf", "another");
  EXPECT_EQ(import().refused, 2U);
  const std::string there = options_.quarantine + "/" + kSecretName + ".pdf";
  EXPECT_EQ(files::read(there), test::pdf("secret"));
  EXPECT_NE(files::read(there + ".LY-DO.txt").find("CHƯA ĐƯỢC ĐƯA VÀO KHO"), std::string::npos);
  struct stat info {};
  ASSERT_EQ(::stat(there.c_str(), &info), 0);
  EXPECT_EQ(info.st_mode & 0777U, 0600U);
  EXPECT_TRUE(files::exists(dir_ / ("in/" + std::string(kSecretName) + ".pdf")));
}

TEST_F(Import, QuarantineInsideTheArchiveIsRefused) {
  source("1.pdf");
  for (const std::string& folder : {dir_ / "kho/cach ly", dir_ / "kho", std::string()}) {
    options_.quarantine = folder;
    EXPECT_THROW(import(), Error) << folder;
  }
}

TEST_F(Import, SourcesAreLeftAloneUnlessTheyAreToMove) {
  source("1.pdf");
  source("bad.pdf");
  import();
  EXPECT_TRUE(files::exists(dir_ / "in/1.pdf"));
  options_.move = true;
  source("2.pdf");
  source(std::string(kSecretName) + ".pdf");
  import();
  EXPECT_FALSE(files::exists(dir_ / "in/1.pdf")) << "a duplicate is safe in the archive too";
  EXPECT_FALSE(files::exists(dir_ / "in/2.pdf"));
  EXPECT_FALSE(files::exists(dir_ / ("in/" + std::string(kSecretName) + ".pdf")));
  EXPECT_TRUE(files::exists(dir_ / "in/bad.pdf")) << "what is not kept stays";
}

TEST_F(Import, AFileThatChangedSinceItWasReadIsNotTakenAway) {
  source("1.pdf");
  options_.move = true;
  hands_.read = [&](const Scan& scan) {
    test::write_file(scan.name, test::pdf("a longer second half has arrived"));
    return fake_read(scan);
  };
  import();
  EXPECT_TRUE(files::exists(dir_ / "in/1.pdf"));
}

TEST_F(Import, TheIndexSeesEachDocumentOnceInGroups) {
  options_.index_every = 4;
  for (int n = 0; n < 10; ++n) source(std::to_string(n) + ".pdf");
  import();
  EXPECT_EQ(std::set<std::string>(indexed_.begin(), indexed_.end()).size(), 10U);
  EXPECT_EQ(indexed_.size(), 10U);
  EXPECT_EQ(commits_, 3);
  EXPECT_TRUE(archive_.catalogue().unindexed().empty());
}

TEST_F(Import, WhatAKilledImportDidNotIndexIsIndexedNext) {
  source("1.pdf");
  hands_.commit_index = [] { throw Error(Code::io, "disk full"); };
  EXPECT_THROW(import(), Error);
  EXPECT_EQ(archive_.counts().documents, 1) << "the archive is the truth, the index a cache";
  hands_.commit_index = [this] { ++commits_; };
  indexed_.clear();
  EXPECT_EQ(import().duplicate, 1U);
  EXPECT_EQ(indexed_.size(), 1U);
  EXPECT_EQ(reads_, 1);
}

TEST_F(Import, AFullDiskIsTriedAgainAndTheFileIsNewAllTheSame) {
  source("1.pdf");
  int failures = 0, asked = 0;
  files::set_step_hook([&](std::string_view step, const std::string& path) {  // after the decision
    if (step == "catalogue" && failures < 2) ++failures, throw Error(Code::io, "full: " + path);
  });
  hands_.again = [&](const Error& trouble, int) {
    ++asked;
    return trouble.code == Code::io;
  };
  const Tally tally = import();
  files::set_step_hook({});
  EXPECT_EQ(tally.imported, 1U);
  EXPECT_EQ(tally.duplicate, 0U);
  EXPECT_EQ(asked, 2);
  EXPECT_EQ(indexed_.size(), 1U);
  EXPECT_EQ(archive_.verify(), std::vector<Fault>{});
}

TEST_F(Import, AZipArchiveThatHadASecretIsSetApartThoughItIsDamagedFurtherOn) {
  options_.move = true;
  test::write_file(dir_ / "in/a.zip", "PK\x03\x04 whatever");
  hands_.unpack = [](const Scan&, const ZipPlace& from) {
    if (from.outer > 0) throw Error(Code::bad_input, "damaged");
    ZipPart part;
    part.files = {{"x.pdf", test::pdf("x"), Code::ok, "", ""},
                  {std::string(kSecretName) + ".pdf", test::pdf("y"), Code::ok, "", ""}};
    part.next.outer = 1;
    part.last = false;
    return part;
  };
  const Tally tally = import();
  EXPECT_EQ(tally.imported, 1U);
  EXPECT_EQ(tally.refused, 1U);
  EXPECT_FALSE(files::exists(dir_ / "in/a.zip"));
  EXPECT_TRUE(files::exists(dir_ / "cach ly/a.zip"));
  EXPECT_FALSE(test::stands_under(dir_ / "kho", kSecretName));
}

TEST_F(Import, WhatWillNotPassIsNotTriedAgain) {
  source("bad.pdf");
  source("odd.pdf");
  hands_.again = [](const Error&, int) {
    ADD_FAILURE() << "tried again";
    return false;
  };
  EXPECT_EQ(import().failed, 2U);
  EXPECT_EQ(reads_, 2);
}

TEST_F(Import, WhenPatienceEndsTheBatchEnds) {
  source("1.pdf");
  hands_.again = [](const Error&, int tries) { return tries < 3; };
  int commits = 0;
  hands_.commit_index = [&] {
    ++commits;
    throw Error(Code::io, "disk full");
  };
  EXPECT_THROW(import(), Error);
  EXPECT_EQ(commits, 3);
}

TEST_F(Import, StoppingFinishesWhatIsBegun) {
  for (int n = 0; n < 40; ++n) source(std::to_string(n) + ".pdf");
  hands_.stop = [] { return true; };
  const Tally tally = import();
  EXPECT_TRUE(tally.stopped);
  EXPECT_LT(tally.done, 40U);
  EXPECT_EQ(archive_.counts().documents, static_cast<std::int64_t>(tally.done));
  EXPECT_TRUE(archive_.catalogue().unindexed().empty());
}

TEST_F(Import, NamesThatAreNotUtf8GoThrough) {
  source("c\xf4ng v\xe3n.pdf");
  EXPECT_EQ(import().imported, 1U);
  EXPECT_EQ(archive_.list().size(), 1U);
}

TEST_F(Import, AFileThatVanishedFailsAlone) {
  source("1.pdf");
  Sources sources = expand_sources({dir_ / "in"});
  sources.files.push_back(dir_ / "in/gone.pdf");
  const Tally tally = import_files(archive_, sources, hands_, options_);
  EXPECT_EQ(tally.imported, 1U);
  EXPECT_EQ(outcomes_["gone.pdf"].code, Code::no_input);
}

}  // namespace
}  // namespace vanthu
