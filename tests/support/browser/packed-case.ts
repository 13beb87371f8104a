import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { packedPlace } from '#design/screens/links/packed-place.ts';
import { SITE } from './built-site.ts';

/** The packed case on the disk. */
export const packedFile = (id: string): string => join(SITE, packedPlace(id));

/** Its address, as a browser opens it with a double click. */
export const packedAddress = (id: string): string => pathToFileURL(packedFile(id)).href;
