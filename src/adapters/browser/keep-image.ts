/** Fetches an image so that the page has it when the network is gone; one that cannot be had is only missing. */
export async function keepImage(address: string): Promise<void> {
  const image = new Image();
  image.src = address;
  await image.decode().catch(() => undefined);
}
