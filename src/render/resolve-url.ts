const SCHEMES = new Set(['http:', 'https:', 'mailto:']);

/**
 * An untrusted address as the browser would read it, or undefined if it is no http, https or mailto address.
 * `base` is what relative addresses start from, with a final slash; a path from the root starts there too, as on GitHub.
 */
export function resolveUrl(address: string, base?: string): string | undefined {
  const trimmed = address.trim();
  const fromRoot = /^\/(?![/\\])/.test(trimmed);
  const url = URL.parse(fromRoot ? `.${trimmed}` : trimmed, base);
  if (url === null || !SCHEMES.has(url.protocol)) return undefined;
  // `https://github.com@evil.example/` reads as the wrong host.
  url.username = '';
  url.password = '';
  return url.href;
}
