// SPDX-License-Identifier: GPL-3.0-or-later
// The worker process: it limits itself before it touches the first byte of a file, then answers
// one request after another. Whatever goes wrong in here, the process that asked goes on.
#include <fcntl.h>
#include <unistd.h>

#include <memory>
#include <new>
#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>

#include "ocr/cage.h"
#include "ocr/engine.h"
#include "ocr/fake_engine.h"
#include "ocr/language_guard.h"
#include "ocr/png.h"
#include "ocr/reading_order.h"
#include "ocr/wire.h"
#include "ocr/without.h"
#include "ocr/worker.h"
#include "pipeline/clean/orientation.h"
#include "pipeline/error.h"
#include "pipeline/fields/vocabulary_use.h"
#include "pipeline/read.h"
#include "pipeline/reading_json.h"

namespace vanthu {
namespace {

using nlohmann::json;

constexpr std::size_t kMaxRequest = std::size_t{4} << 30;  // intake's own limit comes far before

// What a page is recognised with: Tesseract, or for tests what VANTHU_ENGINE says (worker.h).
class Recogniser {
 public:
  OcrPage recognise(const CleanPage& page) {
    if (!fake_.empty()) return pretend(fake_, page);
    return engine_->recognise(page);
  }

  // Opened once, at the first document; a request for other options opens anew.
  std::string warm(const EngineOptions& options) {
    if (!fake_.empty()) return fake_;
    if (!engine_ || options != options_) {
      engine_ = Engine::open(options);
      options_ = options;
    }
    return engine_->name();
  }

 private:
  std::string fake_ = fake_from_environment();
  EngineOptions options_;
  std::optional<Engine> engine_;
};

// A clerk's vocabularies over the program's own, made into keys once.
class ClerksWords {
 public:
  std::shared_ptr<const fields::Lexicon> warm(fields::VocabularyFiles files) {
    if (!lexicon_ || files != files_) lexicon_ = fields::make_lexicon(files);
    files_ = std::move(files);
    return lexicon_;
  }

 private:
  fields::VocabularyFiles files_;
  std::shared_ptr<const fields::Lexicon> lexicon_;
};

// What the worker keeps from one document to the next.
struct Kept {
  Recogniser recogniser;
  ClerksWords words;
};

IntakeOptions intake_from(const json& head) {
  const json& in = head.at("intake");
  return {in.at("max_pages").get<int>(), in.at("max_bytes").get<long long>(),
          in.at("max_pixels").get<long long>(), in.at("dpi_without_image").get<double>()};
}

EngineOptions engine_from(const json& head, CleanOptions& clean) {
  EngineOptions engine{head.at("language").get<std::string>(), head.at("data").get<std::string>()};
  leave_out(steps_left_out(), clean, engine);
  return engine;
}

std::string read_scan(const json& head, const Scan& scan, Kept& kept, int out) {
  const auto vocabulary = head.at("vocabulary").get<fields::VocabularyFiles>();
  const fields::LexiconInUse words(kept.words.warm(vocabulary));
  Recogniser& recogniser = kept.recogniser;
  const double seconds = head.at("page_seconds").get<double>();
  Stages stages;
  stages.intake = intake_from(head);
  const std::string language = head.at("language").get<std::string>();
  const EngineOptions engine = engine_from(head, stages.clean);
  const std::vector<std::string> without = steps_left_out();
  json options = {{"language", language}};
  if (!without.empty()) options["without"] = without;
  for (const auto& [name, unused] : vocabulary) options["vocabulary"].push_back(name);
  stages.made_by = {VANTHU_VERSION, recogniser.warm(engine), options.dump()};
  stages.today = head.at("today").get<std::string>();
  stages.recognise = [&](const CleanPage& page) { return recogniser.recognise(page); };
  stages.settle = [](std::vector<Line>& lines) {
    settle_columns(lines);
    for (Line& line : lines) line.language = language::language_of(line);
  };
  stages.progress = [&](int page, int pages) {
    allow_seconds(seconds);
    wire::send(out, {json{{"is", "progress"}, {"page", page}, {"pages", pages}}.dump()});
  };
  return to_json(read(scan, stages));
}

// A page of text in a font that is not in the file: whatever poppler and fontconfig look up once is
// looked up by it.
constexpr std::string_view kWarming =
    "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 20 20]/Contents 4 0 R/Resources<</Font<</F "
    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj\n"
    "4 0 obj<</Length 26>>stream\nBT /F 9 Tf 2 2 Td (a) Tj ET\nendstream endobj\n"
    "trailer<</Root 1 0 R>>\n";

void warm_poppler() {
  try {
    load_page({"warm.pdf", std::string(kWarming)}, 1, {});
  } catch (const Error&) {
    // What it looks up, it has looked up.
  }
}

// The walls go up at the first request, once the engine is warm and before a byte of the scan is
// looked at: everything that is needed has been opened by then.
class Cage {
 public:
  explicit Cage(int out) : out_(out) {}
  void close(const json& head, Recogniser& recogniser) {
    if (closed_) return;
    fence_files({head.value("data", "")});
    CleanOptions unused;
    if (head.at("do") == "read") recogniser.warm(engine_from(head, unused));
    warm_poppler();
    forbid_system_calls(out_);
    closed_ = true;
  }

