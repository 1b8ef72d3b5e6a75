// SPDX-License-Identifier: GPL-3.0-or-later
// Which system calls the worker may make, as a list of what is allowed. What reaches out of the
// process kills it; whatever else is not on the list fails as if the kernel did not know it, so
// that a library of tomorrow that asks for something new goes without it instead of dying.
#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <seccomp.h>
#include <unistd.h>

#include <memory>

#include "ocr/cage.h"

namespace vanthu {
namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr std::uint32_t kOtherwise = SCMP_ACT_ALLOW;  // the leak checker stops its own threads
#else
constexpr std::uint32_t kOtherwise = SCMP_ACT_ERRNO(ENOSYS);
#endif

constexpr int kFree[] = {
    // memory
    SCMP_SYS(brk), SCMP_SYS(mmap), SCMP_SYS(munmap), SCMP_SYS(mremap), SCMP_SYS(mprotect),
    SCMP_SYS(madvise), SCMP_SYS(mincore), SCMP_SYS(mlock), SCMP_SYS(munlock), SCMP_SYS(membarrier),
    // reading
    SCMP_SYS(read), SCMP_SYS(readv), SCMP_SYS(pread64), SCMP_SYS(lseek), SCMP_SYS(close),
    SCMP_SYS(fstat), SCMP_SYS(stat), SCMP_SYS(lstat), SCMP_SYS(newfstatat), SCMP_SYS(statx),
    SCMP_SYS(statfs), SCMP_SYS(fstatfs), SCMP_SYS(access), SCMP_SYS(faccessat),
    SCMP_SYS(faccessat2), SCMP_SYS(readlink), SCMP_SYS(readlinkat), SCMP_SYS(getdents64),
    SCMP_SYS(getcwd), SCMP_SYS(fcntl), SCMP_SYS(dup), SCMP_SYS(fadvise64), SCMP_SYS(poll),
    SCMP_SYS(ppoll), SCMP_SYS(select), SCMP_SYS(pselect6),
    // threads and time
    SCMP_SYS(futex), SCMP_SYS(set_robust_list), SCMP_SYS(get_robust_list), SCMP_SYS(rseq),
    SCMP_SYS(set_tid_address), SCMP_SYS(sched_yield), SCMP_SYS(sched_getaffinity),
    SCMP_SYS(sched_getparam), SCMP_SYS(sched_getscheduler), SCMP_SYS(getpriority), SCMP_SYS(gettid),
    SCMP_SYS(clock_gettime), SCMP_SYS(clock_getres), SCMP_SYS(gettimeofday), SCMP_SYS(time),
    SCMP_SYS(nanosleep), SCMP_SYS(clock_nanosleep), SCMP_SYS(pause),
    // who and how much
    SCMP_SYS(getpid), SCMP_SYS(getppid), SCMP_SYS(getuid), SCMP_SYS(geteuid), SCMP_SYS(getgid),
    SCMP_SYS(getegid), SCMP_SYS(uname), SCMP_SYS(sysinfo), SCMP_SYS(getrusage), SCMP_SYS(getrlimit),
    SCMP_SYS(setrlimit), SCMP_SYS(times), SCMP_SYS(getrandom), SCMP_SYS(arch_prctl),
    // its own end
    SCMP_SYS(rt_sigaction), SCMP_SYS(rt_sigprocmask), SCMP_SYS(rt_sigreturn),
    SCMP_SYS(rt_sigsuspend), SCMP_SYS(sigaltstack), SCMP_SYS(restart_syscall), SCMP_SYS(exit),
    SCMP_SYS(exit_group)};

constexpr int kDeadly[] = {SCMP_SYS(socket),
                           SCMP_SYS(socketpair),
                           SCMP_SYS(connect),
                           SCMP_SYS(bind),
                           SCMP_SYS(listen),
                           SCMP_SYS(accept),
                           SCMP_SYS(accept4),
                           SCMP_SYS(execve),
                           SCMP_SYS(execveat),
                           SCMP_SYS(fork),
                           SCMP_SYS(vfork),
                           SCMP_SYS(ptrace),
                           SCMP_SYS(process_vm_readv),
                           SCMP_SYS(process_vm_writev),
                           SCMP_SYS(creat),
                           SCMP_SYS(unlink),
                           SCMP_SYS(unlinkat),
                           SCMP_SYS(rename),
                           SCMP_SYS(renameat),
                           SCMP_SYS(renameat2),
                           SCMP_SYS(link),
                           SCMP_SYS(linkat),
                           SCMP_SYS(symlink),
                           SCMP_SYS(symlinkat),
                           SCMP_SYS(mkdir),
                           SCMP_SYS(mkdirat),
                           SCMP_SYS(rmdir),
                           SCMP_SYS(mknod),
                           SCMP_SYS(mknodat),
                           SCMP_SYS(truncate),
                           SCMP_SYS(chmod),
                           SCMP_SYS(fchmodat),
                           SCMP_SYS(chown),
                           SCMP_SYS(fchownat),
                           SCMP_SYS(mount),
                           SCMP_SYS(umount2),
                           SCMP_SYS(chroot),
                           SCMP_SYS(pivot_root),
                           SCMP_SYS(unshare),
                           SCMP_SYS(setns),
                           SCMP_SYS(bpf),
                           SCMP_SYS(io_uring_setup),
                           SCMP_SYS(userfaultfd),
                           SCMP_SYS(perf_event_open),
                           SCMP_SYS(init_module),
                           SCMP_SYS(keyctl)};

class Filter {
 public:
  Filter() : context_(seccomp_init(kOtherwise), seccomp_release) {}
  explicit operator bool() const { return context_ != nullptr; }

