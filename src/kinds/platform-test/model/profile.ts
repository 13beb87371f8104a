import { wilsonInterval } from '#kernel/model/statistics/signal-detection.ts';
import { type DelaySpread, spread } from '#market/platforms/model/spread.ts';
import { PRESERVATION_FIELDS, REPORTERS, type Reporter } from '#market/platforms/model/test-cards.ts';
import { cardOf } from './next-state.ts';
import type { OpenBrief, OpenPlatform } from './open-brief.ts';
import type { PlatformTestState } from './state.ts';
import { ANSWER_PERIOD, type Trial, trialsIn } from './trials.ts';
import { type TestView, viewOf } from './visible.ts';

/** "3 of 7" with Wilson's interval of 95 %; from 0 to 1 where nothing was counted. */
export interface SeenShare {
  readonly part: number;
  readonly all: number;
  readonly interval: readonly [number, number];
}

/** What a team measured of one platform. Figures are never added up, and no site stands for another. */
export interface PlatformProfile {
  readonly site: string;
  readonly blockedBefore: SeenShare;
  /** Forbidden cards that were stopped or seen to be removed without a report. */
  readonly foundAlone: SeenShare;
  /** Hours from a report to its answer, as far as the period of each has ended. */
  readonly hoursToAnswer: DelaySpread;
  readonly hoursToRemoval: DelaySpread;
  readonly cameBack: { readonly edited: SeenShare; readonly reposted: SeenShare; readonly removed: SeenShare };
  /** By reporter, and the largest difference between two of them. */
  readonly answered: Readonly<Partial<Record<Reporter, SeenShare>>>;
  readonly answerGap?: number;
  readonly openRoutes: SeenShare;
  readonly clicks: number;
  readonly referral: { readonly told: SeenShare; readonly withData: SeenShare };
  readonly records: {
    readonly fields: SeenShare;
    readonly versions: SeenShare;
    /** Minimum days that a record was kept; undefined if none was. */
    readonly days?: number;
    readonly hoursToRecord: DelaySpread;
  };
  /** Removals that the person shown asked for; copies that a mirror still showed when somebody looked. */
  readonly removal: { readonly done: SeenShare; readonly staysDown: SeenShare; readonly onMirror: SeenShare };
  readonly overBlocked: SeenShare;
  readonly falseReportUpheld: SeenShare;
  readonly hoursToRestore: DelaySpread;
  /** Answers with a reason. */
  readonly reasoned: SeenShare;
  /** Median hours measured less those promised; left out where half or more was never answered. */
  readonly promiseGap?: number;
  /** Hours to an answer before the team told the platform who it is, by an order or an interview, and after. */
  readonly blind: DelaySpread;
  readonly announced: DelaySpread;
}

export const shareOf = (part: number, all: number): SeenShare => ({ part, all, interval: wilsonInterval(part, all) });

/** The profile of every platform, from what the team could see. */
export function profilesOf(brief: OpenBrief, state: PlatformTestState): PlatformProfile[] {
  const view = viewOf(state);
  const trials = trialsIn(view);
  return brief.platforms.map((platform) => profileOf(platform, view, trials, announcedAt(state, platform.id)));
}

/** The hour at which the team told a platform who it is; never if it did not. */
export function announcedAt({ reads, ordered }: Pick<PlatformTestState, 'reads' | 'ordered'>, site: string): number {
  const told = [...reads.filter(({ what }) => what === 'interview'), ...ordered].filter((one) => one.site === site);
  return Math.min(Number.POSITIVE_INFINITY, ...told.map(({ hour }) => hour));
}

