import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { parsePackage } from '../../../src/core/package.ts';
import { ConfigError } from '../../../src/platform/errors.ts';
import { npmRegistries } from '../../../src/sources/npm/npm-registries.ts';
import { npmProject } from './npm-world.ts';

async function registries(...lines: string[]) {
  return npmRegistries(await npmProject(`${lines.join('\n')}\n`));
}

const TOOL = parsePackage('pkg:npm/tool');
const SCOPED = parsePackage('pkg:npm/%40acme/Tool.js');

describe('addresses', () => {
  test('the registry, with or without a final slash, and a scope’s own', async () => {
    const { documentUrl, hosts } = await registries(
      'registry=https://npm.corp.example/all',
      '@acme:registry=http://10.0.0.1:4873/',
    );
    assert.equal(documentUrl(TOOL), 'https://npm.corp.example/all/tool');
    assert.equal(documentUrl(SCOPED), 'http://10.0.0.1:4873/@acme%2FTool.js');
    assert.deepEqual(hosts, ['npm.corp.example', '10.0.0.1:4873']);
  });

  test('a scope without a registry uses that of all; a host is named once', async () => {
    const { documentUrl, hosts } = await registries(
      'registry=https://npm.corp.example/',
      '@other:registry=https://npm.corp.example/other/',
    );
    assert.equal(documentUrl(SCOPED), 'https://npm.corp.example/@acme%2FTool.js');
    assert.deepEqual(hosts, ['npm.corp.example']);
  });

  test('a purl may name its registry', async () => {
    const { documentUrl } = await registries('registry=https://npm.corp.example/');
    const at = (url: string) =>
      documentUrl(parsePackage(`pkg:npm/tool?repository_url=${encodeURIComponent(url)}`));
    assert.equal(at('https://own.example/npm'), 'https://own.example/npm/tool');
    assert.equal(at('own.example/npm'), 'https://own.example/npm/tool');
  });

  test('without any configuration there is npm’s own default', async () => {
    const { hosts, proxy, ca } = await registries();
    assert.equal(hosts.length, 1);
    assert.deepEqual([proxy, ca], [undefined, []]);
  });

  test('a name cannot leave its place', async () => {
    const { documentUrl } = await registries('registry=https://npm.corp.example/a/');
    const hostile = { ...TOOL, name: '../../x?y#z' };
    assert.equal(documentUrl(hostile), 'https://npm.corp.example/a/..%2F..%2Fx%3Fy%23z');
  });

  for (const line of ['@acme:registry=ftp://npm.corp.example/', '@acme:registry=nonsense']) {
    test(`refused: ${line}`, async () => {
      await assert.rejects(
        registries(line),
        (error) =>
          error instanceof ConfigError &&
          /@acme:registry/.test(error.message) &&
          /npm config set @acme:registry=/.test(error.remedy ?? ''),
      );
    });
  }
});

describe('credentials', () => {
  const REGISTRY = 'registry=https://npm.corp.example/a/';
  const cases: [string, string[], string | undefined][] = [
    ['none', [], undefined],
    ['a token', ['//npm.corp.example/a/:_authToken=t'], 'Bearer t'],
    [
      'a token out of the environment',
      [`//npm.corp.example/a/:_authToken=\${TIDINGS_TEST_TOKEN}`],
      'Bearer of-env',
    ],
    ['a pair', ['//npm.corp.example/a/:_auth=dTpw'], 'Basic dTpw'],
    [
      'name and password',
      ['//npm.corp.example/a/:username=u', `//npm.corp.example/a/:_password=${btoa('p')}`],
      `Basic ${btoa('u:p')}`,
    ],
    ['a token for the whole host', ['//npm.corp.example/:_authToken=t'], 'Bearer t'],
    [
      'the nearest of two',
      ['//npm.corp.example/:_authToken=far', '//npm.corp.example/a/:_authToken=near'],
      'Bearer near',
    ],
    ['another folder’s', ['//npm.corp.example/b/:_authToken=t'], undefined],
    ['another host’s', ['//other.example/a/:_authToken=t'], undefined],
    ['another port’s', ['//npm.corp.example:8080/a/:_authToken=t'], undefined],
  ];
  process.env['TIDINGS_TEST_TOKEN'] = 'of-env';
  for (const [name, lines, expected] of cases) {
    test(name, async () => {
      const { authorizationFor, documentUrl } = await registries(REGISTRY, ...lines);
      assert.equal(authorizationFor(TOOL, documentUrl(TOOL)), expected);
      assert.equal(authorizationFor(SCOPED, documentUrl(SCOPED)), expected);
    });
  }

  test('go to the rest of the registry’s host, and to no other', async () => {
    const { authorizationFor } = await registries(REGISTRY, '//npm.corp.example/a/:_authToken=t');
    assert.equal(authorizationFor(TOOL, 'https://npm.corp.example/files/tool.tgz'), 'Bearer t');
    assert.equal(authorizationFor(TOOL, 'https://npm.corp.example:8443/a/tool.tgz'), undefined);
    assert.equal(authorizationFor(TOOL, 'https://files.example/a/tool.tgz'), undefined);
    assert.equal(authorizationFor(TOOL, 'nonsense'), undefined);
  });

  test('those of another registry are not lent to a package', async () => {
    const { authorizationFor } = await registries(
      REGISTRY,
      '@acme:registry=https://scoped.example/',
      '//npm.corp.example/a/:_authToken=t',
    );
    assert.equal(authorizationFor(SCOPED, 'https://npm.corp.example/files/tool.tgz'), undefined);
  });
});

