// SPDX-License-Identifier: GPL-3.0-or-later
// Private to this folder: a dispatch as a document of the search engine. Safe from any thread.
#pragma once
#include <xapian.h>

#include <string>

#include "pipeline/dispatch.h"

namespace vanthu {

Xapian::Document make_document(const Reading& reading, const Dispatch& dispatch,
                               const std::string& access);

}  // namespace vanthu
