/**
 * Why a number in a message is never 1, so that the message has no form for one:
 * - `constant`: it is written in the code;
 * - `content`: it stands in content that ships, and is more than one there;
 * - `length`: minutes of a lesson or a workshop;
 * - `market`: the ads of a whole market;
 * - `range`: the upper end of a range;
 * - `several`: it is said of two or more only, or of all;
 * - `size`: bytes of a file.
 */
type Why = 'constant' | 'content' | 'length' | 'market' | 'range' | 'several' | 'size';

/**
 * Messages, by their files, in which a plural stands after a number, and that have no form for one. The list can only shrink: a new
 * message gets `<key>.one` and is asked for with `t.count`.
 */
export const NEVER_ONE: Readonly<Record<string, Readonly<Record<string, Why>>>> = {
  'safety/care': {
    'page.full': 'constant',
  },
  'case/case': {
    'facts.line': 'range',
  },
  'case/statechart': {
    view: 'several',
  },
  'kinds/platform-test': {
    'objection.reason.help': 'range',
    'report.cannot.not-tested': 'several',
    'report.cannot.not-written': 'several',
  },
  'case/checking': {
    'coverage.text': 'several',
  },
  'kinds/courtroom': {
    'judgment.reasons.help': 'constant',
    'debrief.ruling.last': 'several',
  },
  'kinds/detection': {
    'list.all': 'market',
    'picker.same': 'several',
    'finish.judged': 'market',
    'finish.all': 'market',
  },
  'evidence/evidence': {
    'verify.file': 'size',
    'claim.locker.consistent': 'several',
  },
  'learning/first-contact': {
    help: 'constant',
    length: 'constant',
    'length.over': 'constant',
    'looks.too-long': 'constant',
    'says.controlled.too-long': 'several',
    'says.holder.too-long': 'several',
    'says.independent.too-long': 'several',
  },
  'case/issues': {
    'yaml.too-large': 'constant',
    'yaml.too-deep': 'constant',
    'file.more-issues': 'constant',
    'file.too-large': 'constant',
    'scenario.too-many-combinations': 'several',
    'scenario.market-too-small': 'several',
    'yaml.too-many-parts': 'constant',
    'scenario.length-pattern-tells': 'several',
    'scenario.form-finds-good': 'several',
    'cases.form-finds-good': 'several',
    'scenario.form-avoids-harm': 'several',
    'cases.form-avoids-harm': 'several',
    'scenario.good-at-one-letter': 'several',
    'cases.lengths-of-good-tell': 'several',
    'workshop.cut-twice': 'length',
    'workshop.played-twice': 'length',
    'workshop.not-playable': 'length',
    'workshop.cut-too-long': 'length',
    'workshop.agenda-twice': 'length',
    'csv.too-large': 'constant',
    'json.too-deep': 'constant',
    'csv.too-many-rows': 'constant',
    'bench.too-many-missing': 'market',
    'bench.table-too-large': 'constant',
    'prediction.missing-ads': 'market',
    'prediction.missing-as-zero': 'market',
    'prediction.too-many-missing': 'market',
    'prediction.fewer-deals': 'several',
    'locker.manifest-line': 'constant',
    'zip.too-many': 'constant',
    'zip.too-large': 'size',
    'zip.bomb-whole': 'size',
    'yaml.colon-in-long-text': 'several',
    'yaml.text-beside-mark': 'several',
    'schema.minutes': 'constant',
  },
  'kinds/ledger': {
    'payments.shown': 'several',
    'sheet.hypothesis.help': 'constant',
    'sheet.deleteAfter.rule': 'content',
    'freeze.facts.help': 'constant',
    'parts.count': 'constant',
    'parts.least': 'constant',
    'sheet.fits.others': 'content',
    'request.fits.span': 'content',
  },
  'learning/lessons': {
    lead: 'several',
    about: 'length',
  },
  'evidence/locker': {
    'report.bytes': 'size',
    'drill.records.note': 'several',
    'oddity.pause': 'constant',
    'oddity.large-offset': 'content',
    'answer.authentic': 'several',
    'answer.authentic.copy': 'several',
    'answer.complete': 'several',
    'answer.complete.picture': 'several',
    'answer.unaltered': 'several',
    'answer.when.ahead': 'content',
    'answer.when.behind': 'content',
    'answer.repeatable': 'several',
  },
  'market/search': {
    'start.ads': 'market',
    'opening.read': 'market',
    'bar.ads': 'market',
    'total.all': 'market',
    'total.found': 'market',
    'traces.same': 'several',
    'traces.same.label': 'several',
  },
  'room/paper': {
    'links.lengths': 'length',
    'length.minutes': 'length',
    'length.no': 'length',
    'run.title': 'length',
    'run.sub': 'length',
    'agenda.head': 'length',
  },
  'kinds/policy': {
    'model.rule.budget': 'constant',
    budget: 'constant',
    months: 'constant',
    own: 'constant',
    'note.options.text': 'constant',
    'note.review.of': 'constant',
  },
  'learning/portfolio': {
    'record.what': 'constant',
    'record.full': 'constant',
  },
  'kinds/preservation': {
    'ads.all': 'market',
    'view.kept': 'size',
    'facts.bytes': 'size',
  },
  'market/realism': {
    caption: 'market',
  },
  'learning/recommendations': {
    'link.text': 'several',
    counts: 'several',
  },
  'evidence/records': {
    'record.same': 'several',
  },
  'room/release-sheet': {
    strength: 'constant',
  },
  'kinds/requests': {
    'parts.count': 'constant',
    'parts.enough': 'several',
    'verdict.needed.some': 'several',
  },
  'case/sentences': {
    'calibration.over.2': 'several',
    'calibration.over.3': 'several',
    'calibration.under.1': 'several',
    'calibration.under.2': 'several',
    'calibration.fit.1': 'several',
    'calibration.fit.2': 'several',
    'calibration.fit.3': 'several',
  },
  'site/site': {
    'case.facts.reviewed': 'range',
    'case.facts.open': 'range',
  },
  'studio/exercise': {
    'work.text': 'range',
    'work.of': 'range',
  },
  'studio/pack': {
    guessable: 'constant',
  },
  'studio/play': {
    time: 'range',
  },
  'studio/studio': {
    'archive.too-large': 'constant',
    'archive.too-many': 'constant',
  },
  'room/table-cards': {
    'week.points': 'constant',
    'options.budget': 'constant',
  },
  'learning/track': {
    'state.begun.lesson': 'constant',
  },
  'learning/worksheet': {
    'fallacy.caption': 'market',
    'sum.basis.promised': 'constant',
    'sum.room': 'constant',
  },
  'room/workshop': {
    'chairs.fault.crowded': 'several',
    'talk.why.count': 'constant',
  },
  'kinds/courtroom/debrief': {
    'court.views': 'several',
  },
  'kinds/detection/debrief': {
    'find.withheld': 'market',
  },
  'kinds/ledger/debrief': {
    'ledger.path.part': 'several',
  },
  'kinds/linking/debrief': {
    'network.torn': 'several',
    'network.apart': 'several',
    'network.mixed': 'several',
    'network.lawful': 'several',
    'network.unjoined': 'several',
  },
  'kinds/mapping/debrief': {
    'map.rank.behind': 'constant',
  },
  'kinds/platform-test/debrief': {
    'checkathon.share': 'several',
  },
  'kinds/platform-test/review': {
    'answer.checkathon.value.periods': 'constant',
    'answer.checkathon.value.cards': 'constant',
  },
  'kinds/policy/debrief': {
    'policy.plan': 'constant',
  },
  'kinds/preservation/debrief': {
    'keep.some-pages': 'several',
  },
  'kinds/requests/about': {
    'issue.key.order-below-threshold': 'content',
  },
  'kinds/requests/debrief': {
    'letter.gap.data.long': 'constant',
    'letter.gap.period.long': 'constant',
  },
};
