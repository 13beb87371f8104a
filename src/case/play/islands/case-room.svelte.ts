import type { AttemptEvent, AttemptStep } from '#case/attempt/model/attempt-log.ts';
import { type AttemptState, stateOf } from '#case/attempt/model/replay-attempt.ts';
import { retryStep } from '#case/attempt/model/retry-attempt.ts';
import type { Role } from '#case/language/model/role.ts';
import { type Scene, type Scenes, sceneFor } from '#case/language/model/scenes.ts';
import {
  type HeldWords,
  type PlayedPart,
  type PublicPart,
  type WordsPart,
  wordsPart,
} from '#case/parts/use-cases/case-parts.ts';
import { PartOfOtherVersionError } from '#case/parts/use-cases/ports.ts';
import {
  beginCase,
  type CaseSession,
  isTaken,
  leaveCase,
  type OpenedCase,
  retryCase,
  type SetAside,
} from '#case/play/use-cases/case-session.ts';
import type { AnswerService, DecisionExplanation } from '#case/play/use-cases/open-answers.ts';
import { type OpenedFile, openAttemptFile } from '#case/play/use-cases/open-attempt-file.ts';
import { PartSealedError } from '#case/sealed/use-cases/part-sealed-error.ts';
import { langIfOther } from '#i18n/locale.ts';
import { FIRST_LANGUAGE } from '#kernel/model/first-language.ts';
import { required } from '#kernel/model/invariant.ts';
import { openWired, type WiredCase } from './case-wiring.ts';
import { inFront, openStates } from './open-states.ts';
import { createTeamOfFile, type TeamInFile } from './team-in-file.ts';

/** Why an answer is not here: it could not be fetched, or it is of another version of the case. */
type Refusal = 'failed' | 'other-version';

