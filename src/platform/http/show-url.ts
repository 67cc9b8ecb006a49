const LONGEST = 200;

/** An address as an error may show it: without userinfo, query and fragment, any of which may be a secret. */
export function showUrl(url: URL | string): string {
  const text = typeof url === 'string' ? url : url.href;
  const address = URL.canParse(text) ? new URL(text) : undefined;
  // What is no hierarchical address is not repeated: nobody knows where in it a secret would stand.
  if (address === undefined || address.host === '') return 'an address that is none';
  const shown = `${address.protocol}//${address.host}${address.pathname}`;
  const cut = shown.length > LONGEST ? `${shown.slice(0, LONGEST)}…` : shown;
  return address.search === '' ? cut : `${cut}?…`;
}
