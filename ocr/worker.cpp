// SPDX-License-Identifier: GPL-3.0-or-later
#include "ocr/worker.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstring>
#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>

#include "ocr/wire.h"
#include "pipeline/error.h"
#include "pipeline/reading_json.h"
#include "pipeline/text.h"

extern char** environ;

namespace vanthu {
namespace {

using nlohmann::json;
using Clock = std::chrono::steady_clock;

constexpr std::size_t kMaxReply = 2000u << 20;  // a PDF/A of the largest file that intake takes
constexpr int kPagesInTime = 10;  // that a task does in the time one page may take to be read

// What went wrong with the process itself; the file is named by who asked.
std::string way_it_died(int status) {
  if (WIFSIGNALED(status)) {
    const int signal = WTERMSIG(status);
    if (signal == SIGXCPU) return "used too much processor time";
    if (signal == SIGSYS)
      return "tried to reach out of its cage (a socket, a file, a program) and was stopped";
    if (signal == SIGKILL) return "was killed (signal 9), perhaps for want of memory";
    return fmt::format("was killed by signal {}", signal);
  }
  return fmt::format("ended with exit code {}", WIFEXITED(status) ? WEXITSTATUS(status) : -1);
}

Error worker_error(const Scan& scan, const std::string& reason) {
  return Error(
      Code::worker,
      fmt::format("'{}': the worker process reading it {}", repair_utf8(scan.name), reason),
      "The file may be damaged or made to do harm; the others are not affected. Scan the "
      "paper again, or raise the limits in the configuration.");
}

// The environment of the worker: one thread a process, whatever the libraries think is best.
std::vector<std::string> worker_environment() {
  std::vector<std::string> out;
  for (char** at = environ; *at; ++at) {
    const std::string_view one(*at);
    if (!one.starts_with("OMP_THREAD_LIMIT=") && !one.starts_with("OPENCV_FOR_THREADS_NUM="))
      out.emplace_back(one);
  }
  out.emplace_back("OMP_THREAD_LIMIT=1");
  out.emplace_back("OPENCV_FOR_THREADS_NUM=1");
  return out;
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> out;
  for (std::string& text : texts) out.push_back(text.data());
  out.push_back(nullptr);
  return out;
}

// posix_spawn's two foreign structs, freed by scope.
struct SpawnPlan {
  posix_spawn_file_actions_t files;
  posix_spawnattr_t attributes;
  SpawnPlan() { posix_spawn_file_actions_init(&files), posix_spawnattr_init(&attributes); }
  ~SpawnPlan() { posix_spawn_file_actions_destroy(&files), posix_spawnattr_destroy(&attributes); }
  SpawnPlan(const SpawnPlan&) = delete;
  SpawnPlan& operator=(const SpawnPlan&) = delete;
};

// Standard input and output are the socket, errors go nowhere (libraries chatter about damaged
// files; what matters comes back as a message). Its own process group: Ctrl-C stops the batch, not
// the page.
pid_t spawn(const std::string& program, long long memory_bytes, int socket) {
  SpawnPlan plan;
  posix_spawn_file_actions_adddup2(&plan.files, socket, STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&plan.files, socket, STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&plan.files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  sigset_t none, all;
  sigemptyset(&none), sigfillset(&all);
  posix_spawnattr_setsigmask(&plan.attributes, &none);
  posix_spawnattr_setsigdefault(&plan.attributes, &all);
  posix_spawnattr_setpgroup(&plan.attributes, 0);
  posix_spawnattr_setflags(&plan.attributes,
                           POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
  std::vector<std::string> arguments = {"vanthu", "worker",
                                        fmt::format("--memory={}", memory_bytes)};
  std::vector<std::string> environment = worker_environment();
  pid_t pid = -1;
  const int error = posix_spawn(&pid, program.c_str(), &plan.files, &plan.attributes,
                                pointers(arguments).data(), pointers(environment).data());
  if (error != 0)
    throw Error(Code::internal,
                fmt::format("the worker process cannot be started: {}", std::strerror(error)));
  return pid;
}

// The day it is where it is latest, so that no clock or zone makes a paper of today one of
// tomorrow.
std::string today() {
  using namespace std::chrono;
  const year_month_day day(floor<days>(system_clock::now() + hours(14)));
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()),
                     static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
}

json intake_json(const IntakeOptions& in) {
  return {{"max_pages", in.max_pages},
          {"max_bytes", in.max_bytes},
          {"max_pixels", in.max_pixels},
          {"dpi_without_image", in.dpi_without_image}};
}

struct Reply {
  std::string is;  // "progress" "done" "error"; empty: nonsense
  int page = 0, pages = 0;
  Code code = Code::internal;
  std::string what, hint;
};

Reply understand_reply(const std::string& head) try {
  const json said = json::parse(head);
  Reply out;
  out.is = said.at("is").get<std::string>();
  out.page = said.value("page", 0);
  out.pages = said.value("pages", 0);
  const int code = said.value("code", 0);
  if (code > 0 && code < 128) out.code = static_cast<Code>(code);
  out.what = said.value("what", "");
  out.hint = said.value("hint", "");
  return out;
} catch (const json::exception&) {
  return {};
}

}  // namespace

struct Worker::Process {
  explicit Process(WorkerOptions options_in) : options(std::move(options_in)) {}
  ~Process() { end(true); }
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;

  WorkerOptions options;
  pid_t pid = -1;
  int socket = -1;
  int served = 0;

  void start() {
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
      throw Error(Code::internal, fmt::format("no socket for a worker: {}", std::strerror(errno)));
    try {
      pid = spawn(options.program, options.memory_bytes, ends[1]);
    } catch (...) {
      close(ends[0]), close(ends[1]);
      throw;
    }
    close(ends[1]);
    socket = ends[0];
    served = 0;
  }

