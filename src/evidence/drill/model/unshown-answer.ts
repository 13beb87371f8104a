import { type AuthorityTable, lacksOf } from '#evidence/law/model/authority.ts';
import { readSignedLetter, type SignedLetter } from '#evidence/letters/model/signed-letter.ts';
import type { Locker } from '#evidence/locker/model/locker.ts';
import { namesAd, namesItem } from '#evidence/locker/model/rechain.ts';
import { NOT_LOGGED_IN } from '#evidence/locker/model/record-gaps.ts';
import { isInstant } from '#kernel/model/instant.ts';
import { sha256Hex } from '#kernel/model/sha256.ts';
import { clockReading } from './clock-reading.ts';
import type { CourtGround } from './court-ground.ts';
import type { CourtQuestion } from './court-questions.ts';

/**
 * Why a locker without a fault still does not answer a question: something that the answer rests on is not in the
 * locker. Undefined if all of it is there. `law` says who may sign which letter.
 */
export function unshownAnswer(question: CourtQuestion, locker: Locker, law: AuthorityTable): CourtGround | undefined {
  const isShown = (SHOWN as Partial<Record<CourtQuestion, (locker: Locker) => boolean>>)[question];
  if (isShown && !isShown(locker)) return { id: `unshown.${question}`, params: {} };
  return question === 'lawful' ? unlawfulLetter(locker, law) : undefined;
}

/** Of some questions, what has to be in the locker besides the absence of faults. */
const SHOWN = {
  lawful: hasAuthorityBeforeCaptures,
  complete: hasEachContext,
  unaltered: hasLoggedFilesAlone,
  when: hasClockReading,
  who: hasPeopleOfLog,
  order: isInOrder,
} satisfies Partial<Record<CourtQuestion, (locker: Locker) => boolean>>;

function beforeCaptures({ custody }: Locker): Locker['custody'] {
  const first = custody.findIndex(({ action }) => action === 'page.captured');
  return first < 0 ? custody : custody.slice(0, first);
}

function hasAuthorityBeforeCaptures(locker: Locker): boolean {
  const before = beforeCaptures(locker);
  const bases = before.flatMap(({ action, reason }) => (action === 'authority.noted' ? [reason] : []));
  return (
    before.some(({ action }) => action === 'plan.noted') &&
    locker.items.every(({ facts }) => bases.includes(facts.legalBasis))
  );
}

/** A request whose letter is not in the locker, or whose signature does not carry what it asks for. */
function unlawfulLetter({ custody, letters }: Locker, law: AuthorityTable): CourtGround | undefined {
  const texts = new Map(letters.map(({ name, text }) => [sha256Hex(text), { name, text }]));
  for (const { action, sha256, seq } of custody)
    if (action === 'request.entered' && !texts.has(sha256))
      return { id: 'unshown.lawful.letter', params: { entry: seq } };
  for (const { name, text } of letters) {
    const letter = readSignedLetter(text);
    if (!letter) return { id: 'unshown.lawful.unread', params: { letter: name } };
    if (!maySign(letter, law))
      return { id: 'unshown.lawful.signer', params: { letter: name, signer: letter.authority } };
  }
  return undefined;
}

/**
 * True if the office may ask for all of the data in every State, because a locker does not say which State it is of. An
 * emergency lets more offices order, and nothing in a locker shows one. The threshold of an offence is not asked: a
 * letter does not say how heavy its offence is.
 */
function maySign(letter: SignedLetter, { states }: AuthorityTable): boolean {
  const asked = { ...letter, offence: '' };
  return states.every((state) => lacksOf(asked, { law: state, years: {}, emergency: false }).length === 0);
}

/** Entries about what was captured around a page: its look, its versions, other ads of its account. */
const isContext = ({ action }: Locker['custody'][number]) =>
  action === 'context.captured' || action === 'look.captured';

function hasEachContext({ custody, items, loose = [] }: Locker): boolean {
  const texts = [...items.flatMap(({ surroundings }) => surroundings), ...loose.flatMap((copies) => copies.texts)];
  const kept = new Set(texts.map(({ text }) => sha256Hex(text)));
  return custody.every((entry) => !isContext(entry) || kept.has(entry.sha256));
}

/** True if the log has the hash of each file around a page, and of each letter. */
function hasLoggedFilesAlone({ custody, items, letters }: Locker): boolean {
  const sent = custody.flatMap(({ action, sha256 }) => (action === 'request.entered' ? [sha256] : []));
  if (!letters.every(({ text }) => sent.includes(sha256Hex(text)))) return false;
  const logged = custody.filter(isContext);
  return items.every(({ facts, surroundings }) => {
    const hashes = logged.filter((entry) => namesAd(entry, facts.adId)).map(({ sha256 }) => sha256);
    return surroundings.every(({ text }) => hashes.includes(sha256Hex(text)));
  });
}

function hasClockReading(locker: Locker): boolean {
  const read = clockReading(locker);
  return read !== undefined && locker.items.every(({ facts }) => facts.clockCheck?.offsetMs === read.seconds * 1000);
}

/** True if nobody was signed in, and each record names the people who captured its page and checked its ad. */
function hasPeopleOfLog(locker: Locker): boolean {
  const { custody } = locker;
  const session = beforeCaptures(locker).findLast(({ action }) => action === 'session.opened');
  if (session?.reason !== 'account: none') return false;
  return locker.items.every(({ facts: { itemId, adId, operator, loginState, childMaterialCheck } }) => {
    const capture = custody.find((entry) => entry.action === 'page.captured' && namesItem(entry, itemId));
    const check = custody.find((entry) => entry.action === 'child-material.checked' && namesAd(entry, adId));
    return (
      loginState === NOT_LOGGED_IN &&
      operator.toLowerCase() === capture?.actor.toLowerCase() &&
      childMaterialCheck.by === (check?.actor ?? '')
    );
  });
}

function isInOrder({ custody }: Locker): boolean {
  return custody.every(({ utc }, n) => isInstant(utc) && utc >= (custody[n - 1]?.utc ?? ''));
}
