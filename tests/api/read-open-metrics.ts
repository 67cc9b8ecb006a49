import assert from 'node:assert/strict';

/** A family as it was read. */
export interface ReadFamily {
  readonly type: string;
  readonly unit: string | undefined;
  readonly help: string;
  readonly samples: { readonly labels: Readonly<Record<string, string>>; readonly value: number }[];
}

// https://prometheus.io/docs/specs/om/open_metrics_spec/#abnf, as far as gauges and quantiles go.
const NAME = '[a-zA-Z_:][a-zA-Z0-9_:]*';
const TYPE = new RegExp(`^# TYPE (${NAME}) (gauge|summary)$`);
const UNIT = new RegExp(`^# UNIT (${NAME}) ([a-zA-Z0-9_:]+)$`);
const HELP = new RegExp(`^# HELP (${NAME}) ((?:[^\\\\"\\n]|\\\\[\\\\"n])+)$`, 'su');
const SAMPLE = new RegExp(`^(${NAME})(?:\\{(.+)\\})? (-?[0-9]+(?:\\.[0-9]+)?)$`, 'su');
const LABEL = /^([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^\\"\n]|\\[\\"n])*)"(?:,(?=[a-zA-Z_])|$)/su;
const ESCAPES: Readonly<Record<string, string>> = { '\\\\': '\\', '\\"': '"', '\\n': '\n' };

/** Reads an exposition and refuses all that the grammar does: order of lines, names, escapes, repeated series, a missing end. */
export function readOpenMetrics(text: string): ReadonlyMap<string, ReadFamily> {
  assert.ok(text.endsWith('\n# EOF\n') || text === '# EOF\n', 'does not end with # EOF');
  const lines = text.slice(0, -'# EOF\n'.length).split('\n').slice(0, -1);
  const families = new Map<string, ReadFamily>();
  while (lines.length > 0) readFamily(lines, families);
  return families;
}

function readFamily(lines: string[], families: Map<string, ReadFamily>): void {
  const [, name = '', type = ''] = TYPE.exec(lines[0] ?? '') ?? assert.fail(`no TYPE: ${lines[0]}`);
  lines.shift();
  assert.ok(!families.has(name), `${name} is there twice`);
  const unit = UNIT.exec(lines[0] ?? '');
  if (unit !== null) lines.shift();
  assert.ok(unit === null || (unit[1] === name && name.endsWith(`_${unit[2]}`)), `${name} has another unit`);
  const help = HELP.exec(lines.shift() ?? '') ?? assert.fail(`${name} has no HELP`);
  assert.equal(help[1], name);
  const family: ReadFamily = { type, unit: unit?.[2], help: withoutEscapes(help[2] ?? ''), samples: [] };
  families.set(name, family);
  const series = new Set<string>();
  while (lines[0]?.startsWith('# ') === false) {
    const line = lines.shift() ?? '';
    const [, own, labels, value] = SAMPLE.exec(line) ?? assert.fail(`no sample: ${line}`);
    assert.equal(own, name, 'a sample of another family');
    assert.ok(!series.has(labels ?? ''), `${line} is there twice`);
    series.add(labels ?? '');
    family.samples.push({ labels: readLabels(labels), value: Number(value) });
  }
  if (type === 'summary') for (const { labels } of family.samples) checkQuantile(labels);
}

function readLabels(text = ''): Record<string, string> {
  const labels: Record<string, string> = {};
  for (let rest = text; rest !== ''; ) {
    const [whole, name = '', value = ''] = LABEL.exec(rest) ?? assert.fail(`no label: ${rest}`);
    assert.ok(!Object.hasOwn(labels, name), `${name} is there twice`);
    labels[name] = withoutEscapes(value);
    rest = rest.slice(whole.length);
  }
  return labels;
}

function withoutEscapes(text: string): string {
  return text.replace(/\\[\\"n]/g, (written) => ESCAPES[written] ?? written);
}

function checkQuantile({ quantile = '' }: Readonly<Record<string, string>>): void {
  assert.match(quantile, /^(?:0(?:\.\d+)?|1)$/);
}
