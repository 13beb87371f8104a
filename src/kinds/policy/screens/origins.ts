import type { DividedView } from '#kinds/policy/model/divided-views.ts';
import type { MeasureId } from '#kinds/policy/model/measures.ts';

/** What a position is taken from, for and against: recommendations of the source report, and sources by their codes. */
export interface TakenFrom {
  readonly recommendations: readonly string[];
  readonly sources: readonly string[];
}

/** What the words of each measure are taken from. */
export const MEASURE_ORIGINS: Readonly<Record<MeasureId, TakenFrom>> = {
  A1: { recommendations: ['S16', 'S21', 'S81'], sources: [] },
  A2: { recommendations: ['S9'], sources: ['SEED'] },
  A3: { recommendations: ['S1', 'S51'], sources: ['ODI'] },
  A4: { recommendations: ['S22', 'S80'], sources: [] },
  A5: { recommendations: ['S56', 'S57'], sources: [] },
  B1: { recommendations: ['S7'], sources: ['SEED'] },
  B2: { recommendations: ['S28', 'S30', 'S35'], sources: [] },
  B3: { recommendations: ['S29'], sources: ['RUS', 'SEC25'] },
  B4: { recommendations: ['S32'], sources: [] },
  B5: { recommendations: ['S31', 'S33'], sources: [] },
  C1: { recommendations: ['S36'], sources: ['EC21'] },
  C2: { recommendations: ['S40', 'S41'], sources: ['KHA', 'BUL'] },
  C3: { recommendations: ['S72'], sources: ['GAO21', 'ZDS22', 'CDT19', 'BW20'] },
  C4: { recommendations: ['S61', 'S76', 'S77'], sources: [] },
  C5: { recommendations: ['S70', 'S73', 'S72'], sources: [] },
  D1: { recommendations: ['S48', 'S49'], sources: [] },
  D2: { recommendations: ['S15', 'S37', 'S39'], sources: [] },
  D3: { recommendations: ['S53', 'S55', 'S68', 'S54'], sources: [] },
  D4: { recommendations: ['S12', 'S13', 'S14'], sources: [] },
  D5: { recommendations: ['S56', 'S58', 'S65'], sources: [] },
};

/** What the words of each view are taken from. */
export const VIEW_ORIGINS: Readonly<Record<DividedView, TakenFrom>> = {
  whole: { recommendations: ['S72', 'S75', 'S76', 'S77'], sources: [] },
  networks: { recommendations: ['S73', 'S70'], sources: [] },
  worst: { recommendations: ['S74'], sources: [] },
};
