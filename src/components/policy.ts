/** What a page may load and do, in words of https://www.w3.org/TR/CSP3/: its own scripts, styles, fonts and data, and nothing inline. */
export const POLICY = [
  "default-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-src 'none'",
  "connect-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "manifest-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  // No text becomes a script, but for the addresses of Pagefind's workers: src/components/search/allow-workers.ts.
  "require-trusted-types-for 'script'",
  'trusted-types default',
].join('; ');