/** An open case as its screens see it: where the attempt stands, whether it is kept, and whether this tab may write. */
export class CaseRoom {
  #stands = $state.raw<AttemptState | undefined>();
  /** Which of the open states is in front, where the reader has gone over to another; a matter of the screen only. */
  #front = $state<string | undefined>();
  #words = $state.raw<WordsPart | undefined>();
  attempt = $derived.by(() => inFront(this.#stands, this.#front));
  last = $state.raw<AttemptEvent | undefined>();
  savedAt = $state<string | undefined>();
  /** Another tab writes to this case. */
  otherTab = $state(false);
  /** Storage refuses: the case goes on and nothing outlives the page. */
  notStored = $state(false);
  setAside = $state.raw<SetAside | undefined>();
  /** Number of the last event whose aftermath has been read. */
  read = $state(0);
  /** Timers whose time the last step has let run out, without anybody waiting for them. */
  lapsed = $state.raw<readonly string[]>([]);
  /** Explanations of rated decisions, by the number of their event; a word where the part cannot be fetched or used. */
  explanations = $state.raw<ReadonlyMap<number, DecisionExplanation | Refusal | 'sealed'>>(new Map());
  /** What the trainee wants to be called in a saved file; forgotten with the page. */
  alias = $state('');
  /** That a saved attempt was opened, until the next step. */
  fileNote = $state<string>();
  /** True once answers of another version of the case have arrived. Nothing is scored with them. */
  otherKey = $state(false);

  /** The team of the attempt, at this screen or in the file that it came from: what it has said is saved with it. */
  team: TeamInFile;

  wired = $state.raw() as WiredCase;
  /** Words that a room has opened since the case was loaded. */
  #opened = $state.raw<readonly HeldWords[]>([]);
  #session = $state.raw<CaseSession | undefined>();

  /** The language in which the case is written. */
  readonly source: string;

  constructor(wired: WiredCase, opened: OpenedCase, source: string = FIRST_LANGUAGE) {
    this.wired = wired;
    this.source = source;
    this.team = createTeamOfFile(wired.part.scenario.id, wired.unsent);
    this.otherTab = !wired.lock.held;
    this.#lookAtStore();
    this.#enter(opened);
  }

  /** The words of the case, in the language of the attempt as far as they are translated. */
  get scenes(): Scenes {
    const words = this.#words;
    if (!words) return this.wired.part.scenes;
    return Object.assign({}, words.scenes, ...this.#opened.map(({ translated }) => translated[words.locale]));
  }

  /** Takes words that a room has just opened; `part` is the case with them. */
  take(words: HeldWords, part: PublicPart): void {
    this.#opened = [...this.#opened, words];
    const played: PlayedPart = { ...part, kinds: this.wired.part.kinds };
    this.wired = { ...this.wired, part: played };
  }

  /** The title of a state; that of its stage where a room still holds its words back. */
  titleOf(state: string): string {
    const { scenario } = this.wired.part;
    const { stage } = stateOf(scenario, state);
    return this.scenes[state]?.title ?? scenario.stages.find(({ id }) => id === stage)?.title ?? state;
  }

  /** The role in which the case is played; undefined where it has one only. */
  get role(): Role | undefined {
    return this.log?.header.role ?? this.wired.part.scenario.roles?.[0];
  }

  /** At which of its decisions the attempt began as a retry; undefined for a first attempt. */
  get retryFrom(): number | undefined {
    return this.log && retryStep(this.log);
  }

  /** The words of a state as the role is told them. */
  scene(state: string): Scene {
    return sceneFor(required(this.scenes[state], `words of state ${state}`), this.role);
  }

  /** The language of those words, where it is not the one of the page. */
  langOf(state: string): string | undefined {
    const words = this.#words;
    return langIfOther(words && !words.untranslated.includes(state) ? words.locale : this.source);
  }

  /** What has just been done and not yet been read to its end, also where it has let a timer run out. */
  get aftermath(): AttemptEvent | undefined {
    // Said for the screens: they look again whenever something was done.
    if (!this.last) return undefined;
    const step = this.log?.events.findLast(({ type, seq }) => seq > this.read && type !== 'timer.elapsed');
    return step ?? (this.last.seq > this.read ? this.last : undefined);
  }

  /** The states that are open at the same time, one in each region that is not done. */
  get open(): readonly string[] {
    return openStates(this.wired.part.scenario, this.attempt);
  }

  /** Goes over to another of the open states. No step of the case: nothing is recorded and no time passes. */
  goTo(state: string): void {
    if (this.open.includes(state)) this.#front = state;
  }

  get session(): CaseSession | undefined {
    return this.#session;
  }

  get log() {
    return this.#session?.log;
  }

  /** Begins an attempt, or a new one in place of the open one, which is kept. Nothing happens while another tab writes. */
  async begin(role?: Role, locale?: string): Promise<void> {
    if (this.otherTab) return;
    this.#show(await beginCase(this.wired.part, this.wired.ports, this.#session, role, locale));
    this.#lookAtStore();
    await this.speak();
    this.read = 0;
    this.explanations = new Map();
  }

  /** True where an attempt is open that may be gone on with: one in which something was done, or one of that very choice. */
  stands(role: Role | undefined, locale: string): boolean {
    const { log } = this;
    return log !== undefined && (log.events.length > 0 || (this.role === role && log.header.locale === locale));
  }

  /** Puts the open attempt away and goes back to the briefing, where role and language are chosen anew. */
  async leave(): Promise<void> {
    if (this.otherTab || !this.#session) return;
    await leaveCase(this.wired.ports, this.#session);
    this.#show(undefined);
    this.savedAt = undefined;
    this.read = 0;
    this.explanations = new Map();
  }

  /** Begins a new attempt, marked as a retry, just before an event of this one, which is kept. */
  async retry(from: number): Promise<void> {
    if (this.otherTab || !this.#session) return;
    this.#show(await retryCase(this.wired.part, this.wired.ports, this.#session, from));
    this.#lookAtStore();
    this.read = this.last?.seq ?? 0;
    this.explanations = new Map();
  }

  /** Opens a saved attempt. The case goes on from it where it is of this version. Nothing happens while another tab writes. */
  async openFile(text: string): Promise<OpenedFile | undefined> {
    if (this.otherTab) return undefined;
    const { part, ports } = this.wired;
    const opened = await openAttemptFile(text, part, ports, this.#session);
    if (opened.at !== 'continued') return opened;
    this.#show(opened.session);
    if (opened.team) this.team.bringBack(opened.session.log.header.id, opened.team);
    this.#lookAtStore();
    await this.speak();
    this.read = Math.max(0, (this.last?.seq ?? 0) - 1);
    this.savedAt = undefined;
    this.lapsed = [];
    this.explanations = new Map();
    return opened;
  }

  /** Fetches the words of the attempt's language. Where they cannot be had, the case is told in its own. */
  async speak(): Promise<void> {
    const locale = this.log?.header.locale ?? this.source;
    this.#words =
      locale === this.source
        ? undefined
        : // Told in its own language, the case is complete.
          ((await this.wired.parts.load(wordsPart(locale)).catch(() => undefined)) as WordsPart | undefined);
  }

  /** Does one thing in the case. Nothing happens while another tab writes. */
  record(step: AttemptStep): void {
    const session = this.#session;
    if (!session || this.otherTab) return;
    this.fileNote = undefined;
    const before = session.log.events.length;
    const stored = session.record(step);
    this.#show(session);
    this.lapsed = session.log.events
      .slice(before + 1)
      .flatMap(({ type, state }) => (type === 'timer.elapsed' ? [state] : []));
    stored.then(
      () => {
        this.savedAt = session.savedAt;
        this.#lookAtStore();
      },
      (error: unknown) => {
        if (isTaken(error)) this.otherTab = true;
        else this.notStored = !this.wired.unkept;
      },
    );
  }

  /** Takes the right to write from the other tab, and its log with it. */
  async takeOver(): Promise<void> {
    await this.wired.lock.take();
    this.#enter(await openWired(this.wired));
    await this.speak();
    this.otherTab = false;
  }

  /**
   * Fetches the explanations of every rated decision made so far that are not here yet. Unless `again`, nothing is asked
   * for once one could not be had: in a room they open later.
   */
  async explain(again = true): Promise<void> {
    const { log, wired } = this;
    if (!log || (!again && [...this.explanations.values()].includes('failed'))) return;
    for (const event of log.events) {
      if (event.type !== 'decision.made' || typeof (this.explanations.get(event.seq) ?? 'failed') !== 'string')
        continue;
      const before = { ...log, events: log.events.slice(0, event.seq) };
      const explained = await import('#case/play/use-cases/open-answers.ts')
        .then(({ explainDecision }) => explainDecision(wired.parts, before, wired.part, event.state))
        .catch((error: unknown) => (error instanceof PartSealedError ? 'sealed' : this.refuse(error)));
      if (explained) this.explanations = new Map([...this.explanations, [event.seq, explained]]);
    }
  }

  /** What opens the answers of the case; fetched when there is something to answer. */
  async answers(): Promise<AnswerService> {
    const { parts: loader, kinds } = this.wired;
    const [{ createAnswers }, scores] = await Promise.all([
      import('#case/play/use-cases/open-answers.ts'),
      kinds.scores(),
    ]);
    return createAnswers({ loader, kinds: { scores } });
  }

  /** Why an answer could not be had. One of another version is told to the reader: only a reload helps. */
  refuse(error: unknown): Refusal {
    if (!(error instanceof PartOfOtherVersionError)) return 'failed';
    this.otherKey = true;
    return 'other-version';
  }

  /** Goes to where a stored attempt stands. What was read then is not shown again, but for the very last step. */
  #enter({ session, setAside }: OpenedCase): void {
    this.#show(session);
    this.setAside = setAside ?? this.setAside;
    this.read = Math.max(0, (this.last?.seq ?? 0) - 1);
    this.explanations = new Map();
  }

  /** Says whether what was done is kept: a storage that was full may take it all in later. */
  #lookAtStore(): void {
    this.notStored = !this.wired.unkept && !this.wired.ports.store.lasting;
  }

  #show(session: CaseSession | undefined): void {
    this.#session = session;
    this.#front = undefined;
    this.#stands = session?.attempt;
    this.last = session?.log.events.at(-1);
  }
}