 private:
  int out_;
  bool closed_ = false;
};

std::string crop_scan(const json& head, const Scan& scan) {
  const int number = head.at("page").get<int>();
  const json& b = head.at("box");
  const Page page = load_page(scan, number, intake_from(head));
  const Image part = crop(
      page.image, {b.at(0).get<int>(), b.at(1).get<int>(), b.at(2).get<int>(), b.at(3).get<int>()});
  if (part.empty()) throw Error(Code::not_found, "the box lies outside the page");
  return png_of(turned(part, head.at("turn").get<int>()));
}

wire::Message error_reply(Code code, const std::string& what, const std::string& hint = {}) {
  const json head = {
      {"is", "error"}, {"code", static_cast<int>(code)}, {"what", what}, {"hint", hint}};
  return {head.dump(-1, ' ', false, json::error_handler_t::replace), {}, {}};
}

// The body is the scan and then what the task wants to know.
std::string run_task(const json& head, Scan scan, const std::vector<WorkerTask>& tasks) {
  const auto bytes = head.at("scan_bytes").get<std::size_t>();
  if (bytes > scan.bytes.size()) throw Error(Code::internal, "a request is shorter than it says");
  const std::string input = scan.bytes.substr(bytes);
  scan.bytes.resize(bytes);
  const std::string name = head.at("do").get<std::string>();
  for (const WorkerTask& task : tasks)
    if (task.name == name) return task.run(scan, input, intake_from(head));
  throw Error(Code::internal, "no worker can do this: " + name);
}

struct Server {
  const std::vector<WorkerTask>& tasks;
  Kept kept;
  Cage cage;
  int out;

  std::string act(const json& head, Scan scan) {
    if (head.at("do") == "read") return read_scan(head, scan, kept, out);
    if (head.at("do") == "crop") return crop_scan(head, scan);
    return run_task(head, std::move(scan), tasks);
  }
};

wire::Message answer(wire::Message&& request, Server& server) {
  try {
    const json head = json::parse(request.head);
    server.cage.close(head, server.kept.recogniser);
    Scan scan{std::move(request.name), std::move(request.body)};
    allow_seconds(head.at("page_seconds").get<double>());
    return {json{{"is", "done"}}.dump(), {}, server.act(head, std::move(scan))};
  } catch (const Error& error) {
    return error_reply(error.code, error.what(), error.hint);
  } catch (const std::bad_alloc&) {
    return error_reply(Code::worker, "ran out of memory");
  } catch (const std::exception& error) {
    return error_reply(Code::internal, std::string("unexpected: ") + error.what());
  }
}

}  // namespace

int serve_worker(long long memory_bytes, const std::vector<WorkerTask>& tasks) {
  // Libraries print to standard output; the socket must not hear them.
  const int out = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
  dup2(STDERR_FILENO, STDOUT_FILENO);
  limit_self(out, memory_bytes);
  Server server{tasks, {}, Cage(out), out};
  wire::Message request;
  while (wire::receive(STDIN_FILENO, request, kMaxRequest) == wire::Result::done) {
    const wire::Message reply = answer(std::move(request), server);
    if (wire::send(out, {reply.head, reply.name, reply.body}) != wire::Result::done) break;
  }
  return static_cast<int>(Code::ok);
}

}  // namespace vanthu
