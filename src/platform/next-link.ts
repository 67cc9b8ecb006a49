// One link of the header: its address, then its parameters, in which a quoted value may hold commas.
const LINK = /<([^<>]*)>((?:[^,"]|"(?:[^"\\]|\\.)*")*)/g;
const PARAMETER = /;\s*([\w*-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;,"]+))/g;
const LONGEST = 16 * 1024;

/** The address of the next page by a Link header (RFC 8288), as it is written there; undefined on the last page. */
export function nextLink(header: string | null | undefined): string | undefined {
  for (const [, address, parameters = ''] of (header ?? '').slice(0, LONGEST).matchAll(LINK)) {
    if (address !== undefined && relationsOf(parameters).includes('next')) return address;
  }
  return undefined;
}

function relationsOf(parameters: string): readonly string[] {
  for (const [, name = '', quoted, plain = ''] of parameters.matchAll(PARAMETER)) {
    if (name.toLowerCase() === 'rel') return (quoted ?? plain).toLowerCase().split(/\s+/);
  }
  return [];
}
