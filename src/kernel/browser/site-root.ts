/** Absolute address of the folder of the site; the head of every page contains it. */
export function siteRoot(): string {
  const link = document.querySelector<HTMLLinkElement>('link[rel="x-root"]');
  return link?.href ?? new URL('/', location.href).href;
}