  void allow(int call) { add(SCMP_ACT_ALLOW, call, {}); }
  void allow(int call, const scmp_arg_cmp& when) { add(SCMP_ACT_ALLOW, call, {when}); }
  void kill(int call) { add(SCMP_ACT_KILL_PROCESS, call, {}); }
  void kill(int call, const scmp_arg_cmp& when) { add(SCMP_ACT_KILL_PROCESS, call, {when}); }

  // Existing threads too; false where the kernel refuses, which missing_walls() tells.
  bool put_up() {
    seccomp_attr_set(context_.get(), SCMP_FLTATR_CTL_TSYNC, 1);
    return seccomp_load(context_.get()) == 0;
  }

 private:
  void add(std::uint32_t action, int call, const std::vector<scmp_arg_cmp>& when) {
    if (action == kOtherwise) return;  // a rule may not say what the rest says
    seccomp_rule_add_array(context_.get(), action, call, static_cast<unsigned>(when.size()),
                           when.data());
  }
  std::unique_ptr<void, void (*)(scmp_filter_ctx)> context_;
};

// Opening for reading alone; `flags` is the argument that says how.
void only_reading(Filter& filter, int call, unsigned flags) {
  constexpr scmp_datum_t kWays = O_ACCMODE | O_CREAT | O_TRUNC;
  filter.allow(call, SCMP_CMP64(flags, SCMP_CMP_MASKED_EQ, kWays, O_RDONLY));
  for (const scmp_datum_t way : {O_WRONLY, O_RDWR})
    filter.kill(call, SCMP_CMP64(flags, SCMP_CMP_MASKED_EQ, O_ACCMODE, way));
  for (const scmp_datum_t way : {O_CREAT, O_TRUNC})
    filter.kill(call, SCMP_CMP64(flags, SCMP_CMP_MASKED_EQ, way, way));
}

void only_to(Filter& filter, int call, int fd) {
  filter.allow(call, SCMP_CMP64(0, SCMP_CMP_EQ, static_cast<scmp_datum_t>(fd)));
}

}  // namespace

void forbid_system_calls(int out) {
  Filter filter;
  if (!filter) return;
  for (const int call : kFree) filter.allow(call);
  for (const int call : kDeadly) filter.kill(call);
  only_reading(filter, SCMP_SYS(open), 1);
  only_reading(filter, SCMP_SYS(openat), 2);
  for (const int fd : {out, STDOUT_FILENO, STDERR_FILENO}) {  // the last two lie on /dev/null
    only_to(filter, SCMP_SYS(write), fd);
    only_to(filter, SCMP_SYS(writev), fd);
  }
  only_to(filter, SCMP_SYS(sendto), out);
  only_to(filter, SCMP_SYS(sendmsg), out);
  only_to(filter, SCMP_SYS(recvfrom), STDIN_FILENO);
  only_to(filter, SCMP_SYS(recvmsg), STDIN_FILENO);
  // A thread is no new process; glibc asks clone3 first, whose flags no filter can see.
  filter.allow(SCMP_SYS(clone), SCMP_CMP64(0, SCMP_CMP_MASKED_EQ, CLONE_THREAD, CLONE_THREAD));
  filter.kill(SCMP_SYS(clone), SCMP_CMP64(0, SCMP_CMP_MASKED_EQ, CLONE_THREAD, 0));
  // Its own limits and its own signals, nobody else's.
  filter.allow(SCMP_SYS(prlimit64), SCMP_CMP64(0, SCMP_CMP_EQ, 0));
  filter.allow(SCMP_SYS(tgkill), SCMP_CMP64(0, SCMP_CMP_EQ, static_cast<scmp_datum_t>(getpid())));
  filter.put_up();
}

}  // namespace vanthu
