/** What a file is by its name: of a case, a picture or another thing that is no text, or text that belongs to no case. */
export type FileKind = 'yaml' | 'picture' | 'not-text' | 'other';

const PICTURE =
  /\.(?:avif|bmp|gif|heic|heif|ico|jfif|jpe?g|png|psd|svgz?|tiff?|webp|mp4|mov|avi|mkv|webm|mp3|wav|ogg|m4a)$/i;
const TEXT = /\.(?:md|txt|text|json|csv|tsv|log)$/i;
/** What systems put beside files without being asked. */
const LITTER = /(?:^|\/)(?:__MACOSX\/.*|\.DS_Store|Thumbs\.db|desktop\.ini|\.git\/.*|\.gitignore)$/i;

export function kindOfFile(path: string): FileKind {
  if (LITTER.test(path)) return 'other';
  if (/\.ya?ml(?:\.txt)?$/i.test(path)) return 'yaml';
  if (PICTURE.test(path)) return 'picture';
  return TEXT.test(path) ? 'other' : 'not-text';
}
