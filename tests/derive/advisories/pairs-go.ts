import { type Judged, words } from './pairs.ts';

/** Go modules: ranges are without the v, versions with it. https://go.dev/ref/mod#versions */
export const GO: readonly Judged[] = [
  {
    why: 'with and without v; a pseudo-version after a tag is a pre-release of the next one',
    ranges: ['+0 -1.2.3'],
    affected: words(
      'v0.1.0 v1.2.2 1.2.2 v1.2.3-rc.1 v1.2.3-0.20240101000000-abcdefabcdef v0.0.0-20200101000000-abcdefabcdef',
    ),
    safe: words(
      'v1.2.3 1.2.3 v1.3.0 v1.2.4-0.20240101000000-abcdefabcdef v1.2.3+incompatible v2.0.0+incompatible',
    ),
  },
  {
    why: 'modules without a tag: pseudo-versions go by their time',
    ranges: ['+0 -0.0.0-20211202192323-5770296d904e'],
    affected: words('v0.0.0-20200622213623-75b288015ac9 v0.0.0-20211117183948-ae814b36b871'),
    safe: words('v0.0.0-20211202192323-5770296d904e v0.0.0-20220315160706-3147a52a75dd v0.1.0 v0.0.1'),
  },
  {
    why: '+incompatible does not count, in a range and in a version',
    ranges: ['+2.0.0+incompatible -2.7.1+incompatible'],
    affected: words('v2.0.0+incompatible v2.7.0+incompatible v2.7.1-rc.1+incompatible v2.6.0'),
    safe: words('v1.9.0 v2.7.1+incompatible v2.7.1 v2.8.0+incompatible v3.0.0+incompatible'),
  },
  {
    why: 'two lines, as Kubernetes has them',
    ranges: ['+0 -1.24.14 +1.25.0 -1.25.10'],
    affected: words('v1.23.0 v1.24.13 v1.25.0 v1.25.9 v1.24.14-rc.0'),
    safe: words('v1.24.14 v1.24.17 v1.25.0-alpha.1 v1.25.10 v1.26.0'),
  },
  {
    why: 'unfixed from a version on',
    ranges: ['+1.5.0'],
    affected: words('v1.5.0 v1.6.0-rc.1 v9.9.9'),
    safe: words('v1.5.0-rc.1 v1.4.9 v0.9.0'),
  },
  {
    why: 'the last affected one, and a limit',
    ranges: ['+0 =0.5.2', '+0.9.0 <0.10.0'],
    affected: words('v0.5.2 v0.5.1 v0.9.0 v0.9.99 v0.10.0-rc.1'),
    safe: words('v0.5.3 v0.5.3-0.20230101000000-abcdefabcdef v0.8.0 v0.10.0'),
  },
  {
    why: 'listed, whatever the spelling',
    versions: words('1.4.0 v1.5.0'),
    affected: words('v1.4.0 1.4.0 1.5.0 v1.5.0 v1.4.0+incompatible'),
    safe: words('v1.4.1 v1.4.0-rc.1'),
  },
  {
    why: 'what is no version of Go',
    ranges: ['+0'],
    affected: words('v0.0.1 v1'),
    safe: words('master go1.20 v1.02.0'),
  },
];
