// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/archive.h"

#include <gtest/gtest.h>

#include <functional>

#include "pipeline/error.h"
#include "pipeline/reading_json.h"
#include "support.h"

namespace vanthu {
namespace {

using test::code_of;

class ArchiveTest : public ::testing::Test {
 protected:
  Kept keep(const std::string& what, const std::function<void(Reading&)>& change = {}) {
    Reading reading = test::reading_of(test::pdf(what));
    if (change) change(reading);
    return archive_.keep({what + ".pdf", test::pdf(what)}, reading, "lan");
  }

  test::TempDir dir_;
  Archive archive_ = test::fresh_archive(dir_ / "kho");
};

TEST_F(ArchiveTest, InitRefusesWhatIsNotEmptyOrIsThereAlready) {
  EXPECT_EQ(code_of([&] { Archive::init(dir_ / "kho", "x"); }), Code::cannot_create);
  test::write_file(dir_ / "full/file", "x");
  EXPECT_EQ(code_of([&] { Archive::init(dir_ / "full", "x"); }), Code::cannot_create);
  EXPECT_EQ(code_of([&] { Archive::open(dir_ / "nowhere", {}); }), Code::not_found);
}

TEST_F(ArchiveTest, AKeptScanComesBackToTheByteAndToTheField) {
  const Kept kept = keep("a");
  EXPECT_TRUE(kept.is_new);
  const std::string id = kept.dispatches.at(0).id;
  const Original original = archive_.original(id);
  EXPECT_EQ(files::read(original.path), test::pdf("a"));
  EXPECT_EQ(original.ext, "pdf");
  EXPECT_EQ(original.name, "a.pdf");
  EXPECT_EQ(archive_.reading(id).dispatches.at(0).number.value, "3795/UBND-VXNV");
  EXPECT_EQ(archive_.list().size(), 1U);
  EXPECT_EQ(archive_.verify(), std::vector<Fault>{});
}

TEST_F(ArchiveTest, TheSameFileTwiceIsOneDocument) {
  keep("a");
  EXPECT_FALSE(keep("a").is_new);
  EXPECT_EQ(archive_.counts().documents, 1);
}

TEST_F(ArchiveTest, TwoScansOfOneDispatchAreBothKeptAndTold) {
  const Kept first = keep("a");
  const Kept second = keep("b");
  EXPECT_TRUE(second.is_new);
  ASSERT_EQ(second.same_dispatch.size(), 1U);
  EXPECT_EQ(second.same_dispatch[0].id, first.dispatches.at(0).id);
  EXPECT_EQ(archive_.same_dispatch(first.dispatches.at(0).id).at(0).id, second.dispatches.at(0).id);
}

TEST_F(ArchiveTest, AnotherYearIsAnotherDispatch) {
  keep("a");
  EXPECT_TRUE(keep("b", [](Reading& r) {
                r.dispatches[0].date = test::read_as("2020-09-09");
              }).same_dispatch.empty());
}

TEST_F(ArchiveTest, ACorrectionIsANewVersionAndTheOldOneStays) {
  const std::string id =
      keep("a", [](Reading& r) { r.dispatches[0].number.confidence = 0.3; }).dispatches.at(0).id;
  ASSERT_EQ(archive_.review().size(), 1U);
  EXPECT_EQ(archive_.review()[0].doubt.field, "number");
  archive_.correct(id, "number", "3796/UBND-VXNV", "hoa");
  EXPECT_EQ(archive_.reading(id).dispatches.at(0).number.value, "3796/UBND-VXNV");
  EXPECT_EQ(archive_.reading(id, 1).dispatches.at(0).number.value, "3795/UBND-VXNV");
  EXPECT_TRUE(archive_.review().empty());
  EXPECT_EQ(archive_.row(id).number, "3796/UBND-VXNV");
  const auto history = archive_.history(id);
  ASSERT_EQ(history.size(), 2U);
  EXPECT_EQ(history[1].by, "hoa");
  EXPECT_NE(history[1].message.find("number"), std::string::npos);
  EXPECT_EQ(archive_.audit(id).back().what, "correct");
  EXPECT_EQ(archive_.audit(id).back().detail, "3795/UBND-VXNV -> 3796/UBND-VXNV");
  EXPECT_EQ(archive_.verify(), std::vector<Fault>{});
}

TEST_F(ArchiveTest, ACorrectionCanBeTakenBackFromHistory) {
  const std::string id = keep("a").dispatches.at(0).id;
  archive_.correct(id, "subject", "sai", "hoa");
  const std::string before = *archive_.reading(id, 1).dispatches.at(0).subject.value;
  archive_.correct(id, "subject", before, "hoa");
  EXPECT_EQ(archive_.row(id).subject, before);
  EXPECT_EQ(archive_.history(id).size(), 3U);
}

TEST_F(ArchiveTest, AnUpdateKeepsWhatPeopleSaid) {
  const std::string id = keep("a").dispatches.at(0).id;
  archive_.correct(id, "signer", "Lê Văn Bính", "hoa");
  Reading fresh = test::reading_of(test::pdf("a"));
  fresh.dispatches[0].subject = test::read_as("đọc lại");
  archive_.update(fresh, "a better reader", "máy");
  EXPECT_EQ(archive_.row(id).signer, "Lê Văn Bính");
  EXPECT_EQ(archive_.row(id).subject, "đọc lại");
  EXPECT_EQ(archive_.history(id).size(), 3U);
  archive_.update(fresh, "again", "máy");
  EXPECT_EQ(archive_.history(id).size(), 3U) << "nothing new is no version";
}

TEST_F(ArchiveTest, ABadCorrectionChangesNothing) {
  const std::string id = keep("a").dispatches.at(0).id;
  EXPECT_EQ(code_of([&] { archive_.correct(id, "date", "mai", "hoa"); }), Code::usage);
  EXPECT_EQ(archive_.history(id).size(), 1U);
  EXPECT_EQ(archive_.verify(), std::vector<Fault>{});
}

TEST_F(ArchiveTest, AnIdIsAnyUnambiguousBeginning) {
  const Kept kept =
      keep("a", [](Reading& r) { r.dispatches.push_back(test::dispatch(r.sha256, 2, 2)); });
  const std::string sha = kept.document.sha256, sha12 = sha.substr(0, 12);
  EXPECT_EQ(archive_.resolve(sha12 + ".2"), sha12 + ".2");
  EXPECT_EQ(archive_.resolve(sha12), sha12 + ".1");
  EXPECT_EQ(archive_.resolve(sha.substr(0, 5)), sha12 + ".1");
  EXPECT_EQ(archive_.resolve(sha), sha12 + ".1");
  EXPECT_EQ(code_of([&] { archive_.resolve(sha12 + "."); }), Code::usage);
  EXPECT_EQ(code_of([&] { archive_.resolve("zz"); }), Code::not_found);
  EXPECT_EQ(code_of([&] { archive_.resolve(""); }), Code::not_found);
}

TEST_F(ArchiveTest, AnAmbiguousBeginningNamesTheChoices) {
  std::string common;
  for (int n = 0; n < 17; ++n) keep(std::to_string(n));  // seventeen files, sixteen first digits
  for (const DispatchRow& a : archive_.list())
    for (const DispatchRow& b : archive_.list())
      if (a.id != b.id && a.id[0] == b.id[0]) common = a.id.substr(0, 1);
  try {
    archive_.resolve(common);
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.code, Code::usage);
    EXPECT_NE(error.hint.find("3795/UBND-VXNV"), std::string::npos);
  }
}

TEST_F(ArchiveTest, ASecretIsRefusedByTheArchiveItself) {
  EXPECT_EQ(code_of([&] {
              keep("a", [](Reading& r) { r.dispatches[0].secret = test::read_as("MẬT"); });
            }),
            Code::secret);
  EXPECT_EQ(archive_.counts().documents, 0);
}

TEST_F(ArchiveTest, AReadingOfAnotherFileIsRefused) {
  EXPECT_EQ(code_of([&] { keep("a", [](Reading& r) { r.sha256 = std::string(64, '0'); }); }),
            Code::internal);
}

TEST_F(ArchiveTest, TheRowsCanBeMadeAnewFromTheObjects) {
  const std::string id = keep("a", [](Reading& r) { r.dispatches[0].number.confidence = 0.89996; })
                             .dispatches.at(0)
                             .id;
  keep("b", [](Reading& r) { r.dispatches[0].date = {}; });
  archive_.correct(id, "issuer", "SỞ Y TẾ", "hoa");
  const auto list = archive_.list();
  const auto review = archive_.review();
  const auto document = archive_.document(id);
  EXPECT_EQ(archive_.rebuild("lan").documents, 2U);
  EXPECT_EQ(archive_.list(), list);
  EXPECT_EQ(archive_.review(), review);
  EXPECT_EQ(archive_.document(id), document);
}

TEST_F(ArchiveTest, ALostCatalogueComesBackByItself) {
  const std::string id = keep("a").dispatches.at(0).id;
  const std::string path = archive_.path();
  { const Archive closing = std::move(archive_); }
  for (const char* name : {"catalogue.sqlite", "catalogue.sqlite-wal", "catalogue.sqlite-shm"})
    files::remove_tree(path + "/" + name);
  archive_ = Archive::open(path, {Mode::write});
  EXPECT_EQ(archive_.row(id).number, "3795/UBND-VXNV");
}

TEST_F(ArchiveTest, AReaderIsToldThatTheCatalogueIsLostNotThatThereIsNoArchive) {
  const std::string path = archive_.path();
  { const Archive closing = std::move(archive_); }
  for (const char* name : {"catalogue.sqlite", "catalogue.sqlite-wal", "catalogue.sqlite-shm"})
    files::remove_tree(path + "/" + name);
  EXPECT_EQ(code_of([&] { Archive::open(path, {Mode::read}); }), Code::corrupt);
  files::write(path + "/catalogue.sqlite", "");
  EXPECT_EQ(code_of([&] { Archive::open(path, {Mode::read}); }), Code::corrupt);
  archive_ = Archive::open(path, {Mode::write});
}

TEST_F(ArchiveTest, ADamagedDocumentDoesNotStandInTheWayOfTheOthers) {
  const std::string whole = keep("a").dispatches.at(0).id, bad = keep("b").dispatches.at(0).id;
  const std::string original = archive_.original(bad).path;
  files::remove_tree(original.substr(0, original.rfind('/')) + "/reading.json");
  const Rebuilt rebuilt = archive_.rebuild("lan");
  EXPECT_EQ(rebuilt.documents, 1U);
  ASSERT_EQ(rebuilt.faults.size(), 1U);
  EXPECT_NE(rebuilt.faults[0].object.find(bad.substr(0, 12)), std::string::npos);
  EXPECT_EQ(archive_.row(whole).id, whole);
}

TEST_F(ArchiveTest, NamesThatAreNotUtf8AreKeptToTheByte) {
  const std::string name = "c\xf4ng v\xe3n.pdf";
  const Kept kept =
      archive_.keep({"/hop 1/" + name, test::pdf("x")}, test::reading_of(test::pdf("x")), "lan");
  EXPECT_EQ(kept.document.name_bytes, to_hex(name));
  EXPECT_EQ(kept.document.name, "c\uFFFDng v\uFFFDn.pdf");
  const auto before = archive_.document(kept.dispatches.at(0).id);
  archive_.rebuild("lan");
  EXPECT_EQ(archive_.document(kept.dispatches.at(0).id), before);
  EXPECT_EQ(archive_.verify(), std::vector<Fault>{});
}

TEST_F(ArchiveTest, AWriterWaitsForAnotherAndThenSaysBusy) {
  const std::string id = keep("a").dispatches.at(0).id;
  Archive other = Archive::open(archive_.path(), {Mode::write, std::chrono::milliseconds{0}});
  const Lock held = archive_.lock();
  EXPECT_EQ(code_of([&] { other.correct(id, "subject", "x", "hoa"); }), Code::busy);
  EXPECT_EQ(other.row(id).number, "3795/UBND-VXNV") << "reading needs no lock";
}

TEST_F(ArchiveTest, AReaderSeesWhatAWriterKeeps) {
  const Archive reader = Archive::open(archive_.path(), {});
  const std::string id = keep("a").dispatches.at(0).id;
  EXPECT_EQ(reader.row(id).issuer, "ỦY BAN NHÂN DÂN TỈNH NINH THUẬN");
}

TEST_F(ArchiveTest, TheIndexIsBehindUntilItIsMarked) {
  const Kept kept = keep("a");
  std::vector<std::string> seen;
  const auto look = [&](const Reading& reading, const std::vector<Access>& access) {
    seen.push_back(reading.sha256);
    EXPECT_EQ(access, std::vector<Access>{Access::open});
  };
  archive_.for_each_unindexed(look);
  EXPECT_EQ(seen.size(), 1U);
  archive_.mark_indexed(kept.document.sha256);
  archive_.for_each_unindexed(look);
  EXPECT_EQ(seen.size(), 1U);
  archive_.correct(kept.dispatches.at(0).id, "subject", "mới", "hoa");
  archive_.for_each_unindexed(look);
  EXPECT_EQ(seen.size(), 2U);
  archive_.mark_indexed(kept.document.sha256);
  archive_.forget_index();
  archive_.for_each_unindexed(look);
  EXPECT_EQ(seen.size(), 3U);
}

}  // namespace
}  // namespace vanthu
