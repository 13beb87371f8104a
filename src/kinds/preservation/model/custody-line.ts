import { asJson, canonicalJson } from '#kernel/model/canonical-json.ts';
import { sha256Hex } from '#kernel/model/sha256.ts';
import { type CareAction, EXTENT_NAMES } from './care-actions.ts';

/** Custody entry of an act: hash of the object and reason. */
export interface CustodyLine {
  readonly sha256: string;
  readonly reason: string;
}

type Line<Type extends CareAction['type']> = (
  action: Extract<CareAction, { type: Type }>,
  hashOf: (item: string) => string,
) => CustodyLine | undefined;

const about = (reason: string): CustodyLine => ({ sha256: '-', reason });

const LINES: { readonly [Type in CareAction['type']]: Line<Type> } = {
  'plan.noted': ({ purpose, scope, tool, workstation }) => about([purpose, scope, tool, workstation].join('; ')),
  'session.opened': ({ account }) => about(`account: ${account}`),
  'finding.noted': ({ ad, path }) => about(`ad ${ad}, ${path}`),
  'closed-card.reported': ({ ad, to }) => about(`address of ad ${ad}, to ${to}`),
  'look.captured': ({ ad, extent, sha256 }) => ({ sha256, reason: `ad ${ad}, ${EXTENT_NAMES[extent]}` }),
  'context.captured': ({ ad, of, sha256 }) => ({ sha256, reason: `ad ${ad}, ${of}` }),
  'timestamp.requested': ({ sha256 }) => ({ sha256, reason: 'manifest' }),
  'copy.opened': ({ item, copy, purpose }, hashOf) => ({
    sha256: hashOf(item),
    reason: `${item}, ${copy} copy: ${purpose}`,
  }),
  'bystander.redacted': ({ item, what }) => about(`${item}, working copy: ${what}`),
  'note.written': ({ item, on, text }) => about(`${item}, ${on}: ${text}`),
  'item.renamed': ({ item, name, logged }, hashOf) =>
    logged ? { sha256: hashOf(item), reason: `${item} is now ${name}` } : undefined,
  'item.handed-over': ({ item, to, purpose }, hashOf) => ({
    sha256: hashOf(item),
    reason: `${item}, to ${to}: ${purpose}`,
  }),
  'item.deleted': ({ item, purpose }, hashOf) => ({ sha256: hashOf(item), reason: `${item}: ${purpose}` }),
  'shortcut.taken': () => undefined,
  'request.entered': ({ letter }) => ({
    sha256: sha256Hex(canonicalJson(asJson(letter))),
    reason: `to ${letter.to}`,
  }),
  'renewal.noted': ({ on }) => about(`on ${on}`),
  'request.renewed': ({ days }) => about(`${days} days`),
  'answer.entered': ({ outcome, says }) => about(`${outcome}: ${says}`),
  'safety.checked': ({ by }) => about(`with ${by}`),
  'notice.entered': ({ platform }) => about(`to ${platform}`),
  'retention.set': ({ until, access }) => about(`until ${until}; ${access}`),
  'disclosure.noted': ({ pointsAway, failures }) => about([...pointsAway, failures].filter(Boolean).join('; ')),
};

/** True for an act around a capture (`CareAction`). */
export function isCareAction(action: { readonly type: string }): action is CareAction {
  return Object.hasOwn(LINES, action.type);
}

/**
 * The custody entry of an act around a capture; undefined if the act leaves none. `hashOf` gives the hash of an item.
 */
export function custodyLine(action: CareAction, hashOf: (item: string) => string): CustodyLine | undefined {
  const line = LINES[action.type] as Line<CareAction['type']>;
  return line(action as never, hashOf);
}
