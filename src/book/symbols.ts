/**
 * The notation of the book as TeX macros. A symbol written through its macro keeps its role, layer
 * and index in the HTML (`data-sym`, `data-layer`, `data-index`), which is what colours it and what
 * figures, formulas and code light up together.
 */

/** Symbols that have a role: the value of `data-sym`. `grad` is the ∂L/∂ of a gradient. */
export type SymbolName = 'W' | 'b' | 'z' | 'a' | 'delta' | 'x' | 'y' | 'L' | 'alpha' | 'f' | 'grad';

/** What a macro function of KaTeX gets: the part of its macro expander that is used here. */
interface MacroContext {
  /** The next arguments, each a list of tokens in reverse order. */
  consumeArgs(count: number): { text: string }[][];
}

const tagged = (sym: SymbolName, body: string): string => `\\htmlData{sym=${sym}}{${body}}`;

/** Macros for one symbol with a layer, and with a layer and an index: `\W{l}`, `\Wi{l}{jk}`. */
const layered = (name: string, sym: SymbolName, letter: string): Record<string, string> => ({
  [`\\${name}`]: `\\htmlData{sym=${sym},layer=#1}{${letter}^{#1}}`,
  [`\\${name}i`]: `\\htmlData{sym=${sym},layer=#1,index=#2}{${letter}^{#1}_{#2}}`,
});

/** A matrix with one column per sample, m columns: `\Am{l}`. Lit together with its vector. */
const batch = (name: string, sym: SymbolName, letter: string): Record<string, string> => ({
  [`\\${name}`]: `\\htmlData{sym=${sym},layer=#1}{${letter}^{#1}}`,
});

/** The source of an argument. A command keeps a space after it, or it would swallow the next letter. */
const textOfArgument = (tokens: { text: string }[]): string =>
  tokens
    .map(({ text }) => (/^\\[a-zA-Z]+$/.test(text) ? `${text} ` : text))
    .reverse()
    .join('');

/** `∂#1/∂#2`: a derivative of the loss is coloured as an error, any other is left as it is. */
const partial =
  (draw: (top: string, bottom: string) => string) =>
  (context: MacroContext): string => {
    const [top = '', bottom = ''] = context.consumeArgs(2).map(textOfArgument);
    const fraction = draw(`\\partial ${top}`, `\\partial ${bottom}`);
    return /^\\loss(?![a-zA-Z])/.test(top) ? tagged('grad', fraction) : fraction;
  };

/** All macros, in the form of KaTeX's `macros` option. */
export const macros: Record<string, string | ((context: MacroContext) => string)> = {
  ...layered('W', 'W', 'W'),
  ...layered('bias', 'b', 'b'),
  ...layered('z', 'z', 'z'),
  ...layered('act', 'a', 'a'),
  ...layered('delt', 'delta', '\\delta'),
  // \Wt{l} is the transpose: (W^l)ᵀ; \actt{l} likewise.
  '\\Wt': '\\htmlData{sym=W,layer=#1}{(W^{#1})^{\\top}}',
  '\\actt': '\\htmlData{sym=a,layer=#1}{(a^{#1})^{\\top}}',

  // A lone unit, before there are layers: no layer, no number of its own.
  '\\Wlone': '\\htmlData{sym=W,index=#1}{W_{#1}}',
  '\\Wall': tagged('W', 'W'),
  '\\blone': tagged('b', 'b'),
  '\\zlone': tagged('z', 'z'),
  '\\alone': tagged('a', 'a'),

  // One unit over a batch: its sum for sample s, normalised, then scaled and shifted.
  '\\zs': '\\htmlData{sym=z,index=#1}{z_{#1}}',
  '\\zh': '\\htmlData{sym=z,index=#1}{\\hat{z}_{#1}}',
  '\\zt': '\\htmlData{sym=z,index=#1}{\\tilde{z}_{#1}}',

  ...batch('Zm', 'z', 'Z'),
  ...batch('Am', 'a', 'A'),
  ...batch('Deltam', 'delta', '\\Delta'),
  '\\Amt': '\\htmlData{sym=a,layer=#1}{(A^{#1})^{\\top}}',
  '\\Xm': tagged('x', 'X'),
  '\\Ym': tagged('y', 'Y'),

  // One unit by itself, or a layer whose number does not matter: z, z_i, a, a_i, δ, δ_i.
  '\\pre': tagged('z', 'z'),
  '\\prei': '\\htmlData{sym=z,index=#1}{z_{#1}}',
  '\\post': tagged('a', 'a'),
  '\\posti': '\\htmlData{sym=a,index=#1}{a_{#1}}',
  '\\err': tagged('delta', '\\delta'),
  '\\erri': '\\htmlData{sym=delta,index=#1}{\\delta_{#1}}',

  '\\x': tagged('x', 'x'),
  '\\xin': '\\htmlData{sym=x,index=#1}{x_{#1}}',
  '\\y': tagged('y', 'y'),
  '\\yout': '\\htmlData{sym=y,index=#1}{y_{#1}}',
  '\\loss': tagged('L', '\\mathcal{L}'),
  '\\lr': tagged('alpha', '\\alpha'),

  // The activation of a layer and its derivative.
  '\\f': '\\htmlData{sym=f,layer=#1}{f^{#1}}',
  '\\fp': "\\htmlData{sym=f,layer=#1}{f'^{\\,#1}}",

  // \dd{\loss}{\W{l}} as a fraction; \dds the same in one line, for running text.
  '\\dd': partial((top, bottom) => `\\frac{${top}}{${bottom}}`),
  '\\dds': partial((top, bottom) => `${top}/${bottom}`),

  '\\had': '\\odot',
  '\\T': '^{\\top}',
  '\\R': '\\mathbb{R}',
  // Of a random number: its variance and its expected value.
  '\\Var': '\\operatorname{Var}',
  '\\E': '\\mathbb{E}',
  // A unit of some layer, any real number of it: \units{l} is n_l.
  '\\units': 'n_{#1}',
};
