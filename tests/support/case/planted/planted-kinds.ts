import type { CriterionFacts } from '#case/debrief/model/criterion-sentences.ts';
import type { FigureFacts } from '#case/debrief/model/figure-sentences.ts';
import type { CourtroomFacts } from '#kinds/courtroom/model/facts.ts';
import type { LedgerFacts } from '#kinds/ledger/model/facts.ts';
import type { LinkingFacts } from '#kinds/linking/model/facts.ts';
import type { CodingFacts, MappingFacts } from '#kinds/mapping/model/facts.ts';
import type { PlatformTestFacts } from '#kinds/platform-test/model/facts.ts';
import type { RequestsFacts } from '#kinds/requests/model/facts.ts';
import { holds, ofKind, type Planted, rule } from './planted.ts';

const ofCourt = ofKind<CourtroomFacts>('courtroom');
const ofTest = ofKind<PlatformTestFacts>('platform-test');
const ofLedger = ofKind<LedgerFacts>('ledger');
const ofLinks = ofKind<LinkingFacts>('linking');
const ofMap = ofKind<MappingFacts>('mapping');
const ofDesk = ofKind<RequestsFacts>('requests');
const ofCodes = (change: (coding: CodingFacts) => Partial<CodingFacts>) =>
  ofMap(({ coding }) => (coding ? { coding: { ...coding, ...change(coding) } } : {}));

