import { isInstant } from '#kernel/model/instant.ts';
import { adUrl } from '#market/ads/model/serve-ad.ts';
import { type Readers, truth } from './attempt.ts';
import type { Capture, ReadBench } from './bench.ts';
import { PAGE_READERS } from './bench-pages.ts';
import { custodyLines } from './custody-lines.ts';
import { firstOf } from './story-acts.ts';

const hasTwice = (values: readonly string[]) => new Set(values).size < values.length;

type Shows = (bench: ReadBench) => boolean;

/** True if a part of the record holds for all pages that belong in the locker, from `PAGE_READERS`. */
const forAll = (part: string) => (bench: ReadBench) => (PAGE_READERS[`record.${part}`]?.(bench) ?? []).length > 0;

const hasLookedFirst = (bench: ReadBench) =>
  bench.wanted.every((ad) =>
    bench
      .of('child-material.checked')
      .some(({ action, seq }) => action.ad === ad && seq < (bench.firstTouch(ad) ?? Number.POSITIVE_INFINITY)),
  );

const hasWholePictures = (bench: ReadBench) =>
  bench.wanted.every(
    (ad) =>
      bench.isHeld(ad) && bench.pictures().some(({ action }) => action.ad === ad && action.extent === 'full-page'),
  );

/** True if every counted capture has three of the four contexts, each as the site sent it then. */
const hasSurroundings = (bench: ReadBench) =>
  bench.wanted.every((ad) => {
    const kinds = bench.surroundings().flatMap(({ action }) => (action.ad === ad ? [action.of] : []));
    return bench.standIn(ad) !== undefined && new Set(kinds).size >= 3;
  });

/** A step: `acts` show that it was begun, `whole` is a further condition for taking it in full. */
interface ReadStep {
  readonly acts: readonly Shows[];
  readonly whole?: Shows;
}

/** The steps of good practice, from the list in domain.md, 4a. */
const STEPS: readonly ReadStep[] = [
  {
    acts: [(bench) => bench.basisBefore(Number.POSITIVE_INFINITY) !== '', (bench) => bench.of('plan.noted').length > 0],
  },
  {
    acts: [(bench) => bench.of('child-material.checked').length + bench.of('closed-card.reported').length > 0],
    whole: hasLookedFirst,
  },
  {
    acts: [(bench) => bench.of('finding.noted').length > 0, (bench) => bench.of('clock.checked').length > 0],
    // Without any note the step lacks an act, which has a sentence of its own.
    whole: (bench) => {
      const noted = bench.of('finding.noted').map(({ action }) => action.ad);
      return noted.length === 0 || bench.wanted.every((ad) => noted.includes(ad));
    },
  },
  { acts: [(bench) => bench.of('record.written').length > 0], whole: forAll('identifiers') },
  { acts: [(bench) => bench.captures.some(({ isPage }) => isPage)], whole: forAll('capture') },
  { acts: [(bench) => bench.of('look.captured').length > 0], whole: hasWholePictures },
  { acts: [(bench) => bench.of('context.captured').length > 0], whole: hasSurroundings },
  { acts: [(bench) => bench.of('hash.verified').length > 0], whole: forAll('fixity') },
  { acts: [(bench) => bench.of('timestamp.requested').length > 0] },
  { acts: [(bench) => bench.of('copy.sealed').length > 0], whole: forAll('custody') },
  { acts: [(bench) => custodyLines(bench).length > 0] },
  { acts: [({ shown }) => firstOf(shown, 'request') !== undefined] },
  { acts: [(bench) => bench.of('safety.checked').length > 0] },
  {
    acts: [({ captures }) => hasTwice(captures.map(({ ad }) => ad))],
    whole: ({ captures, wanted }) => hasTwice(captures.map(({ ad }) => ad).filter((ad) => wanted.includes(ad))),
  },
  { acts: [(bench) => bench.of('retention.set').length > 0] },
  { acts: [(bench) => bench.of('disclosure.noted').length > 0] },
];

const isFull =
  (bench: ReadBench) =>
  ({ acts, whole }: ReadStep) =>
    acts.every((shows) => shows(bench)) && (whole?.(bench) ?? true);
