import { fill } from '@book/ui';

/** The part of Pagefind's interface that is used (https://pagefind.app/docs/api/). */
interface Pagefind {
  init(): Promise<void>;
  /** Null when a later search has overtaken this one. */
  debouncedSearch(query: string): Promise<{ results: { data(): Promise<Found> }[] } | null>;
}

interface Found {
  url: string;
  excerpt: string;
  meta: { title: string };
  sub_results: { url: string; title: string; excerpt: string }[];
}

/** Pages and sections shown for one query. */
const maxPages = 6;
const maxSections = 5;

let pagefind: Promise<Pagefind> | undefined;

/** The index is built into the site after the bundles are, so its address is known at run time. */
async function load(bundle: string): Promise<Pagefind> {
  const module = (await import(/* @vite-ignore */ `${bundle}pagefind.js`)) as Pagefind;
  await module.init();
  return module;
}

/** A link and an excerpt, whose matches Pagefind has marked (`<mark>`, everything else escaped). */
function entry(place: { url: string; excerpt: string }, title: string): HTMLLIElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = place.url;
  link.textContent = title;
  const excerpt = document.createElement('p');
  // Where a formula or a heading was left out, the excerpt starts with the mark that followed it.
  excerpt.innerHTML = place.excerpt.replace(/^[\s.,，。：；]+/, '');
  item.append(link, excerpt);
  return item;
}

function pageEntry(page: Found): HTMLLIElement {
  // What stands before a page's first section belongs to the page itself (its title is #_top).
  const sections = page.sub_results
    .filter(({ url }) => /#(?!_top$)/.test(url))
    .slice(0, maxSections);
  const item = entry(page, page.meta.title);
  if (sections.length === 0) return item;
  item.lastElementChild?.remove();
  const list = document.createElement('ul');
  list.append(...sections.map((section) => entry(section, section.title)));
  item.append(list);
  return item;
}

/** Connects the search dialog's field to the index; called once, when the dialog first opens. */
export function connectSearch(dialog: HTMLDialogElement): void {
  const input = dialog.querySelector('input')!;
  const status = dialog.querySelector<HTMLElement>('.status')!;
  const results = dialog.querySelector<HTMLElement>('.results')!;
  const { bundle = '', none = '', count = '', failed = '' } = dialog.dataset;

  const search = async (): Promise<void> => {
    const query = input.value.trim();
    if (!query) {
      status.textContent = '';
      results.replaceChildren();
      return;
    }
    pagefind ??= load(bundle);
    const found = await (await pagefind).debouncedSearch(query);
    if (!found) return;
    const pages = await Promise.all(found.results.slice(0, maxPages).map((page) => page.data()));
    // The reader may have typed on while the excerpts came.
    if (query !== input.value.trim()) return;
    status.textContent = pages.length
      ? fill(count, { n: found.results.length })
      : fill(none, { q: query });
    results.replaceChildren(...pages.map(pageEntry));
  };

  const run = (): void => {
    search().catch(() => {
      pagefind = undefined;
      status.textContent = failed;
    });
  };
  input.addEventListener('input', run);
  status.textContent = '';
  // What was typed while this code was on its way.
  if (input.value) run();
  // Enter in the field goes to the first result instead of closing the dialog.
  dialog.querySelector('form')?.addEventListener('submit', (event) => {
    if (event.submitter && document.activeElement !== input) return;
    event.preventDefault();
    results.querySelector('a')?.click();
  });
  results.addEventListener('click', (event) => {
    if ((event.target as Element).closest('a')) dialog.close();
  });
}