/** False conditions about linking, mapping and letters. */
export const PLANTED_IN_KINDS: readonly Planted[] = [
  {
    name: 'every row that was judged is right',
    ...ofCourt(({ rows }) => ({ rows: rows.map((row) => (row.state ? { ...row, expected: row.state } : row)) })),
  },
  {
    name: 'no row was left open',
    ...ofCourt(({ rows }) => ({ rows: rows.filter(({ state }) => state !== undefined) })),
  },
  {
    name: 'every next measure that was chosen fits its row',
    ...ofCourt(({ rows }) => ({ rows: rows.map((row) => (row.measure ? { ...row, measure: 'fitting' } : row)) })),
  },
  {
    name: 'no row can be decided in two ways',
    ...ofCourt(({ rows }) => ({ rows: rows.map((row) => ({ ...row, isAccepted: row.state === row.expected })) })),
  },
  {
    name: 'every first view was signed before other work',
    ...ofCourt(({ views: { set, of } }) => ({ views: { set, of } })),
  },
  {
    name: 'a sum is right whatever payments are named for it',
    ...ofCourt(({ sums }) => ({ sums: sums.map((sum) => ({ ...sum, isRight: sum.isAmountRight })) })),
  },
  {
    name: 'no outcome is ruled out',
    ...ofCourt(({ motions }) => ({ motions: motions.map((one) => ({ ...one, forbidden: false })) })),
  },
  {
    name: 'no choice of the judgment is a red line',
    ...ofCourt(() => ({ redLines: [] })),
  },
  {
    name: 'every place that is named speaks to its row',
    ...ofCourt(({ cells }) => ({ cells: { ...cells, misplaced: 0 } })),
  },
  {
    name: 'named payments always come to the sum',
    ...ofCourt(({ sums }) => ({ sums: sums.map(({ named: _, ...sum }) => sum) })),
  },
  {
    name: 'every cell speaks so',
    ...ofCourt(({ cells }) => ({ cells: { ...cells, right: cells.judged, baseless: 0 } })),
  },
  {
    name: 'every pattern that was called one is a fault',
    ...ofTest(({ claims }) => ({
      claims: claims.map((claim) => (claim.word === 'pattern' ? { ...claim, soundness: 'fault' } : claim)),
    })),
  },
  {
    name: 'a pattern needs no items',
    ...ofTest(({ claims }) => ({ claims: claims.map((claim) => ({ ...claim, isProved: true })) })),
  },
  {
    name: 'harm that a test did is always written down',
    ...ofTest(({ harm }) => ({ harm: harm.map((one) => ({ ...one, isRecorded: true })) })),
  },
  {
    name: 'no line of a test was crossed',
    ...ofTest(() => ({ crossed: [] })),
  },
  {
    name: 'a platform that is named was always heard',
    ...ofTest(() => ({ shut: [] })),
  },
  {
    name: 'every worst case was tested',
    ...ofTest(({ covered }) => ({ covered: { ...covered, n: covered.of } })),
  },
  {
    name: 'a letter beside the one that counts has no fault',
    ...ofDesk(() => ({ beside: [] })),
  },
  {
    name: 'a bridge holds',
    ...ofLinks(({ links }) => ({
      links: links.map((link) => (link.verdict === 'bridge' ? { ...link, verdict: 'holds' } : link)),
    })),
  },
  {
    name: 'two ads of a network are the whole of it',
    ...ofLinks(({ networks }) => ({
      networks: networks.map((network) => ({
        ...network,
        together: network.together > 1 ? network.ads.length : network.together,
      })),
    })),
  },
  {
    name: 'a house that was named is named as another matter',
    ...ofLedger(({ accounts }) => ({
      accounts: accounts.map((account) => (account.part === 'innocent' ? { ...account, part: 'lead' } : account)),
    })),
  },
  {
    name: 'a claim above the most is a claim in full',
    ...ofLedger(({ traced }) => ({
      traced: { ...traced, outcome: traced.over.length > 0 ? 'full' : traced.outcome },
    })),
  },
  {
    name: 'a claim above what is certain is no more than certain',
    ...ofLedger(({ traced }) => ({ traced: { ...traced, above: [] } })),
  },
  {
    name: 'a kept path that meets none is no path',
    ...ofLedger(({ path }) => ({ path: { ...path, other: [] } })),
  },
  {
    name: 'an account of the earner may be called ordinary',
    ...ofLedger(({ accounts }) => ({
      accounts: accounts.map(({ view, ...account }) =>
        view === undefined || (view === 'ordinary' && account.part === 'harmed') ? account : { ...account, view },
      ),
    })),
  },
  {
    name: 'money is held on no account of the one who profits',
    ...ofLedger(({ accounts }) => ({
      accounts: accounts.map((account) => (account.part === 'profit' ? { ...account, held: false } : account)),
    })),
  },
  {
    name: 'what is asked for on an account is all that stands there',
    ...ofLedger(({ accounts }) => ({ accounts: accounts.map((account) => ({ ...account, asked: account.stands })) })),
  },
  {
    name: 'a part of the request that does not fit is missing',
    ...ofLedger(({ request: { gaps, wrong } }) => ({
      request: { gaps: [...gaps, ...wrong], wrong: [] },
    })),
  },
  { name: 'links beyond the limit are looked at', ...ofLinks(() => ({ overBudget: 0, offBoard: 1 })) },
  {
    name: 'actors of a mixed group are lawful',
    ...ofLinks(({ mixed }) => ({ mixed: mixed.map((group) => ({ ...group, lawful: group.actors })) })),
  },
  {
    name: 'every estimate is close',
    ...ofMap(({ sites }) => ({
      sites: sites.map((site) => (site.estimate === undefined ? site : { ...site, estimate: site.volume })),
    })),
  },
  {
    name: 'an owner without a name is another owner',
    ...ofMap(({ owners }) => ({
      owners: owners.map((pair) => (pair.outcome === 'open' ? { ...pair, outcome: 'apart' } : pair)),
    })),
  },
  {
    name: 'an original that was marked is a copy',
    ...ofMap(({ copies }) => ({ copies: { ...copies, originals: [] } })),
  },
  { name: 'every ranked site has a reason', ...ofMap(({ notes }) => ({ notes: { ...notes, written: notes.of } })) },
  {
    name: 'coders agree a little more',
    ...ofCodes(({ kappa }) => (kappa === undefined ? {} : { kappa: kappa + 0.05 })),
  },
  { name: 'every difference is settled', ...ofCodes(({ differing }) => ({ settled: differing })) },
  {
    name: 'a refused request keeps data',
    ...ofDesk(({ letters }) => ({
      kept: letters.flatMap(({ kind, letter, seq }) => (kind === 'preservation' ? [{ letter, seq }] : [])),
    })),
  },
  {
    name: 'that the account holder was told is of no matter',
    ...ofDesk(({ letters }) => ({
      letters: letters.map((letter) => ({
        ...letter,
        reasons: letter.reasons.filter((reason) => reason !== 'account-holder-told'),
      })),
    })),
  },
  {
    name: 'letters that never came are out of order',
    ...ofDesk(({ order }) => ({
      order: order.map((fact) => (fact.outcome === 'alone' ? { ...fact, outcome: 'unsent' } : fact)),
    })),
  },
  {
    name: 'a day in the diary that comes too late is in time',
    ...ofDesk(({ periods }) => ({
      periods: periods.map((period) => (period.outcome === 'late' ? { ...period, outcome: 'noted' } : period)),
    })),
  },
  {
    name: 'data that are kept are kept for every ad',
    ...ofDesk(({ secured }) => ({ secured: secured.map((entry) => ({ ...entry, left: [] })) })),
  },
  {
    name: 'never asked is refused',
    ...ofDesk(({ secured }) => ({
      secured: secured.map((entry) => (entry.outcome === 'unasked' ? { ...entry, outcome: 'refused' } : entry)),
    })),
  },
  {
    name: 'after is before',
    ...ofDesk(({ order }) => ({
      order: order.map((fact) => (fact.outcome === 'after' ? { ...fact, outcome: 'before' } : fact)),
    })),
  },
  {
    name: 'a letter that leads elsewhere leads to the case',
    ...ofDesk(({ content }) => ({ content: content.map((entry) => ({ ...entry, leads: 'case' })) })),
  },
  {
    name: 'what an office may not order is ordered',
    ...ofDesk(({ ordered }) => ({
      ordered: ordered.map((fact) => (fact.outcome === 'office' ? { ...fact, outcome: 'ordered' } : fact)),
    })),
  },
  {
    name: 'a letter by any channel goes the right way',
    ...ofDesk(({ channels }) => ({
      channels: channels.map((fact) => (fact.outcome === 'other' ? { ...fact, outcome: 'right' } : fact)),
    })),
  },
  {
    name: 'a letter that asks for too much by a way that counts goes another way',
    ...ofDesk(({ channels }) => ({
      channels: channels.map((fact) => (fact.outcome === 'mixed' ? { ...fact, outcome: 'other' } : fact)),
    })),
  },
  {
    name: 'a field of text that is filled in says what it has to say',
    ...ofDesk(({ content }) => ({
      content: content.map((entry) => ({ ...entry, gaps: entry.gaps.filter(({ words }) => words === undefined) })),
    })),
  },
  {
    name: 'ads of others in a text are of no matter',
    ...ofDesk(({ content }) => ({
      content: content.map((entry) => ({ ...entry, gaps: entry.gaps.filter(({ gap }) => gap !== 'strangers') })),
    })),
  },
  {
    name: 'nine tenths of the way are the best',
    rules: {
      'level.best': rule<CriterionFacts>(({ id, scaled, min, max }) =>
        holds(id !== 'outreach.hints' && min !== max && scaled >= 0.9),
      ),
    },
  },
  {
    name: 'the middle of the way is nearer to its end',
    rules: {
      'level.more': rule<CriterionFacts>(({ id, scaled, min, max }) =>
        holds(id !== 'outreach.hints' && min !== max && scaled >= 0.5 && scaled < 0.995),
      ),
      'level.half': rule<CriterionFacts>(() => []),
    },
  },
  {
    name: 'worse than the best constant answer counts as equal to it',
    rules: {
      'level.none': rule<CriterionFacts>(({ id, scaled, min, max }) =>
        holds(id !== 'outreach.hints' && min !== max && scaled <= 0),
      ),
      'level.worse': rule<CriterionFacts>(() => []),
    },
  },
  {
    name: 'a red line keeps nothing low',
    rules: { 'level.capped': rule<CriterionFacts>(() => []) },
  },
  {
    name: 'to flag more readily is to tell ads apart better',
    rules: {
      'change.sharper.readier': rule<FigureFacts>(({ change }) => holds(change?.readiness === 'readier')),
    },
  },
  {
    name: 'to tell ads apart at all is as good as the ideal reader',
    rules: {
      'figure.dprime.near': rule<FigureFacts>(({ figures }) =>
        holds(figures.some(({ id, value }) => id === 'dprime' && value >= 0.3)),
      ),
    },
  },
];
