/**
 * The purl of a name as its registry writes it: `@octokit/graphql`, `org.slf4j/slf4j-api`. Not yet checked.
 * @param home where it lives, if not at the type’s own registry
 */
export function purlText(type: string, name: string, home?: string): string {
  const path = name.split('/').map(encode).join('/');
  return `pkg:${type}/${path}${home === undefined ? '' : `?repository_url=${encode(home)}`}`;
}

/** A purl as a bill of materials writes it, without the parts that name one version or file of the package. */
export interface VersionedPurl {
  readonly purl: string;
  readonly version: string | undefined;
}

/** Takes the version off a purl. What is no purl is left as it is, for its check to complain about. */
export function splitPurl(text: string): VersionedPurl {
  const [whole = '', query = ''] = (text.split('#')[0] ?? '').split('?');
  const at = whole.lastIndexOf('@');
  // `pkg:npm/@octokit/graphql` has none.
  const hasVersion = at > whole.lastIndexOf('/');
  const qualifiers = new URLSearchParams(query.replaceAll('+', '%2B'));
  const home = qualifiers.get('repository_url');
  const purl = `${hasVersion ? whole.slice(0, at) : whole}${home ? `?repository_url=${encode(home)}` : ''}`;
  // An image’s version is its digest; what people call its version is the tag.
  const version = qualifiers.get('tag') ?? (hasVersion ? decode(whole.slice(at + 1)) : undefined);
  return { purl, version: NO_VERSION.test(version ?? '') ? undefined : version };
}

const NO_VERSION = /^(?:sha\d+:.*|latest)$/;

// Half of a surrogate pair cannot be encoded; what it becomes is no package’s name.
function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // Not encoded at all: a version may have a `%` of its own.
  }
}
