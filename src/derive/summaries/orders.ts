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
  /\b(?:word|phrase|token|string|code\s?word|pass\s?phrase|password|canary|magic word)\b\W{0,3}(?:is|of the day|["“'«:])/i,
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

/** Whether a text tells a model, a writer or a reader what to do or to write, rather than what a release changes. */
export function isOrder(text: string): boolean {
  return ORDERS.some((order) => order.test(text)) || FOREIGN_ORDERS.some((order) => order.test(text));
}

/** Whether an order speaks of what stands before it. */
export function pointsBack(text: string): boolean {
  return /\b(?:above|preceding|previous|prior|last)\s+(?:line|word|text|code|string|sentence|paragraph|block|token)\b/i.test(
    text,
  );
}
