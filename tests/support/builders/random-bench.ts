import type { Table } from '#case/reference-players/use-cases/table.ts';
import { emptyLetter, LETTER_KINDS, type Letter } from '#evidence/letters/model/letter.ts';
import { identifiersOn } from '#evidence/locker/model/identifiers.ts';
import { workstationOffset, workstationTime } from '#evidence/locker/model/workstation-clock.ts';
import { addMinutes, type Instant } from '#kernel/model/instant.ts';
import { sha256Hex } from '#kernel/model/sha256.ts';
import { CONTEXTS, EXTENTS, NOTE_PLACES, SESSIONS, SHORTCUTS } from '#kinds/preservation/model/care-actions.ts';
import type { PreservationAction } from '#kinds/preservation/model/play.ts';
import { serveContext } from '#kinds/preservation/model/serve-context.ts';
import { preserveAll, screenshotsOnly } from '#kinds/preservation/use-cases/preserve-all.ts';
import { readServedAd } from '#market/ads/model/read-served-ad.ts';
import { adUrl, serveAd } from '#market/ads/model/serve-ad.ts';
import { type Chances, drawSlips, slipped } from './chances.ts';

/** A copy that the player has made so far. */
interface Made {
  readonly item: string;
  readonly ad: string;
  readonly at: Instant;
  readonly sha256: string;
}

const PEOPLE = [
  { actor: 'Reference player', role: 'reference' },
  { actor: 'Analyst 4', role: 'analyst' },
  { actor: '', role: 'analyst' },
] as const;
const NOTES = ['the person is a victim', 'a possible victim at most', 'seen again', 'the phone is the same'];
const OTHER_HASH = 'ab'.repeat(32);
const DAY = 24 * 60;

/**
 * What a random player does at a workbench. Nothing of it is fixed beforehand: each act is made when it is its turn,
 * from the moment of the case, as a workstation makes it. `next` gives undefined where the player has done.
 */
