import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Card } from '../../../src/outputs/social/card.ts';
import { layOut, MARGIN, SIZE } from '../../../src/outputs/social/lay-out.ts';
import { HOSTILE_TEXTS } from '../../feeds/hostile-texts.ts';
import { STUB } from './stub-typeface.ts';

const FACES = { serif: STUB, sans: STUB };
const TEXTS = [
  ...HOSTILE_TEXTS,
  '',
  'axios',
  'W'.repeat(400),
  'many short words '.repeat(24),
  '微信支付',
  'مكتبة',
  '🚀'.repeat(50),
];

function aCard(fields: Partial<Card> = {}): Card {
  return {
    names: ['Tool', 'acme/tool', 'tool'],
    description: 'Builds things.',
    ships: ['npm tool', 'github acme/tool'],
    ...fields,
  };
}

const textsOf = (card: Partial<Card>) => {
  const { name, description, ships } = layOut(aCard(card), FACES);
  return [name, description, ships].map((lines) => lines.map(({ text }) => text));
};

describe('the layout of a card', () => {
  test('has name, description and where it ships', () => {
    assert.deepEqual(textsOf({}), [['Tool'], ['Builds things.'], ['npm tool · github acme/tool']]);
  });

  test('takes the first name of which most can be drawn, else one that says anything', () => {
    assert.deepEqual(textsOf({ names: ['微信支付 SDK', 'acme/wxpay', 'wxpay'] })[0], ['acme/wxpay']);
    assert.deepEqual(textsOf({ names: ['微信支付 SDK', '微信', '…'] })[0], ['… SDK']);
    assert.deepEqual(textsOf({ names: ['微信', '', '…'] })[0], []);
  });

  test('leaves out a description of which little can be drawn', () => {
    assert.deepEqual(textsOf({ description: '微信支付的官方 SDK' })[1], []);
  });

  for (const [name, size, lines] of [
    ['Tool', 138, 1],
    ['Kubernetes Autoscaler', 96, 1],
    ['Kubernetes Cluster Autoscaler', 96, 2],
    ['@opentelemetry/instrumentation-aws-lambda', 62, 2],
    ['W'.repeat(400), 62, 4],
  ] as const) {
    test(`sets “${name.slice(0, 50)}” in ${lines} of ${size}`, () => {
      const { name: laid } = layOut(aCard({ names: [name] }), FACES);
      assert.deepEqual(new Set(laid.map((line) => line.size)), new Set([size]));
      assert.equal(laid.length, lines);
    });
  }

  for (const name of TEXTS) {
    test(`holds ${JSON.stringify(name.slice(0, 40))} beside all others`, () => {
      for (const description of TEXTS) {
        const {
          name: named,
          description: told,
          ships,
        } = layOut(aCard({ names: [name], description }), FACES);
        const lines = [...named, ...told, ...ships];
        for (const [index, { x, y, size, text }] of lines.entries()) {
          assert.ok(x >= MARGIN && x + STUB.widthOf(text, size) <= SIZE.width - MARGIN, text);
          const above = lines[index - 1];
          // From the foot of the line above, and from the mark of the site, to the head of this one.
          assert.ok(y - size * 0.8 >= (above === undefined ? 130 : above.y + above.size * 0.2), text);
        }
        assert.ok((lines.at(-1)?.y ?? 0) < 560);
      }
    });
  }
});
