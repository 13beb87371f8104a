/**
 * A program inside the bag, so that a court expert does not need our tools: it checks the custody log, and the captured
 * pages and letters against it, with Node alone. It is short enough to be read in full, and says what it leaves out.
 */
export const CUSTODY_SCRIPT = `// Checks the custody log of this bag, and that each captured page and each letter is the one that its entry names.
// Needs Node 18 or newer and nothing else:   node verify-custody.mjs [FOLDER-OF-THE-BAG]
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
const data = join(process.argv[2] ?? dirname(fileURLToPath(import.meta.url)), 'data');
const sha256 = (content) => createHash('sha256').update(content).digest('hex');
const canonical = (value) => { // one text for each value: keys in order, no white space (RFC 8785)
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return '[' + value.map(canonical).join(',') + ']';
  return '{' + Object.keys(value).sort().map((key) => JSON.stringify(key) + ':' + canonical(value[key])).join(',') + '}';
};
const faults = [];
const lines = readFileSync(join(data, 'custody.jsonl'), 'utf8').split('\\n').filter(Boolean);
const entries = lines.map((line) => { try { return JSON.parse(line); } catch { return {}; } });
let before = '0'.repeat(64); // stands before the first entry
entries.forEach(({ hash, ...rest }, n) => {
  const fits = rest.seq === n + 1 && rest.prev === before && hash === sha256(rest.prev + canonical(rest)) && canonical(entries[n]) === lines[n];
  if (!fits) faults.push('custody entry ' + (n + 1) + ' does not fit the one before it, or was changed');
  before = hash;
});
const named = (entry) => /^[\\w-]+/.exec(entry.reason)?.[0];
const compare = (what, file, entry) => {
  if (!existsSync(file)) faults.push(what + ': the file is not there');
  else if (entry?.sha256 !== sha256(readFileSync(file))) faults.push(what + ': the file does not have the hash of its entry');
};
const folders = readdirSync(join(data, 'items'));
for (const folder of folders) {
  const renamed = entries.findLast((entry) => entry.action === 'item.renamed' && entry.reason.endsWith(' is now ' + folder));
  const item = renamed ? named(renamed) : folder;
  compare('item ' + folder, join(data, 'items', folder, 'page.html'), entries.find((entry) => entry.action === 'page.captured' && named(entry) === item));
}
const letters = entries.filter((entry) => entry.action === 'request.entered' && entry.sha256 !== '-');
letters.forEach((entry, n) => compare('letter ' + (n + 1), join(data, 'letters', 'request-' + (n + 1) + '.json'), entry));
console.log(faults.length === 0 ? entries.length + ' entries hold. Last hash: ' + before : faults.join('\\n'));
console.log('Compared with the log: pages ' + folders.length + ', letters ' + letters.length + '. Not looked at: records, captures (WARC, WACZ), pictures and context, the report, CASE/UCO, the lists of files, and whether a page or letter was added or left out.');
process.exitCode = faults.length === 0 ? 0 : 1;
`;
