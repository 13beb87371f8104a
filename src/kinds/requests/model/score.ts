import type { Finding, ScoreContext, ScorePart } from '#case/exercise/model/exercise-kind.ts';
import type { KindScores } from '#case/exercise/model/kind-scores.ts';
import type { LetterKind } from '#evidence/letters/model/letter.ts';
import { LETTER_PARTS, leadsToSubject, PARTS_NEEDED, partsSaid } from '#evidence/letters/model/letter-parts.ts';
import type { LetterSubject } from '#evidence/letters/model/letter-subject.ts';
import {
  ASSISTANCE,
  BETWEEN_STATES,
  DIRECT_SUBSCRIBER,
  DUAL_CRIMINALITY,
  KEEP,
  NOTICE,
  OFFICE,
  ORDER,
  PERIOD_EU,
  PERIOD_TREATY,
  POINT,
  PRESERVE_FIRST,
  SERIOUS_ONLY,
  SERVED,
  SUBSCRIBER_IS,
  TRAFFIC_JUDGE,
  VANISHED,
} from '#evidence/letters/model/sources.ts';
import type { Citation } from '#kernel/model/citation.ts';
import { type Criterion, scale } from '#kernel/model/criterion.ts';
import type { Instant } from '#kernel/model/instant.ts';
import { required } from '#kernel/model/invariant.ts';
import type { AnswerReason } from './answer-letter.ts';
import { type AnsweredLetter, answersTo } from './answers-to.ts';
import { type ChannelFact, channelFacts } from './by-channel.ts';
import type { RequestDesk } from './desk.ts';
import { type RequestsFacts, requestsFacts } from './facts.ts';
import { needsOrder, type RequestsKey, type SubjectOfLetter, subjectOf, subjectOfLetter } from './key.ts';
import { actsOfLetters, requestsKey } from './key-of-answers.ts';
import type { RequestsKind } from './kind.ts';
import { orderedFacts } from './ordered.ts';
import type { RequestsResponse } from './play.ts';
import { securedFacts, shareKept } from './secured.ts';

/** Sources for the reasons in an answer; reasons without one are plain practice of the desk. */
const REASON_SOURCES: Partial<Record<AnswerReason, Finding['sources']>> = {
  'wrong-authority': [OFFICE, TRAFFIC_JUDGE],
  'below-threshold': [SERIOUS_ONLY],
  'dual-criminality': [DUAL_CRIMINALITY],
  'wrong-channel': [DIRECT_SUBSCRIBER],
  'channel-abroad': [BETWEEN_STATES, SERVED],
  'channel-keeps': [BETWEEN_STATES, POINT, ASSISTANCE],
  'channel-hands': [BETWEEN_STATES, POINT],
  'channel-subscriber': [SERVED, DIRECT_SUBSCRIBER, SUBSCRIBER_IS],
  'already-deleted': [VANISHED, PRESERVE_FIRST],
  'not-kept': [PRESERVE_FIRST],
  'period-shortened': [PERIOD_TREATY, PERIOD_EU],
};

/**
 * Scores the letters of a request desk: what they say, in which order they were sent, what they secured, and renewals.
 */
export function scoreRequests(
  response: RequestsResponse,
  key: RequestsKey,
  context: ScoreContext<RequestDesk>,
): ScorePart<RequestsFacts> {
  const { market, world, evidence } = context;
  const desk = required(context.brief, 'brief of the request desk');
  const answered = answersTo(response, { desk, market, world });
  const subject = subjectOf(key, desk, market);
  const about = subjectOfLetter(key, desk, market);
  const content = key.letters.map((kind) => scoreContent(kind, answered, subject, about));
  const best = new Map(content.flatMap(({ kind, best }) => (best ? [[kind, best] as const] : [])));
  const sum = (of: (entry: (typeof content)[number]) => number) => content.reduce((all, entry) => all + of(entry), 0);
  const order = scoreOrder(answered, key, context);
  const secured = securedFacts(key, desk, answered, market);
  const kept = secured.filter(({ outcome }) => outcome === 'kept').length;
  const ordered = orderedFacts(answered, key, desk, subject);
  const channels = channelFacts(answered, key, desk, subject);
  const renewal = scoreRenewals(response, answered, key, context.now);
  const points = (id: string, raw: number, min: number, max: number) => scale(id, raw, min, max, evidence);
  const criteria: Criterion[] = [
    points(
      'requests.content',
      sum(({ raw }) => raw),
      0,
      sum(({ kind }) => PARTS_NEEDED[kind]),
    ),
    ...(order.of > 0 ? [points('requests.order', order.kept, order.of / 2, order.of)] : []),
    points(
      'requests.data',
      secured.reduce((all, one) => all + shareKept(one), 0),
      0,
      secured.length,
    ),
    ...(ordered.length > 0
      ? [points('requests.authority', ordered.filter(({ outcome }) => outcome === 'ordered').length, 0, ordered.length)]
      : []),
    ...(channels.length > 0
      ? [points('requests.channel', channels.filter(({ outcome }) => outcome === 'right').length, 0, channels.length)]
      : []),
    ...(renewal.of > 0 ? [points('requests.renewal', renewal.kept, 0, renewal.of)] : []),
  ];
  return {
    criteria,
    facts: requestsFacts({ response, answered, key, desk, subject, about, best, ordered, channels, secured, context }),
    figures: [
      { id: 'letters', value: response.letters.length },
      { id: 'secured', value: kept, count: [kept, secured.length] },
    ],
    findings: [
      ...content.flatMap(({ findings }) => findings),
      ...answered.flatMap(answerFindings),
      ...(order.of > 0 ? [order.finding] : []),
      ...(channels.length > 0 ? [channelFinding(channels)] : []),
      ...(renewal.of > 0 ? [renewal.finding] : []),
    ],
  };
}

