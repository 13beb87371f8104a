/** An address inside the site, whatever folder the site is served from: `sitePath('learn/t1/')`. */
export function sitePath(path = ''): string {
  return import.meta.env.BASE_URL.replace(/\/?$/, '/') + path;
}
