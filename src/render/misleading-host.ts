import { dropHidden } from '../core/hidden-characters.ts';

// A single word such as `README.md`, `main.rs` or `Node.js` is a file or a product, though md and rs are domains too.
const FILE =
  /^[^/]+\.(?:[cm]?[jt]sx?|json|ya?ml|toml|mdx?|rst|txt|css|html?|vue|py|rb|rs|go|sh|php|xml|zip)$/i;
const TOP_DOMAIN = /\.(?:[a-z]{2,24}|xn--[a-z\d-]{2,59})$/;

/** The host that a link leads to, if its text names another one: to be shown, against `[github.com](https://evil.example)`. */
export function misleadingHost(text: string, address: string): string | undefined {
  const claimed = claimedHost(dropHidden(text).trim());
  if (claimed === undefined) return undefined;
  const url = URL.parse(address);
  const host = url?.protocol === 'mailto:' ? url.pathname.split('@').at(-1) : url?.hostname;
  if (host === undefined || withoutWww(host) === claimed || host.endsWith(`.${claimed}`)) return undefined;
  return host;
}

/** The host that a reader takes a text for: of an address anywhere in it, or of a single word such as `github.com/login`. */
function claimedHost(text: string): string | undefined {
  const words = text.split(/\s+/);
  const address = words.find((word) => /^[^\p{L}\p{N}]*(?:https?:|www\.)/iu.test(word));
  const [first = ''] = words;
  const isName = words.length > 1 || FILE.test(first);
  const word = address ?? (isName ? '' : first);
  const bare = word.replace(/^[^\p{L}\p{N}]*(?:https?:\/*)?/iu, '').split(/[/?#]/, 1)[0] ?? '';
  const host = withoutWww(URL.parse(`https://${bare.replace(/[^\p{L}\p{N}]+$/u, '')}`)?.hostname ?? '');
  return TOP_DOMAIN.test(host) ? host : undefined;
}

function withoutWww(host: string): string {
  return host.replace(/^www\./, '');
}
