import type { AttemptLog } from '#case/attempt/model/attempt-log.ts';
import type { AttemptTeam } from '#case/attempt-file/model/attempt-team.ts';
import type { Chairs } from '#case/language/model/chairs.ts';
import type { Barrier } from '#case/language/model/room-parts.ts';
import type { CaseRoom } from '#case/play/islands/case-room.svelte.ts';
import type { TeamInRoom } from '#case/play/islands/opened-team.ts';
import type { HiddenHalfPort } from '#case/play/use-cases/hidden-half-port.ts';
import { siteRoot } from '#kernel/browser/site-root.ts';
import { waitForNetwork } from '#kernel/browser/wait-for-network.ts';
import { wallNow } from '#kernel/browser/wall-clock.ts';
import { createRoomClient } from '#room/browser/room-client.ts';
import { barrierAt, isAllOpen } from '#room/model/barrier.ts';
import { lostSince, minutesLost } from '#room/model/contact.ts';
import { beginsAnew, goesOnWith, isLasting, isResetBy, putAttempt, putMessage, putSteps } from '#room/model/outbox.ts';
import type { TeamMessage } from '#room/model/protocol.ts';
import { saidByTeam } from '#room/model/said-by-team.ts';
import { advanceVote, castIn, isRoundOf, newRound, type VoteRound, type VoteStep } from '#room/model/vote-round.ts';
import { createTeamLink, type TeamLink } from '#room/use-cases/team-link.ts';
import type { TeamSession, TeamSessionStore } from '#room/use-cases/team-session.ts';
import { PartWords } from './part-words.svelte.ts';
import type { VotingTeam } from './voting-team.ts';

/** How often the page looks whether the room was lost. */
const LOOK_MS = 5_000;

/** The team at this laptop, in the room of its workshop, as the screens of the case see it. */
export class CaseTeam implements VotingTeam, TeamInRoom {
  #session = $state.raw<TeamSession>() as TeamSession;
  #now = $state(0);
  #heardAt = $state(0);
  #unheard = $state(false);
  /** True once another laptop goes on for the team. */
  replaced = $state(false);
  /** The room has another attempt of this team than the one that is open here, and takes nothing of it. */
  otherAttempt = $state(false);
  /** The facilitator has let the team begin anew. */
  reset = $state(false);
  readonly lasting: boolean;
  readonly #link: TeamLink;
  #looking: ReturnType<typeof setInterval> | undefined;

