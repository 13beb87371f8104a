/** Errors of zip.js in words for readers who do not know the format; other errors keep their own words. */
const ERRORS: Readonly<Record<string, string>> = {
  'File format is not recognized': 'it is no zip',
  'End of central directory not found': 'it is no zip, or its end is cut off',
  'Central directory header not found': 'its list of files is damaged',
  'End of Zip64 central directory locator not found': 'its end is damaged',
  'Encrypted central directory is not supported': 'its list of files is encrypted',
  'Split zip file': 'it is only one part of a zip that was split',
  'Local file header not found': 'nothing begins where the list of the zip says that it does',
  'Overlapping entry found': 'it shares its bytes with another file, as in a zip bomb',
  'Entry data out of bounds': 'it ends after the end of the zip',
};

/** Ambiguous zips, by the remark of zip.js. */
const AMBIGUITIES: Readonly<Record<string, string>> = {
  'appended data': 'it goes on after its end, or its end is cut off',
  'prepended data': 'something stands before its beginning',
  'prepended central directory': 'something stands before its list of files',
  'trailing central directory data': 'something stands after its list of files',
  'mismatched central directory offset': 'its list of files is not where its end says',
  'mismatched zip64 end of central directory record': 'it has two ends that differ',
  'multiple end of central directory records': 'it has more than one end',
  'mismatched local file header (filename)': 'the list of the zip gives it another name than it has',
  'mismatched local file header (crc32 or sizes)': 'the list of the zip gives it another checksum or size than it has',
};

/** Why different tools may read a zip differently, in words; undefined for a harmless remark of zip.js. */
export const ambiguityOf = (remark: string): string | undefined => AMBIGUITIES[remark];

/** The error of zip.js or a decoder, without a full stop, so that it can be part of a sentence. */
export function reasonOf(error: unknown): string {
  const { message = '', reason } = error as { message?: string; reason?: string };
  const said = (reason === undefined ? ERRORS[message] : AMBIGUITIES[reason]) ?? reason ?? message;
  return said.replace(/\.$/, '') || 'its packed bytes are damaged';
}
