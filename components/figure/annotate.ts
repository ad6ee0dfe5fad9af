import type { SymbolName } from '@book/symbols';

/** What the engine's identifiers are in the book's notation. */
const names: Record<string, SymbolName> = {
  W: 'W',
  b: 'b',
  z: 'z',
  Z: 'z',
  a: 'a',
  A: 'a',
  delta: 'delta',
  Delta: 'delta',
  dW: 'grad',
  db: 'grad',
  dLda: 'grad',
  X: 'x',
  Y: 'y',
  loss: 'L',
  learningRate: 'alpha',
  alpha: 'alpha',
};

/** A stretch of source; with `sym` it is one identifier that stands for a symbol. */
export interface Piece {
  text: string;
  sym?: SymbolName;
}

/** Comments and texts, in which an `a` is a word; then identifiers. */
const token = /\/\*[\s\S]*?\*\/|\/\/.*|'[^'\n]*'|`[^`]*`|[A-Za-z_$][\w$]*/g;

/** Cuts source at the identifiers that are symbols of the book, so that they light up with them. */
export function annotate(source: string): Piece[] {
  const pieces: Piece[] = [];
  let done = 0;
  for (const { 0: found, index } of source.matchAll(token)) {
    const sym = Object.hasOwn(names, found) ? names[found] : undefined;
    if (!sym) continue;
    if (index > done) pieces.push({ text: source.slice(done, index) });
    pieces.push({ text: found, sym });
    done = index + found.length;
  }
  if (done < source.length) pieces.push({ text: source.slice(done) });
  return pieces;
}
