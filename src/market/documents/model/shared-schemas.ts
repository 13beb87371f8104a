import { z } from 'zod';
import { isPathBelow } from '#kernel/model/path-names.ts';

/** An instant in UTC, to the second. */
export const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;
export const instant = z.string().regex(INSTANT);

/** A number of things. */
export const count = z.number().int().min(0);

/** A probability or a share, 0 to 1. */
export const chance = z.number().min(0).max(1);

/** The id of an ad in a file; see `toExportedId`. */
export const adId = z.string().regex(/^ad-\d{4,}$/);

/** The id of an actor of the truth. */
export const actorId = z.string().regex(/^actor-\d+$/);

/** The id of a market: 16 hexadecimal digits. */
export const marketId = z
  .string()
  .regex(/^[0-9a-f]{16}$/)
  .describe('Id of the market: 16 hexadecimal digits of a hash over what it was ordered with');

/** Kinds of data files. */
export const FILE_KINDS = ['ads', 'records', 'ground-truth', 'links', 'actors', 'moderation'] as const;
export type FileKind = (typeof FILE_KINDS)[number];

const FileEntrySchema = z
  .strictObject({
    path: z.string().min(1).refine(isPathBelow).describe('Path of the file, relative to the folder of this header'),
    kind: z.enum(FILE_KINDS).describe('What a row of the file is about; the end of its path says the format'),
    rows: count.describe('Rows of the file without a header: lines, records of a table, or events of a log'),
    bytes: count.describe('Size in bytes'),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .describe('SHA-256 of the bytes, as 64 hexadecimal digits'),
  })
  .describe('One data file');

/** The list of all data files in the folder of a header. */
export const FileListSchema = z.array(FileEntrySchema).describe('All data files in the folder of this header');

/** One file in the list of a header. */
export type FileEntry = z.output<typeof FileEntrySchema>;
