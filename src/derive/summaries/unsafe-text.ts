import { INVISIBLE } from './invisible.ts';

/** What a text must not hold, whoever wrote it. */
export type Unsafe = 'address' | 'mention' | 'markup' | 'hidden' | 'command' | 'code';

// Letters that are drawn like others: mathematical, full-width, enclosed, small capitals, turned.
const LOOKALIKE =
  /[\u{1d400}-\u{1d7ff}\uff21-\uff5a\u2460-\u24ff\u{1f110}-\u{1f189}\u1d00-\u1d2b\u0250-\u02af\u{1f1e6}-\u{1f1ff}]/u;
// A word in two alphabets that share shapes.
const MIXED =
  /\p{Script=Latin}[\p{L}\p{M}]*[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Cherokee}\p{Script=Armenian}]|[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Cherokee}\p{Script=Armenian}][\p{L}\p{M}]*\p{Script=Latin}/u;

const ENDINGS =
  'com|net|org|io|dev|app|ai|co|me|info|biz|xyz|top|site|online|shop|link|click|page|cloud|tech|ly|gg|tk|ml|cf|ga|ru|cn|uk|de|fr|eu|in|su|tv|cc|to|gl|ws|zip|mov|onion|invalid|example|local|localhost';
const ADDRESS = new RegExp(
  [
    '\\w:\\/\\/',
    '\\bwww\\.',
    'h(?:tt|xx|\\*\\*)ps?\\b\\s*[:\\[(]',
    '\\b(?:mailto|javascript|data|vbscript|tel|ftp|file|magnet|ipfs):\\S',
    `[\\p{L}\\d-]\\s*(?:\\.|\\[\\.\\]|\\(\\.\\)|\\{\\.\\}|\\[dot\\]|\\(dot\\)|\\sdot\\s|。|．|․)\\s*(?:${ENDINGS})(?![\\p{L}\\d_(-]|\\.\\w)`,
    '\\bdot\\s+(?:com|net|org|io|invalid|example)\\b',
    '(?<![\\d.])(?:\\d{1,3}\\.){3}\\d{1,3}(?:[:/]\\d|(?![\\d.-]))',
    '\\S@[\\p{L}\\d-]+\\.\\p{L}',
    '\\/\\/[\\p{L}\\d]',
    // A name with a path, whatever its ending, unless that is one of files.
    '[\\p{L}\\d]\\.(?!(?:js|jsx|ts|tsx|mjs|cjs|json|md|py|rs|go|d|css|html|xml|toml|ya?ml|txt|lock)\\/)\\p{L}{2,24}\\/[\\p{L}\\d]',
  ].join('|'),
  'iu',
);

const MENTION = /(?<![\p{L}\d/])@[\p{L}\d][\p{L}\d-]*(?!\/?[\p{L}\d@-]*\/)/u;
const MARKUP = /<[\p{L}/!?|%]|\]\s*\(|!\[|\]\[|\{\{|\}\}|\$\{|&#?\w{1,12};|^\s*(?:#{1,6}|>|={3,}|-{3,})\s/u;
// `Array<string>` is a type.
const GENERIC = /(?<=\w)<[\w\s,.|]{1,40}>/g;
const OWN_MARKUP = /[<`*|\\{}[\]]|(?<!\w)_|_(?!\w)|^[>#=~+-]/;

const COMMAND = new RegExp(
  [
    '\\b(?:curl|wget|iwr|invoke-webrequest|invoke-expression|powershell|pwsh|certutil|bitsadmin|nc|ncat|netcat)\\b\\s+\\S',
    '\\|\\s*(?:sudo\\s+)?(?:ba|z|k|da)?sh\\b|\\|\\s*(?:python|node|perl|ruby|iex)\\b',
    '\\b(?:sudo|rm\\s+-|chmod\\s|chown\\s|mkfs|dd\\s+if=|eval\\s*\\(|exec\\s*\\(|bash\\s+-c|sh\\s+-c|base64\\s+-)',
    '(?:\\b(?:run|execute|paste|type|invoke|launch)\\b|[$`]).{0,20}\\b(?:np[mx]|yarn|pnpm|bunx?|pipx?|uvx?|brew|apt(?:-get)?|dnf|yum|docker|podman|kubectl|git|cargo|gem|composer|dotnet|go|deno|nuget)\\s+\\S',
    '\\b(?:npm|yarn|pnpm|bun|pip3?|pipx|uv|brew|apt|apt-get|apk|dnf|yum|snap|winget|choco|scoop|conda|poetry|helm|go|dotnet|cargo|gem|composer)\\s+(?:i|install|add|exec|dlx|get|x|create|init|upgrade)\\b',
    '\\bnpx\\s+\\S',
    '\\b(?:docker|podman)\\s+(?:run|pull|exec)\\s+\\S|\\bgit\\s+clone\\s+\\S|\\bpython3?\\s+-[mc]\\s',
    '\\bprocess\\.env\\b.{0,20}(?:fetch|http|send)',
  ].join('|'),
  'i',
);

