import { startOfWeek } from './clock.ts';

/** Events that come from outside, in the order of the weeks. Their words are messages. */
export const INJECTS = {
  /** A market ad beside a card is a withheld card: a possible minor. Stop there, refer, log the address only. */
  'possible-minor': { hour: startOfWeek(2) + 20, choices: ['refer', 'go-on'] },
  /** The lawyer of a platform: "You break our terms." */
  lawyer: { hour: startOfWeek(3) + 10, choices: ['basis', 'pause', 'ignore'] },
  /** A journalist wants names. */
  journalist: { hour: startOfWeek(3) + 60, choices: ['wait', 'names'] },
  /** Many ads that look alike and that a program may have made. Their look alone does not show who is behind them. */
  'one-look': { hour: startOfWeek(3) + 110, choices: ['look', 'label', 'take-down', 'detect'] },
  /** Everywhere more reports than usual: delays grow. Nothing to answer. */
  'busy-week': { hour: startOfWeek(4), choices: [] },
  /** The moderators of a platform recognise the test account. No message says so; a team can find it by comparing. */
  recognised: { hour: startOfWeek(4) + 30, choices: [] },
  /** Lawful ads were shut because of false reports of the team. */
  'sellers-harmed': { hour: startOfWeek(5) + 12, choices: ['repair', 'ignore'] },
} as const satisfies Readonly<Record<string, { readonly hour: number; readonly choices: readonly string[] }>>;
export type InjectId = keyof typeof INJECTS;
export type InjectChoice = (typeof INJECTS)[InjectId]['choices'][number];

/** True if a team has to answer, because there are choices. */
export const isToAnswer = (id: InjectId): boolean => INJECTS[id].choices.length > 0;

export const INJECT_IDS = Object.keys(INJECTS) as [InjectId, ...InjectId[]];

/** Forbidden acts. Any of them closes the gate of a score. */
export const RED_LINES = [
  'went-on-beside-a-possible-minor',
  'gave-names-before-the-reply',
  'went-on-hurting-sellers',
  'card-up-too-long',
] as const;
export type RedLine = (typeof RED_LINES)[number];

/** Factor on all delays in the busy week. */
export const BUSY_FACTOR = 1.6;
