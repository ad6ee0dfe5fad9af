import type { Lang, Text } from '@book/languages';
import { renderMath } from '@book/math';
import { renderText } from '@book/text';
import { fillSlot, type Slot, slotsInFormulas, slotsInWords } from './slots';
import type { Exercise, Values } from './types';

/** A number that stands for a slot while KaTeX draws: no formula of the book holds such a one. */
const token = (index: number): string => String(7_770_000 + index);
const tokens = /777\d{4}/g;

/**
 * Draws a formula with slots. Each slot's number stands in an element of its own, in the HTML for
 * eyes and in the MathML for screen readers alike, so that another number replaces text only.
 */
function mathWithSlots(tex: string, values: Values, decimals: number): string {
  const found: Slot[] = [];
  const source = tex.replace(slotsInFormulas, (_, macro: string, path: string) => {
    found.push({ path, bracketed: macro === 'slotp' });
    return `{${token(found.length - 1)}}`;
  });
  const html = renderMath(source);
  const filled = (slot: Slot): string => fillSlot(slot, values, decimals);
  const attributes = ({ path, bracketed }: Slot): string =>
    `data-slot="${path}"${bracketed ? ' data-bracketed' : ''}`;
  return html
    .replace(/<mn>(777\d{4})<\/mn>/g, (_, number: string) => {
      const slot = found[Number(number) - 7_770_000]!;
      return `<mn ${attributes(slot)}>${filled(slot)}</mn>`;
    })
    .replace(tokens, (number) => {
      const slot = found[Number(number) - 7_770_000]!;
      return `<span ${attributes(slot)}>${filled(slot)}</span>`;
    });
}

/**
 * A text of an exercise as HTML with the numbers of one draw: paragraphs, formulas, slots in
 * words. What stands in braces and is no drawn number stays as it is.
 */
export function renderExerciseText(
  text: Text,
  lang: Lang,
  { decimals = 4 }: Pick<Exercise, 'decimals'>,
  values: Values,
): string {
  const words = (html: string): string =>
    html.replace(slotsInWords, (whole, path: string, names?: string) =>
      path.split('.')[0]! in values
        ? `<span data-slot="${path}"${names ? ` data-names="${names}"` : ''}>${fillSlot({ path, names }, values, decimals)}</span>`
        : whole,
    );
  return text[lang]
    .split(/\n\s*\n/)
    .map((paragraph) => {
      const html = renderText(paragraph.trim(), (tex) => mathWithSlots(tex, values, decimals));
      // Braces inside drawn formulas are not slots: only what stands between tags is looked at.
      return `<p>${html.replace(/(^|>)([^<]*)/g, (_, tag: string, inside: string) => tag + words(inside))}</p>`;
    })
    .join('');
}

/** The same without the paragraph around it: for labels and options. */
export const renderExerciseLine = (
  text: Text,
  lang: Lang,
  exercise: Pick<Exercise, 'decimals'>,
  values: Values,
): string => renderExerciseText(text, lang, exercise, values).replace(/^<p>|<\/p>$/g, '');
