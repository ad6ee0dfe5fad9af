/** Sends a reader at the site's door to the language chosen before, else to the browser's. */

function remembered(): string | null {
  try {
    return localStorage.getItem('language');
  } catch {
    return null;
  }
}

const reads = navigator.languages.find((tag) => /^(zh|en)\b/.test(tag));
const language = remembered() ?? (reads?.startsWith('zh') ? 'zh' : 'en');
const link = document.querySelector<HTMLAnchorElement>(`[data-language="${language}"]`);
// Replacing keeps the door out of the history: “back” from the book does not land on it again.
if (link) location.replace(link.href);