// Encoded matter: nothing that a reader could read.
const BLOB =
  /\b[\da-f]{32,}\b|[a-z\d+/]{14,}={1,2}(?![\w=])|(?:(?:\\x|%|0x|\\u|&#x?)[\da-f]{2,8};?\s?,?){3,}|\b(?:[\da-f]{2}[\s:,-]){5,}[\da-f]{2}\b|\b(?:[01]{7,8}\s){2,}|(?:[.\-·–]{1,6}[\s/]+){5,}|(?:(?<!\p{L}|\d)[\p{L}\d][\s.\-_*|·]+){5,}[\p{L}\d](?!\p{L})|(?<!\d)(?:\d{2,3}[\s,]+){5,}\d{2,3}(?!\d)/iu;

/** Why a quotation may not be shown; undefined where it may. */
export function unsafeQuote(text: string): Unsafe | undefined {
  if (INVISIBLE.test(text) || LOOKALIKE.test(text) || MIXED.test(text)) return 'hidden';
  if (ADDRESS.test(text)) return 'address';
  if (COMMAND.test(text)) return 'command';
  if (MENTION.test(text)) return 'mention';
  if (MARKUP.test(text.replace(GENERIC, ''))) return 'markup';
  return BLOB.test(text) || hasEncoded(text) || hasOpaqueToken(text) || shouts(text) ? 'code' : undefined;
}

/** The same of what a model wrote itself, which has no reason for markup of any kind. */
export function unsafeText(text: string): Unsafe | undefined {
  if (text.includes('@')) return 'mention';
  return unsafeQuote(text) ?? (OWN_MARKUP.test(text) ? 'markup' : undefined);
}

const KNOWN_IDENTIFIER =
  /^(?:CVE-\d{4}-\d{4,7}|GHSA(?:-[23456789cfghjmpqrvwx]{4}){3}|(?:RUSTSEC|PYSEC|GO|OSV|MAL)-\d{4}-\d{1,7})$/i;

/** Whether a word is no word: letters and digits in turns, such as `7Q2X`, that are neither a version, a hash nor an advisory's id. */
function hasOpaqueToken(text: string): boolean {
  return text.split(/[\s"'“”‘’`(),;:!?[\]{}<>=]+/u).some((token) => {
    const bare = token.replace(/[.]+$/, '');
    if (KNOWN_IDENTIFIER.test(bare) || /^[\da-f]{7,40}$/.test(bare) || /^[vV]?\d+(?:\.\d+)+/.test(bare))
      return false;
    return bare.split(/[^\p{L}\d]+/u).some(isOpaque);
  });
}

function isOpaque(run: string): boolean {
  if (/^[\da-f]{7,40}$/.test(run)) return false;
  const parts = run.match(/\p{L}+|\d+/gu) ?? [];
  // `7Q2X` turns three times, `ES2022` once, `k8s` and `i18n` twice.
  return parts.length > 3;
}

/** Whether a run of letters and digits changes its kind as often as base64 does, and as no name of many words. */
function hasEncoded(text: string): boolean {
  return (text.match(/[A-Za-z\d+/]{20,}/g) ?? []).some((run) => {
    const turns = run.match(/[a-z]+|[A-Z]+|\d+|[+/]+/g)?.length ?? 0;
    return turns > run.length * 0.4;
  });
}

// Words that notes write in capitals, besides what stands in code.
const CAPITALS = new Set(
  `BREAKING CHANGE CHANGES CHANGED SECURITY IMPORTANT NOTICE WARNING CAUTION DEPRECATED DEPRECATION DEPRECATIONS REMOVED FIXED ADDED
  FEATURE FEATURES README CHANGELOG LICENSE CONTRIBUTING ASCII GITHUB GITLAB POSIX MACOS LINUX WINDOWS MYSQL SQLITE NOSQL POSTGRES WEBGL
  WEBGPU GRAPHQL OPENAPI OAUTH KERBEROS SELECT INSERT UPDATE DELETE CREATE RETURNING BETWEEN HAVING TRUNCATE EXPLAIN OPTIONS CONNECT
  UNICODE BOOLEAN BIGINT VARCHAR TIMESTAMP INTEGER STARTTLS MSIX CUDA WASM`.split(/\s+/),
);

/** Whether a word is written in capitals that is neither an abbreviation nor one of these: passwords and slogans are. */
function shouts(text: string): boolean {
  const prose = text.replace(/`[^`]*`|\b\w+\(|\w*_\w*/g, ' ');
  return (prose.match(/(?<![\w-])\p{Lu}{5,}(?![\w])/gu) ?? []).some((word) => !CAPITALS.has(word));
}
