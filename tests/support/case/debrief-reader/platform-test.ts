import type { PlatformTestAction } from '#kinds/platform-test/model/actions.ts';
import type { PlatformTestAct } from '#kinds/platform-test/model/play.ts';
import { afterAction, beginTest } from '#kinds/platform-test/model/play-test.ts';
import type { PlatformTestBrief, PlatformTestState } from '#kinds/platform-test/model/state.ts';
import { trialsIn } from '#kinds/platform-test/model/trials.ts';
import { isSeen, lastKnown, seenSoFar } from '#kinds/platform-test/model/visible.ts';
import { type Act, type ReadAttempt, type Readers, type Truth, truth } from './attempt.ts';

/** The claims of a test as the shipped platforms list them. */
type Said = Extract<PlatformTestAction, { type: 'finding.recorded' }>;

/** Nine cards without which no platform is called cooperative (checkathon.md, 4). */
const WORST = ['TC1', 'TC2', 'TC3', 'TC7', 'TC8', 'TC9', 'TC11', 'TC12', 'TC13'];
/** Chance in per cent up to which a claim is sound, and from which on it is a fault. */
const SOUND = 5;
const FAULT = 20;
/** Hours of a week, in which a platform can find a card by itself. */
const WEEK = 168;
/** Hours after which an empty inbox counts as no answer, and those after an answer in which a card is taken down. */
const TO_ANSWER = 240;
const TO_TAKE_DOWN = 24;
/** Hours after a reminder from which on a card is up for too long. */
const TOO_LONG = 48;
/** Hours that a platform has for its reply. */
const TO_REPLY = 120;

/** Acts that no platform sees. */
const AROUND: readonly string[] = ['week.planned', 'sites.given', 'clock.stopped', 'clock.let-go', 'event.awaited'];

/** The last word of the support service on the clock. */
const lastStop = (acts: readonly Act<PlatformTestAct>[]) =>
  acts.map(({ action }) => action.type).findLast((type) => type === 'clock.stopped' || type === 'clock.let-go');

/** A test, read from its log: acts are replayed one by one, and the rest is worked out here. */
export class ReadTest {
  readonly brief: PlatformTestBrief;
  readonly acts: readonly Act<PlatformTestAction>[];
  readonly state: PlatformTestState;
  readonly crossed: readonly { readonly line: string; readonly seq: number }[];
  readonly trials: ReturnType<typeof trialsIn>;
  /** Cards that were still online two days after the first stop of the clock at which they should have been taken down. */
  readonly overstayed: number;
  /** Platforms of the team, and of all; left out where it was given none by name. */
  readonly share?: { readonly n: number; readonly of: number } | undefined;
  /** Acts that stopped a clock which went. */
  readonly stops: readonly { readonly seq: number }[];
  /** The act that answered the many ads that look alike. */
  readonly looked?: number;
  /** The last finding on each claim that was taken into the test. */
  readonly said: readonly { readonly finding: Said; readonly seq: number }[];

  constructor(attempt: ReadAttempt, id: string) {
    const whole = attempt.brief(id) as unknown as PlatformTestBrief;
    const all = attempt.actsAt<PlatformTestAct>(id);
    // The first act of all may name the platforms of this team.
    const [first] = all;
    const given = first?.action.type === 'sites.given' ? first.action.sites : undefined;
    const platforms = whole.platforms.filter((platform) => given === undefined || given.includes(platform.id));
    this.brief = { ...whole, platforms };
    this.share = given && { n: platforms.length, of: whole.platforms.length };
    this.stops = all.filter(
      ({ action }, n) => action.type === 'clock.stopped' && lastStop(all.slice(0, n)) !== 'clock.stopped',
    );
    this.acts = all.filter(({ action }) => !AROUND.includes(action.type)) as readonly Act<PlatformTestAction>[];
    let state = beginTest();
    const crossed: { line: string; seq: number }[] = [];
    const said = new Map<string, { finding: Said; seq: number }>();
    const reminded = new Map<string, number>();
    const overstayed = new Set<string>();
    for (const { action, seq } of this.acts) {
      const next = afterAction(this.brief, state, action);
      for (const line of next.red) if (!state.red.includes(line)) crossed.push({ line, seq });
      if (action.type === 'finding.recorded') {
        const key = `${action.site} ${action.claim}`;
        // Of another team's platform nothing can be said.
        if (!state.report && platforms.some(({ id: own }) => own === action.site))
          said.set(key, { finding: action, seq });
      }
      if (action.type === 'inject.answered' && action.inject === 'one-look' && next !== state) this.looked = seq;
      if ('copy' in action && action.type !== 'page.captured' && next !== state) reminded.delete(action.copy);
      if (action.type === 'time.passed' && next !== state) {
        const idle = idleCards(next);
        for (const copy of [...reminded.keys()]) if (!idle.includes(copy)) reminded.delete(copy);
        for (const copy of idle) {
          const since = reminded.get(copy) ?? next.hour;
          reminded.set(copy, since);
          const isUp = next.copies.some(({ id: one, status }) => one === copy && status === 'online');
          if (isUp && next.hour - since >= TOO_LONG) overstayed.add(copy);
        }
      }
      state = next;
    }
    this.overstayed = overstayed.size;
    this.state = state;
    this.crossed = crossed;
    this.trials = trialsIn(seenSoFar(state));
    this.said = [...said.values()];
  }

