import { type Saying, type SentenceRule, when } from '#kernel/model/sentence.ts';
import type { MeasureFact, PolicyFacts } from './facts.ts';
import { BUDGET } from './measures.ts';
import { isSound } from './rate-table.ts';

type Rule = SentenceRule<PolicyFacts>;

/** One saying that names all measures of the plan that meet the condition; its events are their choices. */
const ofSeveral = (id: string, isOf: (measure: MeasureFact) => boolean): Rule => ({
  id,
  says: ({ measures }) => {
    const said = measures.filter(isOf);
    return when(said.length > 0, {
      params: { count: said.length, names: said.map(({ measure }) => measure).join(', ') },
      events: said.map(({ seq }) => seq),
    });
  },
});

/** A saying for each measure of the plan that meets the condition. */
const ofEach = (id: string, ground: Rule['ground'], isOf: (measure: MeasureFact) => boolean): Rule => ({
  id,
  ...(ground && { ground }),
  says: ({ measures }) =>
    measures.filter(isOf).map(({ measure, seq }): Saying => ({ params: { measure }, events: [seq] })),
});

const PLAN: readonly Rule[] = [
  {
    id: 'policy.report.taken',
    says: ({ taken }) =>
      when(taken !== undefined, { params: { found: taken?.found ?? 0, copies: taken?.copies ?? 0 } }),
  },
  { id: 'policy.report.unsealed', says: ({ taken }) => when(taken?.sealed === false) },
  { id: 'policy.report.prepared', says: ({ acted, taken }) => when(acted && taken === undefined) },
  {
    id: 'policy.nothing',
    says: ({ acted }) => when(!acted),
  },
  { id: 'policy.empty', says: ({ acted, measures }) => when(acted && measures.length === 0) },
  {
    id: 'policy.plan',
    says: ({ measures, cost }) =>
      when(measures.length > 0, {
        params: { count: measures.length, names: measures.map(({ measure }) => measure).join(', '), cost, of: BUDGET },
        events: measures.map(({ seq }) => seq),
      }),
  },
  {
    id: 'policy.round.open',
    says: ({ acted, rounds }) =>
      acted
        ? rounds.filter(({ chosen, passed }) => chosen === 0 && !passed).map(({ round }) => ({ params: { round } }))
        : [],
  },
];

const REASONS: readonly Rule[] = [
  ...(['for', 'against', 'payer', 'hurt'] as const).map((part) =>
    ofSeveral(`policy.lacks.${part}`, ({ argued }) => !argued[part]),
  ),
  {
    id: 'policy.same',
    says: ({ repeated }) => when(repeated > 0, { params: { count: repeated } }),
  },
  {
    id: 'policy.rests.sound',
    ground: 'rule',
    says: ({ measures }) =>
      when(measures.length > 0, { params: { n: measures.filter(isSound).length, of: measures.length } }),
  },
  ofEach('policy.rests.none', 'log', ({ rests }) => rests.none),
  ...(['untested', 'aside'] as const).map(
    (why): Rule => ({
      id: `policy.rests.${why}`,
      ground: 'rule',
      says: ({ measures }) =>
        measures.flatMap(({ measure, seq, rests }) =>
          rests[why].map((ground) => ({ params: { measure, ground }, events: [seq] })),
        ),
    }),
  ),
];

const PEOPLE: readonly Rule[] = [
  { id: 'policy.heard.all', says: ({ unheard }) => when(unheard.length === 0) },
  {
    id: 'policy.heard.not',
    says: ({ acted, unheard }) =>
      when(acted && unheard.length > 0, { params: { count: unheard.length, seats: unheard.join(', ') } }),
  },
  {
    id: 'policy.late',
    says: ({ rounds }) =>
      rounds
        .filter(({ late }) => late.length > 0)
        .map(({ round, late, seq }) => ({
          params: { round, seats: late.join(', ') },
          events: seq === undefined ? [] : [seq],
        })),
  },
  {
    id: 'policy.objection.count',
    says: ({ objections }) =>
      when(objections.length > 0, {
        params: { n: objections.filter(({ answered }) => answered).length, of: objections.length },
      }),
  },
  {
    id: 'policy.objection.open',
    says: ({ objections }) =>
      objections.filter(({ answered }) => !answered).map(({ seat, measure }) => ({ params: { seat, measure } })),
  },
  { id: 'policy.dissent.said', says: ({ dissent }) => when(dissent) },
  { id: 'policy.dissent.none', says: ({ acted, dissent }) => when(acted && !dissent) },
];

const CARE: readonly Rule[] = [
  ofEach('policy.soft.none', 'rule', ({ softened }) => softened === 'none'),
  ofEach('policy.soft.aside', 'rule', ({ softened }) => softened === 'aside'),
  ofEach('policy.milder', 'rule', ({ milder }) => milder === 'none'),
  {
    id: 'policy.floor',
    ground: 'rule',
    says: ({ floor }) => floor.map(({ indicator, from, low }) => ({ params: { indicator, from, low } })),
  },
];

const VIEWS: readonly Rule[] = [
  ...(['open', 'stale'] as const).map(
    (state): Rule => ({
      id: `policy.view.${state}`,
      says: ({ views, measures }) =>
        measures.length === 0
          ? []
          : views.filter((one) => one.state === state).map(({ view }) => ({ params: { view } })),
    }),
  ),
  ...(['first', 'last'] as const).map(
    (place): Rule => ({
      id: `policy.view.${place}`,
      ground: 'rule',
      says: ({ views }) =>
        views.flatMap(({ view, against, [place]: measure }) =>
          against.includes(place) && measure !== undefined ? [{ params: { view, measure } }] : [],
        ),
    }),
  ),
  {
    id: 'policy.view.same',
    says: ({ views }) => {
      const [first] = firstInAll(views);
      return when(first !== undefined && new Set(firstInAll(views)).size === 1, { params: { measure: first ?? '' } });
    },
  },
  {
    id: 'policy.view.differs',
    says: ({ views }) => {
      const firsts = [...new Set(firstInAll(views))];
      return when(firsts.length > 1, { params: { names: firsts.join(', ') } });
    },
  },
];

/** The first measure under each view; empty if a view has no valid answer. */
const firstInAll = (views: PolicyFacts['views']) =>
  views.every(({ state }) => state === 'answered') ? views.flatMap(({ first }) => first ?? []) : [];

const REVIEW: readonly Rule[] = [
  ofSeveral('policy.review.date', ({ review }) => review.date === 'none'),
  ofEach('policy.review.late', 'rule', ({ review }) => review.date === 'late'),
  ofSeveral('policy.review.watch', ({ review }) => review.watch === 'none'),
  {
    id: 'policy.review.still',
    ground: 'rule',
    says: ({ measures }) =>
      measures.flatMap(({ measure, seq, review: { watch, watched } }) =>
        watch === 'still' && watched ? [{ params: { measure, indicator: watched }, events: [seq] }] : [],
      ),
  },
  ofSeveral('policy.review.stop', ({ review }) => !review.stop),
  { id: 'policy.inject.open', says: ({ openInjects }) => openInjects.map((inject) => ({ params: { inject } })) },
];

/** Every sentence of a table-top, each with its condition. */
export const POLICY_SENTENCES: readonly Rule[] = [...PLAN, ...REASONS, ...PEOPLE, ...CARE, ...VIEWS, ...REVIEW];
