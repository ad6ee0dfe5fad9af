import { evaluate, isSymbol, type Known, Unknown } from './evaluate';

const relation =
  /^(=|<|>|\\(?:approx|leq?|geq?|neq?|lt|gt|ll|gg|to|in|leftarrow|mapsto|propto|sim|iff|implies)(?![a-zA-Z]))/;

/** A chain `p = q ≈ r` as its sides and the signs between them, as far as they stand in no group. */
function chain(tex: string): { sides: string[]; signs: string[] } {
  const sides = [''];
  const signs: string[] = [];
  let depth = 0;
  for (let i = 0; i < tex.length; ) {
    const sign = depth === 0 ? relation.exec(tex.slice(i))?.[0] : undefined;
    if (sign) {
      signs.push(sign);
      sides.push('');
      i += sign.length;
      continue;
    }
    // A command and the sign behind it are one: `\{` opens nothing.
    const [piece = ''] = /^(?:\\[a-zA-Z]+|\\.|[\s\S])/.exec(tex.slice(i)) ?? [];
    if (piece === '{') depth++;
    if (piece === '}') depth--;
    sides[sides.length - 1] += piece;
    i += piece.length;
  }
  return { sides: sides.map((side) => side.trim()), signs };
}

/** One unit of the last decimal that a side shows. */
function unit(side: string): number {
  const places = [...side.matchAll(/\d+(?:\.(\d+))?(?:e[−-]?(\d+))?/g)].map(
    ([, decimals = '', exponent = '0']) => decimals.length + Number(exponent),
  );
  return 10 ** -Math.max(0, ...places);
}

const holds: Readonly<Record<string, (p: number, q: number, unit: number) => boolean>> = {
  '=': (p, q) => Math.abs(p - q) <= 1e-9 * Math.max(1, Math.abs(q)),
  '\\approx': (p, q, allowed) => Math.abs(p - q) <= allowed * (1 + 1e-9),
  '<': (p, q) => p < q,
  '>': (p, q) => p > q,
  '\\lt': (p, q) => p < q,
  '\\gt': (p, q) => p > q,
  '\\le': (p, q) => p <= q,
  '\\ge': (p, q) => p >= q,
  '\\leq': (p, q) => p <= q,
  '\\geq': (p, q) => p >= q,
  '\\ne': (p, q) => p !== q,
  '\\neq': (p, q) => p !== q,
};

/**
 * Whether what a formula relates is so, worked out from the digits that it shows; undefined if that
 * cannot be worked out. A symbol that stands alone on a side, and has no value yet, gets one.
 */
export function isTrue(tex: string, known: Known): boolean | undefined {
  const { sides, signs } = chain(tex);
  // A label such as `z =` leaves its last side to the reader.
  if (sides.at(-1) === '') {
    sides.pop();
    signs.pop();
  }
  if (signs.length === 0) return true;
  const value = (side: string) => {
    try {
      return evaluate(side, known);
    } catch (error) {
      if (error instanceof Unknown) return undefined;
      throw error;
    }
  };
  const values = sides.map(value);
  const first = values.find((one) => one !== undefined);
  if (!first) return undefined;
  if (signs.every((sign) => sign === '=' || sign === '\\approx')) {
    sides.forEach((side, i) => {
      if (values[i] || !isSymbol(side)) return;
      known.set(side, first);
      values[i] = first;
    });
  }
  if (values.includes(undefined)) return undefined;
  return signs.every((sign, i) => {
    const [p, q] = [values[i]!.toRows(), values[i + 1]!.toRows()];
    const allowed = unit(sides[i + 1]!);
    const test = holds[sign];
    return (
      test !== undefined &&
      p.length === q.length &&
      p.every((row, r) => row.every((x, c) => test(x, q[r]?.[c] ?? Number.NaN, allowed)))
    );
  });
}
