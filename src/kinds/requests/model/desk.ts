import type { LawOfDesk, StateLaw } from '#evidence/law/model/authority.ts';
import type { Channel, DataCategory } from '#evidence/letters/model/letter.ts';

/** An invented company that runs sites of the market; all public information. */
export interface Platform {
  readonly id: string;
  /** Its name; left out if it is known by the names of its sites. */
  readonly name?: string;
  /** Id of the invented State whose law applies to it. */
  readonly state: string;
  /** Sites of the market that it runs. */
  readonly sites: readonly string[];
  readonly holds: readonly DataCategory[];
  /** Maximum days for which it preserves data on one request. */
  readonly longestDays: number;
  readonly answersAfterMinutes: number;
  /** True of a company abroad that offers its service in the State of the writer. */
  readonly servesHome?: boolean;
}

/** The channels between States; the two others are a matter of the company. */
export const STATE_CHANNELS = ['states', 'point', 'direct', 'central'] as const satisfies readonly Channel[];

/** The request desk of a case: who writes, to whom, and which offences exist in which States. */
export interface RequestDesk {
  /** False if letters get no feedback before they are sent, as in an assessment; otherwise a checklist is shown. */
  readonly checklist?: boolean;
  /** State of the writer. */
  readonly home: string;
  /** The law of that State on who may order which data; filled in from the table of all States. */
  readonly law: StateLaw;
  /** True if a life is in danger in the case. */
  readonly emergency?: boolean;
  readonly platforms: readonly Platform[];
  readonly states: readonly {
    readonly id: string;
    readonly name: string;
    readonly language: string;
    /**
     * The channels that are open with this State, each with the minutes until an answer comes. Where no State has any,
     * letters at this desk have no choice of channel.
     */
    readonly channels?: Readonly<Partial<Record<(typeof STATE_CHANNELS)[number], number>>>;
  }[];
  readonly offences: readonly {
    readonly id: string;
    readonly text: string;
    /** Maximum penalty in years in the State of the writer. */
    readonly maxYears: number;
    /** States in which the facts are an offence too. */
    readonly alsoIn: readonly string[];
  }[];
}

/** True unless that company holds no versions of pages: then it runs no ads, and can take none down. */
export const runsAds = ({ platforms }: Pick<RequestDesk, 'platforms'>, to: string | undefined): boolean =>
  platforms.find(({ id }) => id === to)?.holds.includes('versions') ?? true;

/** The law that applies to the letters of the desk. */
export function lawOf({
  law,
  offences,
  emergency = false,
}: Pick<RequestDesk, 'law' | 'offences' | 'emergency'>): LawOfDesk {
  return { law, emergency, years: Object.fromEntries(offences.map(({ id, maxYears }) => [id, maxYears])) };
}