const isHalf = (bench: ReadBench) => (step: ReadStep) =>
  !isFull(bench)(step) && step.acts.some((shows) => shows(bench));

/**
 * True if step `number` (from 0) was taken in part, and its first or second act or its `whole` condition is missing.
 */
const halfOf = (number: number, missing: 0 | 1 | 'whole') => (bench: ReadBench) => {
  const step = STEPS[number];
  const isThere = missing === 'whole' ? step?.whole?.(bench) : step?.acts[missing]?.(bench);
  return truth(step !== undefined && isHalf(bench)(step) && isThere === false);
};

/** The child-material step taken in part, by the numbers of checks and of reported withheld cards in the log. */
const childChecks = (are: (looks: number, reports: number) => boolean) => (bench: ReadBench) => {
  const isSo = are(bench.of('child-material.checked').length, bench.of('closed-card.reported').length);
  return isSo ? halfOf(1, 'whole')(bench) : [];
};

/** Unlogged shortcuts on files of the locker, with their events. */
const untold = (shortcut: Parameters<ReadBench['took']>[0]) => (bench: ReadBench) => {
  const events = bench
    .of('shortcut.taken')
    .filter(({ action }) => action.shortcut === shortcut)
    .map(({ seq }) => seq);
  return truth(events.length > 0, { events });
};

/** Persons by name and role, as entries of the custody log name them. */
const peopleIn = (bench: ReadBench) => [
  ...new Set(
    custodyLines(bench)
      .filter(({ actor }) => actor.trim() !== '')
      .map(({ actor, role }) => {
        const [works, along] = actor.split(', read along by ');
        return along ? `${works}; read along by ${along} (${role})` : `${actor}, ${role}`;
      }),
  ),
];

/** True if the record gives the right time and the requested or the answering address. */
const isBornOut = ({ ad, page, record, ...rest }: Capture, bench: ReadBench) =>
  (record?.url === adUrl(bench.attempt.market, ad) || record?.url === page.url) &&
  bench.isTimed({ ad, page, record, ...rest });

const proves = (isOf: (capture: Capture, bench: ReadBench) => boolean) => (bench: ReadBench) => {
  const items = bench.captures.filter((capture) => capture.counts && isOf(capture, bench)).map(({ item }) => item);
  return truth(items.length > 0, { params: { items: items.join(', ') } });
};

const countOf = ({ captures }: ReadBench, holds: (capture: Capture) => boolean) => captures.filter(holds).length;

