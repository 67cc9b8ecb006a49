import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { metricsOf } from '../../src/api/metrics-of.ts';
import { exposition, type MetricFamily } from '../../src/api/open-metrics.ts';
import { parsePackage } from '../../src/core/package.ts';
import { aProject, aRecord, aRelease, hoursLater, IMPORTED } from '../build-release.ts';
import { aSite, aView } from '../outputs/build-site.ts';
import { aFullSite, aFullView, HOSTILE } from './an-api.ts';
import { readOpenMetrics } from './read-open-metrics.ts';

const site = aFullSite();
const read = readOpenMetrics(exposition(metricsOf(site)));

/** The figures of a family by the values of their labels. */
function figures(name: string, from = read): Record<string, number> {
  const { samples } = from.get(name) ?? assert.fail(`there is no ${name}`);
  return Object.fromEntries(samples.map(({ labels, value }) => [Object.values(labels).join(' '), value]));
}

describe('metrics', () => {
  for (const [name, wanted] of [
    ['tidings_as_of_timestamp_seconds', { '': Date.parse(IMPORTED) / 1000 }],
    ['tidings_projects', { '': 4 }],
    ['tidings_packages', { github: 1, npm: 4 }],
    ['tidings_packages_failing', { github: 1, npm: 0 }],
    ['tidings_releases', { github: 1, npm: 5 }],
    ['tidings_changes', { alert: 2, notice: 0, info: 2 }],
    ['tidings_advisories_open', { critical: 0, high: 0, medium: 0, low: 0, unknown: 1 }],
  ] as const) {
    test(`${name} are what is held`, () => assert.deepEqual(figures(name), wanted));
  }

  test('count an advisory once, however many projects it concerns', () => {
    const twice = aSite([aFullView(), aFullView({ id: 'fork' })]);
    const families = readOpenMetrics(exposition(metricsOf(twice)));
    assert.equal(figures('tidings_advisories_open', families)['unknown'], 1);
  });

  test('tell the newest release of each project that has one', () => {
    const newest = figures('tidings_newest_release_timestamp_seconds');
    assert.deepEqual(Object.keys(newest).sort(), ['many', 'odd', 'tool']);
    assert.equal(newest['tool'], Date.parse('2026-09-20T00:00:00Z') / 1000);
  });

  test('tell the latest version, whatever upstream calls it', () => {
    const { samples } = read.get('tidings_latest_info') ?? assert.fail();
    const of = (id: string) => samples.find(({ labels }) => labels['project'] === id)?.labels;
    assert.deepEqual(of('tool'), { project: 'tool', name: `Tool ${HOSTILE}`, version: '2.0.0' });
    assert.equal(of('odd')?.['version'], site.byId.get('odd')?.standing.latest?.version);
  });

  test('time the detection by source, in seconds', () => {
    const pkg = parsePackage('pkg:npm/tool');
    const releases = Array.from({ length: 20 }, (_, index) =>
      aRelease({ version: `1.0.${index}`, publishedAt: hoursLater(1), seenAt: hoursLater(2 + index) }),
    );
    const records = new Map([[pkg.purl, aRecord({ package: pkg.purl, releases })]]);
    const timed = aSite([{ ...aView(releases, aProject({ package: pkg })), records }], {
      asOf: hoursLater(100),
    });
    const families = readOpenMetrics(exposition(metricsOf(timed)));
    assert.deepEqual(figures('tidings_detection_latency_seconds', families), {
      'npm 0.5': 36_000,
      'npm 0.95': 68_400,
    });
    assert.deepEqual(figures('tidings_detection_latency_samples', families), { npm: 20 });
  });

  test('have a unit where their name has one', () => {
    for (const [name, { unit }] of read) assert.equal(unit === 'seconds', name.endsWith('_seconds'), name);
  });
});

describe('the text of OpenMetrics', () => {
  const family = (fields: Partial<MetricFamily>): MetricFamily => ({
    name: 'a_b',
    type: 'gauge',
    help: 'Help.',
    samples: [],
    ...fields,
  });

  test('of nothing is its end', () => assert.equal(exposition([]), '# EOF\n'));

  for (const value of [
    '\\',
    '"',
    '\n',
    '\\n',
    '\\"',
    '{a="b"}',
    'a",b="c',
    HOSTILE,
    '',
    '\r\u2028',
    '# EOF',
  ]) {
    test(`keeps ${JSON.stringify(value)} in a label and in its help`, () => {
      const text = exposition([
        family({ help: `.${value}`, samples: [{ labels: { x: value, y: '1' }, value: 1.5 }] }),
      ]);
      const found = readOpenMetrics(text).get('a_b');
      assert.deepEqual(found?.samples, [{ labels: { x: value, y: '1' }, value: 1.5 }]);
      assert.equal(found?.help, `.${value}`);
    });
  }

  test('makes half a character whole, as UTF-8 cannot hold it', () => {
    assert.ok(exposition([family({ help: '\ud800' })]).isWellFormed());
  });

  for (const [what, text] of [
    ['an end that is missing', '# TYPE a gauge\n# HELP a b\na 1\n'],
    ['a line after the end', '# EOF\n\n'],
    ['a quotation mark', '# TYPE a gauge\n# HELP a b\na{x="""} 1\n# EOF\n'],
    ['a series that is there twice', '# TYPE a gauge\n# HELP a b\na 1\na 1\n# EOF\n'],
    ['a family that is there twice', '# TYPE a gauge\n# HELP a b\n# TYPE a gauge\n# HELP a b\n# EOF\n'],
    ['a type that the older format lacks', '# TYPE a info\n# HELP a b\n# EOF\n'],
    ['a unit that the name lacks', '# TYPE a gauge\n# UNIT a seconds\n# HELP a b\n# EOF\n'],
  ]) {
    test(`is refused by its reader with ${what}`, () => assert.throws(() => readOpenMetrics(text ?? '')));
  }
});
