// SPDX-License-Identifier: GPL-3.0-or-later
// The order of the families: head first, since number, date and issuer lean on it; then title,
// subject and addressees, which lie between head and body; the foot; marks and stamps; what the
// text cites; and last what only the dispatches of one file together can tell.
#include <algorithm>

#include "pipeline/fields/body.h"
#include "pipeline/fields/bundle.h"
#include "pipeline/fields/date.h"
#include "pipeline/fields/fields.h"
#include "pipeline/fields/foot.h"
#include "pipeline/fields/issuer.h"
#include "pipeline/fields/kind.h"
#include "pipeline/fields/make_field.h"
#include "pipeline/fields/marks.h"
#include "pipeline/fields/number.h"
#include "pipeline/fields/people_copies.h"
#include "pipeline/fields/people_to.h"
#include "pipeline/fields/rule_set.h"
#include "pipeline/fields/signatures.h"
#include "pipeline/fields/signer.h"
#include "pipeline/fields/signer_name.h"
#include "pipeline/fields/split.h"
#include "pipeline/fields/stamp.h"
#include "pipeline/fields/subject.h"
#include "pipeline/text.h"

namespace vanthu {
namespace {

using namespace fields;

struct Circumstances {  // what is known of the file beside its pages
  std::string file_name, today;
};

struct Paper {  // one dispatch's pages
  std::vector<const PageLayout*> all, main;
  const PageLayout* first = nullptr;
  const Head* head = nullptr;
};

// A title under Kính gửi, or beside a V/v block, is a heading of the body.
std::optional<Title> own_title(const Paper& paper, const std::optional<Addressed>& addressed) {
  auto title = find_title(*paper.first, *paper.head);
  if (!title) return title;
  const auto block = block_under_number(*paper.first, *paper.head);
  const bool subject_above = !block.empty() && opens_with_v_v(block.front()) &&
                             block.back().box.bottom() < title->row.box.y;
  const bool addressed_above =
      addressed && paper.first->pieces[addressed->piece].box.bottom() < title->row.box.y;
  if (subject_above || addressed_above) return std::nullopt;
  return title;
}

std::string text_of(const std::vector<Piece>& pieces) {
  std::string out;
  for (const Piece& piece : pieces) out.append(piece.text).append("\n");
  return out;
}

void read_head(const Paper& paper, std::string_view file_name, Dispatch& out, Known& known) {
  IssuerFound issuer = read_issuer(*paper.head);
  const NumberFound number =
      read_number(*paper.first, *paper.head, file_name, issuer.issuer.value.value_or(""));
  const DateFound date = read_date(*paper.head);
  out.number = number.field;
  out.date = date.date;
  out.place = date.place;
  out.issuer = issuer.issuer;
  out.parent = issuer.parent;
  known = {number.notation, number.digits_seen, date.partial, date.day_seen, number.joint};
  out.circulation = read_circulation(*paper.first, number.notation);
}

void read_middle(const Paper& paper, const Known& known, Dispatch& out) {
  const auto addressed = find_addressed(*paper.first, *paper.head);
  const auto title = own_title(paper, addressed);
  const SubjectFound subject = read_subject(*paper.first, *paper.head, title);
  out.subject = subject.field;
  const bool block = !title && subject.field.value.has_value();
  out.type = read_kind(title, {known.notation, known.joint, known.partial_date, block});
  AddressedFound to =
      read_addressed(*paper.first, *paper.head, addressed, out.type.value.value_or(""));
  out.to = std::move(to.to);
  out.to_status = std::move(to.status);
}

void read_foot(const Paper& paper, Dispatch& out, std::string& signature) {
  const auto foot = find_foot(paper.main);
  CopiesFound copies = read_copies(foot);
  out.copies = std::move(copies.copies);
  out.archive_line = std::move(copies.archive_line);
  out.drafting_unit = std::move(copies.drafting_unit);
  out.drafter = std::move(copies.drafter);
  SignersFound signers = read_signers(find_signatures(paper.main, foot));
  for (Signer& signer : signers.signers) weigh_mentions(paper.all, signer.name);
  if (!signers.signers.empty()) signers.signer = signers.signers.front().name;
  name_from_text(paper.all, signers);
  out.signer = std::move(signers.signer);
  out.signer_title = std::move(signers.signer_title);
  out.signers = std::move(signers.signers);
  out.complete = foot.has_value();
  if (foot) signature = text_of(foot->right);
}

// Number and date by what the rest of the paper says of them.
void weigh_head(const Paper& paper, const Known& known, const std::string& today, Dispatch& out) {
  NumberHints told{out.cites, {}, known.notation, known.partial_date, known.joint};
  for (const PageLayout* page : paper.all)
    if (std::find(paper.main.begin(), paper.main.end(), page) == paper.main.end())
      told.annex_pages.push_back(page->number);
  weigh_number(out.number, told);
  std::vector<DateHint> hints = signing_days(*paper.first);
  if (!today.empty()) hints.push_back({"calendar", today, DateHint::Says::not_after, 1});
  for (const Citation& cite : out.cites)
    if (out.number.value && cite.number == *out.number.value)
      hints.push_back({"citation", cite.date, DateHint::Says::same, 0.9});
  for (const Stamp& stamp : out.stamps)
    if (stamp.date.value)
      hints.push_back(
          {"stamp", *stamp.date.value, DateHint::Says::not_after, stamp.date.confidence});
  weigh_date(out.date, hints);
}

Dispatch read_paper(const Paper& paper, const Circumstances& about, Known& known) {
  Dispatch out;
  for (const PageLayout* page : paper.all) out.pages.push_back(page->number);
  std::string signature;
  read_head(paper, about.file_name, out, known);
  read_middle(paper, known, out);
  read_foot(paper, out, signature);
  const std::string code = body_code(known.notation, known.joint);
  mend_issuer(out.issuer, code, known.partial_date);
  const Body body = body_of(paper.all, *paper.head);
  out.cites = read_citations(body);
  out.due = read_due(body_of(paper.main, *paper.head),
                     {out.type.value.value_or(""), out.date.value.value_or(known.partial_date)});
  if (!out.issuer.value) {
    out.issuer = issuer_from_code(code, from_u32(body.text), signature);
    out.parent = nothing(Status::missing);
  }
  IssuerFound issuer{std::move(out.issuer), std::move(out.parent)};
  look_below_committee(body_code(known.notation, known.joint), from_u32(body.text), issuer);
  out.issuer = std::move(issuer.issuer);
  out.parent = std::move(issuer.parent);
  out.urgent = read_urgency(*paper.first, *paper.head);
  out.secret = read_secrecy(paper.all);
  out.rule_set = infer_rule_set(paper.head->kind, known.partial_date);
  for (const PageLayout* page : paper.all)
    for (Stamp& stamp : read_stamps(*page, out.date.value.value_or(known.partial_date)))
      out.stamps.push_back(std::move(stamp));
  weigh_head(paper, known, about.today, out);
  return out;
}

}  // namespace

Understood understand(const std::vector<OcrPage>& pages, const std::string& file_name,
                      const std::string& today) {
  const Circumstances about{repair_utf8(file_name), today};
  Understood out;
  std::vector<PageLayout> layouts;
  std::vector<Head> heads;
  for (const OcrPage& page : pages) {
    layouts.push_back(lay_out(page));
    heads.push_back(find_head(layouts.back()));
  }
  const Parted parted = part_pages(layouts, heads);
  out.roles = parted.roles;
  std::vector<Known> known(parted.dispatches.size());
  for (std::size_t i = 0; i < parted.dispatches.size(); ++i) {
    Paper paper;
    for (const std::size_t at : parted.dispatches[i].pages) {
      paper.all.push_back(&layouts[at]);
      if (parted.roles[at] == "main") paper.main.push_back(&layouts[at]);
    }
    paper.first = &layouts[parted.dispatches[i].pages.front()];
    paper.head = &heads[parted.dispatches[i].pages.front()];
    out.dispatches.push_back(read_paper(paper, about, known[i]));
  }
  bind_dispatches(out.dispatches, known);
  if (out.dispatches.empty()) out.dispatches.emplace_back();
  return out;
}

}  // namespace vanthu
