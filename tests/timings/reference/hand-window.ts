/**
 * A page with a virtual list of `size` rows: only those on the screen exist, some fifteen rows that are recycled while
 * it scrolls. One box filters the list. The minimum that a page can do.
 */
export function handWindow(size: number): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Hand window</title>
<style>
  body { margin: 0; font: 14px/20px sans-serif }
  header { position: sticky; inset-block-start: 0; z-index: 1; padding: 12px; background: #fff }
  article { height: 60px; box-sizing: border-box; border-bottom: 1px solid #ccc; overflow: hidden }
  main { position: relative }
</style>
<header><label><input type="checkbox"> One town</label> <output></output></header>
<main><div></div></main>
<script>
  const HEIGHT = 60, POOL = 24;
  const towns = ['Ostrel', 'Kelvast', 'Dorvanne', 'Linden'];
  const all = Array.from({ length: ${size} }, (_, n) => ({
    title: 'Listing ' + n, town: towns[n % 4],
    text: 'I answer my own phone from 11 to 19 h. Please introduce yourself first. Number ' + n + '.',
  }));
  const [main] = document.getElementsByTagName('main'), shown = main.firstChild;
  const total = document.querySelector('output'), box = document.querySelector('input');
  const pool = Array.from({ length: POOL }, () => {
    const row = document.createElement('article');
    row.innerHTML = '<b> </b> <span> </span><br><span> </span>';
    shown.append(row);
    return [row, ...[...row.querySelectorAll('b, span')].map((part) => part.firstChild)];
  });
  let rows = all, first = -1;
  function draw(anew) {
    const at = Math.max(0, Math.floor((scrollY - main.offsetTop) / HEIGHT) - 4);
    if (at === first && !anew) return;
    first = at;
    shown.style.transform = 'translateY(' + at * HEIGHT + 'px)';
    pool.forEach(([row, title, town, text], n) => {
      const ad = rows[at + n];
      row.hidden = !ad;
      if (ad) [title.data, town.data, text.data] = [ad.title, ad.town, ad.text];
    });
  }
  function show(some) {
    rows = some;
    main.style.height = rows.length * HEIGHT + 'px';
    total.textContent = rows.length + ' ads';
    draw(true);
  }
  addEventListener('scroll', () => draw(false), { passive: true });
  box.addEventListener('change', () => show(box.checked ? all.filter(({ town }) => town === 'Ostrel') : all));
  show(all);
</script></html>`;
}
