import assert from 'node:assert/strict';
import { describe, mock, test } from 'node:test';
import { copyBy } from '../../../src/components/copy/copy-by.ts';

const WORDS = 'Copy as Markdown';

describe('a button that copies', () => {
  test('says so for two seconds, also when it is pressed again meanwhile', async (context) => {
    context.mock.timers.enable({ apis: ['setTimeout'] });
    const button = { textContent: WORDS };
    const write = mock.fn(async (_text: string) => {});
    await copyBy(button, 'one', write);
    assert.equal(button.textContent, 'Copied');
    context.mock.timers.tick(1_000);
    await copyBy(button, 'two', write);
    context.mock.timers.tick(2_000);
    assert.equal(button.textContent, WORDS);
    assert.deepEqual(
      write.mock.calls.map(({ arguments: [text] }) => text),
      ['one', 'two'],
    );
  });

  test('says nothing of the kind where the browser refuses', async () => {
    const button = { textContent: WORDS };
    const refuse = () => Promise.reject(new Error('not allowed'));
    await assert.rejects(copyBy(button, 'one', refuse), /not allowed/);
    assert.equal(button.textContent, WORDS);
  });
});
