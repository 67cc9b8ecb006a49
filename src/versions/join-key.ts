// One spelling for each word; what only says “this is the release” has none.
const WORDS: Readonly<Record<string, string>> = {
  a: 'alpha',
  b: 'beta',
  c: 'rc',
  cr: 'rc',
  m: 'milestone',
  preview: 'pre',
  prerelease: 'pre',
  rev: 'post',
  r: 'post',
  v: '',
  final: '',
  ga: '',
  release: '',
};

const LONGEST = 255;

/**
 * A text that is the same for the same version in all registries: `v1.0.0-rc.1`, `1.0.0rc1`, `1.0.0.RC1` and `1.0.0-RC.1+build` are
 * one. Build metadata is left out; missing numbers are not filled up, since `1.2` of an image is not 1.2.0.
 */
export function joinKey(version: string): string {
  const [plain = ''] = version.slice(0, LONGEST).toLowerCase().split('+');
  const parts: string[] = [];
  for (const [run] of plain.matchAll(/\d+|\p{L}+|!/gu)) {
    const part = /^\d/.test(run)
      ? run.replace(/^0+(?=\d)/, '')
      : ((Object.hasOwn(WORDS, run) ? WORDS[run] : undefined) ?? run);
    if (part !== '') parts.push(part);
  }
  return parts.join('.');
}

/** The key with its missing numbers: `1.2` and `1.2.0` are one where a registry says so. */
export function filledKey(key: string): string {
  const parts = key.split('.');
  const numbers = parts.findIndex((part) => !/^\d/.test(part));
  const count = numbers < 0 ? parts.length : numbers;
  if (count === 0) return key;
  const missing = Array.from({ length: Math.max(0, 3 - count) }, () => '0');
  return [...parts.slice(0, count), ...missing, ...parts.slice(count)].join('.');
}
