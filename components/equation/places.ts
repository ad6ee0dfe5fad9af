/** A place in a chapter where an equation stands or is named. */
export interface Use {
  /** Heading of the section, empty before the first. */
  readonly section: string;
  /** Its anchor on the chapter's page. */
  readonly anchor: string;
}

const mark = /^#{2,} (.+)$|<(Equation|EqRef)\s[^>]*?id="([^"]+)"/gm;

/**
 * Where a chapter's prose places and names an equation, in order. References are counted as
 * `remarkEqRefs` counts them; the build fails on an anchor that is not there.
 *
 * @param mdx the chapter's source
 */
export function usesIn(mdx: string, id: string): Use[] {
  const uses: Use[] = [];
  let section = '';
  let nth = 0;
  for (const [, heading, tag, named] of mdx.matchAll(mark)) {
    if (heading !== undefined) {
      section = heading
        .replace(/\s*\[#[\w-]+\]\s*$/, '')
        .replace(/<[^>]*>|`/g, '')
        .trim();
    } else if (named === id) {
      uses.push({ section, anchor: tag === 'Equation' ? `eq-${id}` : `ref-${id}-${++nth}` });
    }
  }
  return uses;
}
