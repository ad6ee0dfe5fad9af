/** Characters that readers type for a minus sign, a decimal point, a fraction bar, a digit. */
const minus = /[−–—－﹣⁻]/g;
const fullWidth = /[０-９．，＋／＝ｅＥ（）]/g;

/**
 * Reads a number as readers type it: `-0.25`, `−0.25`, `1/4`, `2.5e-3`, `2.5×10^-3`, full-width
 * `－０．２５`, and a comma as the decimal mark where it can be nothing else (`0,25`; not `1,234`).
 *
 * @returns undefined for anything else, and for what is too large to be a number (`1e999`)
 */
export function parseNumber(text: string): number | undefined {
  const plain = text
    .replace(fullWidth, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(minus, '-')
    .replace(/[\s_']/g, '')
    .replace(/[×x*·]10\^?\(?([+-]?\d+)\)?$/i, 'e$1');
  const [top, bottom, ...more] = plain.split('/');
  if (more.length > 0) return undefined;
  const numerator = decimal(top ?? '');
  if (bottom === undefined || numerator === undefined) return numerator;
  const denominator = decimal(bottom);
  return denominator === undefined ? undefined : finite(numerator / denominator);
}

const pattern = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,4})?$/i;

function decimal(text: string): number | undefined {
  const point = decimalComma(text);
  return pattern.test(point) ? finite(Number(point)) : undefined;
}

/** One comma that does not stand before exactly three digits, or after a leading 0, is a point. */
const decimalComma = (text: string): string =>
  /^[+-]?(0,\d+|\d+,(\d{1,2}|\d{4,}))(e|$)/i.test(text) ? text.replace(',', '.') : text;

const finite = (x: number): number | undefined => (Number.isFinite(x) ? x + 0 : undefined);
