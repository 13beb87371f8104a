import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { packedPlace } from '#design/screens/links/packed-place.ts';
import { type PackingServer, packWhileServing } from '../../../scripts/site/pack-while-serving.ts';
import { createStaticServer } from '../../../scripts/site/static-server.ts';

/** A page as the build puts it aside, with one island. */
const pageOf = (id: string) =>
  `<!doctype html><html><head><meta charset="utf-8"><title>${id}</title><link rel="stylesheet" href="../../_astro/all.css"></head>` +
  '<body><astro-island component-url="../../_astro/island.js" renderer-url="../../_astro/client.js" props="{}"><p>Begin</p></astro-island>' +
  '<pre data-licences></pre></body></html>';

describe('a served site whose cases are not packed yet', () => {
  let site: string;
  let server: Server;
  let packing: PackingServer;
  let origin: string;
  let said: string[];

  const put = (path: string, text: string) => {
    mkdirSync(dirname(join(site, path)), { recursive: true });
    writeFileSync(join(site, path), text);
  };

  beforeEach(async () => {
    site = mkdtempSync(join(tmpdir(), 'to-pack-'));
    said = [];
    put('404.html', 'no such page');
    put('favicon.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>');
    put('THIRD-PARTY-LICENCES.txt', 'licences of others');
    put('_astro/all.css', 'p{color:red}');
    put('_astro/island.js', 'export default "the island";\n');
    put('_astro/client.js', 'export default () => () => {};\n');
    put('_astro/locker.worker-Ab1.js', 'postMessage("ready");\n');
    for (const id of ['one', 'two']) {
      put(`.to-pack/${id}/.page`, pageOf(id));
      put(`cases/${id}/case.json`, JSON.stringify({ scenario: { states: {} } }));
      mkdirSync(dirname(join(site, packedPlace(id))), { recursive: true });
    }
    packing = packWhileServing(site, [site], (sentence) => said.push(sentence)) as PackingServer;
    server = createStaticServer(site, '/kit/', { prepare: packing.prepare });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}/kit/`;
  });
  afterEach(() => {
    server.close();
    server.closeAllConnections();
    rmSync(site, { recursive: true });
  });

  it('packs the one that is downloaded, once for all who ask, and tells who runs the server', async () => {
    const answers = await Promise.all([1, 2].map(() => fetch(origin + packedPlace('two'))));
    const [page = '', same] = await Promise.all(answers.map((answer) => answer.text()));

    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(page).toContain('<title>two</title>');
    expect(page).toContain('the island');
    expect(same).toBe(page);
    expect(said).toEqual(['Packing the case two, which is being downloaded ...']);
    expect(existsSync(join(site, packedPlace('one')))).toBe(false);
  });

  it('packs all, and then holds what they were made from no more', async () => {
    expect(packing.due).toBe(2);
    await packing.packAll();

    for (const id of ['one', 'two'])
      expect(readFileSync(join(site, packedPlace(id)), 'utf8')).toContain(`<title>${id}</title>`);
    expect(existsSync(join(site, '.to-pack'))).toBe(false);
    expect(packWhileServing(site, [site], () => {})).toBeUndefined();
    expect((await fetch(origin + packedPlace('one'))).status).toBe(200);
    expect(said).toEqual([]);
  });

  it('shows nobody what they are made from, and no case that there is not', async () => {
    for (const path of ['.to-pack/one/.page', packedPlace('three'), packedPlace('..')])
      expect((await fetch(origin + path)).status).toBe(404);
    expect(said).toEqual([]);
  });

  it('says which case could not be packed and why, and goes on', async () => {
    rmSync(join(site, 'cases', 'one'), { recursive: true });
    expect((await fetch(origin + packedPlace('one'))).status).toBe(404);
    expect(said).toEqual([
      'Packing the case one, which is being downloaded ...',
      expect.stringMatching(/^The case one could not be packed: .*cases.one/),
    ]);
    expect((await fetch(origin + packedPlace('two'))).status).toBe(200);
  });
});
