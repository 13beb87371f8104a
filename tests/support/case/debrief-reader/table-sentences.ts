import { type Readers, type Truth, truth } from './attempt.ts';
import { HEAVY, SOFTENED_BY, SPOKEN_TO, STRONGER, TABLE, WEAKER } from './table-model.ts';
import { type ReadTable, ROUNDS_OF } from './table-top.ts';

type Holds = (read: ReadTable, measure: string) => boolean;

/** One sentence that names several measures. */
const several =
  (isOf: Holds) =>
  (read: ReadTable): readonly Truth[] => {
    const said = read.plan.filter(([measure]) => isOf(read, measure));
    return truth(said.length > 0, {
      params: { count: said.length, names: said.map(([measure]) => measure).join(', ') },
      events: said.map(([, seq]) => seq),
    });
  };

/** A sentence for each measure. */
const each =
  (isOf: Holds) =>
  (read: ReadTable): readonly Truth[] =>
    read.plan.flatMap(([measure, seq]) => (isOf(read, measure) ? [{ params: { measure }, events: [seq] }] : []));

const isUntested = (read: ReadTable, id: string) =>
  read.told.report.findings.some((finding) => finding.id === id && finding.word === 'not-tested');
const isAbout = (read: ReadTable, id: string, measure: string) =>
  [...read.told.report.findings, ...read.told.cards]
    .filter((one) => one.id === id)
    .some(({ topics }) => topics.some((topic) => SPOKEN_TO.get(topic)?.includes(measure)));
const isSound: Holds = (read, measure) => {
  const { rests } = read.grounds(measure);
  return rests.length > 0 && rests.every((id) => !isUntested(read, id) && isAbout(read, id, measure));
};
const rests = (isSo: (read: ReadTable, id: string, measure: string) => boolean) => (read: ReadTable) =>
  read.plan.flatMap(([measure, seq]) =>
    read
      .grounds(measure)
      .rests.filter((id) => isSo(read, id, measure))
      .map((ground): Truth => ({ params: { measure, ground }, events: [seq] })),
  );

const isRisky = (measure: string) => (TABLE[measure]?.S[0] ?? 0) < 0 || (TABLE[measure]?.R[0] ?? 0) < 0;
const isSoftened: Holds = (read, measure) =>
  read.grounds(measure).safeguards.some((safeguard) => SOFTENED_BY.get(safeguard)?.includes(measure));
/** A milder measure of the same round loses no more in S and in R, and less in one of them. */
const isMilderWeighed: Holds = (read, measure) => {
  const weighed = TABLE[read.grounds(measure).milder ?? ''];
  const own = TABLE[measure];
  if (!weighed || !own || read.grounds(measure).milder?.charAt(0) !== measure.charAt(0)) return false;
  const [s = 0, r = 0] = [(weighed.S[0] ?? 0) - (own.S[0] ?? 0), (weighed.R[0] ?? 0) - (own.R[0] ?? 0)];
  return s >= 0 && r >= 0 && s + r > 0;
};
const isWatching: Holds = (read, measure) => {
  const { watch } = read.grounds(measure);
  return watch !== undefined && (TABLE[measure]?.[watch] ?? []).some((end) => end !== 0);
};

const VIEWS = ['whole', 'networks', 'worst'];
const viewsThat = (state: 'open' | 'stale') => (read: ReadTable) =>
  read.plan.length === 0
    ? []
    : VIEWS.filter((view) => read.stateOf(view) === state).map((view): Truth => ({ params: { view } }));
const against =
  (place: 'first' | 'last', by: typeof WEAKER) =>
  (read: ReadTable): readonly Truth[] =>
    VIEWS.flatMap((view) => {
      const measure = read.views.get(view)?.[place];
      if (read.stateOf(view) !== 'answered' || measure === undefined || !by[view]?.includes(measure)) return [];
      return place === 'last' && read.plan.length === 1 ? [] : [{ params: { view, measure } }];
    });
const firsts = (read: ReadTable) =>
  VIEWS.every((view) => read.stateOf(view) === 'answered')
    ? [...new Set(VIEWS.map((view) => read.views.get(view)?.first ?? ''))]
    : [];

