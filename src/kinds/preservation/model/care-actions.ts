import type { Letter } from '#evidence/letters/model/letter.ts';

/** The account with which the workstation is signed in to the site. */
export const SESSIONS = ['none', 'service', 'personal', 'of-the-person'] as const;
export type Session = (typeof SESSIONS)[number];

/** The extent of a page picture. */
export const EXTENTS = ['full-page', 'viewport', 'cropped'] as const;

/** Names of the extents in the custody log and in the files of a bag; the workbench shows the same names. */
export const EXTENT_NAMES: Readonly<Record<(typeof EXTENTS)[number], string>> = {
  'full-page': 'whole page',
  viewport: 'window',
  cropped: 'cut-out',
};

/** Context of a page: what surrounds it and explains it. */
export const CONTEXTS = ['account', 'other-ads', 'versions', 'without-login'] as const;
export type ContextKind = (typeof CONTEXTS)[number];

/** Where a note is written. */
export const NOTE_PLACES = ['log', 'working-copy', 'original'] as const;
export const COPIES = ['original', 'working'] as const;

/** Forbidden shortcuts that a tired trainee may be tempted by. None of them leaves an entry in the custody log. */
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

/** A platform's answer to a letter, as logged. */
export const OUTCOMES = ['acknowledged', 'partial', 'refused'] as const;

/** The acts around a capture that make it lawful, complete, safe and verifiable. */
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
  /** `item` is the original that was saved again; older logs leave it out. */
  | { readonly type: 'shortcut.taken'; readonly shortcut: Shortcut; readonly item?: string }
  | { readonly type: 'request.entered'; readonly letter: Letter }
  | { readonly type: 'renewal.noted'; readonly on: string }
  | { readonly type: 'request.renewed'; readonly days: number }
  | { readonly type: 'answer.entered'; readonly outcome: (typeof OUTCOMES)[number]; readonly says: string }
  | { readonly type: 'safety.checked'; readonly by: string }
  | { readonly type: 'notice.entered'; readonly platform: string }
  | { readonly type: 'retention.set'; readonly until: string; readonly access: string }
  /** `pointsAway`: every kept place that points away from guilt, each as `ad place`. */
  | { readonly type: 'disclosure.noted'; readonly pointsAway: readonly string[]; readonly failures: string };
