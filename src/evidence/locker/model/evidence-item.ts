import type { Instant } from '#kernel/model/instant.ts';
import type { Redirect } from '#market/ads/model/serve-ad.ts';
import type { CustodyEntry } from './custody-log.ts';

/** A file of an item in the bag. */
export interface KeptFile {
  /** Path from the folder of the bag. */
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly mime: string;
}

/** Identifiers of accounts, devices, payment accounts, pictures and rooms, by kind, as the record names them. */
export interface NamedIdentifiers {
  readonly phones: readonly string[];
  readonly handles: readonly string[];
  readonly payment: readonly string[];
  readonly imageIds: readonly string[];
  /** Left out in older records, which list rooms among `imageIds`. */
  readonly rooms?: readonly string[];
  /** Ids of ads; left out in older records. */
  readonly ads?: readonly string[];
}

export const CAPTURE_METHODS = ['native', 'screenshot', 'export', 'manual'] as const;
export type CaptureMethod = (typeof CAPTURE_METHODS)[number];

/** Circumstances in which one page looks different to two visitors. */
export interface PageView {
  /** Whether a cookie notice covered the page, and the answer to it. */
  readonly cookieNotice: string;
  /** The location that was given to the site. */
  readonly location: string;
  /** Which part of a page that loads in parts. */
  readonly part: string;
}

/** The view of every page here: the invented sites set no cookie, ask for no location and send whole pages. */
export const PLAIN_VIEW: PageView = { cookieNotice: 'none shown', location: 'not given', part: '1 of 1' };

/**
 * What must be known about a captured page besides its bytes. Empty text means that the trainee left the field out: a
 * record shows its gaps and does not fill them.
 */
export interface ItemFacts {
  readonly caseId: string;
  readonly itemId: string;
  /** The address as the trainee wrote it down. */
  readonly url: string;
  /** The address that sent the bytes. */
  readonly finalUrl: string;
  /** Addresses that redirected to it, the requested one first. */
  readonly redirects: readonly string[];
  /** What the trainee takes the page for; left out if not stated. */
  readonly standing?: 'source' | 'copy';
  /** The time of capture as the trainee wrote it down. */
  readonly capturedAtUtc: string;
  /** Source of the clock check and the offset; null if the clock was not checked before the capture. */
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
  /** How the page was viewed; left out in older records. */
  readonly view?: PageView;
  readonly notes: string;
  readonly legalBasis: string;
  readonly childMaterialCheck: { readonly checked: boolean; readonly by: string };
}

/**
 * The record of one item as the bag holds it.
 * @see SWGDE 21-F-001 and the Berkeley Protocol on open source investigations: what a record of online content must
 * say.
 */
export interface EvidenceRecord extends ItemFacts {
  readonly schema: 'evidence-record/1';
  readonly synthetic: true;
  readonly marketId: string;
  readonly files: readonly KeptFile[];
  /** SHA-256 over the lines `<sha256>  <path>` of the files, sorted by path. */
  readonly packageSha256: string;
  /** Path of the answer of a time-stamp authority; left out if there is none. */
  readonly timestampToken?: string;
  /** The entries of the custody log that concern this item. */
  readonly custody: readonly CustodyEntry[];
}

/** A redirect with the address of the machine that sent it. */
export interface KeptRedirect extends Redirect {
  readonly ip: string;
}

/** A text file in a bag, encoded as UTF-8. */
export interface LockerText {
  readonly name: string;
  readonly mime: string;
  readonly text: string;
}

/** One captured page: the request, the redirects, the exact bytes of the answer, and the facts written about it. */
export interface EvidenceItem {
  /** Name of its folder in the bag; the item's id, unless the trainee renamed it. */
  readonly folder: string;
  readonly facts: ItemFacts;
  /** Case time at which the page was sent. */
  readonly servedAt: Instant;
  /** SHA-256 of the body as logged at capture. */
  readonly loggedSha256: string;
  readonly request: { readonly headers: Readonly<Record<string, string>> };
  /** Redirects before the page, with their headers, in order of arrival. */
  readonly redirects: readonly KeptRedirect[];
  readonly body: Uint8Array;
  /** Other captures of the page as they were hashed then: its picture, its account, other ads, versions. */
  readonly surroundings: readonly LockerText[];
  /** Facts from the attempt log that are in no file of the bag; left out if there is no attempt. */
  readonly known?: KnownOfItem;
}

/** Facts about an item that only the attempt log has. */
export interface KnownOfItem {
  /** True if its original was annotated, saved again or redacted in part after the capture. */
  readonly isAltered: boolean;
  /** True offset of the workstation's clock from UTC at the capture, whatever the trainee noted. */
  readonly clockOffsetMs: number;
}
