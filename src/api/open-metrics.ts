/** One figure of a family. */
export interface Sample {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/**
 * Figures of one name. A gauge or a summary of quantiles: both formats that Prometheus reads know these, and a static host cannot
 * say which of the two it serves.
 */
export interface MetricFamily {
  readonly name: string;
  readonly type: 'gauge' | 'summary';
  /** The end of its name, where it has one. */
  readonly unit?: 'seconds';
  readonly help: string;
  readonly samples: readonly Sample[];
}

/** Families in the text format of OpenMetrics. https://prometheus.io/docs/specs/om/open_metrics_spec/#text-format */
export function exposition(families: readonly MetricFamily[]): string {
  return `${families.map(writeFamily).join('')}# EOF\n`;
}

function writeFamily({ name, type, unit, help, samples }: MetricFamily): string {
  const lines = [
    `# TYPE ${name} ${type}`,
    ...(unit === undefined ? [] : [`# UNIT ${name} ${unit}`]),
    `# HELP ${name} ${escapeText(help)}`,
    ...samples.map(({ labels, value }) => `${name}${writeLabels(labels)} ${value}`),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function writeLabels(labels: Sample['labels']): string {
  const written = Object.entries(labels).map(([name, value]) => `${name}="${escapeText(value)}"`);
  return written.length === 0 ? '' : `{${written.join(',')}}`;
}

function escapeText(text: string): string {
  return text.toWellFormed().replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
}
