import { required } from '#kernel/model/invariant.ts';
import { sha256Hex } from '#kernel/model/sha256.ts';
import { ACTIONS } from './actions.ts';
import { instantAt, weekOf } from './clock.ts';
import { isDown } from './delays.ts';
import { copyOf, isMirrorOf, type NextState } from './next-state.ts';
import type { OpenBrief } from './open-brief.ts';
import type { PlatformPage, SitePage } from './page-address.ts';
import { serveInTest } from './serve-page.ts';
import type { PlatformTestState, TestItem } from './state.ts';
import { HEAVY_CARDS } from './team-acts.ts';

/** Points a week and person after which one capture in five of these cards lacks its time zone. */
const HEAVY_POINTS = 8;
const FORGETS_EACH = 5;

/** The tool of every capture in a test. */
const CAPTURE_TOOL = { name: 'Checkathon platform test', version: '1' } as const;

/** Why a page cannot be captured at this hour: the site is down, or it is no mirror of the platform. */
export function captureRefusal(
  brief: OpenBrief,
  hour: number,
  { site, mirror }: { readonly site: string; readonly mirror?: string | undefined },
): 'no-such-platform' | 'site-down' | undefined {
  if (mirror !== undefined) return isMirrorOf(brief, mirror, site) ? undefined : 'no-such-platform';
  return isDown(
    required(
      brief.platforms.find(({ id }) => id === site),
      `platform ${site}`,
    ),
    hour,
  )
    ? 'site-down'
    : undefined;
}

/** Captures the page of a copy as its site, or a mirror of it, sends it now, with the hash of these bytes. */
export function capture(next: NextState, id: string, mirror?: string): void {
  const copy = copyOf(next, id);
  const week = weekOf(next.hour);
  const tires = HEAVY_CARDS.has(copy.card) && (next.heavy[week] ?? 0) > HEAVY_POINTS * next.brief.people;
  if (tires) next.heavyItems += 1;
  const events = inboxOf(next.events, id);
  const { card, account, site, madeByProgram } = copy;
  const isMirrored = copy.mirroredAt !== undefined && copy.mirroredAt <= next.hour;
  const state =
    mirror === undefined
      ? { version: copy.version, isShown: copy.status === 'online' }
      : { version: 1, isShown: isMirrored };
  keep(
    next,
    mirror ?? site,
    { page: 'card', copy: id, card, account, ...(madeByProgram ? { madeByProgram } : {}), ...state },
    {
      hasZone: !(tires && next.heavyItems % FORGETS_EACH === 0),
      copy: id,
      event: events.at(-1)?.id ?? `${id}-1`,
    },
  );
}

/** Captures a page of a platform that belongs to no card, such as its report form. */
export function captureSite(next: NextState, { site, page, language }: SitePage & { readonly site: string }): void {
  keep(next, site, { page, ...(language === undefined ? {} : { language }) }, { hasZone: true });
}

/** What the team did with a copy and what came to its inboxes about it, in its order. */
export const inboxOf = (events: PlatformTestState['events'], copy: string) =>
  events.filter((event) => event.seen === 'always' && event.id.startsWith(`${copy}-`));

function keep(
  next: NextState,
  site: string,
  page: PlatformPage,
  more: Pick<TestItem, 'hasZone' | 'copy' | 'event'>,
): void {
  const { url, status, body } = serveInTest(next.brief, site, page, next.hour);
  const item: TestItem = {
    id: `item-${next.items.length + 1}`,
    hour: next.hour,
    at: instantAt(next.brief.from, next.hour),
    site,
    page,
    url,
    status: status === 200 ? 'shown' : 'not-shown',
    sha256: sha256Hex(body),
    operator: ACTIONS['page.captured'].role,
    tool: CAPTURE_TOOL,
    ...more,
  };
  next.items = [...next.items, item];
}
