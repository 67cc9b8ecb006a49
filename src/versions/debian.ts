import { compareDigits } from './digits.ts';
import { defineScheme, type Order } from './scheme.ts';

interface Part {
  readonly text: string;
  /** By turns other characters and a number, each of which may be missing. */
  readonly runs: readonly (readonly [word: string, digits: string])[];
}

interface Debian {
  readonly epoch: string;
  readonly upstream: Part;
  readonly revision: Part;
}

const VERSION = /^(?:(?<epoch>\d+):)?(?<rest>\d[-+.~:0-9A-Za-z]*)$/;

// Words after a `~` that announce a release to come. Others mark a rebuild of one: ~dfsg, ~bpo12+1, ~deb12u1, ~22.04.
const ANNOUNCED =
  /~(?:(?:alpha|a|beta|b|rc|c|cr|pre|preview|dev|exp|experimental|test|m|milestone|snapshot|nightly|daily|git|svn|hg|bzr|cvs|vcs|trunk|master|main)(?![a-z])|\d{8}(?!\d))/i;

// What its authors call unfinished is so even where the packager forgot the tilde: 1.0rc1-1.
const UNFINISHED = /\d[-+.]?(?:alpha|beta|rc)(?![a-z])/i;

/** Debian's `[epoch:]upstream[-revision]`, valid where dpkg takes it to be. */
export const debian = defineScheme<Debian>({
  id: 'debian',
  title: 'Debian Policy 5.6.12',
  rulesUrl: 'https://www.debian.org/doc/debian-policy/ch-controlfields.html#version',
  note: 'A pre-release is what a `~` announces in the upstream version: `~rc1` is one, `~bpo12+1` is none.',
  parse,
  compare: (a, b) =>
    compareDigits(a.epoch, b.epoch) ||
    comparePart(a.upstream, b.upstream) ||
    comparePart(a.revision, b.revision),
  facts: ({ upstream: { text } }) => ({
    numbers: (/^\d+(?:\.\d+)*/.exec(text)?.[0] ?? '0').split('.').map(BigInt),
    prerelease: ANNOUNCED.test(text) || UNFINISHED.test(text),
  }),
});

function parse(text: string): Debian | undefined {
  const { epoch, rest } = VERSION.exec(text)?.groups ?? {};
  // A colon belongs to an upstream version only behind an epoch.
  if (rest === undefined || rest.endsWith('-') || (epoch === undefined && rest.includes(':')))
    return undefined;
  const hyphen = rest.lastIndexOf('-');
  const [upstream, revision] = hyphen < 0 ? [rest, ''] : [rest.slice(0, hyphen), rest.slice(hyphen + 1)];
  return { epoch: epoch ?? '0', upstream: readPart(upstream), revision: readPart(revision) };
}

function readPart(text: string): Part {
  const runs = text
    .matchAll(/(\D*)(\d*)/g)
    .map(([, word = '', digits = '']) => [word, digits || '0'] as const);
  return { text, runs: [...runs] };
}

function comparePart({ runs: a }: Part, { runs: b }: Part): Order {
  for (let i = 0; i < Math.max(a.length, b.length); i += 1) {
    const [word, digits] = a[i] ?? ['', '0'];
    const [otherWord, otherDigits] = b[i] ?? ['', '0'];
    const order = compareWord(word, otherWord) || compareDigits(digits, otherDigits);
    if (order !== 0) return order;
  }
  return 0;
}

function compareWord(a: string, b: string): Order {
  for (let i = 0; i < Math.max(a.length, b.length); i += 1) {
    const difference = weight(a[i]) - weight(b[i]);
    if (difference !== 0) return difference < 0 ? -1 : 1;
  }
  return 0;
}

// A tilde < the end < letters < everything else.
function weight(character: string | undefined): number {
  if (character === undefined) return 0;
  if (character === '~') return -1;
  return /[a-z]/i.test(character) ? character.charCodeAt(0) : character.charCodeAt(0) + 256;
}
