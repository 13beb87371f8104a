import * as z from 'zod/mini';

const text = z.string();
const hash = text.check(z.regex(/^sha256:[0-9a-f]{64}$/));

/** The parts of a datapackage.json (WACZ 1.1.1) that are read; others are ignored. */
export const DataPackageSchema = z.object({
  profile: z.literal('data-package'),
  wacz_version: text,
  /** Validated one by one, so that a hostile list is left at its first fault. */
  resources: z.array(z.unknown()),
});

/** A file that a datapackage.json describes. */
export const ResourceSchema = z.object({ path: text, hash, bytes: z.int() });

export const PackageDigestSchema = z.object({ path: z.literal('datapackage.json'), hash });
