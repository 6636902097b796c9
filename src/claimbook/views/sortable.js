// Makes the table before this script sortable, searchable and filterable. Reads text only, and writes text only.
(() => {
  const box = document.currentScript.previousElementSibling;
  if (box.dataset.ready) return;
  box.dataset.ready = "yes";
  box.querySelector(".claimbook-hint")?.remove();
  const body = box.querySelector("tbody"), heads = [...box.querySelectorAll("th")], rows = [...body.rows];
  const say = (row, at) => row.cells[at].textContent.trim();
  const add = (tag, into, looks, text = "") => {
    const made = Object.assign(into.appendChild(document.createElement(tag)), looks);
    if (text) made.textContent = text;
    return made;
  };
  const tools = document.createElement("div");
  tools.style.cssText = "display:flex;flex-wrap:wrap;gap:8px;align-items:center;margin:4px 0 8px";
  tools.dataset.lmSuppressShortcuts = "true";
  const look = "font:inherit;padding:3px 6px;color:inherit;background:inherit;border:1px solid #8a929d;border-radius:3px;max-width:16em";
  const search = add("input", tools, { type: "search", placeholder: "Search", ariaLabel: "Search this table" });
  search.style.cssText = look;
  const menus = heads.map((head, at) => {
    const values = [...new Set(rows.map((row) => say(row, at)))].sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
    if (values.length < 2 || values.length > 12 || values.length > rows.length / 2 || values.some((v) => v.length > 40)) return null;
    const menu = add("select", tools, { ariaLabel: head.textContent });
    menu.style.cssText = look;
    add("option", menu, { value: "" }, `${head.textContent}: all`);
    values.forEach((value) => add("option", menu, { value: `=${value}` }, value || "(empty)"));
    return menu;
  });
  const told = add("span", tools, { role: "status" });
  const show = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    let seen = 0;
    rows.forEach((row) => {
      const text = row.textContent.toLowerCase();
      row.hidden = !(words.every((word) => text.includes(word)) &&
        menus.every((menu, at) => !menu || !menu.value || menu.value === `=${say(row, at)}`));
      seen += !row.hidden;
    });
    told.textContent = `${seen} of ${rows.length} rows`;
  };
  tools.addEventListener("input", show);
  heads.forEach((head, at) => {
    const name = head.textContent;
    head.textContent = "";
    const button = add("button", head, { type: "button", title: "Sort by this column" }, name);
    button.style.cssText = "all:unset;cursor:pointer;font-weight:bold";
    const mark = add("span", head, { ariaHidden: "true" }, " ↕");
    mark.style.opacity = "0.5";
    button.onfocus = () => (button.style.outline = "2px solid #0072b2");
    button.onblur = () => (button.style.outline = "");
    button.onclick = () => {
      const down = head.getAttribute("aria-sort") === "ascending" ? -1 : 1;
      heads.forEach((other) => { other.removeAttribute("aria-sort"); other.lastChild.textContent = " ↕"; });
      head.setAttribute("aria-sort", down > 0 ? "ascending" : "descending");
      mark.textContent = down > 0 ? " ↑" : " ↓";
      const order = (a, b) => {
        const [x, y] = [say(a, at), say(b, at)];
        if (!x || !y) return (x ? 0 : 1) - (y ? 0 : 1);  // empty cells last, either way
        const by = Number(x) - Number(y);
        return down * (Number.isNaN(by) ? x.localeCompare(y, "en", { numeric: true }) : by);
      };
      rows.slice().sort(order).forEach((row) => body.appendChild(row));
    };
  });
  if (rows.length > 5) box.insertBefore(tools, box.firstChild);
  show();
})();
