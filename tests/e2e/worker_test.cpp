// SPDX-License-Identifier: GPL-3.0-or-later
#include "ocr/worker.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <thread>

#include "ocr/cage.h"
#include "pipeline/error.h"
#include "samples/draw/draw.h"
#include "tests/e2e/place.h"
#include "tests/support/encode.h"

namespace vanthu::e2e {
namespace {

using testing::HasSubstr;

WorkerOptions options() {
  WorkerOptions out;
  out.program = VANTHU_BINARY;
  return out;
}

Scan scan(unsigned seed = 1) { return {"scan.png", png_page(seed)}; }

// The engine of the workers started from now on.
void engine(const char* name) { setenv("VANTHU_ENGINE", name, 1); }

Error error_of(Worker& worker, const Scan& what) {
  try {
    worker.read(what);
  } catch (const Error& error) {
    return error;
  }
  return Error(Code::ok, "no error");
}

TEST(Worker, ReadsAScan) {
  engine("none");
  Worker worker(options());
  std::vector<int> pages;
  const Reading reading = worker.read(scan(), [&](int page, int all) {
    pages.push_back(page);
    EXPECT_EQ(all, 1);
  });
  EXPECT_EQ(pages, std::vector<int>{1});
  EXPECT_EQ(reading.file, "scan.png");
  EXPECT_EQ(reading.pages.size(), 1u);
  EXPECT_EQ(reading.made_by.engine, "none");
}

// The engine complains of scattered words now and then; its messages must not need a file.
TEST(Worker, AnArrivalStampIsReadWithinTheCage) {
  unsetenv("VANTHU_ENGINE");
  draw::Paper paper = draw::plain_paper();
  paper.arrival = draw::Arrival{.receiver = {"SỞ Y TẾ"}, .number = "2354", .date = "24/5/21"};
  paper.arrival->x = -3;  // cut by the edge
  Worker worker(options());
  const Reading reading = worker.read({"scan.png", png_of(draw::draw_page(paper), {.dpi = 200})});
  ASSERT_EQ(reading.dispatches.size(), 1u);
  EXPECT_EQ(reading.dispatches[0].stamps.size(), 1u);
}

TEST(Worker, StaysWarmForTheNextDocument) {
  engine("none");
  Worker worker(options());
  worker.read(scan(1));
  engine("crash");  // a new process would
  EXPECT_EQ(worker.read(scan(2)).pages.size(), 1u);
}

TEST(Worker, IsReplacedAfterSoManyDocuments) {
  engine("none");
  WorkerOptions few = options();
  few.documents = 1;
  Worker worker(few);
  worker.read(scan(1));
  engine("crash");
  EXPECT_EQ(error_of(worker, scan(2)).code, Code::worker);
}

TEST(Worker, ACrashNamesTheFileAndTheNextDocumentIsRead) {
  engine("crash");
  Worker worker(options());
  const Error error = error_of(worker, scan());
  EXPECT_EQ(error.code, Code::worker);
  EXPECT_THAT(error.what(), HasSubstr("'scan.png'"));
  EXPECT_THAT(error.what(), HasSubstr("killed by signal 11"));
  engine("none");
  EXPECT_EQ(worker.read(scan()).pages.size(), 1u);
}

TEST(Worker, AHangEndsAtTheLimit) {
  engine("hang");
  WorkerOptions quick = options();
  quick.page_seconds = 0.5;
  Worker worker(quick);
  const Error error = error_of(worker, scan());
  EXPECT_EQ(error.code, Code::worker);
  EXPECT_THAT(error.what(), HasSubstr("took longer than 0.5 s"));
}

TEST(Worker, AMemoryEaterIsNamedAsOne) {
  engine("hungry");
  Worker worker(options());
  const Error error = error_of(worker, scan());
  EXPECT_EQ(error.code, Code::too_big);
  EXPECT_THAT(error.what(), HasSubstr("memory"));
}

TEST(Worker, EndlessComputingEndsAtTheLimit) {
  engine("spin");
  WorkerOptions quick = options();
  quick.page_seconds = 1;
  Worker worker(quick);
  EXPECT_EQ(error_of(worker, scan()).code, Code::worker);
}

// Each tries one way out of the cage: it dies, says so, and the next document is read.
TEST(Worker, WhoReachesOutOfTheCageIsStopped) {
  const std::string outside = testing::TempDir() + "vanthu-outside-" + std::to_string(getpid());
  setenv("VANTHU_ENGINE_FILE", outside.c_str(), 1);
  for (const char* deed : {"socket", "exec", "fork", "write"}) {
    engine(deed);
    Worker worker(options());
    const Error error = error_of(worker, scan());
    EXPECT_EQ(error.code, Code::worker) << deed;
    EXPECT_THAT(error.what(), HasSubstr("out of its cage")) << deed;
    engine("none");
    EXPECT_EQ(worker.read(scan()).pages.size(), 1u) << deed;
  }
  EXPECT_NE(access(outside.c_str(), F_OK), 0) << "a file was written";
}

TEST(Worker, FilesOutsideCannotBeReadWhereTheKernelHasLandlock) {
  const std::vector<std::string> missing = missing_walls();
  if (std::find(missing.begin(), missing.end(), "Landlock") != missing.end())
    GTEST_SKIP() << "this kernel has no Landlock";
  const Place place;
  setenv("VANTHU_ENGINE_FILE", place.write("paper.pdf", "another's paper").c_str(), 1);
  engine("peek");
  Worker worker(options());
  EXPECT_EQ(error_of(worker, scan()).code, Code::ok) << "the file could be opened";
}

TEST(Worker, InheritsNoDescriptor) {
  const int leaked = open("/dev/null", O_RDONLY);  // without O_CLOEXEC, as a careless library would
  engine("descriptors");
  Worker worker(options());
  EXPECT_EQ(error_of(worker, scan()).code, Code::ok);
  close(leaked);
}

TEST(Worker, AnErrorOfTheFileLeavesTheProcessAlive) {
  engine("none");
  Worker worker(options());
  EXPECT_EQ(error_of(worker, {"x.pdf", "no scan"}).code, Code::bad_input);
  engine("crash");
  EXPECT_EQ(worker.read(scan()).pages.size(), 1u);
}

TEST(Worker, NamesAreAnyBytes) {
  engine("none");
  Worker worker(options());
  const Reading reading = worker.read({"b\xff\n.png", png_page(1)});
  EXPECT_EQ(reading.file_bytes, "62ff0a2e706e67");
}

TEST(Worker, CutsAPictureOutOfAPage) {
  engine("none");
  Worker worker(options());
  const std::string png = worker.crop(scan(), 1, {10, 20, 50, 30}, 90);
  ASSERT_GT(png.size(), 24u);
  EXPECT_EQ(png.substr(1, 3), "PNG");
  EXPECT_EQ(static_cast<int>(png[19]), 30);  // turned: as wide as it was high
  EXPECT_EQ(static_cast<int>(png[23]), 50);
  EXPECT_THROW(worker.crop(scan(), 2, {0, 0, 5, 5}), Error);
  EXPECT_THROW(worker.crop(scan(), 1, {900, 900, 5, 5}), Error);
}

TEST(WorkerPool, ServesMoreThreadsThanItHasWorkers) {
  engine("none");
  WorkerPool pool(2, options());
  std::atomic<int> pages = 0;
  std::vector<std::thread> threads;
  for (unsigned i = 0; i < 6; ++i)
    threads.emplace_back([&, i] { pages += static_cast<int>(pool.read(scan(i)).pages.size()); });
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(pages, 6);
}

TEST(WorkerPool, AProgramThatIsNotThereIsAClearError) {
  WorkerOptions wrong = options();
  wrong.program = "/nowhere/vanthu";
  WorkerPool pool(1, wrong);
  EXPECT_THROW(pool.read(scan()), Error);
}

}  // namespace
}  // namespace vanthu::e2e
