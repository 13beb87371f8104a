import type { NetworkInterfaceInfo } from 'node:os';

/** An address of this machine at which others may reach it. */
export interface LanAddress {
  readonly name: string;
  readonly address: string;
}

/** Names of networks that lead to virtual machines, containers or tunnels, and to no laptop in the room. */
const VIRTUAL =
  /^(?:docker|br-|veth|virbr|vmnet|vboxnet|tun|tap|utun|wg|zt|tailscale|podman|cni|llw|awdl|bridge)|vEthernet|VirtualBox|VMware|WSL|Loopback/i;

/** Private networks, those of small routers and hotspots first. */
const PRIVATE = [/^192\.168\./, /^10\./, /^172\.(?:1[6-9]|2\d|3[01])\./];

/** IPv4 addresses of this machine, the likeliest for a room first. */
export function lanAddresses(interfaces: NodeJS.Dict<NetworkInterfaceInfo[]>): LanAddress[] {
  const found = Object.entries(interfaces).flatMap(([name, infos = []]) =>
    infos.filter(({ family, internal }) => family === 'IPv4' && !internal).map(({ address }) => ({ name, address })),
  );
  return found.sort((a, b) => unlikeliness(a) - unlikeliness(b));
}

function unlikeliness({ name, address }: LanAddress): number {
  const network = PRIVATE.findIndex((pattern) => pattern.test(address));
  // 169.254: the machine found no router and gave itself an address.
  const place = address.startsWith('169.254.') ? 4 : network < 0 ? 3 : network;
  return place + (VIRTUAL.test(name) ? 10 : 0);
}
