/** Without a reference the browser forgets an image that is not on screen yet, and cannot fetch it again offline. */
const KEPT: HTMLImageElement[] = [];

/** Preloads an image and keeps it until the page is left, so that the page has it offline; failures are ignored. */
export async function preloadImage(address: string): Promise<void> {
  const image = new Image();
  image.src = address;
  KEPT.push(image);
  await image.decode().catch(() => undefined);
}
