/**
 * A version as file names have it: no build metadata, no leading zeros, three numbers, and a fourth only if it is not zero.
 * https://learn.microsoft.com/nuget/concepts/package-versioning#normalized-version-numbers
 */
export function normaliseVersion(version: string): string {
  const [text = ''] = version.toLowerCase().split('+');
  const [, numbers = '', label = ''] = /^(\d+(?:\.\d+){0,3})(-.*)?$/.exec(text) ?? [];
  if (numbers === '') return text;
  const [major = '0', minor = '0', patch = '0', fourth = '0'] = numbers
    .split('.')
    .map((number) => number.replace(/^0+(?=\d)/, ''));
  return `${[major, minor, patch, ...(fourth === '0' ? [] : [fourth])].join('.')}${label}`;
}
