import { expect, it } from 'vitest';
import { withoutFolders } from '../../../scripts/public-bench/without-folders.ts';

it.each([
  ['python3 my_tool.py {ads} {out}', 'python3 my_tool.py {ads} {out}'],
  ['/usr/bin/python3 /home/ana/tools/a.py {ads}', '…/python3 …/a.py {ads}'],
  ['"C:\\Users\\Ana Maria\\tool.exe" {ads} --model=/srv/a/m.bin', '"…/tool.exe" {ads} --model=…/m.bin'],
  ["sh -c 'cat {ads} > {out}' 2>/dev/null", "sh -c 'cat {ads} > {out}' 2>/dev/null"],
  ['tables: /work/teams/alpha', 'tables: …/alpha'],
  ['~/tool a/b', '…/tool a/b'],
])('%s tells no folder of the machine', (line, told) => {
  expect(withoutFolders(line)).toBe(told);
});
