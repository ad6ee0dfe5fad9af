import { DataError } from './data/errors';

/**
 * Reads one value of a file: returns it with its type, or throws a DataError that says where it
 * stands (`spec.sizes[2]`) and what is wrong with it.
 */
export type Check<T> = (value: unknown, path: string) => T;

type Shape = Readonly<Record<string, Check<unknown>>>;
type Checked<S extends Shape> = {
  readonly [K in keyof S]: S[K] extends Check<infer T> ? T : never;
};

/** A finite number in a range; `what` names the range. */
export function numberThat(fits: (value: number) => boolean, what: string): Check<number> {
  return (value, path) => {
    // JSON reads −0 but never writes it: + 0 makes it 0.
    if (typeof value === 'number' && Number.isFinite(value) && fits(value)) return value + 0;
    throw refusal(path, what, value);
  };
}

/** One of these values. */
export function oneOf<const T extends string | number>(values: readonly T[]): Check<T> {
  return (value, path) => {
    const found = values.find((known) => known === value);
    if (found === undefined) throw refusal(path, `one of ${values.join(', ')}`, value);
    return found;
  };
}

/** A list of what `item` reads. */
export function listOf<T>(item: Check<T>): Check<readonly T[]> {
  return (value, path) => {
    if (!Array.isArray(value)) throw refusal(path, 'a list', value);
    return value.map((entry, i) => item(entry, `${path}[${i}]`));
  };
}

/** What `check` reads, or null. */
export function orNull<T>(check: Check<T>): Check<T | null> {
  return (value, path) => (value === null ? null : check(value, path));
}

/** An object with exactly the fields of `needed`, and those of `possible` that it has. */
export function objectOf<N extends Shape, P extends Shape>(
  needed: N,
  possible: P,
): Check<Checked<N> & Partial<Checked<P>>> {
  const known: Shape = { ...needed, ...possible };
  return (value, path) => {
    const entries = Object.entries(recordOf(value, path));
    const prefix = path ? `${path}.` : '';
    for (const name of Object.keys(needed)) {
      if (!entries.some(([other]) => other === name)) {
        throw new DataError(`network file: ${prefix}${name} is missing`);
      }
    }
    const read = entries.map(([name, entry]) => {
      const check = Object.hasOwn(known, name) ? known[name] : undefined;
      if (!check) throw new DataError(`network file: ${prefix}${name} is not known`);
      return [name, check(entry, prefix + name)];
    });
    return Object.fromEntries(read);
  };
}

/** An object of any fields. */
export function recordOf(value: unknown, path: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw refusal(path, 'an object', value);
  }
  return value as Readonly<Record<string, unknown>>;
}

/** “spec.loss must be …, got …”, with the value cut where it is long. */
function refusal(path: string, what: string, value: unknown): DataError {
  const text = JSON.stringify(value);
  const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  return new DataError(`network file: ${path || 'its content'} must be ${what}, got ${shown}`);
}