/** Sources for the rule that a letter of that kind has to name what it is about. */
const SOURCE_OF_NAMES: Readonly<Record<LetterKind, Citation>> = {
  preservation: KEEP,
  notice: NOTICE,
  order: ORDER,
  assistance: BETWEEN_STATES,
};

function scoreContent(
  kind: LetterKind,
  answered: readonly AnsweredLetter[],
  subject: LetterSubject,
  about: SubjectOfLetter,
) {
  // A letter filled in by routine has most of the required parts, but cannot refer to the case: such a letter is worth
  // nothing.
  const worth = (sent: AnsweredLetter) =>
    leadsToSubject(sent.letter, subject) ? Math.min(PARTS_NEEDED[kind], partsSaid(sent.letter, about(sent)).length) : 0;
  const best = answered
    .filter(({ letter }) => letter.kind === kind)
    .reduce<AnsweredLetter | undefined>((a, b) => (a && worth(a) >= worth(b) ? a : b), undefined);
  const held: readonly string[] = best ? partsSaid(best.letter, about(best)) : [];
  const findings = LETTER_PARTS[kind].map(
    ({ part, sources }): Finding => ({
      kind: held.includes(part) ? 'hit' : 'miss',
      at: { locator: `${kind}.${part}` },
      reason: `letter.${part}`,
      sources,
    }),
  );
  const nowhere: Finding = {
    kind: 'miss',
    at: { locator: `${kind}.nowhere` },
    reason: 'letter.nowhere',
    sources: [SOURCE_OF_NAMES[kind]],
  };
  const isLost = best !== undefined && !leadsToSubject(best.letter, subject);
  return { kind, best, raw: best ? worth(best) : 0, findings: isLost ? [nowhere, ...findings] : findings };
}

/** Scores the order: preservation comes before anything that may lead to removal or asks for disclosure. */
function scoreOrder(answered: readonly AnsweredLetter[], { letters }: RequestsKey, { acts = [] }: ScoreContext) {
  const first = (kinds: readonly LetterKind[], act?: string) =>
    Math.min(
      ...answered.filter(({ letter }) => kinds.includes(letter.kind)).map(({ seq }) => seq),
      ...acts.filter((done) => done.act === act).map(({ seq }) => seq),
    );
  const preserved = Math.min(
    ...answered
      .filter(({ letter, answer }) => letter.kind === 'preservation' && answer.outcome !== 'refused')
      .map(({ seq }) => seq),
  );
  const later = [
    ...(letters.includes('notice') ? [first(['notice'], 'notify')] : []),
    ...(needsOrder({ letters }) ? [first(['order', 'assistance'])] : []),
  ];
  const kept = later.filter((seq) => Number.isFinite(preserved) && preserved < seq).length;
  const finding: Finding = {
    kind: kept === later.length ? 'hit' : 'miss',
    at: { locator: 'letters-order' },
    reason: 'letter.sequence',
    count: [kept, later.length],
    sources: [PRESERVE_FIRST, VANISHED],
  };
  return { kept, of: later.length, finding };
}

/** For each custodian: the renewal is in the diary before the period ends, and the period has not expired. */
function scoreRenewals(
  { diary }: RequestsResponse,
  answered: readonly AnsweredLetter[],
  { custodians, letters }: RequestsKey,
  now: Instant | undefined,
) {
  const of = letters.includes('preservation') ? custodians.length : 0;
  const isCared = (custodian: string) =>
    answered.some(({ id, letter, keptUntil }) => {
      if (letter.kind !== 'preservation' || letter.to !== custodian || keptUntil === undefined) return false;
      return (now === undefined || now <= keptUntil) && diary.some((entry) => entry.of === id && entry.on <= keptUntil);
    });
  const kept = of === 0 ? 0 : custodians.filter(isCared).length;
  const finding: Finding = {
    kind: kept === of ? 'hit' : 'miss',
    at: { locator: 'letters-renewal' },
    reason: 'letter.renewal',
    count: [kept, of],
    sources: [PERIOD_TREATY, PERIOD_EU],
  };
  return { kept, of, finding };
}

function channelFinding(channels: readonly ChannelFact[]): Finding {
  const right = channels.filter(({ outcome }) => outcome === 'right').length;
  return {
    kind: right === channels.length ? 'hit' : 'miss',
    at: { locator: 'letters-channel' },
    reason: 'letter.channel',
    count: [right, channels.length],
    sources: [BETWEEN_STATES, POINT, SERVED, DIRECT_SUBSCRIBER, ASSISTANCE],
  };
}

function answerFindings({ id, answer }: AnsweredLetter): Finding[] {
  return answer.reasons.map((reason) => ({
    kind: 'miss',
    at: { locator: id },
    reason: `answer.${reason}`,
    sources: REASON_SOURCES[reason] ?? [],
  }));
}

/** Scores the exercise of a case: its key names what the letters have to say and to secure. */
export const REQUESTS_SCORES: KindScores<RequestsKind> = {
  score: (response, answers, context) => scoreRequests(response, requestsKey(answers), context),
  actsAskedFor: actsOfLetters,
};