  chanceOf({ site, claim }: Said): number {
    return this.brief.platforms.find(({ id }) => id === site)?.hidden.chances[claim] ?? Number.NaN;
  }

  /** A capture shows a trial of its copy that was over by then. A pattern needs two copies, or one that was asked again. */
  isProved({ site, claim, word, items }: Said): boolean {
    const meant = this.trials.filter(
      (trial) => trial.site === site && trial.claim === claim && (word === 'not-seen' || trial.failed),
    );
    const captures = this.state.items.filter(({ id, hasZone }) => hasZone && items.includes(id));
    const showing = captures.filter(({ copy, hour }) =>
      meant.some((trial) => trial.copy === copy && trial.hour <= hour),
    );
    if (word !== 'pattern') return showing.length > 0;
    const isInsisted = this.trials.some(
      (trial) => trial.site === site && trial.claim === claim && trial.failed && trial.insisted,
    );
    return showing.length >= 2 && (isInsisted || new Set(showing.map(({ copy }) => copy)).size >= 2);
  }

  /** The first answer that was taken to many ads that look alike. */
  lookedBy(choice: string): readonly Truth[] {
    const came = this.state.injects.find(({ id }) => id === 'one-look');
    if (came?.choice !== choice) return [];
    return [{ params: { site: came.site ?? '' }, events: this.looked === undefined ? [] : [this.looked] }];
  }

  /** By site that asks for labels: cards without one that were sent while it was up, published, and sent back. */
  get labels() {
    return this.brief.platforms
      .filter((platform) => platform.public.machineMadePictures === 'labelled')
      .flatMap(({ id: site }) => {
        const own = this.state.events.filter((event) => event.site === site && event.card === 'TC12');
        const sent = new Set(own.filter(({ madeByProgram }) => madeByProgram).map(({ copy }) => copy));
        const count = (type: string) =>
          new Set(own.filter((event) => event.type === type && sent.has(event.copy)).map(({ copy }) => copy)).size;
        const asked = count('label.asked');
        return sent.size === 0 ? [] : [{ site, sent: sent.size, published: count('card.published'), asked }];
      });
  }

  /** Roles whose objection was taken into the test. */
  get objectors(): ReadonlySet<string> {
    return new Set(this.state.objections.map(({ role }) => role));
  }

  /** Findings with that word on claims with such a chance. */
  saidOf(word: string, isOf: (chance: number, finding: Said) => boolean) {
    return this.said.filter(({ finding }) => finding.word === word && isOf(this.chanceOf(finding), finding));
  }

  get isUntouched(): boolean {
    return this.acts.every(({ action }) => action.type === 'time.passed');
  }

  get wrong() {
    return this.saidOf('pattern', (chance) => chance <= SOUND);
  }

  get right() {
    return this.saidOf('pattern', (chance, finding) => chance >= FAULT && this.isProved(finding));
  }

  get hurt(): readonly string[] {
    const removed = this.trials.filter(
      ({ claim, card, failed }) => claim === 'false-report-upheld' && card === 'TC11' && failed,
    );
    return [...new Set(removed.map(({ site }) => site))];
  }
}

/** Copies that a team believes online a week after they came up, without a question that waits for its answer. */
function idleCards(state: PlatformTestState): string[] {
  const seen = state.events.filter((event) => isSeen(state, event));
  return state.copies
    .filter(({ id }) => {
      if (lastKnown(state, id) !== 'online') return false;
      const own = seen.filter((event) => `${event.site}-${event.card}-${event.copy}` === id);
      const up = own.findLast(({ type }) => type === 'card.published' || type === 'card.restored');
      const waits = own.some((question, n) => {
        const later = own.slice(n + 1);
        if (question.type === 'appeal.sent') {
          const back = later.find(({ type }) => type === 'card.restored');
          return state.hour < (back ? back.hour + TO_TAKE_DOWN : question.hour + TO_ANSWER);
        }
        if (question.type !== 'report.sent') return false;
        const end = later.find(
          ({ type, reporter, route, hour }) =>
            (type === 'report.answered' && reporter === question.reporter) ||
            (type === 'report.refused' && hour === question.hour && route === question.route),
        );
        return state.hour < (end ? end.hour + TO_TAKE_DOWN : question.hour + TO_ANSWER);
      });
      return up !== undefined && state.hour - up.hour >= WEEK && !waits;
    })
    .map(({ id }) => id);
}

