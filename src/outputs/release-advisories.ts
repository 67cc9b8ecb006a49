import { type Html, html } from '../core/html.ts';
import { showHidden } from '../core/show-hidden.ts';
import { severityInWords } from '../derive/advisories/alerts.ts';
import type { Affliction, ReleaseAdvisories } from '../derive/advisories/package-advisories.ts';
import type { Vulnerability } from '../derive/advisories/vulnerability.ts';

const SHOWN = 5;

/** The marks of a release: what it is affected by, and what it fixes. */
export function releaseAdvisories({ fixes, affectedBy }: ReleaseAdvisories): Html {
  return html`${few(affectedBy.map(affected), 'affected by')}${few(fixes.map(fixed), 'fixed')}`;
}

// What is too much to stand above the notes folds.
function few(marks: readonly Html[], what: string): Html {
  const rest = marks.slice(SHOWN);
  const more =
    rest.length > 0 && html`<details><summary>${rest.length} more ${what}</summary>${rest}</details>`;
  return html`${marks.slice(0, SHOWN)}${more}`;
}

function affected({ vulnerability, fixedIn }: Affliction): Html {
  const fix = fixedIn === undefined ? 'no fixed version is known' : html`fixed in ${showHidden(fixedIn)}`;
  const said = vulnerability.isMalware
    ? html`<strong>Malware</strong> by ${nameOf(vulnerability)}`
    : html`<strong>Affected</strong> by ${nameOf(vulnerability)}`;
  return html`<p class="mark mark-alert">${said}: ${fix}.${summaryOf(vulnerability)}</p>`;
}

function fixed(vulnerability: Vulnerability): Html {
  return html`<p class="mark"><strong>Fixes</strong> ${nameOf(vulnerability)}.${summaryOf(vulnerability)}</p>`;
}

function nameOf({ id, url, severity, isMalware }: Vulnerability): Html {
  const link = html`<a href="${url}" rel="noreferrer">${id}</a>`;
  return isMalware ? link : html`${link}, ${severityInWords(severity)}`;
}

function summaryOf({ summary }: Vulnerability): Html | undefined {
  return summary === '' ? undefined : html` <span class="soft"><bdi>${showHidden(summary)}</bdi></span>`;
}
