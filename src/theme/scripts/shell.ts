import { startAnchors } from './anchors';
import { followSections } from './sections';
import { startTheme } from './theme';
import { watchWide } from './wide';

/** What the shell does beyond HTML: theme, search on first use, contents, change of language. */

startTheme();
startAnchors();
watchWide();
const presentSection = followSections();

// Search: its code arrives when it is first asked for.
const search = document.querySelector<HTMLDialogElement>('#search');

async function openSearch(): Promise<void> {
  if (!search || search.open) return;
  search.showModal();
  if (search.dataset.connected) return;
  search.dataset.connected = 'yes';
  try {
    const { connectSearch } = await import('./search');
    connectSearch(search);
  } catch {
    // Without a network; opening it again tries again.
    delete search.dataset.connected;
    const status = search.querySelector('.status');
    if (status) status.textContent = search.dataset.failed ?? '';
  }
}

document.querySelector('[data-search-open]')?.addEventListener('click', openSearch);
search?.addEventListener('click', (event) => {
  if (event.target === search) search.close();
});
document.addEventListener('keydown', (event) => {
  // The editor of code exercises lives in a shadow root: ask where the key was really pressed.
  const typing = (event.composedPath()[0] as Element).closest(
    'input, textarea, select, [contenteditable], [role=textbox]',
  );
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || typing) return;
  event.preventDefault();
  openSearch();
});

// The contents popover closes when a section of this page is chosen in it.
const contents = document.querySelector<HTMLElement>('#contents');
contents?.addEventListener('click', (event) => {
  if ((event.target as Element).closest('a') && contents.matches(':popover-open')) {
    contents.hidePopover();
  }
});

// A change of language keeps the place: the fragment in the address, else the section being read.
const languageLink = document.querySelector<HTMLAnchorElement>('[data-switch]');
languageLink?.addEventListener('click', () => {
  const section = presentSection();
  const fragment = location.hash || (section ? `#${section}` : '');
  languageLink.hash = fragment;
  try {
    localStorage.setItem('language', languageLink.dataset.switch ?? '');
  } catch {
    // Without storage the choice holds for this page only.
  }
});