describe('tarballs', () => {
  const REGISTRY = 'registry=https://npm.corp.example/a/';
  const LISTED = 'https://npm.corp.example/a/tool/-/tool-1.0.0.tgz';
  const cases: [string, string[], string, string][] = [
    ['where it says', [], 'https://files.example/tool.tgz', 'https://files.example/tool.tgz'],
    ['of the same host', [], LISTED, LISTED],
    [
      'of another host, always',
      ['replace-registry-host=always'],
      'https://old.example/tool/-/tool-1.0.0.tgz',
      LISTED,
    ],
    [
      'of a named host',
      ['replace-registry-host=old.example'],
      'https://old.example/tool/-/tool-1.0.0.tgz',
      LISTED,
    ],
    ['never', ['replace-registry-host=never'], 'https://old.example/t.tgz', 'https://old.example/t.tgz'],
    ['no address', ['replace-registry-host=always'], 'nonsense', 'nonsense'],
  ];
  for (const [name, lines, listed, expected] of cases) {
    test(name, async () => {
      const { tarballUrl } = await registries(REGISTRY, ...lines);
      assert.equal(tarballUrl(TOOL, listed), expected);
    });
  }

  test('of npm’s default registry come from the configured one', async () => {
    const standard = (await registries()).documentUrl(TOOL);
    const { tarballUrl } = await registries(REGISTRY);
    assert.equal(tarballUrl(TOOL, `${standard}/-/tool-1.0.0.tgz`), LISTED);
  });
});

test('proxy and certificates are npm’s', async () => {
  const { proxy, ca } = await registries(
    'https-proxy=http://proxy.corp.example:3128/',
    'noproxy=localhost,.corp.example',
    'ca="-----BEGIN CERTIFICATE-----"',
  );
  assert.deepEqual(proxy, { url: 'http://proxy.corp.example:3128/', except: ['localhost', '.corp.example'] });
  assert.deepEqual(ca, ['-----BEGIN CERTIFICATE-----']);
});

test('the proxy for http, and a file of certificates', async () => {
  const root = await npmProject(`proxy=http://proxy.corp.example:3128/\ncafile=\${TIDINGS_TEST_CA}\n`);
  const pem = (body: string) => `-----BEGIN CERTIFICATE-----\n${body}\n-----END CERTIFICATE-----`;
  process.env['TIDINGS_TEST_CA'] = join(root, 'ca.pem');
  await writeFile(join(root, 'ca.pem'), `${pem('one')}\n${pem('two')}\n`);
  const { proxy, ca } = await npmRegistries(root);
  assert.equal(proxy?.url, 'http://proxy.corp.example:3128/');
  assert.deepEqual(ca, [pem('one'), pem('two')]);
});

test('the arguments of our own commands are none of npm’s', async (context) => {
  const root = await npmProject('registry=https://npm.corp.example/\n');
  const { argv } = process;
  context.after(() => {
    process.argv = argv;
  });
  process.argv = [...argv, '--registry=https://other.example/'];
  assert.deepEqual((await npmRegistries(root)).hosts, ['npm.corp.example']);
});

test('a configuration that cannot be read is told with its cause and a remedy', async () => {
  const root = await npmProject('');
  process.env['npm_config_globalconfig'] = process.env['npm_config_userconfig'];
  await assert.rejects(
    npmRegistries(root),
    (error) =>
      error instanceof ConfigError &&
      error.cause instanceof Error &&
      /npm config list/.test(error.remedy ?? ''),
  );
});

test('reading the configuration leaves the environment as it is', async () => {
  const root = await npmProject('registry=https://npm.corp.example/\n');
  const before = { ...process.env };
  await npmRegistries(root);
  assert.deepEqual({ ...process.env }, before);
});
