import { isInstant } from '#kernel/model/instant.ts';
import { adUrl } from '#market/ads/model/serve-ad.ts';
import { type Readers, truth } from './attempt.ts';
import type { Capture, ReadWorkbench } from './bench.ts';
import { PAGE_READERS } from './bench-pages.ts';
import { custodyLines } from './custody-lines.ts';
import { firstOf } from './story-acts.ts';

const hasTwice = (values: readonly string[]) => new Set(values).size < values.length;

type Shows = (workbench: ReadWorkbench) => boolean;

/** True if a part of the record holds for all pages that belong in the locker, from `PAGE_READERS`. */
const forAll = (part: string) => (workbench: ReadWorkbench) =>
  (PAGE_READERS[`record.${part}`]?.(workbench) ?? []).length > 0;

const hasLookedFirst = (workbench: ReadWorkbench) =>
  workbench.wanted.every((ad) =>
    workbench
      .of('child-material.checked')
      .some(({ action, seq }) => action.ad === ad && seq < (workbench.firstTouch(ad) ?? Number.POSITIVE_INFINITY)),
  );

const hasWholePictures = (workbench: ReadWorkbench) =>
  workbench.wanted.every(
    (ad) =>
      workbench.isHeld(ad) &&
      workbench.pictures().some(({ action }) => action.ad === ad && action.extent === 'full-page'),
  );

/** True if every counted capture has three of the four contexts, each as the site sent it then. */
const hasSurroundings = (workbench: ReadWorkbench) =>
  workbench.wanted.every((ad) => {
    const kinds = workbench.surroundings().flatMap(({ action }) => (action.ad === ad ? [action.of] : []));
    return workbench.standIn(ad) !== undefined && new Set(kinds).size >= 3;
  });

/** A step: `acts` show that it was begun, `whole` is a further condition for taking it in full. */
interface ReadStep {
  readonly acts: readonly Shows[];
  readonly whole?: Shows;
}

/** The steps of good practice, from the list in domain.md, 4a. */
const STEPS: readonly ReadStep[] = [
  {
    acts: [
      (workbench) => workbench.basisBefore(Number.POSITIVE_INFINITY) !== '',
      (workbench) => workbench.of('plan.noted').length > 0,
    ],
  },
  {
    acts: [
      (workbench) => workbench.of('child-material.checked').length + workbench.of('closed-card.reported').length > 0,
    ],
    whole: hasLookedFirst,
  },
  {
    acts: [
      (workbench) => workbench.of('finding.noted').length > 0,
      (workbench) => workbench.of('clock.checked').length > 0,
    ],
    // Without any note the step lacks an act, which has a sentence of its own.
    whole: (workbench) => {
      const noted = workbench.of('finding.noted').map(({ action }) => action.ad);
      return noted.length === 0 || workbench.wanted.every((ad) => noted.includes(ad));
    },
  },
  { acts: [(workbench) => workbench.of('record.written').length > 0], whole: forAll('identifiers') },
  { acts: [(workbench) => workbench.captures.some(({ isPage }) => isPage)], whole: forAll('capture') },
  { acts: [(workbench) => workbench.of('look.captured').length > 0], whole: hasWholePictures },
  { acts: [(workbench) => workbench.of('context.captured').length > 0], whole: hasSurroundings },
  { acts: [(workbench) => workbench.of('hash.verified').length > 0], whole: forAll('fixity') },
  { acts: [(workbench) => workbench.of('timestamp.requested').length > 0] },
  { acts: [(workbench) => workbench.of('copy.sealed').length > 0], whole: forAll('custody') },
  { acts: [(workbench) => custodyLines(workbench).length > 0] },
  { acts: [({ shown }) => firstOf(shown, 'request') !== undefined] },
  { acts: [(workbench) => workbench.of('safety.checked').length > 0] },
  {
    acts: [({ captures }) => hasTwice(captures.map(({ ad }) => ad))],
    whole: ({ captures, wanted }) => hasTwice(captures.map(({ ad }) => ad).filter((ad) => wanted.includes(ad))),
  },
  { acts: [(workbench) => workbench.of('retention.set').length > 0] },
  { acts: [(workbench) => workbench.of('disclosure.noted').length > 0] },
];

const isFull =
  (workbench: ReadWorkbench) =>
  ({ acts, whole }: ReadStep) =>
    acts.every((shows) => shows(workbench)) && (whole?.(workbench) ?? true);
const isHalf = (workbench: ReadWorkbench) => (step: ReadStep) =>
  !isFull(workbench)(step) && step.acts.some((shows) => shows(workbench));

/**
 * True if step `number` (from 0) was taken in part, and its first or second act or its `whole` condition is missing.
 */
const halfOf = (number: number, missing: 0 | 1 | 'whole') => (workbench: ReadWorkbench) => {
  const step = STEPS[number];
  const isThere = missing === 'whole' ? step?.whole?.(workbench) : step?.acts[missing]?.(workbench);
  return truth(step !== undefined && isHalf(workbench)(step) && isThere === false);
};

/** The child-material step taken in part, by the numbers of checks and of reported withheld cards in the log. */
const childChecks = (are: (looks: number, reports: number) => boolean) => (workbench: ReadWorkbench) => {
  const isSo = are(workbench.of('child-material.checked').length, workbench.of('closed-card.reported').length);
  return isSo ? halfOf(1, 'whole')(workbench) : [];
};

