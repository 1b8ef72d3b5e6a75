// SPDX-License-Identifier: GPL-3.0-or-later
// Derived files are made where hostile files are met: in a worker process. Any thread.
#pragma once
#include <string>
#include <vector>

#include "archive/derive/derive.h"
#include "ocr/worker.h"

namespace vanthu::cli {

std::vector<WorkerTask> worker_tasks();  // what `vanthu worker` can do besides reading

// Throw Error: worker, and what derive() throws.
std::vector<DerivedFile> derive_in(WorkerPool& pool, const Scan& scan, const Reading& reading);
std::vector<DerivedFile> derive_in(Worker& worker, const Scan& scan, const Reading& reading);

}  // namespace vanthu::cli
