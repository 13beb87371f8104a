import type { LawOfDesk, StateLaw } from '#core/evidence/law/authority.ts';
import type { DataCategory } from '#core/evidence/letters/letter.ts';

/** An invented company that runs sites of the market, as everyone can know it. */
export interface Platform {
  readonly id: string;
  /** What it is called; left out where it goes by the names of its sites. */
  readonly name?: string;
  /** Id of the invented State under whose law it stands. */
  readonly state: string;
  /** Sites of the market that it runs. */
  readonly sites: readonly string[];
  readonly holds: readonly DataCategory[];
  /** The longest period for which it keeps data on one request. */
  readonly longestDays: number;
  readonly answersAfterMinutes: number;
}

/** What stands on the request desk of a case: who writes, whom one can write to, and which offences the States know. */
export interface RequestDesk {
  /** False where nothing may be said of a letter before it has gone out, as in an assessment; a checklist stands by it otherwise. */
  readonly checklist?: boolean;
  /** State of the writer. */
  readonly home: string;
  /** The law of that State on who may order which data; put here from the one table of all States. */
  readonly law: StateLaw;
  /** True where somebody's life is in danger in the case. */
  readonly emergency?: boolean;
  readonly platforms: readonly Platform[];
  readonly states: readonly { readonly id: string; readonly name: string; readonly language: string }[];
  readonly offences: readonly {
    readonly id: string;
    readonly text: string;
    /** The maximum that it carries in the State of the writer. */
    readonly maxYears: number;
    /** States in which the facts are an offence too. */
    readonly alsoIn: readonly string[];
  }[];
}

/** What the desk knows about the law that its letters stand under. */
export function lawOf({ law, offences, emergency = false }: RequestDesk): LawOfDesk {
  return { law, emergency, years: Object.fromEntries(offences.map(({ id, maxYears }) => [id, maxYears])) };
}
