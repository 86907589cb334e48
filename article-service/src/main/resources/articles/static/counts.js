// Writes how many comments articles have into every element that names one: <span data-winnow-count="an-article"></span>.
// One request for all of a site's elements (a second one beyond a hundred articles); data-winnow-site names another site.

const MOST = 100;

const elements = [...document.querySelectorAll("[data-winnow-count]")];
const bySite = new Map();
for (const element of elements) bySite.set(siteOf(element), [...(bySite.get(siteOf(element)) ?? []), element]);
const format = new Intl.NumberFormat(document.documentElement.lang || undefined);

for (const [site, ofSite] of bySite) {
  const articles = [...new Set(ofSite.map((element) => element.dataset.winnowCount))].filter(Boolean);
  for (let start = 0; start < articles.length; start += MOST) {
    show(site, ofSite, articles.slice(start, start + MOST));
  }
}

function siteOf(element) {
  return element.dataset.winnowSite ?? "default";
}

async function show(site, ofSite, articles) {
  const query = new URLSearchParams(articles.map((article) => ["article", article]));
  const address = new URL(`v1/sites/${encodeURIComponent(site)}/counts?${query}`, import.meta.url);
  const answer = await fetch(address).catch(() => null);
  if (!answer?.ok) return;
  const { counts } = await answer.json();
  for (const element of ofSite) {
    const article = element.dataset.winnowCount;
    if (Object.hasOwn(counts, article)) element.textContent = format.format(counts[article]);
  }
}
