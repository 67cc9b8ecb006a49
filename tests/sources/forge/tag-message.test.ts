import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tagMessage } from '../../../src/sources/forge/tag-message.ts';

const signed = (kind: string) => `-----BEGIN ${kind}-----\n\nabc\n-----END ${kind}-----\n`;

for (const [text, message] of [
  ['', ''],
  ['One\n', 'One'],
  ['One\n\n- a\n- b\n\n', 'One\n\n- a\n- b'],
  [`One\n\n${signed('PGP SIGNATURE')}`, 'One'],
  [`One\n${signed('SSH SIGNATURE')}`, 'One'],
  [`One\n${signed('SIGNED MESSAGE')}`, 'One'],
  [`One\n${signed('PGP MESSAGE')}`, 'One'],
  [`One\r\n${signed('PGP SIGNATURE').replaceAll('\n', '\r\n')}`, 'One'],
  [signed('PGP SIGNATURE'), ''],
  ['Verify -----BEGIN PGP SIGNATURE----- in the file\n', 'Verify -----BEGIN PGP SIGNATURE----- in the file'],
] as const) {
  test(`the message of the tag ${JSON.stringify(text.slice(0, 40))}`, () => {
    assert.equal(tagMessage(text), message);
  });
}
