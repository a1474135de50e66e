// Keeps the regions with the attribute `data-live` up to date, and lets the user pause that.
(() => {
  "use strict";
  const INTERVAL = 2000;
  const FAILED = "The page could not be updated.";
  const regions = () => document.querySelectorAll("[data-live]");
  if (regions().length === 0) return;

  let paused = false;
  const button = document.createElement("button");
  const status = document.createElement("p");
  const controls = document.createElement("div");
  button.type = "button";
  button.className = "small";
  status.className = "hint";
  status.setAttribute("role", "status");
  controls.className = "controls";
  controls.append(button, status);
  regions()[0].before(controls);

  const show = () => {
    button.textContent = paused ? "Resume live updates" : "Pause live updates";
  };
  button.addEventListener("click", () => {
    paused = !paused;
    status.textContent = "";
    show();
  });
  show();

  // A region with a focused control or selected text stays as it is.
  const isInUse = (region) => {
    const focused = document.activeElement;
    return (region.contains(focused) && !focused.matches(".scroll")) || !getSelection().isCollapsed;
  };
  const rows = (region) => region.querySelectorAll("tbody tr, article").length;

  const update = async () => {
    const response = await fetch(location.href, { headers: { accept: "text/html" }, credentials: "same-origin" });
    if (!response.ok) throw new Error(String(response.status));
    const next = new DOMParser().parseFromString(await response.text(), "text/html").querySelectorAll("[data-live]");
    regions().forEach((region, index) => {
      const fresh = next[index];
      if (!fresh || paused || isInUse(region) || region.innerHTML === fresh.innerHTML) return;
      const before = rows(region);
      const tables = [...region.querySelectorAll(".scroll")];
      const scrolled = tables.map((each) => each.scrollLeft);
      const focused = tables.indexOf(document.activeElement);
      region.replaceChildren(...fresh.childNodes);
      region.querySelectorAll(".scroll").forEach((each, position) => {
        each.scrollLeft = scrolled[position] ?? 0;
        if (position === focused) each.focus({ preventScroll: true });
      });
      if (rows(region) !== before) status.textContent = "The list was updated.";
    });
  };

  const poll = async () => {
    if (!paused && !document.hidden) {
      try {
        await update();
        if (status.textContent === FAILED) status.textContent = "";
      } catch {
        status.textContent = FAILED;
      }
    }
    setTimeout(poll, INTERVAL);
  };
  setTimeout(poll, INTERVAL);
})();

// Lets the user choose a file as the logo, which the field then contains as a data: URL.
(() => {
  "use strict";
  const field = document.getElementById("brand_logo");
  if (!field) return;

  const file = document.createElement("input");
  const label = document.createElement("label");
  file.type = "file";
  file.accept = "image/png,image/jpeg,image/gif,image/webp,image/avif,image/svg+xml";
  file.id = "brand_logo_file";
  label.htmlFor = file.id;
  label.textContent = "Choose a logo";
  file.addEventListener("change", () => {
    const reader = new FileReader();
    reader.addEventListener("load", () => {
      field.value = reader.result;
    });
    if (file.files.length) reader.readAsDataURL(file.files[0]);
  });
  field.parentElement.append(label, file);
})();
