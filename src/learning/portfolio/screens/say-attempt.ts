import { translator } from '#i18n/translator.ts';
import type { PortfolioEntry } from '#learning/portfolio/model/portfolio-entry.ts';
import messages from '#words/learning/portfolio.json' with { type: 'json' };

const t = translator(messages);

/** The case of an attempt, with the number of the attempt where the device has several at this case. */
export const sayCase = ({ title, number }: Pick<PortfolioEntry, 'title' | 'number'>): string =>
  number === undefined ? title : t('attempt.of', { title, n: number });

/** The same with the day. */
export const sayAttempt = ({ day, ...entry }: Pick<PortfolioEntry, 'title' | 'number' | 'day'>): string =>
  t('work.from', { title: sayCase(entry), day });

/** The day of an attempt, with its number where the device has several at its case. */
export const sayDay = ({ number, day }: Pick<PortfolioEntry, 'number' | 'day'>): string =>
  number === undefined ? day : t('attempt.day', { n: number, day });
