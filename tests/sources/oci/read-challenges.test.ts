import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readChallenges } from '../../../src/sources/oci/read-challenges.ts';

type Read = readonly (readonly [string, Readonly<Record<string, string>>])[];

const CASES: readonly (readonly [string, string | null, Read])[] = [
  ['nothing', null, []],
  ['an empty header', '', []],
  [
    'Docker’s own form',
    'Bearer realm="https://auth.example/token",service="registry",scope="repository:a/b:pull,push"',
    [
      [
        'bearer',
        { realm: 'https://auth.example/token', service: 'registry', scope: 'repository:a/b:pull,push' },
      ],
    ],
  ],
  [
    'spaces, capitals and no quotes',
    'BEARER  Realm = /token , SERVICE=x',
    [['bearer', { realm: '/token', service: 'x' }]],
  ],
  [
    'two challenges',
    'Basic realm="x", Bearer realm="y",scope="*"',
    [
      ['basic', { realm: 'x' }],
      ['bearer', { realm: 'y', scope: '*' }],
    ],
  ],
  [
    'two challenges the other way round',
    'Bearer realm="y", service="s", Basic realm="x"',
    [
      ['bearer', { realm: 'y', service: 's' }],
      ['basic', { realm: 'x' }],
    ],
  ],
  ['a scheme alone', 'Negotiate', [['negotiate', {}]]],
  ['quoted commas and quotes', 'Basic realm="a, \\"b\\" c"', [['basic', { realm: 'a, "b" c' }]]],
  ['a parameter of nothing', 'realm="x"', []],
  ['an open quote', 'Bearer realm="x', [['bearer', { realm: '' }]]],
];

for (const [name, header, expected] of CASES) {
  test(`WWW-Authenticate: ${name}`, () => {
    const read = readChallenges(header).map(({ scheme, parameters }) => [
      scheme,
      Object.fromEntries(parameters),
    ]);
    assert.deepEqual(read, expected);
  });
}

test('a hostile header takes no time', () => {
  for (const unit of ['"\\', 'a="', ' ,', 'a=', '=']) readChallenges(`Bearer ${unit.repeat(50_000)}`);
});
