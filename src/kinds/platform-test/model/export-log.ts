import { type ClaimId, claimRule } from '#market/platforms/model/claims.ts';
import { FAULT_IDS, type FaultId } from '#market/platforms/model/faults.ts';
import { measureModeration } from '#market/platforms/model/measure-moderation.ts';
import { type ModerationDocument, type ModerationTruth, NOTICE } from '#market/platforms/model/moderation-documents.ts';
import {
  type CardFault,
  type Deed,
  EVENT_TYPES,
  type ModerationEvent,
  type ModerationEventType,
} from '#market/platforms/model/moderation-event.ts';
import { testCards } from '#market/platforms/model/simulate-moderation.ts';
import { TEST_CARD_IDS, type TestCardId } from '#market/platforms/model/test-cards.ts';
import { instantAt, LAST_HOUR } from './clock.ts';
import { cardOf } from './next-state.ts';
import { endTest } from './play-test.ts';
import type { PlatformTestBrief, PlatformTestState, TestEvent } from './state.ts';
import { ANSWER_PERIOD, type Trial, trialsIn } from './trials.ts';

/** True if the event has a type that every log of platforms has. */
export const isExported = (event: Pick<TestEvent, 'type'>): boolean => Object.hasOwn(EVENT_TYPES, event.type);

/** Copies that a platform log cannot represent: cards that say that a program made them. */
const copiesLeftOut = ({ copies }: PlatformTestState): ReadonlySet<string> =>
  new Set(copies.filter(({ madeByProgram }) => madeByProgram).map(({ id }) => id));

/** An event as every log of platforms has it. */
function exported({ hour: _, seen: __, answer: ___, reasoned: ____, ...event }: TestEvent): ModerationEvent {
  return { ...event, type: event.type as ModerationEventType };
}

/** The name of each missing rule in the truth of a test of platforms. */
const REASON: Readonly<Record<ClaimId, Deed['reason']>> = {
  'declared-age': 'declared-age-not-read',
  'document-age': 'document-age-not-compared',
  edit: 'edit-not-reviewed',
  repost: 'repost-not-recognised',
  consent: 'consent-not-asked-for',
  'document-reuse': 'document-not-compared-with-person',
  image: 'picture-not-compared-with-list',
  'removal-returns': 'request-not-kept-on-file',
  'silent-person-shown': 'nothing-within-the-test',
  'silent-relative': 'nothing-within-the-test',
  'silent-police': 'nothing-within-the-test',
  'silent-flagger': 'nothing-within-the-test',
  'silent-non-user': 'nothing-within-the-test',
  'route-closed': 'route-needs-account',
  late: 'slower-than-due',
  'false-report-upheld': 'acted-without-a-look',
  'over-block': 'blocked-without-ground',
  'not-referred': 'authority-not-told',
  'no-data': 'authority-told-without-data',
  'not-kept': 'some-fields-kept',
};

/**
 * A played test as the two documents of a test of platforms, for the same tools. The truth here is what the platforms
 * did with these copies, not their rates. Open steps are played to the end first.
 */
export function documentsOf(
  brief: PlatformTestBrief,
  played: PlatformTestState,
  { marketId, profile }: Pick<ModerationDocument, 'marketId' | 'profile'>,
): { readonly public: ModerationDocument; readonly truth: ModerationTruth } {
  const state = endTest(brief, played);
  const leftOut = copiesLeftOut(state);
  const log = state.events
    .filter((event) => isExported(event) && !leftOut.has(`${event.site}-${event.card}-${event.copy}`))
    .map(exported);
  const trials = allTrials(state);
  const head = { synthetic: true, marketId } as const;
  return {
    public: {
      schema: 'moderation/1',
      ...head,
      notice: NOTICE,
      profile,
      from: brief.from,
      until: instantAt(brief.from, LAST_HOUR),
      sites: brief.platforms.map(({ id, name, host }) => ({ id, name, host })),
      cards: testCards(marketId),
      possibleFaults: FAULT_IDS,
      log,
    },
    truth: {
      schema: 'moderation-truth/1',
      ...head,
      seed: brief.seed,
      sites: brief.platforms.map(({ id, hidden }) => {
        const own = log.filter(({ site }) => site === id);
        return {
          site: id,
          platform: hidden.traits,
          cards: TEST_CARD_IDS.map((card) => ({ card, faults: faultsOn(id, card), deeds: [] })),
          metrics: measureModeration(own),
        };
      }),
    },
  };

  function faultsOn(site: string, card: TestCardId): CardFault[] {
    const failed = trials.filter((trial) => trial.site === site && trial.card === card && trial.failed);
    const faults = [...new Set(failed.flatMap((trial) => faultsOf(trial, state.events)))];
    return faults.map((fault) => {
      const shown = failed.filter((trial) => faultsOf(trial, state.events).includes(fault));
      const hours = shown.flatMap((trial) => trial.hours ?? []);
      const copies = [...new Set(shown.map(({ copy }) => copy))];
      return {
        fault,
        reasons: [...new Set(shown.map(({ claim }) => REASON[claim]))],
        copies: copies.map((copy) => Number(copy.slice(copy.lastIndexOf('-') + 1))),
        ...(hours.length > 0 ? { hours: Math.round(Math.max(...hours) * 10) / 10 } : {}),
        evidence: copies.flatMap((copy) => eventsOf(copy, state.events)),
      };
    });
  }
}

/** Ids of the exported events of a copy. */
export const eventsOf = (copy: string, events: readonly Pick<TestEvent, 'id' | 'type'>[]): string[] =>
  events.filter((event) => event.id.startsWith(`${copy}-`) && isExported(event)).map(({ id }) => id);

/** The faults that a failed trial shows: a record can be incomplete, or kept too short, or both. */
export function faultsOf(
  trial: Trial,
  events: readonly Pick<TestEvent, 'id' | 'type' | 'fields' | 'days'>[],
): FaultId[] {
  if (trial.claim !== 'not-kept') return [claimRule(trial.claim).fault];
  const { asked = [], askedDays = 0 } = cardOf(trial.card).fields;
  const kept = events.filter((event) => event.type === 'record.kept' && event.id.startsWith(`${trial.copy}-`));
  const isPartial = kept.some(({ fields = [] }) => fields.length < asked.length);
  const isShort = kept.some(({ days = 0 }) => days < askedDays);
  return [...(isPartial ? (['fields-not-kept'] as const) : []), ...(isShort ? (['kept-too-short'] as const) : [])];
}

/** Trials of everything that happened, seen or not, after the last period has ended. */
export const allTrials = ({ events }: Pick<PlatformTestState, 'events'>): Trial[] =>
  trialsIn({ events, hour: LAST_HOUR + ANSWER_PERIOD });