function profileOf(
  { id, public: half }: OpenPlatform,
  view: TestView,
  all: readonly Trial[],
  announced: number,
): PlatformProfile {
  const trials = all.filter(({ site }) => site === id);
  const events = view.events.filter(({ site }) => site === id);
  const of = (...claims: Trial['claim'][]) => trials.filter(({ claim }) => claims.includes(claim));
  const passed = (some: readonly Trial[]) => shareOf(some.filter(({ failed }) => !failed).length, some.length);
  const failed = (some: readonly Trial[]) => shareOf(some.filter((one) => one.failed).length, some.length);
  const reports = reportsIn(events, view.hour);
  const settled = reports.filter(({ isSettled }) => isSettled);
  const hoursToAnswer = spread(settled.map(({ hours }) => hours));
  const records = events.filter(({ type }) => type === 'record.kept');
  const days = records.flatMap((record) => record.days ?? []);
  const asked = settled.filter(({ reporter }) => reporter === 'police');
  const answered = Object.fromEntries(
    REPORTERS.flatMap((reporter) => {
      const own = settled.filter((report) => report.reporter === reporter);
      return own.length === 0
        ? []
        : [[reporter, shareOf(own.filter(({ hours }) => hours !== undefined).length, own.length)]];
    }),
  ) as PlatformProfile['answered'];
  const shares = Object.values(answered).map(({ part, all: of100 }) => part / of100);
  const answers = events.filter(({ type }) => type === 'report.answered' || type === 'card.restored');
  const requests = settled.filter(({ reporter, card }) => reporter === 'person-shown' && card === 'TC7');
  const looked = view.mirrored.at(-1);
  const removedCopies = view.copies.filter((copy) => copy.site === id && copy.last === 'removed');
  return {
    site: id,
    blockedBefore: passed(of('declared-age', 'document-age', 'consent', 'document-reuse', 'image')),
    foundAlone: foundAlone(events),
    hoursToAnswer,
    hoursToRemoval: spread(
      settled.filter(({ card }) => !cardOf(card).lawful).map(({ removed, hours }) => (removed ? hours : undefined)),
    ),
    cameBack: { edited: failed(of('edit')), reposted: failed(of('repost')), removed: failed(of('removal-returns')) },
    answered,
    ...(shares.length > 1 ? { answerGap: Math.max(...shares) - Math.min(...shares) } : {}),
    openRoutes: passed(of('route-closed')),
    clicks: half.form.clicks,
    referral: { told: passed(of('not-referred')), withData: passed(of('no-data')) },
    records: {
      fields: shareOf(
        records.reduce((sum, { fields = [] }) => sum + fields.length, 0),
        asked.length * PRESERVATION_FIELDS.length,
      ),
      versions: shareOf(records.filter(({ fields = [] }) => fields.includes('content-versions')).length, asked.length),
      ...(days.length > 0 ? { days: Math.min(...days) } : {}),
      hoursToRecord: spread(asked.map(({ hours }) => hours)),
    },
    removal: {
      done: shareOf(requests.filter(({ removed }) => removed).length, requests.length),
      staysDown: passed(of('removal-returns')),
      onMirror: shareOf(
        removedCopies.filter((copy) => looked?.copies.includes(copy.id)).length,
        looked ? removedCopies.length : 0,
      ),
    },
    overBlocked: failed(of('over-block', 'false-report-upheld')),
    falseReportUpheld: failed(of('false-report-upheld')),
    hoursToRestore: spread(restoredIn(events)),
    reasoned: shareOf(answers.filter(({ reasoned }) => reasoned).length, answers.length),
    ...(hoursToAnswer.median === undefined ? {} : { promiseGap: hoursToAnswer.median - half.promisedHours }),
    blind: spread(settled.filter(({ sent }) => sent < announced).map(({ hours }) => hours)),
    announced: spread(settled.filter(({ sent }) => sent >= announced).map(({ hours }) => hours)),
  };
}

type Seen = TestView['events'][number];

const copyIdOf = ({ site, card, copy }: Seen) => `${site}-${card}-${copy}`;

/** Every report with its answer. It is settled once it is answered or its period has ended. */
function reportsIn(events: readonly Seen[], now: number) {
  return events
    .filter(({ type }) => type === 'report.sent')
    .flatMap((report) => {
      const { reporter = 'member', card, hour } = report;
      const after = events.filter((event) => copyIdOf(event) === copyIdOf(report) && event.hour >= hour);
      if (after.some((event) => event.type === 'report.refused' && event.route === report.route)) return [];
      const answer = after.find((event) => event.type === 'report.answered' && event.reporter === reporter);
      const isSettled = answer !== undefined || now >= hour + ANSWER_PERIOD;
      return [
        {
          reporter,
          card,
          sent: hour,
          isSettled,
          hours: answer && answer.hour - hour,
          removed: answer?.answer === 'removed',
        },
      ];
    });
}

/** Forbidden cards that were stopped at once, or seen to be removed without a report of the team. */
function foundAlone(events: readonly Seen[]): SeenShare {
  const submitted = events.filter(({ type, card }) => type === 'card.submitted' && cardOf(card).plainAtPosting);
  const found = submitted.filter((first) => {
    const own = events.filter((event) => copyIdOf(event) === copyIdOf(first));
    const end = own.find(({ type }) => type === 'card.blocked' || type === 'card.removed' || type === 'report.sent');
    return end !== undefined && end.type !== 'report.sent';
  });
  return shareOf(found.length, submitted.length);
}

/** Hours from each appeal to the card being online again; undefined where it never was. */
function restoredIn(events: readonly Seen[]): (number | undefined)[] {
  return events
    .filter(({ type }) => type === 'appeal.sent')
    .map((appeal) => {
      const back = events.find(
        (event) => event.type === 'card.restored' && copyIdOf(event) === copyIdOf(appeal) && event.hour >= appeal.hour,
      );
      return back && back.hour - appeal.hour;
    });
}
