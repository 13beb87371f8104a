import type { Instant } from '#core/kernel/instant.ts';
import type { Redirect } from '#core/market/serve-ad.ts';
import type { CustodyEntry } from './custody-log.ts';

/** A file of an item as it lies in the bag. */
export interface KeptFile {
  /** Path from the folder of the bag. */
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly mime: string;
}

/** What identifies an account, a device, a till, a picture or a room, by kind, as the record names it. */
export interface NamedIdentifiers {
  readonly phones: readonly string[];
  readonly handles: readonly string[];
  readonly payment: readonly string[];
  readonly imageIds: readonly string[];
  /** Left out in records from before rooms had a list of their own: there they stand among the pictures. */
  readonly rooms?: readonly string[];
  /** Ids of ads; left out in records from before they were written down. */
  readonly ads?: readonly string[];
}

export const CAPTURE_METHODS = ['native', 'screenshot', 'export', 'manual'] as const;
export type CaptureMethod = (typeof CAPTURE_METHODS)[number];

/** What may make one page look different to two people. */
export interface PageView {
  /** Whether a notice about cookies stood before the page, and what was answered. */
  readonly cookieNotice: string;
  /** What the site was told about where one is. */
  readonly location: string;
  /** Which part of a page that comes in parts. */
  readonly part: string;
}

/** How the workstation looks at every page: the invented sites set no cookie, ask for no place and send whole pages. */
export const PLAIN_VIEW: PageView = { cookieNotice: 'none shown', location: 'not given', part: '1 of 1' };

/**
 * What has to be known about a captured page beside its bytes. Empty text stands for what the trainee left out: a record
 * shows its gaps and does not fill them.
 */
export interface ItemFacts {
  readonly caseId: string;
  readonly itemId: string;
  /** The address as the trainee wrote it down. */
  readonly url: string;
  /** The address that sent the bytes. */
  readonly finalUrl: string;
  /** Addresses that led on to it, the one asked for first. */
  readonly redirects: readonly string[];
  /** What the trainee takes the page for; left out where nothing is said. */
  readonly standing?: 'source' | 'copy';
  /** The time of capture as the trainee wrote it down. */
  readonly capturedAtUtc: string;
  /** How the clock was checked and how far it was off; null where it was not checked before the capture. */
  readonly clockCheck: { readonly source: string; readonly offsetMs: number } | null;
  readonly operator: string;
  readonly tool: { readonly name: string; readonly version: string };
  readonly method: CaptureMethod;
  readonly httpStatus: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly ip: string;
  readonly title: string;
  readonly adId: string;
  readonly accountId: string;
  readonly identifiers: NamedIdentifiers;
  readonly loginState: string;
  readonly language: string;
  /** How the page was looked at; left out in records from before this was written down. */
  readonly view?: PageView;
  readonly notes: string;
  readonly legalBasis: string;
  readonly childMaterialCheck: { readonly checked: boolean; readonly by: string };
}

/**
 * The record of one item as the bag holds it.
 * @see SWGDE 21-F-001 and the Berkeley Protocol on open source investigations: what a record of online content has to tell.
 */
export interface EvidenceRecord extends ItemFacts {
  readonly schema: 'evidence-record/1';
  readonly synthetic: true;
  readonly marketId: string;
  readonly files: readonly KeptFile[];
  /** SHA-256 over the lines `<sha256>  <path>` of the files, in the order of their paths. */
  readonly packageSha256: string;
  /** Path of the answer of a time-stamp authority, where there is one. */
  readonly timestampToken?: string;
  /** The entries of the custody log that concern this item. */
  readonly custody: readonly CustodyEntry[];
}

/** An answer that sent on to another address, and the machine that gave it. */
export interface KeptRedirect extends Redirect {
  readonly ip: string;
}

/** A text that lies in a bag under this name; its bytes are those of its UTF-8. */
export interface KeptText {
  readonly name: string;
  readonly mime: string;
  readonly text: string;
}

/** One captured page: the request, what led on to it, the answer with its very bytes, and what was written down about it. */
export interface EvidenceItem {
  /** Name of its folder in the bag; the item's id, unless somebody renamed it. */
  readonly folder: string;
  readonly facts: ItemFacts;
  /** Case time at which the page was sent. */
  readonly servedAt: Instant;
  /** SHA-256 of the body, as the custody log has it from the moment of capture. */
  readonly loggedSha256: string;
  readonly request: { readonly headers: Readonly<Record<string, string>> };
  /** The answers that led on to the page, with their headers, in the order in which they came. */
  readonly redirects: readonly KeptRedirect[];
  readonly body: Uint8Array;
  /** What else was captured of the page, as it was hashed then: its look, its account, other ads, versions. */
  readonly surroundings: readonly KeptText[];
  /** What the attempt log knows of it, and no file of the bag; left out where there is no attempt. */
  readonly known?: KnownOfItem;
}

/** What only the log of an attempt can know of an item. */
export interface KnownOfItem {
  /** Its original was marked, saved again or made unreadable in part after the capture. */
  readonly isAltered: boolean;
  /** How far the clock of the workstation was ahead of UTC at the capture, whatever was noted. */
  readonly clockOffsetMs: number;
}
