import { pep440 } from '../../versions/pep440.ts';

const WORD = /[-_.]?(alpha|a|beta|b|preview|pre|c|rc|post|rev|r|dev)[-_.]?(\d*)/g;
const WORDS: Readonly<Record<string, string>> = {
  alpha: 'a',
  a: 'a',
  beta: 'b',
  b: 'b',
  preview: 'rc',
  pre: 'rc',
  c: 'rc',
  rc: 'rc',
  post: '.post',
  rev: '.post',
  r: '.post',
  dev: '.dev',
};

/**
 * The one spelling of a version, whatever way it is written; its zeros stay. What is no version by today’s rules only
 * loses its case and the difference between dash and underscore, which file names do not keep.
 * https://packaging.python.org/en/latest/specifications/version-specifiers/#normalization
 */
export function normalVersion(text: string): string {
  const plain = text.trim().toLowerCase();
  if (pep440.facts(plain) === undefined) return plain.replaceAll('_', '-');
  const [version = '', local] = plain.split('+');
  const normal = version
    .replace(/^v/, '')
    .replace(WORD, (_, word: string, number: string) => `${WORDS[word]}${number || '0'}`)
    .replace(/-(\d+)(?=\.dev|$)/, '.post$1')
    .replace(/\d+/g, (number) => number.replace(/^0+(?=\d)/, ''))
    .replace(/^0!/, '');
  return local === undefined ? normal : `${normal}+${local.replace(/[-_]/g, '.')}`;
}
