/** Values of the calculator in hundredths: controlled ads, and controlled and other ads that show the sign. */
export interface FallacyValues {
  readonly prevalence: number;
  readonly ofControlled: number;
  readonly ofOthers: number;
}

/** The size of the market in the examples. */
export const FALLACY_ADS = 600;

/** The examples of lesson J2. All values are for training. */
export const FALLACY_EXAMPLES = {
  phone: { prevalence: 6, ofControlled: 40, ofOthers: 19 },
  tool: { prevalence: 6, ofControlled: 80, ofOthers: 10 },
  equal: { prevalence: 6, ofControlled: 30, ofOthers: 30 },
} as const satisfies Readonly<Record<string, FallacyValues>>;

export type FallacyExample = keyof typeof FALLACY_EXAMPLES;
export const FALLACY_NAMES = Object.keys(FALLACY_EXAMPLES) as readonly FallacyExample[];
