import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { keep, type Shelf } from '../../../src/components/reader/kept.ts';

function aShelf(texts: Record<string, string> = {}): Shelf & { readonly texts: Record<string, string> } {
  return {
    texts,
    getItem: (key) => texts[key] ?? null,
    setItem: (key, text) => {
      texts[key] = text;
    },
  };
}

const BLOCKED: Shelf = {
  getItem: () => {
    throw new DOMException('denied', 'SecurityError');
  },
  setItem: () => {
    throw new DOMException('denied', 'SecurityError');
  },
};

const count = (kept: unknown) => (typeof kept === 'number' ? kept : -1);

describe('what the browser keeps', () => {
  test('is read as it was written, by another tab too', () => {
    const shelf = aShelf();
    const [here, there] = [keep(() => shelf, 'n', count), keep(() => shelf, 'n', count)];
    assert.equal(here.write(3), true);
    assert.equal(there.read(), 3);
    there.write(4);
    assert.equal(here.read(), 4);
    assert.deepEqual(shelf.texts, { n: '4' });
  });

  for (const text of ['', '{', 'null', '"text"']) {
    test(`is nothing in ${JSON.stringify(text)}`, () => {
      assert.equal(keep(() => aShelf({ n: text }), 'n', count).read(), -1);
    });
  }

  for (const [texts, value] of [
    [{ n: 'false' }, false],
    [{ n: 'null' }, undefined],
    [{}, undefined],
  ] as const) {
    test(`is ${value} in ${JSON.stringify(texts)}`, () => {
      const kept = keep(
        () => aShelf(texts),
        'n',
        (found) => found,
      );
      assert.equal(kept.read(), value);
    });
  }
});

describe('where the browser keeps nothing', () => {
  const refused = () => {
    throw new DOMException('denied', 'SecurityError');
  };
  for (const [what, shelf] of [
    ['asking is refused', refused],
    ['reading and writing are refused', () => BLOCKED],
  ] as const) {
    test(`${what}: it lasts as long as the page, and that is told`, () => {
      const kept = keep<number>(shelf, 'n', count);
      assert.equal(kept.read(), -1);
      assert.equal(kept.write(3), false);
      assert.equal(kept.read(), 3);
    });
  }

  test('there is no more room: what was written last holds until there is', () => {
    const shelf = aShelf({ n: '1' });
    let isFull = true;
    const full: Shelf = {
      getItem: shelf.getItem,
      setItem: (key, text) => {
        if (isFull) throw new DOMException('full', 'QuotaExceededError');
        shelf.setItem(key, text);
      },
    };
    const kept = keep<number>(() => full, 'n', count);
    assert.equal(kept.write(2), false);
    assert.equal(kept.read(), 2);
    isFull = false;
    assert.equal(kept.write(5), true);
    shelf.setItem('n', '6');
    assert.equal(kept.read(), 6);
  });
});
