/** The program that lies in lockers which were packed before it compared each page with its own entry. */
export const CUSTODY_SCRIPT_BEFORE = `// Checks the custody log of this bag, and that each captured page is the one that the log names.
// Needs Node 18 or newer and nothing else:   node verify-custody.mjs [FOLDER-OF-THE-BAG]
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const bag = process.argv[2] ?? dirname(fileURLToPath(import.meta.url));
const sha256 = (content) => createHash('sha256').update(content).digest('hex');
// One text for each value: keys in order, no white space (RFC 8785).
const canonical = (value) => {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return '[' + value.map(canonical).join(',') + ']';
  return '{' + Object.keys(value).sort().map((key) => JSON.stringify(key) + ':' + canonical(value[key])).join(',') + '}';
};

const faults = [];
const lines = readFileSync(join(bag, 'data', 'custody.jsonl'), 'utf8').split('\\n').filter(Boolean);
const entries = lines.map((line) => { try { return JSON.parse(line); } catch { return {}; } });
let before = '0'.repeat(64); // stands before the first entry
entries.forEach(({ hash, ...rest }, n) => {
  const fits = rest.seq === n + 1 && rest.prev === before && hash === sha256(rest.prev + canonical(rest));
  if (!fits) faults.push('custody entry ' + (n + 1) + ' does not fit the one before it, or was changed');
  before = hash;
});
const captured = new Set(entries.filter(({ action }) => action === 'page.captured').map((entry) => entry.sha256));
for (const item of readdirSync(join(bag, 'data', 'items'))) {
  const page = join(bag, 'data', 'items', item, 'page.html');
  if (!existsSync(page)) faults.push('item ' + item + ': the page is not there');
  else if (!captured.has(sha256(readFileSync(page))))
    faults.push('item ' + item + ': the page is not the one whose hash was logged at its capture');
}

console.log(faults.length === 0 ? entries.length + ' entries hold. Last hash: ' + before : faults.join('\\n'));
process.exitCode = faults.length === 0 ? 0 : 1;
`;
