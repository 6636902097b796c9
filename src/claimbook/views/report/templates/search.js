"use strict";
(function () {
  const rows = Array.from(document.querySelectorAll("#claims tbody tr"));
  const box = document.getElementById("search");
  const label = document.createElement("label");
  label.textContent = "Search ";
  const input = document.createElement("input");
  input.type = "search";
  label.append(input);
  const chosen = document.createElement("label");
  chosen.textContent = "Article ";
  const select = document.createElement("select");
  select.append(new Option("all", ""));
  for (const name of new Set(rows.map((row) => row.cells[1].textContent))) select.append(new Option(name, name));
  chosen.append(select);
  const flagged = document.createElement("label");
  const tick = document.createElement("input");
  tick.type = "checkbox";
  flagged.append(tick, " only with findings");
  const told = document.createElement("span");
  told.setAttribute("role", "status");
  box.append(label, chosen, flagged, told);
  const texts = rows.map((row) => row.textContent.toLowerCase());
  function show() {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    rows.forEach((row, number) => {
      const fits =
        words.every((word) => texts[number].includes(word)) &&
        (!select.value || row.cells[1].textContent === select.value) &&
        (!tick.checked || row.cells[5].textContent.trim());
      row.hidden = !fits;
      if (fits) count += 1;
    });
    told.textContent = count === rows.length ? "" : count + " of " + rows.length + " claims";
  }
  for (const each of [input, select, tick]) each.addEventListener("input", show);
})();
