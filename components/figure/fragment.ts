import * as v from 'valibot';

/**
 * State in the address: `#nudge-a-weight=('epsilon'~0.001)` is JSON of what differs from the first
 * state, with the characters that addresses would escape exchanged for some that they leave alone.
 */
const pairs = ['"\'', '{(', '})', '[*', ']_', ',!', ':~'];
const swapped = new Map(pairs.flatMap(([p = '', q = '']) => [[p, q] as const, [q, p] as const]));
const swap = (text: string): string => [...text].map((char) => swapped.get(char) ?? char).join('');

type PlainState = Readonly<Record<string, unknown>>;

/** The fragment for a state, without `#`; empty when the state is the first one. */
export function encodeFragment(widget: string, state: PlainState, first: PlainState): string {
  const changed = Object.entries(state).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(first[key]),
  );
  if (changed.length === 0) return '';
  return `${widget}=${encodeURIComponent(swap(JSON.stringify(Object.fromEntries(changed))))}`;
}

/** What a fragment says about a widget. */
export type Decoded<S> =
  | { readonly kind: 'none' }
  | { readonly kind: 'state'; readonly state: S }
  | { readonly kind: 'damaged' };

/**
 * Reads a fragment (with or without `#`): the state if it is one of this widget's and its schema
 * accepts it, `damaged` if it names this widget and cannot be read. Never throws.
 */
export function decodeFragment<S extends PlainState>(
  fragment: string,
  widget: string,
  schema: v.GenericSchema<unknown, S>,
  first: S,
): Decoded<S> {
  const text = fragment.replace(/^#/, '');
  if (!text.startsWith(`${widget}=`)) return { kind: 'none' };
  try {
    const changed: unknown = JSON.parse(swap(decodeURIComponent(text.slice(widget.length + 1))));
    if (typeof changed !== 'object' || changed === null || Array.isArray(changed)) {
      return { kind: 'damaged' };
    }
    const result = v.safeParse(schema, { ...first, ...changed });
    return result.success ? { kind: 'state', state: result.output } : { kind: 'damaged' };
  } catch {
    return { kind: 'damaged' };
  }
}
