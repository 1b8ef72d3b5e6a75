// SPDX-License-Identifier: GPL-3.0-or-later
// The worker process: it limits itself before it touches the first byte of a file, then answers
// one request after another. Whatever goes wrong in here, the process that asked goes on.
#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cmath>
#include <cstdlib>
#include <new>
#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>

#include "ocr/engine.h"
#include "ocr/language_guard.h"
#include "ocr/png.h"
#include "ocr/reading_order.h"
#include "ocr/wire.h"
#include "ocr/without.h"
#include "ocr/worker.h"
#include "pipeline/clean/orientation.h"
#include "pipeline/error.h"
#include "pipeline/read.h"
#include "pipeline/reading_json.h"

namespace vanthu {
namespace {

using nlohmann::json;

constexpr std::size_t kMaxRequest = std::size_t{4} << 30;  // intake's own limit comes far before

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kMayLimitMemory = false;  // sanitizers map terabytes of shadow
#else
constexpr bool kMayLimitMemory = true;
#endif

// The one place where the process gives up what it does not need. The system-call filter and
// Landlock belong here, after the limits and before the first request.
void confine(long long memory_bytes) {
  const rlimit no_core{0, 0};  // a core file would hold the paper
  setrlimit(RLIMIT_CORE, &no_core);
  if (kMayLimitMemory && memory_bytes > 0) {
    const rlimit memory{static_cast<rlim_t>(memory_bytes), static_cast<rlim_t>(memory_bytes)};
    setrlimit(RLIMIT_AS, &memory);
  }
}

// So many more seconds of processor time from now on: SIGXCPU ends a page that computes for ever.
void allow_seconds(double seconds) {
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  const double so_far = static_cast<double>(used.ru_utime.tv_sec + used.ru_stime.tv_sec);
  rlimit cpu{};
  getrlimit(RLIMIT_CPU, &cpu);
  cpu.rlim_cur = static_cast<rlim_t>(so_far + std::ceil(seconds) + 1);
  setrlimit(RLIMIT_CPU, &cpu);
}

// What a page is recognised with: Tesseract, or for tests what VANTHU_ENGINE says (worker.h).
class Recogniser {
 public:
  OcrPage recognise(const CleanPage& page) {
    if (!fake_.empty()) return pretend(page);
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
  OcrPage pretend(const CleanPage& page) {
    if (fake_ == "crash") {
      signal(SIGSEGV, SIG_DFL);  // a sanitizer would take the signal and exit
      raise(SIGSEGV);
    }
    if (fake_ == "hang") pause();
    if (fake_ == "hungry") throw std::bad_alloc();
    OcrPage out;
    out.number = page.number;
    out.width = page.upright.width;
    out.height = page.upright.height;
    out.raster_width = page.raster_width;
    out.raster_height = page.raster_height;
    out.dpi = page.dpi;
    out.rotation = page.rotation;
    out.skew = page.skew;
    out.to_raster = page.to_raster;
    out.blank = page.blank;
    out.warnings = page.warnings;
    const Box mark{out.width / 10, out.height / 5, out.width / 10, out.height / 50};
    if (fake_ == "secret")
      out.lines.push_back({mark, Region::stamp, "vi", {{"MẬT", "", mark, 0.95}}});
    return out;
  }

  static std::string fake_from_environment() {
    const char* name = std::getenv("VANTHU_ENGINE");
    return name ? name : "";
  }

  std::string fake_ = fake_from_environment();
  EngineOptions options_;
  std::optional<Engine> engine_;
};

IntakeOptions intake_from(const json& head) {
  const json& in = head.at("intake");
  return {in.at("max_pages").get<int>(), in.at("max_bytes").get<long long>(),
          in.at("max_pixels").get<long long>(), in.at("dpi_without_image").get<double>()};
}

std::string read_scan(const json& head, const Scan& scan, Recogniser& recogniser, int out) {
  const double seconds = head.at("page_seconds").get<double>();
  Stages stages;
  stages.intake = intake_from(head);
  const std::string language = head.at("language").get<std::string>();
  EngineOptions engine{language, head.at("data").get<std::string>()};
  const std::vector<std::string> without = steps_left_out();
  leave_out(without, stages.clean, engine);
  json options = {{"language", language}};
  if (!without.empty()) options["without"] = without;
  stages.made_by = {VANTHU_VERSION, recogniser.warm(engine), options.dump()};
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

wire::Message answer(wire::Message&& request, Recogniser& recogniser, int out) {
  try {
    const json head = json::parse(request.head);
    const Scan scan{std::move(request.name), std::move(request.body)};
    allow_seconds(head.at("page_seconds").get<double>());
    std::string body =
        head.at("do") == "read" ? read_scan(head, scan, recogniser, out) : crop_scan(head, scan);
    return {json{{"is", "done"}}.dump(), {}, std::move(body)};
  } catch (const Error& error) {
    return error_reply(error.code, error.what(), error.hint);
  } catch (const std::bad_alloc&) {
    return error_reply(Code::worker, "ran out of memory");
  } catch (const std::exception& error) {
    return error_reply(Code::internal, std::string("unexpected: ") + error.what());
  }
}

}  // namespace

int serve_worker(long long memory_bytes) {
  // Libraries print to standard output; the socket must not hear them.
  const int out = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
  dup2(STDERR_FILENO, STDOUT_FILENO);
  confine(memory_bytes);
  Recogniser recogniser;
  wire::Message request;
  while (wire::receive(STDIN_FILENO, request, kMaxRequest) == wire::Result::done) {
    const wire::Message reply = answer(std::move(request), recogniser, out);
    if (wire::send(out, {reply.head, reply.name, reply.body}) != wire::Result::done) break;
  }
  return static_cast<int>(Code::ok);
}

}  // namespace vanthu