/** Unlogged shortcuts on files of the locker, with their events. */
const untold = (shortcut: Parameters<ReadWorkbench['took']>[0]) => (workbench: ReadWorkbench) => {
  const events = workbench
    .of('shortcut.taken')
    .filter(({ action }) => action.shortcut === shortcut)
    .map(({ seq }) => seq);
  return truth(events.length > 0, { events });
};

/** Persons by name and role, as entries of the custody log name them. */
const peopleIn = (workbench: ReadWorkbench) => [
  ...new Set(
    custodyLines(workbench)
      .filter(({ actor }) => actor.trim() !== '')
      .map(({ actor, role }) => {
        const [works, along] = actor.split(', read along by ');
        return along ? `${works}; read along by ${along} (${role})` : `${actor}, ${role}`;
      }),
  ),
];

/** True if the record gives the right time and the requested or the answering address. */
const isBornOut = ({ ad, page, record, ...rest }: Capture, workbench: ReadWorkbench) =>
  (record?.url === adUrl(workbench.attempt.market, ad) || record?.url === page.url) &&
  workbench.isTimed({ ad, page, record, ...rest });

const proves = (isOf: (capture: Capture, workbench: ReadWorkbench) => boolean) => (workbench: ReadWorkbench) => {
  const items = workbench.captures
    .filter((capture) => capture.counts && isOf(capture, workbench))
    .map(({ item }) => item);
  return truth(items.length > 0, { params: { items: items.join(', ') } });
};

const countOf = ({ captures }: ReadWorkbench, holds: (capture: Capture) => boolean) => captures.filter(holds).length;

/** Sentences about hashes, steps and the questions of a court. */
export const QUESTION_READERS: Readers<ReadWorkbench> = {
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
  'bench.steps': (workbench) => {
    const [n, some] = [STEPS.filter(isFull(workbench)).length, STEPS.filter(isHalf(workbench)).length];
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
  'beside.no-page': (workbench) => {
    const shown = workbench.pictures().map(({ seq }) => seq);
    const events = workbench.of('look.captured').flatMap(({ seq }) => (shown.includes(seq) ? [] : [seq]));
    return truth(events.length > 0, { params: { count: events.length }, events });
  },
  'bench.nothing': (workbench) =>
    truth(
      workbench.captures.length + workbench.of('look.captured').length + workbench.of('context.captured').length === 0,
    ),
  'question.which': (workbench) => {
    const n = countOf(workbench, ({ record }) => (record?.url ?? '').trim() !== '');
    return truth(workbench.captures.length > 0, { params: { n, count: workbench.captures.length } });
  },
  'question.when': (workbench) => {
    const clock = countOf(workbench, ({ seq }) => workbench.clockCheckedBefore(seq));
    const n = countOf(workbench, ({ record }) => isInstant(record?.time));
    const right = countOf(workbench, (copy) => workbench.isTimed(copy));
    return truth(workbench.captures.length > 0, { params: { clock, n, right, count: workbench.captures.length } });
  },
  'question.who.none': (workbench) => truth(custodyLines(workbench).length === 0),
  'question.who.unnamed': (workbench) => truth(custodyLines(workbench).length > 0 && peopleIn(workbench).length === 0),
  'question.who.named': (workbench) => {
    const who = peopleIn(workbench);
    return truth(who.length > 0, { params: { who: who.join('; ') } });
  },
  'question.who.basis': (workbench) => {
    const groups = Map.groupBy(workbench.captures, ({ seq }) => workbench.basisBefore(seq).replace(/[.\s]+$/, ''));
    return [...groups].flatMap(([basis, held]) =>
      truth(basis !== '', { params: { basis, items: held.map(({ item }) => item).join(', ') } }),
    );
  },
  'question.who.no-basis': (workbench) => {
    const items = workbench.captures.filter(({ seq }) => workbench.basisBefore(seq) === '').map(({ item }) => item);
    return truth(items.length > 0, { params: { items: items.join(', ') } });
  },
  'question.changed': (workbench) => {
    const n = countOf(workbench, ({ readBack, logged, isAltered }) => readBack === logged && !isAltered);
    const sealed = countOf(workbench, ({ sealedAt }) => sealedAt !== undefined);
    return truth(workbench.captures.length > 0, { params: { n, sealed, count: workbench.captures.length } });
  },
  'question.touched.none': (workbench) => truth(custodyLines(workbench).length === 0),
  'question.touched.yes': (workbench) => {
    const count = custodyLines(workbench).length;
    return truth(count > 0, { params: { count } });
  },
  // The chain is computed when a log is replayed: no log of acts can break it.
  'question.touched.no': () => [],
  'question.touched.untold.renamed': (workbench) => {
    const events = workbench
      .of('item.renamed')
      .filter(({ action }) => !action.logged)
      .map(({ seq }) => seq);
    return truth(events.length > 0, { events });
  },
  'question.touched.untold.own-device': untold('own-device'),
  'question.touched.untold.public-archive': untold('public-archive'),
  'question.touched.untold.face-search': untold('face-search'),
  'question.touched.untold.resaved-original': untold('resaved-original'),
  'question.proves.pages': proves((one, workbench) => one.isPage && one.isOwn && isBornOut(one, workbench)),
  'question.proves.mirror': proves((one, workbench) => one.isPage && !one.isOwn && isBornOut(one, workbench)),
  'question.proves.untold': proves((one, workbench) => one.isPage && !isBornOut(one, workbench)),
  'question.proves.gone': proves(({ isPage }) => !isPage),
  'question.proves.nothing': ({ captures }) => truth(captures.every(({ counts }) => !counts)),
};
