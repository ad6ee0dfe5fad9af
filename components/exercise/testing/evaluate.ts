import { activation, hadamard, Matrix, matmul, scale } from '@engine';

/** Thrown by what cannot be worked out from numbers: a symbol without a value, a sum over indices. */
export class Unknown extends Error {}

/** Symbols with their values: `\acti{1}{2}`, `\lr`, `m`. */
export type Known = Map<string, Matrix>;

const symbol = /^\\?[a-zA-Z]+(?:\{(?:[^{}]|\{[^{}]*\})*\})*/;
const number = /^\d+(?:\.\d+)?(?:e-?\d+)?/;
const sigmoid = activation('sigmoid');
const functions: Readonly<Record<string, (x: number) => number>> = {
  '\\sigma': (z) => sigmoid.value(z),
  '\\exp': Math.exp,
  '\\ln': Math.log,
  '\\log': Math.log,
  '\\sqrt': Math.sqrt,
  '\\tanh': Math.tanh,
};

/** Whether a side of a relation is one symbol and nothing else. */
export const isSymbol = (tex: string): boolean => symbol.exec(tex)?.[0] === tex;

/**
 * The value of a formula of numbers, brackets, fractions, powers, matrices and known symbols; a
 * number is a matrix of one row and one column.
 * @throws Unknown if there is anything else in it
 */
export function evaluate(tex: string, known: Known): Matrix {
  const reader = new Reader(plain(tex), known);
  const value = reader.sum();
  if (reader.rest !== '') throw new Unknown(reader.rest);
  return value;
}

/** Without what only makes a formula look better. */
const plain = (tex: string): string =>
  tex
    .replaceAll('−', '-')
    .replace(/\\(?:left|right|[bB]ig{1,2}[lr]?)(?![a-z])/g, '')
    .replace(/(?<!\\)\\[,;:! ]|\\q?quad(?![a-z])|~/g, ' ')
    .replace(/\\[td]?frac\s*(\w)\s*(\w)(?!\w*\})/g, '\\frac{$1}{$2}')
    .replace(/\\[td]frac/g, '\\frac');

const one = (x: number): Matrix => Matrix.column([x]);
const isOne = (x: Matrix): boolean => x.rows === 1 && x.cols === 1;
const map = (x: Matrix, f: (x: number) => number): Matrix =>
  Matrix.from(x.toRows().map((row) => row.map(f)));

function add(p: Matrix, q: Matrix, sign: number): Matrix {
  if (p.rows !== q.rows || p.cols !== q.cols) throw new Unknown('shapes');
  return Matrix.from(p.toRows().map((row, i) => row.map((x, j) => x + sign * q.at(i, j))));
}

function multiply(p: Matrix, q: Matrix): Matrix {
  if (isOne(p)) return scale(q, p.at(0, 0));
  if (isOne(q)) return scale(p, q.at(0, 0));
  if (p.cols !== q.rows) throw new Unknown('shapes');
  return matmul(p, q);
}

class Reader {
  constructor(
    public rest: string,
    private readonly known: Known,
  ) {}

  sum(): Matrix {
    let value = this.product();
    for (;;) {
      if (this.takes('+')) value = add(value, this.product(), 1);
      else if (this.takes('-')) value = add(value, this.product(), -1);
      else return value;
    }
  }

  private product(): Matrix {
    if (this.takes('-')) return scale(this.product(), -1);
    let value = this.power();
    for (;;) {
      if (this.takes('\\had')) value = hadamard(value, this.power());
      else if (this.takes('/')) value = scale(value, 1 / this.single());
      else if (this.takes('\\cdot') || this.takes('\\times') || /^[\w\\({]/.test(this.next()))
        value = multiply(value, this.power());
      else return value;
    }
  }

  private power(): Matrix {
    // e to some power is the exponential; any other e is a symbol.
    if (/^e\s*\^/.test(this.next())) {
      this.takes('e');
      this.takes('^');
      return one(Math.exp(this.argument().at(0, 0)));
    }
    const base = this.base();
    if (!this.takes('^')) return base;
    return one(asNumber(base) ** asNumber(this.argument()));
  }

  private base(): Matrix {
    if (this.takes('(')) return this.until(')');
    if (this.takes('{')) return this.until('}');
    if (this.takes('\\begin{pmatrix}')) return this.matrix();
    if (this.takes('\\frac')) return scale(this.argument(), 1 / asNumber(this.argument()));
    const digits = number.exec(this.next())?.[0];
    if (digits && this.takes(digits)) return one(Number(digits));
    const name = symbol.exec(this.next())?.[0] ?? '';
    const called = /^\\[a-z]+/.exec(name)?.[0] ?? '';
    if (Object.hasOwn(functions, called) && this.takes(called)) {
      return map(this.base(), functions[called]!);
    }
    const value = this.known.get(name);
    if (!value || !this.takes(name)) throw new Unknown(name || this.rest);
    return value;
  }

  /** What stands behind \frac or ^: a group or one digit or letter. */
  private argument(): Matrix {
    if (this.takes('{')) return this.until('}');
    const value = evaluate(this.next().slice(0, 1), this.known);
    this.rest = this.next().slice(1);
    return value;
  }

  private matrix(): Matrix {
    const end = this.rest.indexOf('\\end{pmatrix}');
    const inside = this.rest.slice(0, end);
    this.rest = this.rest.slice(end + '\\end{pmatrix}'.length);
    const cell = (tex: string): number => asNumber(evaluate(tex, this.known));
    return Matrix.from(inside.split('\\\\').map((row) => row.split('&').map(cell)));
  }

  private single(): number {
    return asNumber(this.power());
  }

  private until(bracket: string): Matrix {
    const value = this.sum();
    if (!this.takes(bracket)) throw new Unknown(this.rest);
    return value;
  }

  private next(): string {
    this.rest = this.rest.trimStart();
    return this.rest;
  }

  /** Whether `text` comes next; if so, it is read. A name is read whole only. */
  private takes(text: string): boolean {
    const follows = this.next()[text.length] ?? '';
    if (!this.rest.startsWith(text)) return false;
    if (/^\\[a-z]+$/.test(text) && /[a-zA-Z]/.test(follows)) return false;
    this.rest = this.rest.slice(text.length);
    this.next();
    return true;
  }
}

function asNumber(value: Matrix): number {
  if (!isOne(value)) throw new Unknown('not a number');
  return value.at(0, 0);
}
