// SPDX-License-Identifier: GPL-3.0-or-later
// Zip archives and attachments are looked into where hostile files are met: in a worker process.
// Any thread.
#pragma once
#include <string>
#include <vector>

#include "ocr/worker.h"
#include "pipeline/intake/zip.h"

namespace vanthu::cli {

std::vector<WorkerTask> unpacking_tasks();

// Throw Error: worker, and what read_zip() and bears_secrecy_mark() throw.
ZipPart unpack_in(WorkerPool& pool, const Scan& zip, const ZipPlace& from);
bool marked_in(WorkerPool& pool, const Scan& attachment);

// Between processes. What comes back is looked at as if a stranger had sent it: Error{internal}.
std::string packed(const ZipPart& part);
ZipPart unpacked(std::string_view bytes);

}  // namespace vanthu::cli
