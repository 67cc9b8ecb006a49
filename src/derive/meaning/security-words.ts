// What is called security without being a fix of it: taken out before anything is looked for.
const HARMLESS = [
  /\b(?:security|threat)[ -](?:polic(?:y|ies)|docs?|documentation|model|guidance|guide|guidelines|scanner|linter|lint|scans?|scanning|support|context|groups?|contacts?|keys?|headers?|audits? workflow|considerations?|notes?|section|team|page|tokens?|best practices|reports? process)\b/gi,
  /\bsecurity\.(?:md|txt)\b/gi,
  /\b(?:prototype[ -]pollution|xss|csrf|ssrf|security|injection|dos) (?:guards?|tests?|protections?)\b/gi,
  /\b(?:dependency|constructor|property|script|code-?gen) injection\b/gi,
];

// Hardening, of which an attack and its gain can be read.
const HARDENING = new RegExp(
  `\\b(?:${[
    '(?:strip|redact|mask|scrub|withhold|sanitiz|block)\\w{0,5}\\b.{0,40}\\b(?:credentials?|secrets?|tokens?|passwords?|authorization|api[ -]?keys?|sensitive)',
    '(?:credentials?|secrets?|tokens?|passwords?|auth|api keys?)\\b.{0,20}\\b(?:off|out of|away from|cross[ -]origin|across (?:origins|redirects))',
    '(?:enforc|validat|verif)\\w{0,4}\\b.{0,30}\\b(?:tls|ssl|certificates?)',
    '(?:enforc|appl|reopen|inherit)\\w{0,4}\\b.{0,40}\\b(?:access (?:policy|policies|rules?|control|restrictions?)|sandbox|permissions|disable\\w+access(?:/\\w+)?)',
    'bound\\w{0,3} (?:the )?work\\b.{0,20}\\b(?:message|request|input|attacker|client|peer)',
    '(?:stop|prevent|block|keep)\\w{0,5}\\b.{0,60}\\binject(?:ing|ion)',
    '(?:sanitiz|reject|block|escap)\\w{1,4} (?:\\w+ ){0,2}(?:dangerous|unsafe)',
    'had no protection|protection against (?:abuse|attacks?)',
  ].join('|')})\\b`,
  'i',
);

const WEAKNESS = new RegExp(
  `\\b(?:${[
    'vulnerab(?:le|ilit(?:y|ies))',
    'redos|regular expression denial',
    'denial[ -]of[ -]service',
    'prototype[ -](?:pollution|poisoning|manipulation)',
    'xss|cross[ -]site scripting|csrf|cross[ -]site request|ssrf|rce|xxe',
    'remote code execution|arbitrary (?:code|command|files?|shell)',
    '(?:sql|nosql|command|code|header|crlf|html|template|argument|shell|log|request|script|css|ldap|xml|email|smtp|path|filename)[ /-]?(?:\\w{1,12} )?injection',
    '(?:path|directory) traversal|zip[ -]slip|open redirect|clickjacking',
    'timing[ -](?:attack|side)|side[ -]channel|downgrade attack|replay attack|brute[ -]force',
    '(?:auth\\w*|access|sandbox|security|policy|permission|origin|restriction)[ -]bypass\\w*|bypass\\w* (?:auth\\w*|access|the sandbox|security|policy|permission)',
    'privilege escalation|cache poisoning|request smuggling|session fixation|buffer overflow|(?:out[ -]of[ -]bounds|uninitiali[sz]ed)[ -](?:read|write|memory)|use[ -]after[ -]free|decompression bomb|zip bomb|billion laughs',
    '(?:credentials?|secrets?|tokens?|passwords?|information|path|data|cleartext|sensitive \\w+)[ -](?:leak(?:s|age)?|disclosure|exposure|exfiltration)|memory disclosure',
    '(?:leak|leaks|leaked|leaking|expos(?:e|es|ed|ing)|disclos(?:e|es|ed|ing)) (?:\\w+ ){0,3}(?:credentials?|secrets?|tokens?|passwords?|api keys?|sensitive)',
    'security (?:fix(?:es)?|issues?|patch(?:es)?|updates?|vulnerab\\w+|advisor(?:y|ies)|flaws?|holes?|bugs?|warnings?|alerts?|releases?|hot ?fix|hardening|problems?|concerns?|risks?|improvements?|weakness\\w*|upgrades?)',
    '(?:improv\\w+|enhanc\\w+|fix\\w*|patch\\w*|harden\\w*|tighten\\w*) (?:\\w+ ){0,2}security',
    'malicious|exploit(?:s|able|ed|ation)?|untrusted|attacker|insecure',
    '(?:dependabot|snyk|codeql|code[ -]scanning|security[ -]scanning|audit|scanner) (?:alerts?|findings?|failures?|warnings?)',
    'snyk|npm audit|cve',
  ].join('|')})\\b`,
  'i',
);
// Upper case tells an attack from an operating system.
const DOS = /\bDoS\b|\bDDoS\b/;

/** What even work on the project must be taken for: an update because of a vulnerability. */
const INNER =
  /\bvulnerab(?:le|ilit(?:y|ies))\b|\bcve\b|\bsecurity (?:fix(?:es)?|issues?|patch(?:es)?|updates?|advisor(?:y|ies)|warnings?|alerts?)\b|\bnpm audit\b|\b(?:dependabot|snyk|codeql|code[ -]scanning|audit) (?:alerts?|findings?|failures?|warnings?)\b/i;

const OF_INNER = [INNER, HARDENING];
const OF_RELEASE = [WEAKNESS, DOS, HARDENING];

/** Where a text names a weakness that was closed; -1 if it names none. `isInner`: of work on the project, or of a dependency. */
export function findWeakness(said: string, isInner: boolean): number {
  const patterns = isInner ? OF_INNER : OF_RELEASE;
  // Most items name none, and need no second look.
  if (firstOf(patterns, said) < 0) return -1;
  return firstOf(
    patterns,
    HARMLESS.reduce((rest, harmless) => rest.replace(harmless, blank), said),
  );
}

function firstOf(patterns: readonly RegExp[], text: string): number {
  for (const words of patterns) {
    const index = text.search(words);
    if (index >= 0) return index;
  }
  return -1;
}

function blank(text: string): string {
  return ' '.repeat(text.length);
}