  // Ends the process and says how it went. `kill_it`: do not wait for what it is doing.
  int end(bool kill_it) {
    if (pid < 0) return 0;
    if (kill_it) kill(pid, SIGKILL);
    close(socket);
    int status = 0;
    while (waitpid(pid, &status, 0) < 0 && errno == EINTR) {
    }
    pid = socket = -1;
    return status;
  }

  // A process that is there and listening: one that died or served enough is replaced.
  void ready() {
    if (pid >= 0) {
      int status = 0;
      if (waitpid(pid, &status, WNOHANG) != 0) {
        close(socket);
        pid = socket = -1;
      } else if (served >= options.documents) {
        end(true);
      }
    }
    if (pid < 0) start();
  }

  [[noreturn]] void fail(const Scan& scan, wire::Result how) {
    if (how == wire::Result::late) {
      end(true);
      throw worker_error(scan, fmt::format("took longer than {:g} s", options.page_seconds));
    }
    throw worker_error(scan, way_it_died(end(false)));
  }

  wire::Deadline deadline(double seconds) const {
    return Clock::now() +
           std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(seconds));
  }

  // The reply that ends the request. An answer that is none (the worker was taken over by a file)
  // is treated like a crash.
  std::string ask(const json& head, const Scan& scan, const PageProgress& progress,
                  std::string_view more = {}) {
    ready();
    ++served;
    const std::string text = head.dump();
    const std::string_view path = scan.name;  // the folder is no part of a reading
    const std::string_view name = path.substr(path.rfind('/') + 1);
    const double seconds = head.at("page_seconds").get<double>();
    const wire::Result sent = wire::send(socket, {text, name, scan.bytes, more}, deadline(seconds));
    if (sent != wire::Result::done) fail(scan, sent);
    for (;;) {
      wire::Message reply;
      const wire::Result got = wire::receive(socket, reply, kMaxReply, deadline(seconds));
      if (got != wire::Result::done) fail(scan, got);
      const Reply said = understand_reply(reply.head);
      if (said.is == "done") return std::move(reply.body);
      if (said.is == "error") fail(scan, said);
      if (said.is != "progress") break;
      if (progress) progress(said.page, said.pages);
    }
    end(true);
    throw worker_error(scan, "gave an answer that makes no sense");
  }

  [[noreturn]] void fail(const Scan& scan, const Reply& said) {
    if (said.code != Code::worker) throw Error(said.code, said.what, said.hint);
    end(true);
    throw worker_error(scan, said.what);
  }
};

Worker::Worker(WorkerOptions options) : process_(std::make_unique<Process>(std::move(options))) {}
Worker::Worker(Worker&&) noexcept = default;
Worker& Worker::operator=(Worker&&) noexcept = default;
Worker::~Worker() = default;

Reading Worker::read(const Scan& scan, const PageProgress& progress) {
  const WorkerOptions& o = process_->options;
  const json head = {{"do", "read"},
                     {"intake", intake_json(o.intake)},
                     {"language", o.engine.language},
                     {"data", o.engine.data},
                     {"vocabulary", o.vocabulary},
                     {"today", today()},
                     {"page_seconds", o.page_seconds}};
  return reading_from_json(process_->ask(head, scan, progress));
}

std::string Worker::crop(const Scan& scan, int number, const Box& box, int turn) {
  const WorkerOptions& o = process_->options;
  const json head = {{"do", "crop"},   {"intake", intake_json(o.intake)},
                     {"page", number}, {"box", {box.x, box.y, box.w, box.h}},
                     {"turn", turn},   {"page_seconds", o.page_seconds}};
  return process_->ask(head, scan, {});
}

std::string Worker::run(const std::string& name, const Scan& scan, const std::string& input,
                        int pages) {
  const WorkerOptions& o = process_->options;
  const json head = {{"do", name},
                     {"intake", intake_json(o.intake)},
                     {"scan_bytes", scan.bytes.size()},
                     {"page_seconds", o.page_seconds * (1 + pages / kPagesInTime)}};
  return process_->ask(head, scan, {}, input);
}

// A worker borrowed for one request, given back however it ends.
class WorkerPool::Loan {
 public:
  explicit Loan(WorkerPool& pool) : pool_(pool) {
    std::unique_lock lock(pool_.mutex_);
    pool_.returned_.wait(lock, [&] { return !pool_.free_.empty(); });
    index_ = pool_.free_.back();  // the last one given back: its engine is the warmest
    pool_.free_.pop_back();
  }
  ~Loan() {
    const std::scoped_lock lock(pool_.mutex_);
    pool_.free_.push_back(index_);
    pool_.returned_.notify_one();
  }
  Loan(const Loan&) = delete;
  Loan& operator=(const Loan&) = delete;
  Worker& worker() { return pool_.workers_[index_]; }

 private:
  WorkerPool& pool_;
  std::size_t index_ = 0;
};

WorkerPool::WorkerPool(int size, const WorkerOptions& options) {
  for (int i = 0; i < std::max(1, size); ++i) {
    workers_.emplace_back(options);
    free_.push_back(static_cast<std::size_t>(i));
  }
}

Reading WorkerPool::read(const Scan& scan, const PageProgress& progress) {
  Loan loan(*this);
  return loan.worker().read(scan, progress);
}

std::string WorkerPool::run(const std::string& name, const Scan& scan, const std::string& input,
                            int pages) {
  Loan loan(*this);
  return loan.worker().run(name, scan, input, pages);
}

}  // namespace vanthu
