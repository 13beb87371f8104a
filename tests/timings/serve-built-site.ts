import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createStaticServer } from '../../scripts/site/static-server.ts';

const SITE = join(import.meta.dirname, '..', '..', 'dist');

interface Served {
  readonly address: string;
  close(): Promise<void>;
}

/** The site as it was built last, at an address of this machine. */
export async function serveBuiltSite(): Promise<Served> {
  if (!existsSync(join(SITE, 'index.html'))) throw new Error('There is no built site. Run npm run build first.');
  return serveFolder(SITE);
}

/** The pages in a folder, at an address of this machine. */
export async function serveFolder(folder: string): Promise<Served> {
  const server = createStaticServer(folder, '/');
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