/** When each sentence of a table-top is true. */
export const TABLE_READERS: Readers<ReadTable> = {
  'policy.report.taken': ({ taken }) =>
    truth(taken !== undefined, { params: { found: taken?.lines.length ?? 0, copies: taken?.copies ?? 0 } }),
  'policy.report.unsealed': ({ taken }) => truth(taken?.sealed === false),
  'policy.report.prepared': (read) => truth(!read.isUntouched && !read.taken),
  'policy.nothing': (read) => truth(read.isUntouched),
  'policy.empty': (read) => truth(!read.isUntouched && read.plan.length === 0),
  'policy.plan': (read) =>
    truth(read.plan.length > 0, {
      params: {
        count: read.plan.length,
        names: read.plan.map(([measure]) => measure).join(', '),
        cost: read.cost,
        of: 20,
      },
      events: read.plan.map(([, seq]) => seq),
    }),
  'policy.round.open': (read) =>
    read.isUntouched ? [] : ROUNDS_OF.filter((round) => !read.isDecided(round)).map((round) => ({ params: { round } })),
  'policy.lacks.for': several((read, measure) => !read.isOwn(read.grounds(measure).for)),
  'policy.lacks.against': several((read, measure) => !read.isOwn(read.grounds(measure).against)),
  'policy.lacks.payer': several((read, measure) => read.grounds(measure).payers.length === 0),
  'policy.lacks.hurt': several((read, measure) => read.grounds(measure).hurt.length === 0),
  'policy.same': (read) => truth(read.repeated > 0, { params: { count: read.repeated } }),
  'policy.rests.sound': (read) =>
    truth(read.plan.length > 0, {
      params: { n: read.plan.filter(([measure]) => isSound(read, measure)).length, of: read.plan.length },
    }),
  'policy.rests.none': each((read, measure) => read.grounds(measure).rests.length === 0),
  'policy.rests.untested': rests((read, id) => isUntested(read, id)),
  'policy.rests.aside': rests((read, id, measure) => !isUntested(read, id) && !isAbout(read, id, measure)),
  'policy.heard.all': (read) => truth(read.unheard.length === 0),
  'policy.heard.not': (read) =>
    truth(!read.isUntouched && read.unheard.length > 0, {
      params: { count: read.unheard.length, seats: read.unheard.join(', ') },
    }),
  'policy.late': (read) =>
    ROUNDS_OF.flatMap((round) => {
      const late = read.lateIn(round);
      const [first] = read.of(round);
      return late.length > 0 && first ? [{ params: { round, seats: late.join(', ') }, events: [first[1]] }] : [];
    }),
  'policy.objection.count': (read) => {
    const { objections } = read;
    const n = objections.filter(({ open }) => !open).length;
    return truth(objections.length > 0, { params: { n, of: objections.length } });
  },
  'policy.objection.open': (read) =>
    read.objections.filter(({ open }) => open).map(({ seat, measure }) => ({ params: { seat, measure } })),
  'policy.dissent.said': (read) => truth(/\S/.test(read.dissent)),
  'policy.dissent.none': (read) => truth(!read.isUntouched && !/\S/.test(read.dissent)),
  'policy.soft.none': each((read, measure) => isRisky(measure) && read.grounds(measure).safeguards.length === 0),
  'policy.soft.aside': each(
    (read, measure) => isRisky(measure) && read.grounds(measure).safeguards.length > 0 && !isSoftened(read, measure),
  ),
  'policy.milder': each((read, measure) => HEAVY.includes(measure) && !isMilderWeighed(read, measure)),
  'policy.floor': (read) =>
    (['S', 'R'] as const).flatMap((indicator) => {
      const from = read.told.report.standing[indicator] ?? 0;
      const low = read.lowest(indicator);
      return from - low > 10 ? [{ params: { indicator, from, low } }] : [];
    }),
  'policy.view.open': viewsThat('open'),
  'policy.view.stale': viewsThat('stale'),
  'policy.view.first': against('first', WEAKER),
  'policy.view.last': against('last', STRONGER),
  'policy.view.same': (read) => {
    const [measure = ''] = firsts(read);
    return truth(firsts(read).length === 1, { params: { measure } });
  },
  'policy.view.differs': (read) => truth(firsts(read).length > 1, { params: { names: firsts(read).join(', ') } }),
  'policy.review.date': several((read, measure) => read.grounds(measure).months === undefined),
  'policy.review.late': each((read, measure) => HEAVY.includes(measure) && read.grounds(measure).months === 24),
  'policy.review.watch': several((read, measure) => read.grounds(measure).watch === undefined),
  'policy.review.still': (read) =>
    read.plan.flatMap(([measure, seq]) => {
      const { watch } = read.grounds(measure);
      return watch !== undefined && !isWatching(read, measure)
        ? [{ params: { measure, indicator: watch }, events: [seq] }]
        : [];
    }),
  'policy.review.stop': several((read, measure) => !read.isOwn(read.grounds(measure).stop)),
  'policy.inject.open': (read) =>
    read.injects
      .filter((inject) => !/\S/.test(read.answered.get(inject) ?? ''))
      .map((inject) => ({ params: { inject } })),
};