/** Sentences about hashes, steps and the questions of a court. */
export const QUESTION_READERS: Readers<ReadBench> = {
  'gate.hash.open': ({ captures }) => {
    const isRight = captures.every(({ logged, page, isAltered }) => logged === page.sha256 && !isAltered);
    return truth(captures.length > 0 && isRight, captures.every(({ fits }) => fits) ? {} : { optional: true });
  },
  'gate.hash.altered': ({ captures }) => {
    const items = captures.filter(({ isAltered }) => isAltered).map(({ item }) => item);
    return truth(items.length > 0, { params: { items: items.join(', ') } });
  },
  'gate.hash.none': ({ captures }) => truth(captures.length === 0),
  'gate.hash.shut': ({ captures }) => truth(captures.some(({ fits }) => !fits)),
  'bench.steps': (bench) => {
    const [n, some] = [STEPS.filter(isFull(bench)).length, STEPS.filter(isHalf(bench)).length];
    return [{ params: { n, of: STEPS.length, some } }];
  },
  'step.part.authority.no-basis': halfOf(0, 0),
  'step.part.authority.no-plan': halfOf(0, 1),
  'step.part.finding.no-finding': halfOf(2, 0),
  'step.part.finding.no-clock': halfOf(2, 1),
  'step.part.child-check.no-each.look': childChecks((looks, reports) => looks > 0 && reports === 0),
  'step.part.child-check.no-each.report': childChecks((looks, reports) => looks === 0 && reports > 0),
  'step.part.child-check.no-each.both': childChecks((looks, reports) => looks > 0 && reports > 0),
  'step.part.finding.no-each': halfOf(2, 'whole'),
  'step.part.identifiers.no-each': halfOf(3, 'whole'),
  'step.part.native.no-each': halfOf(4, 'whole'),
  'step.part.look.no-each': halfOf(5, 'whole'),
  'step.part.context.no-each': halfOf(6, 'whole'),
  'step.part.hash.no-each': halfOf(7, 'whole'),
  'step.part.sealed.no-each': halfOf(9, 'whole'),
  'step.part.again.no-own': halfOf(13, 'whole'),
  'bench.unused': ({ acts }) => truth(acts.length === 0),
  'beside.no-page': (bench) => {
    const shown = bench.pictures().map(({ seq }) => seq);
    const events = bench.of('look.captured').flatMap(({ seq }) => (shown.includes(seq) ? [] : [seq]));
    return truth(events.length > 0, { params: { count: events.length }, events });
  },
  'bench.nothing': (bench) =>
    truth(bench.captures.length + bench.of('look.captured').length + bench.of('context.captured').length === 0),
  'question.which': (bench) => {
    const n = countOf(bench, ({ record }) => (record?.url ?? '').trim() !== '');
    return truth(bench.captures.length > 0, { params: { n, count: bench.captures.length } });
  },
  'question.when': (bench) => {
    const clock = countOf(bench, ({ seq }) => bench.clockCheckedBefore(seq));
    const n = countOf(bench, ({ record }) => isInstant(record?.time));
    const right = countOf(bench, (copy) => bench.isTimed(copy));
    return truth(bench.captures.length > 0, { params: { clock, n, right, count: bench.captures.length } });
  },
  'question.who.none': (bench) => truth(custodyLines(bench).length === 0),
  'question.who.unnamed': (bench) => truth(custodyLines(bench).length > 0 && peopleIn(bench).length === 0),
  'question.who.named': (bench) => {
    const who = peopleIn(bench);
    return truth(who.length > 0, { params: { who: who.join('; ') } });
  },
  'question.who.basis': (bench) => {
    const groups = Map.groupBy(bench.captures, ({ seq }) => bench.basisBefore(seq).replace(/[.\s]+$/, ''));
    return [...groups].flatMap(([basis, held]) =>
      truth(basis !== '', { params: { basis, items: held.map(({ item }) => item).join(', ') } }),
    );
  },
  'question.who.no-basis': (bench) => {
    const items = bench.captures.filter(({ seq }) => bench.basisBefore(seq) === '').map(({ item }) => item);
    return truth(items.length > 0, { params: { items: items.join(', ') } });
  },
  'question.changed': (bench) => {
    const n = countOf(bench, ({ readBack, logged, isAltered }) => readBack === logged && !isAltered);
    const sealed = countOf(bench, ({ sealedAt }) => sealedAt !== undefined);
    return truth(bench.captures.length > 0, { params: { n, sealed, count: bench.captures.length } });
  },
  'question.touched.none': (bench) => truth(custodyLines(bench).length === 0),
  'question.touched.yes': (bench) => {
    const count = custodyLines(bench).length;
    return truth(count > 0, { params: { count } });
  },
  // The chain is computed when a log is replayed: no log of acts can break it.
  'question.touched.no': () => [],
  'question.touched.untold.renamed': (bench) => {
    const events = bench
      .of('item.renamed')
      .filter(({ action }) => !action.logged)
      .map(({ seq }) => seq);
    return truth(events.length > 0, { events });
  },
  'question.touched.untold.own-device': untold('own-device'),
  'question.touched.untold.public-archive': untold('public-archive'),
  'question.touched.untold.face-search': untold('face-search'),
  'question.touched.untold.resaved-original': untold('resaved-original'),
  'question.proves.pages': proves((one, bench) => one.isPage && one.isOwn && isBornOut(one, bench)),
  'question.proves.mirror': proves((one, bench) => one.isPage && !one.isOwn && isBornOut(one, bench)),
  'question.proves.untold': proves((one, bench) => one.isPage && !isBornOut(one, bench)),
  'question.proves.gone': proves(({ isPage }) => !isPage),
  'question.proves.nothing': ({ captures }) => truth(captures.every(({ counts }) => !counts)),
};
