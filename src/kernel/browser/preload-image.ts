/** Without a reference the browser forgets an image that is not on screen yet, and cannot fetch it again offline. */
const KEPT = new Map<string, HTMLImageElement>();

/** Preloads an image and keeps it until the page is left, so that the page has it offline; failures are ignored. */
export async function preloadImage(address: string): Promise<void> {
  const image = KEPT.get(address) ?? new Image();
  image.src = address;
  KEPT.set(address, image);
  // The browser asks for it again where the page shows it.
  await image.decode().catch(() => undefined);
}
