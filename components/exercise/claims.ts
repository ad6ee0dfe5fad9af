/**
 * Why a relation between symbols may stand in an exercise's text, as the text writes it. What a
 * text relates in numbers is worked out by relations.test.ts; the rest stands in the chapter's
 * `exercises/claims.ts`, unless the book displays the same formula.
 */
export type Claim = { readonly tex: string } & (
  | { /** Id of the displayed equation or derivation that proves it. */ readonly restates: string }
  | { /** It defines, it is a condition, or it is wrong on purpose. */ readonly because: string }
);
