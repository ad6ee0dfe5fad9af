/** Chapters' pages by address, each fetched once. */
const pages = new Map<string, Promise<Document>>();

/**
 * The exercises of a chapter, lifted out of its page, ready to stand on another: their links lead
 * back to the chapter, and the styles of their formulas come along.
 * @throws TypeError if the page cannot be fetched
 */
export async function liftExercises(address: string): Promise<HTMLElement[]> {
  const page = await (pages.get(address) ?? fetchPage(address));
  return [...page.querySelectorAll<HTMLElement>('[data-exercise]')].map((exercise) =>
    document.importNode(exercise, true),
  );
}

function fetchPage(address: string): Promise<Document> {
  const page = fetch(address).then(async (response) => {
    if (!response.ok) throw new TypeError(`${address}: ${response.status}`);
    const sheets: string[] = [];
    // The policy would refuse another page's styles as elements, even in a document never shown.
    const html = (await response.text()).replace(/<style[^>]*>([\s\S]*?)<\/style>/g, (_, css) => {
      sheets.push(css);
      return '';
    });
    const parsed = new DOMParser().parseFromString(html, 'text/html');
    for (const exercise of parsed.querySelectorAll('[data-exercise]')) leadBack(exercise, address);
    for (const css of sheets) adoptFormulaStyles(css);
    return parsed;
  });
  pages.set(address, page);
  page.catch(() => pages.delete(address));
  return page;
}

/** What a template holds is not seen from outside it. */
function leadBack(within: ParentNode, address: string): void {
  for (const link of within.querySelectorAll('a[href^="#"]')) {
    link.setAttribute('href', `${address}${link.getAttribute('href')}`);
  }
  for (const { content } of within.querySelectorAll('template')) leadBack(content, address);
}

/** The build keeps what formulas need in one sheet per page, under names that all pages share. */
function adoptFormulaStyles(css: string): void {
  if (!/^(?:\.s[0-9a-f]{7}|\[data-s=)/.test(css)) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
}
