// Loaded before a command of the site's fixture: its clock stands still at TIDINGS_TEST_NOW.
export {};

const wanted = process.env['TIDINGS_TEST_NOW'];
if (wanted === undefined) throw new Error('TIDINGS_TEST_NOW is unset: it says when the clock stands still');
const RealDate = Date;
const instant = RealDate.parse(wanted);

globalThis.Date = new Proxy(RealDate, {
  construct: (target, args, made) => Reflect.construct(target, args.length === 0 ? [instant] : args, made),
  get: (target, name) => (name === 'now' ? () => instant : Reflect.get(target, name)),
});