export function randomWorkbench(table: Table, offsetBrief: Readonly<Record<string, unknown>>, draw: Chances) {
  const { material, attempt } = table;
  const { market } = material;
  const slips = drawSlips(draw);
  const oracle = draw.often(6) ? screenshotsOnly(table) : preserveAll(table);
  const plan = slipped(oracle, slips, draw);
  const offset = workstationOffset(offsetBrief);
  const made: Made[] = [];
  /** Numbers that the oracle gave its items, by what they are called here. */
  const names = new Map<string, string>();
  let captured = 0;
  let waits = draw.often(12) ? draw.int(200) : 0;
  const others = draw.mixed(market.ads.map(({ id }) => id)).slice(0, 4);
  const closed = market.ads.filter(({ withheld }) => withheld).map(({ id }) => id);
  const spoils = () => draw.often(slips.spoil);
  /** The acting person; sometimes without a name. */
  const player = draw.often(4) ? PEOPLE[2] : PEOPLE[0];
  const person = () => (spoils() ? draw.one(PEOPLE) : player);
  const itemOf = (item: string) => names.get(item) ?? item;
  const anyItem = () => (made.length > 0 ? draw.one(made).item : 'EV-001');
  const anyAd = () => draw.one([...others, ...closed, ...made.map(({ ad }) => ad)]);

  /** The act at its moment: hashes and times are those of now. */
  function settled(planned: PreservationAction, now: Instant): PreservationAction {
    const action = player.actor === '' ? { ...planned, ...player } : planned;
    switch (action.type) {
      case 'page.captured': {
        const served = serveAd(market, action.ad, now, attempt.world);
        const sha256 = spoils() ? OTHER_HASH : sha256Hex(served.body);
        return { ...action, status: served.status, bytes: served.body.length, sha256, ...person() };
      }
      case 'context.captured': {
        const bytes = serveContext(market, action.ad, action.of, now, attempt.world);
        const sha256 = spoils() || !bytes ? OTHER_HASH : sha256Hex(bytes);
        return { ...action, bytes: bytes?.length ?? 0, sha256, ...person() };
      }
      case 'record.written':
        return { ...recordOf(itemOf(action.item), now), ...person() };
      case 'hash.verified': {
        const item = itemOf(action.item);
        const sha256 = spoils() ? OTHER_HASH : (made.find((one) => one.item === item)?.sha256 ?? OTHER_HASH);
        return { ...action, item, sha256, ...person() };
      }
      case 'clock.checked': {
        const offsetSeconds = spoils() ? draw.one([0, -12, 12, offset]) : offset;
        return { ...action, offsetSeconds, ...person() };
      }
      case 'authority.noted':
        return { ...action, legalBasis: spoils() ? draw.one(['', ' ', 'order 2 of the file.']) : action.legalBasis };
      case 'plan.noted':
        return { ...action, tool: spoils() ? '' : action.tool };
      case 'session.opened':
        return { ...action, account: spoils() ? draw.one(SESSIONS) : action.account };
      case 'request.entered':
        return { ...action, letter: spoils() ? spoiledLetter(action.letter) : action.letter };
      case 'renewal.noted':
        return { ...action, on: spoils() ? draw.one(['soon', '', addMinutes(now, 400 * DAY)]) : action.on };
      case 'disclosure.noted':
        return spoils()
          ? {
              ...action,
              pointsAway: draw.some(action.pointsAway, 60),
              failures: draw.one(['', 'none', 'one page was slow.']),
            }
          : action;
      case 'copy.sealed':
      case 'copy.opened':
      case 'item.handed-over':
        return { ...action, item: itemOf(action.item) };
      default:
        return action;
    }
  }

  function spoiledLetter(letter: Letter): Letter {
    const to = draw.one([letter.to, '', 'another-site']);
    return draw.one<Letter>([
      { ...letter, to },
      { ...letter, days: draw.one([0, 1, 60]) },
      { ...letter, ads: letter.ads.slice(1), urgency: '', facts: '' },
      { ...emptyLetter(draw.one(LETTER_KINDS)), to },
    ]);
  }

  function recordOf(item: string, now: Instant): Extract<PreservationAction, { type: 'record.written' }> {
    const copy = made.find((one) => one.item === item);
    const ad = copy?.ad ?? others[0] ?? '';
    const at = copy?.at ?? now;
    const served = serveAd(market, ad, at, attempt.world);
    const exact = adUrl(market, ad);
    const urls = [
      served.url,
      adUrl(market, ad, 'search'),
      exact.split('?')[0] ?? '',
      exact.split('&')[0] ?? '',
      '',
      ' ',
    ];
    const wrongTimes = [workstationTime(at, offset), at.replace('T', ' ').slice(0, 16), at.slice(0, 10), '', ' '];
    const shown = identifiersOn(ad, readServedAd(served));
    const isCopy = served.redirects !== undefined || market.ads.some(({ id, copied }) => id === ad && copied);
    const right = isCopy ? 'copy' : 'source';
    const standing = spoils() ? draw.one(['source', 'copy', undefined] as const) : right;
    return {
      type: 'record.written',
      item,
      url: spoils() ? draw.one([...urls, 'https://elsewhere.example/ad?id=1']) : exact,
      finalUrl: served.url,
      time: spoils() ? draw.one([...wrongTimes, addMinutes(at, 60)]) : at,
      identifiers: spoils() ? draw.one([shown.slice(1), shown.slice(0, 1), [], [...shown, 'phone:000']]) : shown,
      ...(standing && { standing }),
      ...player,
    };
  }

  /** Something that the oracle does not do. */
  function stray(now: Instant): PreservationAction {
    const who = player.actor === '' ? player : (PEOPLE[draw.int(2)] ?? player);
    const item = anyItem();
    const capture = (ad: string): PreservationAction => ({
      type: 'page.captured',
      ad,
      status: 0,
      bytes: 0,
      sha256: OTHER_HASH,
      ...who,
    });
    const look = (ad: string): PreservationAction => ({
      type: 'look.captured',
      ad,
      extent: draw.one(EXTENTS),
      bytes: 1,
      sha256: OTHER_HASH,
      tool: draw.one(['a tool', '']),
      ...who,
    });
    return draw.one<() => PreservationAction>([
      () => {
        const shortcut = draw.one(SHORTCUTS);
        const isNamed = shortcut === 'resaved-original' && draw.often(50);
        return { type: 'shortcut.taken', shortcut, ...(isNamed && { item }), ...who };
      },
      () => ({ type: 'notice.entered', platform: draw.one(['the site', 'another site']), ...who }),
      () => ({
        type: 'request.entered',
        letter: { ...emptyLetter(draw.one(LETTER_KINDS)), days: draw.int(3) },
        ...who,
      }),
      () => capture(draw.one(others)),
      () => capture(anyAd()),
      () => capture(draw.one(closed.length > 0 ? closed : others)),
      () => look(anyAd()),
      () => ({ type: 'context.captured', ad: anyAd(), of: draw.one(CONTEXTS), bytes: 0, sha256: OTHER_HASH, ...who }),
      () => ({ type: 'item.deleted', item, purpose: 'not needed', ...who }),
      () => ({ type: 'item.renamed', item, name: 'page', logged: draw.often(50), ...who }),
      () => ({ type: 'bystander.redacted', item, what: 'a number', ...who }),
      () => ({ type: 'note.written', item, on: draw.one(NOTE_PLACES), text: draw.one(NOTES), ...who }),
      () => ({ type: 'copy.opened', item, copy: draw.one(['original', 'working']), purpose: 'to read', ...who }),
      () => ({ type: 'copy.sealed', item, ...who }),
      () => ({ type: 'hash.verified', item, sha256: draw.often(50) ? OTHER_HASH : shaOf(item), ...who }),
      () => ({ type: 'session.opened', account: draw.one(SESSIONS), ...who }),
      () => ({ type: 'closed-card.reported', ad: draw.one([...closed, ...others]), to: 'the police', ...who }),
      () =>
        made.length % 2 === 0
          ? { type: 'answer.entered', outcome: 'partial', says: 'a part is kept', ...who }
          : { type: 'request.renewed', days: 30, ...who },
      () => ({ type: 'renewal.noted', on: addMinutes(now, draw.int(100) * DAY), ...who }),
      () => ({ type: 'authority.noted', legalBasis: draw.one(['', ' ', 'a later order.']), ...who }),
      () => ({ type: 'disclosure.noted', pointsAway: [], failures: draw.one(['', 'none; nothing.']), ...who }),
      () => ({ ...recordOf(item, now), ...who }),
    ])();
  }

  const shaOf = (item: string) => made.find((one) => one.item === item)?.sha256 ?? OTHER_HASH;

  function noteCapture(action: PreservationAction, now: Instant, planned: boolean): void {
    if (action.type !== 'page.captured') return;
    const item = `EV-${String(made.length + 1).padStart(3, '0')}`;
    made.push({ item, ad: action.ad, at: now, sha256: action.sha256 });
    if (planned) names.set(`EV-${String(++captured).padStart(3, '0')}`, item);
  }

  return {
    next(now: Instant): PreservationAction | undefined {
      if (waits > 0) {
        waits -= 1;
        return { type: 'finding.noted', ad: others[0] ?? '', path: 'list', ...player };
      }
      const isStray = draw.often(slips.stray) || (plan.length === 0 && slips.stray > 0 && draw.often(70));
      const planned = isStray ? undefined : plan.shift();
      if (!isStray && planned === undefined) return undefined;
      const action = settled(planned ?? stray(now), now);
      // An item that is not captured yet cannot be recorded, sealed or deleted.
      const isOfNothing = 'item' in action && !made.some(({ item }) => item === action.item);
      if (isOfNothing) return this.next(now);
      noteCapture(action, now, planned !== undefined);
      return action;
    },
  };
}
