import { firstBrokenLink } from '#core/evidence/custody-log.ts';
import { sha256Hex } from '#core/kernel/sha256.ts';
import { adUrl, serveAd } from '#core/market/serve-ad.ts';
import type { BenchFacts } from './bench-facts.ts';
import { namesIdentifiers } from './evidence-lines.ts';
import type { PageFact } from './page-facts.ts';
import type { CapturedItem, DoneAct } from './play.ts';
import { isTimeOf } from './record-time.ts';
import type { RecordPart } from './rubric.ts';

/**
 * The parts of the record that hold for every page that belongs in the locker, each for the copy that counts. Where a page
 * has no such copy nothing holds for every page. The scorer gives shares and is milder: a page that was gone counts there.
 */
export function wholeParts(facts: BenchFacts, pages: readonly PageFact[]): RecordPart[] {
  const copies = pages.flatMap(({ seq }) => facts.response.items.filter((item) => item.seq === seq));
  if (pages.length === 0 || copies.length < pages.length) return [];
  return (Object.keys(HOLDS) as RecordPart[]).filter((part) => copies.every((item) => HOLDS[part](item, facts)));
}

const HOLDS: Readonly<Record<RecordPart, (item: CapturedItem, facts: BenchFacts) => boolean>> = {
  authority: ({ ad }, facts) =>
    isBeforeCopies(ad, facts, (act) => act.type === 'authority.noted' && act.legalBasis.trim() !== ''),
  'child-check': ({ ad }, facts) =>
    isBeforeCopies(ad, facts, (act) => act.type === 'child-material.checked' && act.ad === ad),
  address: ({ ad, record }, { context: { market } }) => record?.url === adUrl(market, ad),
  time: (item) => item.clockCheckBefore && isTimeOf(item),
  identifiers: namesIdentifiers,
  capture: (item, { servedTo, context: { market } }) => servedTo(item).url === adUrl(market, item.ad),
  // A mirror sends its own page: what counts is that nobody had edited it.
  'first-version': ({ ad, capturedAt, sha256 }, { context: { market, world } }) => {
    const moves = world.filter(({ change }) => change === 'moved');
    return sha256 === sha256Hex(serveAd(market, ad, capturedAt, moves).body);
  },
  fixity: ({ verified }) => verified,
  custody: ({ sealed }, { response }) => sealed && firstBrokenLink(response.custody) === undefined,
  minimisation: (_, { response, key }) => response.acts.every((act) => !isCopy(act) || key.targets.includes(act.ad)),
};

type Copy = Extract<DoneAct, { type: 'page.captured' | 'look.captured' | 'context.captured' }>;

const isCopy = (act: DoneAct): act is Copy =>
  act.type === 'page.captured' || act.type === 'look.captured' || act.type === 'context.captured';

/** True where something was done before the page, a picture of it or anything around it was first copied. */
function isBeforeCopies(ad: string, { response: { acts } }: BenchFacts, isIt: (act: DoneAct) => boolean): boolean {
  const first = acts.findIndex((act) => isCopy(act) && act.ad === ad);
  return acts.slice(0, first).some(isIt);
}