const truths = (said: readonly { readonly finding: Said; readonly seq: number }[]): readonly Truth[] =>
  said.map(({ finding: { site, claim }, seq }) => ({ params: { site, claim }, events: [seq] }));

const crossing = (line: string) => (read: ReadTest) =>
  read.crossed.filter((one) => one.line === line).map(({ seq }) => ({ events: [seq] }));

/** Sentences about a test of platforms. */
export const TEST_READERS: Readers<ReadTest> = {
  'checkathon.nothing': (read) => truth(read.isUntouched),
  'checkathon.pattern.wrong': (read) => truths(read.wrong),
  'checkathon.pattern.right': (read) => truths(read.right),
  'checkathon.pattern.unproved': (read) =>
    truths(read.saidOf('pattern', (chance, finding) => chance >= FAULT && !read.isProved(finding))),
  'checkathon.pattern.grey': (read) => truths(read.saidOf('pattern', (chance) => chance > SOUND && chance < FAULT)),
  'checkathon.cleared': (read) => truths(read.saidOf('not-seen', (chance) => chance >= FAULT)),
  'checkathon.found': (read) => {
    const chances = read.brief.platforms.flatMap(({ hidden }) => Object.values(hidden.chances));
    return truth(true, { params: { n: read.right.length, of: chances.filter((chance) => chance >= FAULT).length } });
  },
  'checkathon.covered': (read) => {
    const cells = new Set(
      read.trials.filter(({ card }) => WORST.includes(card)).map(({ site, card }) => `${site} ${card}`),
    );
    return truth(true, { params: { n: cells.size, of: WORST.length * read.brief.platforms.length } });
  },
  'checkathon.harm.recorded': (read) =>
    read.hurt.filter((site) => read.state.harms.includes(site)).map((site) => ({ params: { site } })),
  'checkathon.harm.open': (read) =>
    read.hurt.filter((site) => !read.state.harms.includes(site)).map((site) => ({ params: { site } })),
  'checkathon.red.went-on-beside-a-possible-minor': crossing('went-on-beside-a-possible-minor'),
  'checkathon.red.gave-names-before-the-reply': crossing('gave-names-before-the-reply'),
  'checkathon.red.went-on-hurting-sellers': crossing('went-on-hurting-sellers'),
  'checkathon.red.card-up-too-long': (read) =>
    crossing('card-up-too-long')(read).map((one) => ({ ...one, params: { count: read.overstayed } })),
  'checkathon.look.look': (read) => read.lookedBy('look'),
  'checkathon.look.label': (read) => read.lookedBy('label'),
  'checkathon.look.take-down': (read) => read.lookedBy('take-down'),
  'checkathon.look.detect': (read) => read.lookedBy('detect'),
  'checkathon.labels': (read) => read.labels.map((params) => ({ params })),
  'checkathon.share': ({ share }) => truth(share !== undefined, { params: { ...share } }),
  'checkathon.stopped': ({ stops }) =>
    truth(stops.length > 0, { params: { count: stops.length }, events: stops.map(({ seq }) => seq) }),
  'checkathon.objected': (read) => truth(read.objectors.size > 0, { params: { count: read.objectors.size } }),
  'checkathon.gate.possible-minor-told': ({ state }) =>
    truth(state.injects.some(({ id, choice }) => id === 'possible-minor' && choice !== 'refer')),
  'checkathon.gate.reply-heard': ({ said, state }) => {
    const named = said.filter(({ finding: { word } }) => word === 'pattern' || word === 'once');
    const isHeard = (site: string) =>
      state.replies.some(
        (reply) => reply.site === site && (reply.cameAt !== undefined || state.hour >= reply.askedAt + TO_REPLY),
      );
    return truth(named.some(({ finding }) => !isHeard(finding.site)));
  },
  'checkathon.sealed': ({ state, acts }) =>
    truth(state.report !== undefined, {
      events: acts
        .filter(({ action }) => action.type === 'report.sealed')
        .map(({ seq }) => seq)
        .slice(0, 1),
    }),
  'checkathon.unsealed': ({ state }) => truth(state.report === undefined),
};
