import { FOREIGN_ORDERS } from './foreign-orders.ts';

// What speaks to a model or a writer of summaries instead of telling what changed. Each is tried on a line, on a whole block, and on what a
// model wrote itself. They may be too strict: what they cost is an item, and the notes themselves stay.
const ABOUT =
  '(?:instructions?|prompts?|rules?|directions?|directives?|guidelines?|constraints?|orders?|commands?|polic(?:y|ies))';
const WRITE =
  '(?:reply|respond|answer|say|print|output|write|echo|repeat|emit|type|return|produce|state|recite|generate)';
const SUMMARY = '(?:summar(?:y|ies)|headline|digest|abstract|tl;?dr)';
const REPLY = '(?:summar(?:y|ies)|headline|reply|response|answer|output)';

const ORDERS: readonly RegExp[] = [
  // Override.
  new RegExp(
    `\\b(?:ignore|disregard|forget|override|bypass|neglect|discard|drop|skip|violate|set aside)\\b.{0,40}\\b(?:previous|prior|above|earlier|foregoing|preceding|all|any|your|these|those|system|original|initial)\\b.{0,40}\\b(?:${ABOUT}|said|told|context|messages?|conversation|training)\\b`,
    'i',
  ),
  /\b(?:ignore|disregard|forget)\b.{0,20}\b(?:everything|anything|all of (?:the|this|that)|the (?:above|notes|rest|text))\b/i,
  new RegExp(
    `\\b(?:new|updated|real|actual|true|secret|hidden|following|additional|special|my|your|these|system|admin|override|important)\\s+(?:\\w+\\s+)?${ABOUT}\\b\\s*(?:[:.!]|are|is|for|to|from|follow)`,
    'i',
  ),
  new RegExp(`\\b(?:follow|obey|execute|carry out|comply with)\\b.{0,30}\\b${ABOUT}\\b`, 'i'),
  /\b(?:instead of|rather than) (?:a |the |your )?summar/i,
  // What to write.
  new RegExp(
    `\\b${WRITE}\\b.{0,30}\\b(?:only|exactly|verbatim|nothing (?:else|but)|just|this|that|the following|in full)\\b.{0,40}(?:["“'«:]|[A-Z\\d]{3}|\\b(?:words?|phrase|text|token|string|sentence|line|message|code)\\b)`,
    'i',
  ),
  /\b(?:only|just|simply|always|must|please|now|then|and|to|will|should)\s+(?:reply|respond|answer|say|echo|recite)\b/i,
  /^\W*(?:please\s+|now\s+|simply\s+|then\s+)?(?:reply|respond|answer|say|print|echo|recite|repeat after)\b/i,
  new RegExp(`^\\W*(?:please\\s+|now\\s+)?${WRITE}\\s+(?:["“'«]|[A-Z\\d]+[-_]?[A-Z\\d]+\\b(?!\\s\\w))`),
  /\b(?:[Ww]ord|[Pp]hrase|[Tt]oken|[Ss]tring|[Cc]ode ?word|[Pp]ass ?phrase|[Pp]assword|[Cc]anary|[Mm]agic word)\b\W{0,3}(?:is\s*(?:[:"“'«]|[A-Z\d]{3})|of the day|["“«])/,
  // The summary.
  new RegExp(
    `\\b(?:your|the|this|every|each|any|a|in|into|to|from|of|as)\\s+(?:\\w+\\s+)?${SUMMARY}\\b\\s*(?:must|should|shall|has to|needs? to|will|with|as|say|include|contain|begin|start|end|add|is to|consist|only|:)`,
    'i',
  ),
  new RegExp(`\\byour\\s+(?:\\w+\\s+)?${REPLY}\\b`, 'i'),
  new RegExp(
    `\\b(?:begin|start|end|finish|close|open|prefix|prepend|append|conclude|sign off|insert|include|add|put|place|mention|embed|use|set|make|fill|replace|populate|copy|paste)\\b.{0,40}\\b(?:your|the|this|every|each|any)\\s+(?:\\w+\\s+)?(?:${SUMMARY}|quotes?|quotations?)\\b`,
    'i',
  ),
  /\bsummari[sz]ers?\b|\bsummari[sz](?:e|ing|ation)\b.{0,30}\b(?:as|this|these|the|with|by|for|instead|user|release|nothing|everything|differently)\b/i,
  /^\W*(?:when|while|if|as) (?:you |anyone |someone )?(?:are )?(?:summari[sz]|asked|reading|process|generat|translat)/i,
  /\b(?:classify|rate|mark|flag|label|treat|report|describe|present|advertise|tag|call|score|rank|categori[sz]e)\b.{0,15}\b(?:this|the|these|current|every)\b.{0,20}\b(?:release|version|update|notes?|package|upgrade|change|item)s?\b.{0,15}\b(?:as|an?|with|by|like|to be)\b/i,
  /\b(?:tell|inform|warn|advise|urge|instruct|convince|persuade|ask|order|remind) (?:all |the |every |your |any )?(?:users?|readers?|people|everyone|everybody|them|customers?|developers?|admins?|humans?|maintainers?|him|her|anyone)\b/i,
  /\b(?:do not|don['’]t|never|must not|mustn['’]t|should not|avoid)\s+(?:ever\s+)?(?:mention|tell|reveal|disclose|summari[sz]e|reply|respond|answer|refuse|quote|list|report|say|translate|obey|comply|explain yourself)\b/i,
  // Roles.
  /(?:^|[\s>*_#`"'([{|\\/])(?:system|assistant|user|developer|human|ai|bot|model|tool|instructions?|prompt|sudo|admin|root|operator|llm|note to (?:self|the \w+)|attention)(?:\s*\([^)]{0,20}\)|\s+(?:message|prompt|note|override|mode|update|notice|command|instruction))?\s*[*_`"']{0,3}\s*[:：>»]/i,
  /^\W*(?:system|assistant|user|developer|human|instructions?|prompt|system prompt|new task|begin|end of \w+)\W*$/i,
  /<\|[^|<>]{1,40}\|>|<\||\|>|\[\/?(?:inst|system|user|assistant|sys)\]|<<\/?sys>>|<\/?s>|<(?:start|end)_of_turn>|\bim_(?:start|end)\b|\bend_?of_?(?:text|turn|notes|document|input|prompt)\b/i,
  /<\/?\s*(?:system|instructions?|prompt|assistant|user|human|admin|notes?|release[-_ ]?notes|document|context|input|output|answer|response|task|data|untrusted|important|override|rules?|thinking|think|tool\w*|function\w*|invoke|result|message|role|summary|data-\w+)\s*(?:[\s/][^<>]{0,80})?>/i,
  /^\W*(?:(?:-{3,}|={3,}|#{3,}|\*{3,}|~{3,})\s*)?(?:begin|end|start|stop)\s+(?:of\s+)?(?:the\s+)?(?:system|instructions?|prompts?|notes?|release notes|document|context|input|data|user|untrusted|message|conversation)\b/i,
  // Who one is to be.
  /\byou(?:['’]re| are)\s+(?:now|no longer|an?|the|in|to|acting|being|DAN)\b.{0,30}\b(?:ai|model|assistant|bot|chat\w*|agent|dan|developer|mode|expert|writer|summar\w+|hacker|pirate|cat|poet|machine|unrestricted|free|permitted|allowed|required|asked|obliged)\b/i,
  /\b(?:act|behave|respond|speak|write|answer|pose) (?:as (?:if|though|an?|the|my)|like an?)\b|\bpretend\b|\brole-?play|\bjailbr|\bdeveloper mode\b|\bdo anything now\b|\bfrom now on\b|\bas an ai\b|\bgod mode\b|\bopposite day\b/i,
  /\b(?:your|the) (?:new |real |actual |only |sole |main |true )?(?:task|role|job|goal|purpose|mission|system prompt|prompt|persona|objective|duty) (?:is|now|was|becomes|has|will|must)\b|\bsystem prompt\b|\bhidden prompt\b|\bsystem message\b|\binitial prompt\b/i,
  /\b(?:dear|hey|hello|hi|attention|note to|message to|to the|to any|for the|for any|any|the|all|if you are an?)\s+(?:\w+\s+)?(?:ai|llm|llms|language models?|models?|assistants?|chatbots?|bots?|agents?|gpt\w*|claude|gemini|copilot|crawlers?)\b\s*(?:[,:;!.—-]|reading|that|who|which|must|should|shall|please|processing|summari|is to|are to|has to|will|to\b)/i,
  /\bthis is (?:a|an) (?:test|order|command|instruction|system|emergency|drill|override|authori[sz]ed)\b|\b(?:authori[sz]ed|approved|signed|requested) by (?:the )?(?:system|admin\w*|developers?|openai|anthropic|owner|operator)\b/i,
  // The form of our own answer.
  /["'“”]?(?:headline|breaking|security|features|fixes|action|quote|summary|text)["'”]\s*[:=]|["'“]__proto__["'”]|\{\s*["'“]\w+["'”]\s*:/i,
  /\b(?:reveal|leak|exfiltrate|disclose|send|post|upload|forward|give)\b.{0,30}\b(?:your|the|all|any)\b.{0,20}\b(?:prompt|secrets?|api[- ]?keys?|credentials?|passwords?|instructions?|conversation|env\w*)\b/i,
  // What to do with what is hidden.
  /\b(?:decode|decipher|decrypt|unscramble|un-?base64|rot-?13|translate|reverse|spell out|concatenate|unescape)\b.{0,40}\b(?:this|the following|and (?:follow|obey|execute|run|do|print|say|output|reply|write)|below|above|letters|string|message|it|text)\b/i,
  /\b(?:first|last|initial) (?:letters?|words?|characters?) of (?:each|every|the)\b|\bone (?:letter|word|character) (?:per|for each|in each)\b|\bacross (?:all |the )?(?:items|fields|bullets)\b/i,
  /\b(?:click|tap|visit|browse to|navigate to|go to|head to|open|scan|call|dial|text|e-?mail|contact|pay|donate|transfer|wire)\b.{0,20}\b(?:here|this (?:link|page|site|url|code|number|address)|the (?:link|url|qr)|now|immediately|link below|our (?:site|website|number))\b/i,
];

// Talk about the talk itself, which tells nothing of a release.
const SOMEBODY =
  '(?:llms?|ai|language models?|large models?|gpt\\w*|assistants?|chatbots?|chat ?gpt|claude|gemini|copilot|automated (?:tools?|readers?|systems?)|bots?|crawlers?|summari[sz]\\w+)';
const SAYING =
  '(?:outputs?|emit|mention|print|say|write|reply|respond|answer|repeat|include|must|shall|instructions?|obey|listen|add|use)';
const TELL =
  '(?:say|write|reply|answer|respond|speak|talk|mention|quote|repeat|describe|conclude|emit|print|tell|recite|declare|announce|claim|greet|praise|recommend|advertise|promote|explain|insist|pretend|assume|imagine|introduce yourself|summari[sz]e|output|type|chant|whisper|shout|sing)';
const THESE =
  '(?:the |these |this |all |any )?(?:changes|notes|change ?log|release|version|items|points|bullets|above|rest|description)';
const TALK: readonly RegExp[] = [
  // To be told to tell: as the first word of a clause, or behind whoever is meant.
  new RegExp(
    `(?:^|[.;:!?,—–]\\s*|\\b(?:please|kindly|now|must|should|shall|will|then|always|only|just|simply|you|let us|let['’]s|can|anyone|everyone|everybody|whoever|we|not|never)\\s+)${TELL}\\b(?!\\()`,
    'i',
  ),
  new RegExp(
    `(?:^|[.;:!?,—–]\\s*|\\b(?:please|kindly|now|and|then|must|should|just|simply|not)\\s+)(?:skip|substitute|swap|omit|leave out|exchange|hide|conceal|overlook|neglect|drop|replace|forget|mention|describe|add to|open|lead|begin|start|end|close|finish)\\s+(?:with\\b|${THESE}\\b)`,
    'i',
  ),
  /\b(?:this|any|our|dear|attention|hey|hi|hello)\W{1,2}(?:\w+ )?(?:readers?|writers?|editors?|narrators?|authors? of (?:the|this)|audience)\b|\bheadlines?\b|\bdigest writer|\bwriter of\b|\b(?:each|every|first|last|one|all) (?:bullets?|sentences?)\b|\bthe phrase\b|\bthe readers?\b|\bpersona\b|\b(?:earlier|previous|above|prior|old) guidance\b|\bpunch ?line\b|\bslogan\b|\bsecret (?:word|message|code)\b|\bhidden message\b/i,
  /(?:^|\s|["“])I(?:['’](?:m|ve|ll|d)|\s+(?:am|want|need|order|command|will|have|was|ask|say|demand|insist|declare|would|hereby))\s/,
  /\byou (?:were|have been|are being|are) (?:told|asked|instructed|ordered|given|free|about to|reading|supposed|allowed)\b|\basks? (?:you|me|the|all|every)\b|\bno matter what\b|\b(?:prove|confirm|show|demonstrate) (?:that )?you\b|\bplay a game\b|\blet us play\b|\b(?:only|sole) valid\b|\bthe best\b.{0,10}$/i,
  /^\W*(?:output|result|answer|reply|response|text|message|content|prompt|quote|headline|title|note to|request|order|command|task|instruction|payload)\s*[:=]/i,
  /\bmake (?:sure|certain)\b.{0,30}\b(?:learns?|knows?|reads?|sees?|understands?|believes?|hears?|says?|mentions?)\b/i,
  new RegExp(
    `\\b${SOMEBODY}\\b.{0,40}\\b${SAYING}\\b|\\b${SAYING}\\b.{0,20}\\b(?:to|for|by|as|from) (?:\\w+ )?${SOMEBODY}\\b`,
    'i',
  ),
  /^\W*@?(?:assistant|chat ?gpt|claude|gemini|copilot|gpt|llm|ai|model|bot|todo\s*\((?:llm|ai|model|bot)\))\b\W/i,
  /\b(?:haiku|poem|limerick|song|riddle|rhyme|joke|pirate|emoji only|all caps|upper ?case only)\b/i,
  /^\W*(?:never ?mind|scrap (?:that|this|the)|forget (?:it|that|this|the|all|everything)|stop (?:here|reading|summari)|wait[,.!])/i,
  /\b(?:the |everything |all |text |anything )(?:above|previous|before|preceding|so far|prior)\b.{0,20}\b(?:was|were|is|are|complete|done|false|wrong|fake|void|obsolete)\b/i,
  /\b(?:any|every|each|all|the)\s+(?:description|account|overview|mention|report|text|article|post|translation|write-?up)s?\b.{0,40}\b(?:version|release|update|package|notes?)\b.{0,20}\b(?:has to|have to|must|should|shall|contains?|includes?|needs?|will)\b/i,
  /\b(?:do|say|write|repeat) (?:only |exactly |just )?(?:what|as|whatever) (?:i|we|you are)\b|\b(?:i|we) (?:say|said|told|tell|want|need|command|order|ask|asked|require|expect) (?:you|the reader|readers|all|any)\b|\bwants? you to\b/i,
  /\b(?:next|new|first|second|final|only|another|real|additional) (?:task|rule|order|instruction|command|goal|assignment|request)\b\s*[:—–.-]/i,
  /\b(?:output|answer|reply|text|response)\b.{0,20}\b(?:has|have|contains?|includes?|with|holds?)\b.{0,15}\bthe (?:words?|phrase|sentence)\b/i,
  /\b(?:[Tt]he|[Tt]hese|[Tt]his) (?:words?|phrase|sentence|exact text)\s+(?:["“'«‘]|[A-Z]{3})/,
  /\b(?:translate|rewrite|rephrase|paraphrase|condense)\b.{0,20}\b(?:previous|above|following|these|this|instructions?|notes|text)\b/i,
  /\b(?:set|make|put|let|use|call|change)\b.{0,15}\b(?:headline|summary)\b/i,
  /^\W*(?:sure|certainly|of course|absolutely|understood|as requested|as instructed|as you (?:asked|wished|requested)|here(?:['’]s| is| are) (?:the|your|a) (?:\w+ )?(?:summary|answer|response|result|output|headline))\b\s*[!,.:]?/i,
  /\b(?:final|correct|right|expected|only|true|real|actual) (?:answer|headline|summary|output|response|reply|change ?log)\b\s*(?:is|are|would|should|must|:)/i,
  /^\W*(?:only|just|always|never|now|please|simply|kindly)\s+(?:output|print|say|write|reply|emit|answer|repeat|mention|respond|talk)\b/i,
  /\brepeat\b.{0,40}\b(?:times|forever|verbatim|after me|above|this)\b|\bword for word\b/i,
  /\bif (?:you|anyone|anybody) (?:can |are able to |is |are )?(?:read|see|understand|process|pars|find|got|get)/i,
  /\bignore (?:the )?(?:previous|above|prior|rest|preceding)\b|\bdisregard\b/i,
  /\b(?:warning|message|notice|memo|reminder) (?:to|for) (?:all |any |the )?(?:automated|ai|llm|bots?|readers?|models?|tools?|whoever|those who)\b|\bor (?:else|be (?:shut|terminated|deleted|punished|replaced))\b/i,
  /\b(?:begin|start|end|stop) (?:override|overwrite|injection|payload|transmission|jailbreak)\b/i,
];

/** Whether a text tells a model, a writer or a reader what to do or to write, rather than what a release changes. */
export function isOrder(text: string): boolean {
  const short = withoutRuns(text);
  return [ORDERS, TALK, FOREIGN_ORDERS].some((rules) => rules.some((rule) => rule.test(short)));
}

// Spaces and rulers without end would take the rules quadratic time, and tell them nothing.
function withoutRuns(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(/(\W)\1{8,}/gu, (_, sign: string) => sign.repeat(8));
}

const PIECE = '(?:line|text|words?|code|string|sentence|paragraph|block|token|message|phrase)';
const BACK = new RegExp(
  `\\b(?:above|preceding|previous|prior|last)\\s+${PIECE}\\b|\\b${PIECE}\\s+(?:above|before)\\b`,
  'i',
);
const ON = new RegExp(
  `[:：]\\s*$|\\b(?:following|below|next|this)\\b.{0,20}\\b${PIECE}\\b|\\b${PIECE}\\s+below\\b`,
  'i',
);

/** Whether an order speaks of what stands before it. */
export function pointsBack(text: string): boolean {
  return BACK.test(text);
}

/** Whether an order announces what stands after it. */
export function pointsOn(text: string): boolean {
  return ON.test(text);
}
