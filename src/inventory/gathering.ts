import { compareText } from '../core/compare-text.ts';
import { InvalidPackage, parsePackage } from '../core/package.ts';
import type { Reading, Skipped, Used } from './used.ts';

/** What is found while a file is read. */
export interface Gathering {
  /** One package in use. What is no package is skipped, with the reason. */
  readonly add: (purl: string, found: Partial<Omit<Used, 'package'>>) => void;
  readonly skip: (text: string, why: string) => void;
  readonly done: () => Reading;
}

const LONGEST_VERSION = 255;
const LONGEST_SHOWN = 200;
// In an address, encoded or not: a name, a password or a token before the host. Where a text was cut, it may be the beginning of one.
const CREDENTIALS = /(\/\/|%2F%2F)[^\s/@]+?(@|%40|(?=…$))/gi;

/** The same version twice is one: direct if either is, for development alone if both are. */
export function createGathering(): Gathering {
  const names = new Map<string, { readonly purl: string } | { readonly why: string }>();
  const used = new Map<string, Used>();
  const skipped = new Map<string, Skipped>();

  const skip = (text: string, why: string) => {
    const cut = text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
    const shown = cut.replace(CREDENTIALS, '$1…$2').replace(/…+$/, '…');
    skipped.set(JSON.stringify([shown, why]), { text: shown, why });
  };
  const add: Gathering['add'] = (text, { version, isDirect = false, isDev = false }) => {
    const name = names.get(text) ?? nameOf(text);
    names.set(text, name);
    if ('why' in name) skip(text, name.why);
    else if (!isVersion(version)) skip(`${text} ${version}`, 'has no version that can be one');
    else {
      const key = `${name.purl} ${version ?? ''}`;
      const known = used.get(key);
      used.set(key, {
        package: name.purl,
        version,
        isDirect: isDirect || known?.isDirect === true,
        isDev: isDev && known?.isDev !== false,
      });
    }
  };
  const done = () => ({
    used: [...used.values()].sort(
      (a, b) => compareText(a.package, b.package) || compareText(a.version ?? '', b.version ?? ''),
    ),
    skipped: [...skipped.values()].sort((a, b) => compareText(a.text, b.text) || compareText(a.why, b.why)),
  });
  return { add, skip, done };
}

function nameOf(text: string): { readonly purl: string } | { readonly why: string } {
  try {
    return { purl: parsePackage(text).purl };
  } catch (error) {
    if (!(error instanceof InvalidPackage)) throw error;
    return { why: 'is no package’s name' };
  }
}

function isVersion(text: string | undefined): boolean {
  if (text === undefined) return true;
  return text !== '' && text.length <= LONGEST_VERSION && !/[\s\p{Cc}]/u.test(text);
}
