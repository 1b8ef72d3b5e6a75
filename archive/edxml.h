// SPDX-License-Identifier: GPL-3.0-or-later
// The head of a message of the exchange of official documents (edXML, QCVN 102:2016/BTTTT) for one
// dispatch, as far as the paper and the book say it. What is not known is left out; codes of bodies
// (OrganId) stand on no paper, so theirs are there and empty. Pure; any thread.
#pragma once
#include <string>
#include <vector>

#include "archive/exported.h"

namespace vanthu {

// The fields, by the names of READING, without which no such head can be: number, date, issuer,
// subject. Empty: it can.
std::vector<std::string> wanting_for_edxml(const Dispatch& dispatch);

// The receiver is `us`; where that has no name, whom the paper is addressed to.
std::string edxml_of(const ExportPaper& paper, const OurAgency& us);

}  // namespace vanthu