  constructor(session: TeamSession, sessions: TeamSessionStore) {
    this.#session = session;
    this.lasting = sessions.lasting && globalThis.isSecureContext;
    this.#now = wallNow();
    this.#link = createTeamLink(
      {
        room: createRoomClient(siteRoot()),
        sessions,
        now: wallNow,
        wait: waitForNetwork,
        changed: () => this.#look(),
      },
      session,
    );
    this.#heardAt = this.#link.heardAt;
    const upTo = () => this.view.team.last;
    const isSilent = () => this.#unheard;
    this.hidden = {
      get upTo() {
        return upTo();
      },
      get isSilent() {
        return isSilent();
      },
      seen: (state, ahead = false) => this.#link.exercise(state, ahead),
    };
  }

  get view() {
    return this.#session.view;
  }

  get name(): string {
    return this.view.team.name;
  }

  get people(): number {
    return this.view.team.people;
  }

  /** The chairs of the team; undefined before it has given any, empty where it plays without. */
  get chairs(): Chairs | undefined {
    return this.#session.chairs ?? this.view.team.chairs;
  }

  giveChairs(chairs: Chairs): void {
    this.#link.change((session) => ({ ...session, chairs }));
    this.#tell({ type: 'chairs.given', chairs });
  }

  /** The room keeps the hidden half of exercises until its last part opens. */
  readonly hidden: HiddenHalfPort;

  /** Minutes without contact; undefined while the room is there. */
  get lost(): number | undefined {
    const since = lostSince(this.#heardAt, this.#now);
    return since === undefined ? undefined : minutesLost(since, this.#now);
  }

  get waiting(): number {
    return this.#session.outbox.waiting.length;
  }

  /** True once every answer is open. */
  get isAllOpen(): boolean {
    return isAllOpen(this.view);
  }

  get injects() {
    return this.view.injects.filter(({ id }) => !this.#session.read.includes(id));
  }

  get reason(): string {
    return this.#session.reason ?? '';
  }

  set reason(reason: string) {
    this.#link.change((session) => ({ ...session, reason }));
  }

  /** How far the result is on its way. */
  get handIn(): { readonly standing: 'open' | 'sending' | 'done'; readonly at?: number } {
    const { view, outbox, handedInAt } = this.#session;
    if (view.team.handedIn) return { standing: 'done', ...(handedInAt !== undefined && { at: handedInAt }) };
    return { standing: outbox.waiting.some(({ type }) => type === 'team.handed-in') ? 'sending' : 'open' };
  }

  /** What stands before the team at a state of that part. */
  barrier(part?: string): Barrier | undefined {
    return barrierAt(this.view, part) ?? (this.isClosed(part) ? 'gate' : undefined);
  }

  /** True while nothing of that part can be drawn: it is not released, or its words have not come yet. */
  isClosed(part?: string): boolean {
    if (part === undefined) return false;
    return this.#words.isHeld(part) || barrierAt({ ...this.view, held: false, paused: false }, part) === 'gate';
  }

  /** Gives the open case to the team, which brings the words of each part to it once the room has opened that part. */
  async playIn(room: CaseRoom): Promise<void> {
    this.#words.playIn(room);
    await this.#words.bring(this.view);
  }
  readonly #words = new PartWords();

  partTitle(part: string | undefined): string {
    return this.view.parts.find(({ id }) => id === part)?.title ?? '';
  }

  /** When that part opens by itself, in wall time; undefined where it is open, or nothing is planned. */
  opensAt(part: string | undefined): number | undefined {
    const own = this.view.parts.find(({ id }) => id === part);
    return own?.released ? undefined : own?.opensAt;
  }

  closeInject(id: string): void {
    this.#link.change((session) => ({ ...session, read: [...session.read, id] }));
  }

  /** The open vote on a decision. */
  round(state: string): VoteRound {
    const { round, view } = this.#session;
    return isRoundOf(round, state, view.team.people) ? round : newRound(state, view.team.people);
  }

  /** True while people vote at the laptop: then nothing may change the order in which it goes round. */
  get isVoting(): boolean {
    const at = this.#session.round?.at;
    return at === 'turn' || at === 'cover' || at === 'cards';
  }

  /** One step of the vote. Counts that are shown go to the room. */
  vote(state: string, step: VoteStep): void {
    const before = this.round(state);
    const round = advanceVote(before, step);
    this.#link.change((session) => ({ ...session, round }));
    if (step.type === 'show' && round.at === 'talk' && castIn(round) > 0)
      this.#tell({ type: 'votes.counted', state, votes: round.votes });
  }

  /** The decision of the team, before it stands in the log. */
  decide(state: string, option: string, reason: string): void {
    this.#decided.add(state);
    this.#tell({ type: 'team.decided', state, option, reason });
    this.#link.change(({ round: _, reason: __, ...session }) => session);
  }
  readonly #decided = new Set<string>();

  saidBeside(attempt: string): AttemptTeam | undefined {
    const { view, outbox } = this.#session;
    return outbox.attempt?.id === attempt ? saidByTeam(view.team, outbox.waiting) : undefined;
  }

  /** In a room, what the team has said comes from the room. */
  bringBack(): void {}

  tellPaused(isPaused: boolean): void {
    if (isPaused === this.#paused) return;
    this.#paused = isPaused;
    this.#tell({ type: isPaused ? 'team.paused' : 'team.resumed' });
  }
  #paused = false;

  /** Tells the room what is new in the attempt, and where the team stands. */
  follow(log: AttemptLog, state: string): void {
    this.#followed = { log, state };
    const { outbox, view } = this.#session;
    const { attempt } = outbox;
    this.otherAttempt = attempt !== undefined && attempt.id !== log.header.id;
    if (this.otherAttempt || this.reset || view.team.handedIn || this.replaced) return;
    const isFurther = log.events.length > (attempt?.upTo ?? 0);
    const isElsewhere = state !== this.#toldState;
    if (!isFurther && !isElsewhere) return;
    this.#toldState = state;
    this.#link.change((session) => {
      let next = putSteps(session.outbox, log, (decided) => this.#decided.delete(decided));
      if (isElsewhere) next = putMessage(next, { type: 'team.progressed', state, last: log.events.length });
      return { ...session, outbox: next };
    });
  }
  #toldState = '';
  #followed: { readonly log: AttemptLog; readonly state: string } | undefined;

  /** Sends the whole attempt and the word that it is the result. */
  sendResult(log: AttemptLog): void {
    this.#link.change((session) => ({
      ...session,
      outbox: putMessage(putAttempt(session.outbox, log), { type: 'team.handed-in' }),
    }));
  }

  /**
   * Brings what the room has of the team's attempt to this laptop, where it has more of it. A team begins at the
   * briefing: what was open on this laptop before it joined is put away, and kept.
   */
  async bringOver(room: CaseRoom): Promise<void> {
    await this.#bringOver(room);
    // Who has begun to vote on the next step has read what the last one led to.
    const { round } = this.#session;
    if (round && round.state === room.attempt?.state) room.read = room.last?.seq ?? 0;
  }

  async #bringOver(room: CaseRoom): Promise<void> {
    if (this.view.team.last === 0) {
      if (!this.#session.outbox.attempt && room.last) await room.leave();
      return;
    }
    const attempt = await this.#link.attempt();
    if (!attempt || attempt.events.length === 0) return;
    const { header, events } = attempt;
    const own = room.log?.header.id === header.id ? room.log.events.length : 0;
    if (own < events.length) await room.openFile(JSON.stringify(attempt));
    this.#link.change((session) => ({ ...session, outbox: goesOnWith(session.outbox, header.id, events.length) }));
  }

  /** Begins anew after the facilitator has allowed it. The former attempt is kept on this laptop. */
  async beginAnew(room: CaseRoom): Promise<void> {
    this.#link.change(({ round: _, reason: __, ...session }) => ({ ...session, outbox: beginsAnew(session.outbox) }));
    this.#toldState = '';
    this.#followed = undefined;
    this.reset = false;
    await room.leave();
  }

  start(): void {
    this.#link.start();
    this.#looking = setInterval(() => {
      this.#now = wallNow();
    }, LOOK_MS);
  }

  stop(): void {
    this.#link.stop();
    clearInterval(this.#looking);
  }

  #tell(message: TeamMessage): void {
    this.#link.change((session) => ({ ...session, outbox: putMessage(session.outbox, message) }));
  }

  /** Takes over what the link has heard. */
  #look(): void {
    const { session, heardAt, replaced, refused } = this.#link;
    const before = this.#session;
    this.#session = session;
    this.#now = wallNow();
    this.#heardAt = heardAt;
    this.#unheard = this.#link.unheard;
    this.replaced = replaced;
    if (refused && isLasting(refused)) this.otherAttempt = true;
    if (session.view !== before.view && isResetBy(before.outbox, session.view.team)) this.reset = true;
    void this.#words.bring(this.view);
    // What the room has refused may be taken once something has changed there.
    if (this.#followed && session.view.tag !== before.view.tag) this.follow(this.#followed.log, this.#followed.state);
    if (session.view.team.handedIn && !before.view.team.handedIn)
      this.#link.change((one) => ({ ...one, handedInAt: this.#now }));
  }
}
