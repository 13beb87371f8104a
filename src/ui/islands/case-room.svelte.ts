import { beginCase, type CaseSession, isTaken, type OpenedCase } from '#app/case/case-session.ts';
import { type DecisionExplanation, explainDecision } from '#app/case/open-answers.ts';
import type { SavedAttempt } from '#app/case/ports.ts';
import type { AttemptDeed, AttemptEvent } from '#core/attempt/attempt-log.ts';
import type { AttemptState } from '#core/attempt/replay-attempt.ts';
import { openWired, type WiredCase } from './case-wiring.ts';

/** An open case as its screens see it: where the attempt stands, whether it is kept, and whether this tab may write. */
export class CaseRoom {
  attempt = $state.raw<AttemptState | undefined>();
  last = $state.raw<AttemptEvent | undefined>();
  savedAt = $state<string | undefined>();
  /** Another tab writes to this case. */
  otherTab = $state(false);
  /** Storage refuses: the case goes on and nothing outlives the page. */
  notStored = $state(false);
  setAside = $state.raw<SavedAttempt | undefined>();
  /** Number of the last event whose aftermath has been read. */
  read = $state(0);
  /** Explanations of rated decisions, by the number of their event; `failed` where the part cannot be fetched. */
  explanations = $state.raw<ReadonlyMap<number, DecisionExplanation | 'failed'>>(new Map());

  readonly wired: WiredCase;
  #session: CaseSession | undefined;

  constructor(wired: WiredCase, opened: OpenedCase) {
    this.wired = wired;
    this.otherTab = !wired.lock.held;
    this.notStored = !wired.ports.store.lasting;
    this.#enter(opened);
  }

  get session(): CaseSession | undefined {
    return this.#session;
  }

  get log() {
    return this.#session?.log;
  }

  /** Begins an attempt, or a new one in place of the open one, which is kept. Nothing happens while another tab writes. */
  async begin(): Promise<void> {
    if (this.otherTab) return;
    this.#show(await beginCase(this.wired.part, this.wired.ports, this.#session));
    this.read = 0;
    this.explanations = new Map();
  }

  /** Does one thing in the case. Nothing happens while another tab writes. */
  record(deed: AttemptDeed): void {
    const session = this.#session;
    if (!session || this.otherTab) return;
    const stored = session.record(deed);
    this.#show(session);
    stored.then(
      () => {
        this.savedAt = session.savedAt;
      },
      (error: unknown) => {
        if (isTaken(error)) this.otherTab = true;
        else this.notStored = true;
      },
    );
  }

  /** Takes the right to write from the other tab, and its log with it. */
  async takeOver(): Promise<void> {
    await this.wired.lock.take();
    this.#enter(await openWired(this.wired));
    this.otherTab = false;
  }

  /** Fetches the explanations of every rated decision made so far that are not here yet. */
  async explain(): Promise<void> {
    const { log, wired } = this;
    if (!log) return;
    for (const event of log.events) {
      if (
        event.type !== 'decision.made' ||
        (this.explanations.has(event.seq) && this.explanations.get(event.seq) !== 'failed')
      )
        continue;
      const before = { ...log, events: log.events.slice(0, event.seq) };
      const explained = await explainDecision(wired.parts, before, wired.part, event.state).catch(
        () => 'failed' as const,
      );
      if (explained) this.explanations = new Map([...this.explanations, [event.seq, explained]]);
    }
  }

  /** Goes to where a stored attempt stands. What was read then is not shown again, but for the very last step. */
  #enter({ session, setAside }: OpenedCase): void {
    this.#show(session);
    this.setAside = setAside ?? this.setAside;
    this.read = Math.max(0, (this.last?.seq ?? 0) - 1);
    this.explanations = new Map();
  }

  #show(session: CaseSession | undefined): void {
    this.#session = session;
    this.attempt = session?.attempt;
    this.last = session?.log.events.at(-1);
  }
}
