/** Absolute address of the folder in which the site lies, whatever that is; the head of every page names it. */
export function siteRoot(): string {
  const link = document.querySelector<HTMLLinkElement>('link[rel="x-root"]');
  return link?.href ?? new URL('/', location.href).href;
}
