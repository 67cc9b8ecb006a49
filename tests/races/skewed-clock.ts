// Loaded before a program: its clock is off by so many hours.

const offset = Number(process.env['TIDINGS_CLOCK_HOURS'] ?? 0) * 3_600_000;
const now = () => RealDate.now() + offset;
const RealDate = Date;

globalThis.Date = new Proxy(RealDate, {
  construct: (target, args) => Reflect.construct(target, args.length === 0 ? [now()] : args),
  get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
});
