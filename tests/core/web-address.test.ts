import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Release } from '../../src/core/release.ts';
import { Upstream } from '../../src/core/upstream.ts';
import { aRelease } from '../build-release.ts';

const REFUSED = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)//',
  ' javascript:alert(1)',
  'java\tscript:alert(1)',
  'data:text/html,x',
  'vbscript:x',
  'file:///etc/passwd',
  'blob:https://evil.example/1',
  'http:127.0.0.1',
  '//evil.example/',
  'C:\\con',
];

test('data/ holds no address that is not one of the web, where a page would lead to it', () => {
  const holds = (address: string) => [
    Upstream.safeParse({ homepage: address }).success,
    Upstream.safeParse({ repository: address }).success,
    Release.safeParse(aRelease({ url: address })).success,
  ];
  for (const address of REFUSED) assert.deepEqual(holds(address), [false, false, false], address);
  for (const address of ['https://a.example/x?y#z', 'http://a.example'])
    assert.deepEqual(holds(address), [true, true, true], address);
});
