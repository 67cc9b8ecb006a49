import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { FormatError } from '../../../src/platform/errors.ts';
import { readHtmlIndex } from '../../../src/sources/pypi/read-html-index.ts';
import { readIndex } from '../../../src/sources/pypi/read-index.ts';
import { readJsonIndex } from '../../../src/sources/pypi/read-json-index.ts';

const SHA = 'ab'.repeat(32);

describe('a page in JSON', () => {
  const file = {
    filename: 'tool-1.0.tar.gz',
    hashes: { sha256: SHA },
    url: 'https://x.example/a',
    yanked: false,
  };
  const bare = {
    name: 'tool-1.0.tar.gz',
    url: undefined,
    size: undefined,
    digest: undefined,
    uploadedAt: undefined,
    yanked: false,
    isAttested: false,
  };

  for (const [name, element, expected] of [
    [
      'all of it',
      { ...file, size: 7, 'upload-time': '2024-01-01T00:00:00.5Z', yanked: 'x', provenance: 'https://p' },
      {
        ...bare,
        url: file.url,
        size: 7,
        digest: `sha256:${SHA}`,
        uploadedAt: '2024-01-01T00:00:00Z',
        yanked: 'x',
        isAttested: true,
      },
    ],
    ['nothing but a name', { filename: file.filename }, bare],
    [
      'nothing that can be read but a name',
      { filename: file.filename, url: 7, size: -1, hashes: [], 'upload-time': 5, yanked: {}, provenance: 7 },
      bare,
    ],
    [
      'nulls',
      { filename: file.filename, size: null, 'upload-time': null, yanked: null, provenance: null },
      bare,
    ],
    ['yanked without a reason', { filename: file.filename, yanked: true }, { ...bare, yanked: '' }],
    ['yanked with an empty reason is not yanked', { filename: file.filename, yanked: '' }, bare],
    [
      'another digest',
      { filename: file.filename, hashes: { md5: 'AB'.repeat(16), x: SHA } },
      {
        ...bare,
        digest: `md5:${'ab'.repeat(16)}`,
      },
    ],
    ['a digest that is none', { filename: file.filename, hashes: { sha256: 'none' } }, bare],
  ] as const) {
    test(name, () => assert.deepEqual(readJsonIndex({ files: [element] }, 'x').files, [expected]));
  }

  test('what cannot be read is dropped and counted', () => {
    const page = readJsonIndex(
      { files: [file, 7, {}, { filename: '' }], versions: ['1.0', 7, '', 'a b'] },
      'x',
    );
    assert.deepEqual([page.files.length, page.versions, page.dropped], [1, ['1.0'], 6]);
  });

  for (const [name, meta, serial] of [
    ['a number', { '_last-serial': 12 }, '12'],
    ['a text', { '_last-serial': '12' }, '12'],
    ['none', {}, undefined],
    ['malformed', { '_last-serial': [] }, undefined],
    ['no meta', 7, undefined],
  ] as const) {
    test(`a serial: ${name}`, () => assert.equal(readJsonIndex({ files: [], meta }, 'x').serial, serial));
  }

  for (const page of [{}, [], 'x', { files: {} }, { files: [7] }, { files: [7], versions: [7] }]) {
    test(`no page: ${JSON.stringify(page)}`, () => {
      assert.throws(() => readJsonIndex(page, 'x'), FormatError);
    });
  }

  test('a project without files', () => {
    assert.deepEqual(readJsonIndex({ files: [], versions: [] }, 'x'), {
      files: [],
      versions: [],
      serial: undefined,
      status: { marker: 'active', reason: '' },
      dropped: 0,
    });
  });
});

