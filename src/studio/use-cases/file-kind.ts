/** The kind of a file by its name: YAML of a case, a picture, another file that is not text, or other text. */
export type CaseFileKind = 'yaml' | 'picture' | 'not-text' | 'other';

const PICTURE =
  /\.(?:avif|bmp|gif|heic|heif|ico|jfif|jpe?g|png|psd|svgz?|tiff?|webp|mp4|mov|avi|mkv|webm|mp3|wav|ogg|m4a)$/i;
const TEXT = /\.(?:md|txt|text|json|csv|tsv|log)$/i;
/** Files that operating systems and tools add by themselves. */
const LITTER = /(?:^|\/)(?:__MACOSX\/.*|\.DS_Store|Thumbs\.db|desktop\.ini|\.git\/.*|\.gitignore)$/i;

export function kindOfFile(path: string): CaseFileKind {
  if (LITTER.test(path)) return 'other';
  if (/\.ya?ml(?:\.txt)?$/i.test(path)) return 'yaml';
  if (PICTURE.test(path)) return 'picture';
  return TEXT.test(path) ? 'other' : 'not-text';
}
