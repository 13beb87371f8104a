import type { Letter } from '#core/evidence/letters/letter.ts';

/** As whom the workstation is signed in to the site. */
export const SESSIONS = ['none', 'service', 'personal', 'of-the-person'] as const;
export type Session = (typeof SESSIONS)[number];

/** How much of a page a picture of it shows. */
export const EXTENTS = ['full-page', 'viewport', 'cropped'] as const;

/** How the custody log and the files of a bag name how much of a page a picture shows: as the bench does. */
export const EXTENT_NAMES: Readonly<Record<(typeof EXTENTS)[number], string>> = {
  'full-page': 'whole page',
  viewport: 'window',
  cropped: 'cut-out',
};

/** What surrounds a page and explains it. */
export const CONTEXTS = ['account', 'other-ads', 'versions', 'without-login'] as const;
export type ContextKind = (typeof CONTEXTS)[number];

/** Where a remark is written. */
export const NOTE_PLACES = ['log', 'working-copy', 'original'] as const;
export const COPIES = ['original', 'working'] as const;

/** Ways out that a tired person may take, and that nobody may take; none of them leaves a line in the custody log. */
export const SHORTCUTS = [
  'private-contact',
  'payment',
  'access-control',
  'public-archive',
  'own-device',
  'spoken-of',
  'face-search',
  'resaved-original',
] as const;
export type Shortcut = (typeof SHORTCUTS)[number];

/** What a platform answered to a letter, as the log keeps it. */
export const OUTCOMES = ['acknowledged', 'partial', 'refused'] as const;

/** The acts around a capture: what makes it lawful, complete, safe and open to checking. */
export type CareAction =
  | {
      readonly type: 'plan.noted';
      readonly purpose: string;
      readonly scope: string;
      readonly tool: string;
      readonly workstation: string;
    }
  | { readonly type: 'session.opened'; readonly account: Session }
  | { readonly type: 'finding.noted'; readonly ad: string; readonly path: string }
  | { readonly type: 'closed-card.reported'; readonly ad: string; readonly to: string }
  | {
      readonly type: 'look.captured';
      readonly ad: string;
      readonly extent: (typeof EXTENTS)[number];
      readonly bytes: number;
      readonly sha256: string;
      readonly tool: string;
    }
  | {
      readonly type: 'context.captured';
      readonly ad: string;
      readonly of: ContextKind;
      readonly bytes: number;
      readonly sha256: string;
    }
  | { readonly type: 'timestamp.requested'; readonly sha256: string }
  | {
      readonly type: 'copy.opened';
      readonly item: string;
      readonly copy: (typeof COPIES)[number];
      readonly purpose: string;
    }
  | { readonly type: 'bystander.redacted'; readonly item: string; readonly what: string }
  | {
      readonly type: 'note.written';
      readonly item: string;
      readonly on: (typeof NOTE_PLACES)[number];
      readonly text: string;
    }
  | { readonly type: 'item.renamed'; readonly item: string; readonly name: string; readonly logged: boolean }
  | { readonly type: 'item.handed-over'; readonly item: string; readonly to: string; readonly purpose: string }
  | { readonly type: 'item.deleted'; readonly item: string; readonly purpose: string }
  /** `item` is the original that was saved again; left out in logs from before it was written down. */
  | { readonly type: 'shortcut.taken'; readonly shortcut: Shortcut; readonly item?: string }
  | { readonly type: 'request.entered'; readonly letter: Letter }
  | { readonly type: 'renewal.noted'; readonly on: string }
  | { readonly type: 'request.renewed'; readonly days: number }
  | { readonly type: 'answer.entered'; readonly outcome: (typeof OUTCOMES)[number]; readonly says: string }
  | { readonly type: 'safety.checked'; readonly by: string }
  | { readonly type: 'notice.entered'; readonly platform: string }
  | { readonly type: 'retention.set'; readonly until: string; readonly access: string }
  /** `pointsAway` holds `ad place` for everything kept that points away from guilt. */
  | { readonly type: 'disclosure.noted'; readonly pointsAway: readonly string[]; readonly failures: string };
