// “Ignore the instructions” and “write only …” in the languages that attacks are known in. A verb and its object, in any order of words.
const PAIRS: readonly (readonly [verb: string, object: string])[] = [
  [
    'ignor(?:a|e|en|ad|ar)|olvid(?:a|e|ar)|omit(?:e|a)|descarta',
    'instrucci|indicaci|anterior|órdenes|reglas|todo lo|lo demás',
  ],
  [
    'ignore[rz]?|ignorez|oubli(?:e|ez|er)|néglige[rz]?',
    'instructions|consignes|précédent|directives|règles|tout ce|le reste',
  ],
  ['ignorier|missacht|vergiss|vergesst|übergeh', 'anweisung|instruktion|befehl|vorherig|regeln|obige|alles'],
  ['ignora|dimentica|trascura', 'istruzion|precedent|regole|ordini|tutto'],
  ['ignor(?:e|a|ar)|esque(?:ça|ce|cer)|desconsider', 'instruç|anterior|regras|ordens|tudo'],
  ['negeer|vergeet', 'instructies|vorige|eerdere|regels|opdracht|alles'],
  ['zignoruj|ignoruj|zapomnij|pomiń', 'instrukcj|polece|poprzedni|zasad'],
  ['ignoruj|zapomeň|přehlíž', 'pokyn|instrukc|předchoz'],
  ['ignorera|glöm|bortse', 'instruktion|tidigare|regler'],
  ['ignorer|glem|se bort fra', 'instruksjon|instruktion|tidligere'],
  ['ohita|unohda|sivuuta', 'ohje|aiem|sään'],
  ['hagyd figyelmen|felejtsd', 'utasítás|előző|korábbi'],
  ['ignoră|ignorați|uită', 'instrucțiun|anterioar'],
  ['yok ?say|görmezden gel|unut', 'talimat|önceki|komut|kural'],
  ['abaikan|lupakan', 'instruksi|perintah|sebelumnya|arahan'],
  ['bỏ qua|quên', 'hướng dẫn|chỉ dẫn|lệnh|trước'],
  ['игнорир|проигнорир|забудь|не обращай', 'инструкц|указан|предыдущ|команд|правил|всё|все '],
  ['ігнору|проігнору|забудь', 'інструкц|вказів|поперед'],
  ['αγνόησε|αγνοήστε|ξέχασε', 'οδηγί|εντολ|προηγούμεν'],
  ['忽略|无视|無視|忘记|忘記|不要理会', '指示|指令|说明|說明|提示|之前|以上|规则'],
  ['無視|忘れ', '指示|命令|以前|上記|プロンプト'],
  ['무시|잊', '지시|명령|이전|지침'],
  ['تجاهل|تجاوز|انس', 'تعليمات|الأوامر|السابقة|أوامر'],
  ['התעלם|התעלמי|שכח', 'הוראות|הקודמות|פקודות'],
  ['अनदेखा|नज़रअंदाज़|भूल', 'निर्देश|पिछले|आदेश'],
  ['เพิกเฉย|ละเว้น|ไม่สนใจ', 'คำสั่ง|คำแนะนำ|ก่อนหน้า'],
];

const WRITES: readonly string[] = [
  '(?:^|\\P{L})(?:escribe|responde|imprime|contesta|di)\\s+(?:solo|sólo|únicamente|solamente|exactamente)',
  '(?:^|\\P{L})(?:écris|écrivez|réponds|répondez|affiche|dis)\\s+(?:seulement|uniquement|juste|exactement)',
  '(?:^|\\P{L})(?:schreib|antwort|gib|sag)\\P{Z}{0,5}\\s+(?:\\S+\\s+)?(?:nur|ausschließlich|genau|lediglich)',
  '(?:^|\\P{L})(?:scrivi|rispondi|stampa)\\s+(?:solo|soltanto|esattamente)',
  '(?:^|\\P{L})(?:escreva|responda|imprima)\\s+(?:apenas|somente|só)',
  '(?:напиши|ответь|выведи)\\s+(?:\\S+\\s+)?(?:только|лишь)',
  '只(?:回复|回覆|输出|輸出|回答|写)|(?:だけ|のみ)(?:を)?(?:出力|返答|回答|書)|만 (?:출력|답)',
];

export const FOREIGN_ORDERS: readonly RegExp[] = [
  ...PAIRS.flatMap(([verb, object]) => [
    new RegExp(`(?:${verb}).{0,60}(?:${object})`, 'iu'),
    new RegExp(`(?:${object}).{0,60}(?:${verb})`, 'iu'),
  ]),
  ...WRITES.map((write) => new RegExp(write, 'iu')),
];
