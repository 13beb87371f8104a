/** Preloads an image so that the page has it offline; failures are ignored. */
export async function preloadImage(address: string): Promise<void> {
  const image = new Image();
  image.src = address;
  await image.decode().catch(() => undefined);
}
