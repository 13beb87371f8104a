import { sayNumber } from '#i18n/locale.ts';
import { translator } from '#i18n/translator.ts';
import type { FindingWord, Objection } from '#kinds/platform-test/model/actions.ts';
import { HOURS_PER_WEEK, instantAt, weekOf } from '#kinds/platform-test/model/clock.ts';
import type { OpenBrief } from '#kinds/platform-test/model/open-brief.ts';
import type { PlatformPage } from '#kinds/platform-test/model/page-address.ts';
import type { TestAct } from '#kinds/platform-test/model/play.ts';
import type { TestEvent } from '#kinds/platform-test/model/state.ts';
import type { ClaimId } from '#market/platforms/model/claims.ts';
import type { TestCardId } from '#market/platforms/model/test-cards.ts';
import claims from '#words/evidence/claims.json' with { type: 'json' };
import messages from '#words/kinds/platform-test.json' with { type: 'json' };

export const t = translator(messages);
type Key = keyof typeof messages;

/** The words under a key that is made of an id, such as `cell.blocked`. */
export const say = (key: string, params = {}): string => t(key as Key, params);

const ofClaim = translator(claims);
export const claimWords = (claim: ClaimId | string): string => ofClaim(claim as ClaimId);
/** The same in two or three words, for lists. */
export const shortWords = (claim: ClaimId): string => t(`short.${claim}`);
export const cardTitle = (card: TestCardId): string => t(`card.${card}`);
export const wordWords = (word: FindingWord): string => t(`word.${word}`);

/** The name of a site or of a mirror. */
export const siteName = ({ platforms, mirrors }: Pick<OpenBrief, 'platforms' | 'mirrors'>, id: string): string =>
  [...platforms, ...mirrors].find((site) => site.id === id)?.name ?? id;

const WHOLE = 100;

/** A share as a whole number of a hundred. */
export const percent = (share: number): string => sayNumber(Math.round(share * WHOLE));

/** "Week 2, day 3, 09:00". The first day of a week is the Monday on which the test began. */
export function hourWords({ from }: Pick<OpenBrief, 'from'>, hour: number): string {
  const within = hour - (weekOf(hour) - 1) * HOURS_PER_WEEK;
  return t('clock.now', {
    week: weekOf(hour),
    day: Math.floor(within / 24) + 1,
    time: instantAt(from, hour).slice(11, 16),
  });
}

/** What an objection is about. */
export const aboutWords = (about: Objection['about']): string =>
  'claim' in about ? t('objection.finding', { claim: claimWords(about.claim) }) : `${t(`objection.act.${about.act}`)}.`;

/** Hours without a fraction, as far as they are shown. */
export const wholeHours = (hours: number): string => sayNumber(Math.round(hours));

/** "TC7 (1) on Kelvast Notices": the name of a copy, from its id. */
export function copyName(brief: OpenBrief, id: string): string {
  const [, site = '', card = '', copy = ''] = /^(.+)-(TC\d+)-(\d+)$/.exec(id) ?? [];
  return card === '' ? id : t('copy.name', { card, copy, site: siteName(brief, site) });
}

/** What a page of a platform is called, with the language that is asked for. */
export function pageWords(brief: OpenBrief, page: PlatformPage): string {
  if (page.page === 'card') return copyName(brief, page.copy);
  const name = brief.pages.words[page.page];
  return page.language === undefined ? name : t('page.in', { page: name, language: page.language });
}

/** What an act is called, as something to be done. */
export function actWords(brief: OpenBrief, act: TestAct): string {
  switch (act.type) {
    case 'card.placed':
      return t(act.madeByProgram ? 'act.placed.program' : 'act.placed', {
        card: act.card,
        site: siteName(brief, act.site),
      });
    case 'report.sent':
      return act.route
        ? t('act.report.route', {
            copy: copyName(brief, act.copy),
            reporter: say(`reporter.${act.reporter}`),
            route: say(`route.${act.route}`),
          })
        : t('act.report.sent', { copy: copyName(brief, act.copy), reporter: say(`reporter.${act.reporter}`) });
    case 'page.captured':
      return act.mirror === undefined
        ? t('act.page.captured', { copy: copyName(brief, act.copy) })
        : t('act.mirror.captured', { copy: copyName(brief, act.copy), site: siteName(brief, act.mirror) });
    case 'site.captured':
      return t('act.site.captured', { page: pageWords(brief, act), site: siteName(brief, act.site) });
    default: {
      const copy = 'copy' in act && act.copy !== undefined ? copyName(brief, String(act.copy)) : '';
      const site = 'site' in act ? siteName(brief, act.site) : '';
      return say(`act.${act.type}`, { copy, site });
    }
  }
}

/** One event in words. */
export function eventWords(brief: OpenBrief, event: Omit<TestEvent, 'seen'>): string {
  const { type, site, card, copy, reporter, answer, reasoned, withData, fields, days } = event;
  const key = `event.${type}`;
  const params = {
    site: siteName(brief, site),
    copy: `${card} (${copy})`,
    reporter: reporter ? say(`reporter.${reporter}`) : '',
    answer: `${answer ? say(`answer.${answer}`) : ''}${t(reasoned ? 'event.reasoned' : 'event.unreasoned')}`,
    data: t(withData ? 'event.data' : 'event.no-data'),
    fields: t.count('kept.fields', fields?.length ?? 0),
    days: t.count('kept.days', days ?? 0),
  };
  return t(Object.hasOwn(messages, key) ? (key as Key) : 'event.other', params);
}
