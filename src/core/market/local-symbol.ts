import { WITHHELD_SIGNS } from './families.ts';
import type { MarketProfile } from './schemas.ts';

/** The one invented symbol of the kit. */
const SYMBOL = '◈';

/** True where the market card says that the symbol has a meaning there. */
export const explainsSymbol = ({ symbols }: Pick<MarketProfile, 'symbols'>): boolean => symbols.includes(SYMBOL);

/** The possible-minor signs that a closed card of this market may give: the symbol only where the market card explains it. */
export const withheldSignsOf = (profile: Pick<MarketProfile, 'symbols'>) =>
  WITHHELD_SIGNS.filter((sign) => sign !== 'pm-local-symbol' || explainsSymbol(profile));