describe('a page in HTML', () => {
  const names = (html: string) => readHtmlIndex(html, 'x').files.map(({ name }) => name);
  for (const [name, html, expected] of [
    ['relative', '<a href="../../p/tool-1.0.tar.gz#sha256=00">x</a>', ['tool-1.0.tar.gz']],
    ['absolute, with a query', "<A HREF='https://x.example/tool-1.0.zip?a=/b#c'>", ['tool-1.0.zip']],
    ['without quotes', '<a href=tool-1.0.tgz>', ['tool-1.0.tgz']],
    ['over lines, with other attributes', '<a\n rel="internal"\n href = "tool-1.0.tgz"\n>', ['tool-1.0.tgz']],
    [
      'an angle bracket within quotes',
      '<a data-requires-python=">=3" href="tool-1.0.tgz">',
      ['tool-1.0.tgz'],
    ],
    [
      'escaped',
      '<a href="a/tool-1%212.0.tgz&#35;x"><a href="b&#x2F;tool-3.tgz?&amp;">',
      ['tool-1!2.0.tgz', 'tool-3.tgz'],
    ],
    [
      'what is no file of a version',
      '<a href="tool-1.0.tgz"><a href="../"><a href="tool-1.0.tgz.asc"><a>',
      ['tool-1.0.tgz'],
    ],
    [
      'broken escapes',
      '<a href="tool-1.0.tgz"><a href="%E0%A4%A.tgz"><a href="&#9999999;&#x110000;.tgz">',
      ['tool-1.0.tgz', '&'],
    ],
    ['a long name', `<a href="tool-1.0.tgz"><a href="${'x'.repeat(1030)}.tgz">`, ['tool-1.0.tgz']],
    ['a link within a comment is one', '<!-- <a href="tool-1.0.tgz"> -->', ['tool-1.0.tgz']],
  ] as const) {
    test(name, () =>
      assert.deepEqual(
        names(html),
        expected.filter((each) => each !== '&'),
      ),
    );
  }

  test('digests by any algorithm', () => {
    const html = `<a href="a-1.tgz#md5=${'ab'.repeat(16)}"><a href="a-2.tgz#sha512=${'cd'.repeat(64)}"><a href="a-3.tgz#egg=x">`;
    assert.deepEqual(
      readHtmlIndex(html, 'x').files.map(({ digest }) => digest),
      [`md5:${'ab'.repeat(16)}`, `sha512:${'cd'.repeat(64)}`, undefined],
    );
  });

  test('yanks and dates', () => {
    const html = [
      '<a href="a-1.tgz" data-yanked>',
      '<a href="a-2.tgz" data-yanked="broken">',
      '<a href="a-3.tgz" data-upload-time="2024-01-01T00:00:00Z">',
    ];
    assert.deepEqual(
      readHtmlIndex(html.join(''), 'x').files.map(({ yanked, uploadedAt }) => [yanked, uploadedAt]),
      [
        ['', undefined],
        ['broken', undefined],
        [false, '2024-01-01T00:00:00Z'],
      ],
    );
  });

  test('a project without files says what it is', () => {
    const html = '<meta name="pypi:repository-version" content="1.0">';
    assert.deepEqual(readHtmlIndex(html, 'x').files, []);
    assert.throws(() => readHtmlIndex('<title>Log in</title><a href="/login">', 'x'), FormatError);
  });

  for (const hostile of ['<a ', '<a "', '<a \'"', '<a href="', '"<a "', '<a x=', '<a &#x', '<meta\n']) {
    test(`does not keep it busy: ${JSON.stringify(hostile)}`, () => {
      assert.throws(() => readHtmlIndex(hostile.repeat(200_000), 'x'), FormatError);
    });
  }
});

describe('which of them it is', () => {
  const read = (text: string | Uint8Array) =>
    readIndex(
      { status: 200, url: 'https://x.example/', headers: new Headers(), body: Buffer.from(text) },
      'x',
    );

  for (const text of [
    '{"files":[]}',
    ' \n{"files":[]}',
    '\uFEFF\n<a href="a-1.tgz">',
    '<!DOCTYPE html><a href=a-1.tgz>',
  ]) {
    test(JSON.stringify(text), () => assert.doesNotThrow(() => read(text)));
  }
  for (const text of ['', ' ', '[]', 'a-1.tgz', '\u0089PNG', '<html>', '{']) {
    test(`neither: ${JSON.stringify(text)}`, () => assert.throws(() => read(text), FormatError));
  }
  test('no UTF-8', () => {
    assert.throws(() => read(Uint8Array.of(0x3c, 0xff)), FormatError);
  });
});
